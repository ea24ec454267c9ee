import type { Command } from 'commander';
import type { Dossier } from '../../desk/index.ts';
import { type Area, parseDay } from '../../model/index.ts';
import { collect, type DatabaseOptions, parseArea, withDatabase } from '../options.ts';
import { writeJson, writeLine } from '../output.ts';
import { viewCommitments } from '../views/commitments.ts';
import { withDesk } from '../with-desk.ts';

interface CommitmentsOptions extends DatabaseOptions {
  readonly json?: boolean;
  readonly area?: readonly Area[];
  readonly from?: string;
  readonly to?: string;
}

export function commitmentsCommand(program: Command): void {
  const command = program
    .command('commitments')
    .description('print the commitments in the record of a pair, the newest first')
    .argument('<state>', 'a state: ISO code or name')
    .argument('<other>', 'another state, or an organization')
    .option('--area <area>', 'only this area of the codebook; may be given several times', collect(parseArea))
    .option('--from <day>', 'made on this day or later', parseDay)
    .option('--to <day>', 'made on this day or earlier', parseDay)
    .option('--json', 'print them as JSON Lines');
  withDatabase(command)
    .addHelpText(
      'after',
      '\nExamples:\n  readout commitments KAZ KGZ --area transport\n  readout commitments Kazakhstan Kyrgyzstan --json\n',
    )
    .action(printCommitments);
}

async function printCommitments(a: string, b: string, options: CommitmentsOptions): Promise<void> {
  await withDesk(options.database, async (desk) => {
    const { dossier, pairIdOf, resolveActor } = await import('../../desk/index.ts');
    const { area, from, to } = options;
    const filters = { ...(area && { areas: area }), ...(from && { from }), ...(to && { to }) };
    const { commitments }: Dossier = await dossier(desk, pairIdOf(resolveActor(a), resolveActor(b)), filters);
    if (options.json === true) for (const commitment of commitments) await writeJson(commitment);
    else await writeLine(viewCommitments(commitments));
  });
}
