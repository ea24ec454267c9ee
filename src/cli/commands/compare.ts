import type { Command } from 'commander';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { writeJson, writeLine } from '../output.ts';
import { viewComparison } from '../views/comparison.ts';
import { withDesk } from '../with-desk.ts';

interface CompareOptions extends DatabaseOptions {
  readonly json?: boolean;
}

export function compareCommand(program: Command): void {
  const command = program
    .command('compare')
    .description("set the two sides' accounts of a meeting side by side")
    .argument('<meeting>', 'the id of a meeting, as its page or export gives it; or a state')
    .argument('[other]', 'with a state before it: another state; every meeting that both sides tell of')
    .option('--json', 'print the comparisons as JSON Lines');
  withDatabase(command)
    .addHelpText(
      'after',
      '\nExamples:\n  readout compare KAZ KGZ\n  readout compare e0f6c80a4e6c2df5#m120-180 --json\n',
    )
    .action(printComparisons);
}

async function printComparisons(
  meetingOrState: string,
  other: string | undefined,
  options: CompareOptions,
): Promise<void> {
  await withDesk(options.database, async (desk) => {
    const { dossier, meeting, pairIdOf, resolveActor } = await import('../../desk/index.ts');
    const ids =
      other === undefined
        ? [meetingOrState]
        : (await dossier(desk, pairIdOf(resolveActor(meetingOrState), resolveActor(other)))).meetings.map(
            ({ id }) => id,
          );
    const pages = await Promise.all(ids.map((id) => meeting(desk, id)));
    const found = pages.flatMap(({ record, comparisons }) => comparisons.map((comparison) => ({ record, comparison })));
    if (found.length === 0 && options.json !== true) await writeLine('no meeting of which both sides tell');
    for (const one of found)
      await (options.json === true ? writeJson(one.comparison) : writeLine(viewComparison(one.record, one.comparison)));
  });
}
