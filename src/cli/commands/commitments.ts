import type { Command } from 'commander';
import type { Dossier, Status } from '../../desk/index.ts';
import { type Area, parseDay, ReadoutError } from '../../model/index.ts';
import { collect, type DatabaseOptions, parseArea, withDatabase } from '../options.ts';
import { writeJson, writeLine } from '../output.ts';
import { viewCommitments } from '../views/commitments.ts';
import { withDesk } from '../with-desk.ts';

interface CommitmentsOptions extends DatabaseOptions {
  readonly json?: boolean;
  readonly area?: readonly Area[];
  readonly status?: readonly Status[];
  readonly side?: string;
  readonly asOf?: string;
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
    .option('--status <status>', 'only those of this status; may be given several times', collect(parseStatus))
    .option('--side <state>', 'only what this state alone undertook, or "joint"')
    .option('--as-of <day>', 'the record as it stood on this day', parseDay)
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
    const { area: areas, status: statuses, side, from, to, asOf } = options;
    const filters = { areas, statuses, side: sideOf(side, resolveActor), from, to, asOf };
    const found: Dossier = await dossier(desk, pairIdOf(resolveActor(a), resolveActor(b)), filters);
    if (options.json === true) for (const commitment of found.commitments) await writeJson(commitment);
    else await writeLine(viewCommitments(found));
  });
}

function sideOf(side: string | undefined, resolve: (words: string) => string): string | undefined {
  return side === undefined || side === 'joint' ? side : resolve(side);
}

const STATUSES = {
  open: true,
  'in-progress': true,
  fulfilled: true,
  partly: true,
  delayed: true,
  failed: true,
  abandoned: true,
  superseded: true,
  lapsed: true,
} as const satisfies Record<Status, true>;

function parseStatus(name: string): Status {
  if (isStatus(name)) return name;
  const known = Object.keys(STATUSES).join(', ');
  throw new ReadoutError('bad-input', 'not a status of a commitment:', name, `the statuses are ${known}`);
}

function isStatus(name: string): name is Status {
  return Object.hasOwn(STATUSES, name);
}
