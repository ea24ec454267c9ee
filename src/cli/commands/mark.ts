import type { Command } from 'commander';
import { type Marking, parseMarking } from '../../model/index.ts';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

export function markCommand(program: Command): void {
  const command = program
    .command('mark')
    .description('say who may see a document: give it another marking, and all that was read from it')
    .argument('<document>', 'the id of a document')
    .argument('<marking>', 'public, delegation or principals', parseMarking);
  withDatabase(command)
    .addHelpText('after', '\nExample:\n  readout mark e0f6c80a4e6c2df5 delegation\n')
    .action(markDocument);
}

async function markDocument(id: string, marking: Marking, { database }: DatabaseOptions): Promise<void> {
  await withDesk(database, async (desk) => {
    const { setMarking } = await import('../../desk/index.ts');
    await setMarking(desk, id, marking);
  });
  await writeLine(`${id} is marked ${marking}`);
}
