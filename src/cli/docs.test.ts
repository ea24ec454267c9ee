import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addCommands } from './commands/index.ts';
import { EXIT } from './failures.ts';

const MANUAL = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');

const program = new Command('readout');
addCommands(program);

/** A command and those below it, with their whole names. */
function withParts(command: Command, before = ''): [string, Command][] {
  const name = `${before}${command.name()}`;
  return [[name, command], ...command.commands.flatMap((part) => withParts(part, `${name} `))];
}

const COMMANDS = program.commands
  .flatMap((command) => withParts(command))
  // What is done where only the name of the group is given.
  .map(([name, command]) => [name.replace(/ list$/, ''), command] as const);

describe.each(COMMANDS)('%s', (name, command) => {
  test('is in docs/commands.md', () => {
    expect(MANUAL).toContain(`readout ${name}`);
  });

  test.each(command.options.map(({ long }) => long ?? ''))('and so is %s', (option) => {
    expect(MANUAL).toMatch(new RegExp(`${option}\\b`));
  });
});

test.each(Object.entries(EXIT))('the exit code of %s is explained', (_, code) => {
  expect(MANUAL).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
});
