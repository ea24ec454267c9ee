import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { addCommands } from './commands/index.ts';
import { EXIT } from './failures.ts';

const MANUAL = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');

const program = new Command('readout');
addCommands(program);

describe.each(program.commands.map((command) => [command.name(), command] as const))('%s', (name, command) => {
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
