import { type Command, Option } from 'commander';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { write } from '../output.ts';
import { withDesk } from '../with-desk.ts';

const KINDS = ['commitment', 'meeting', 'instrument', 'progress'] as const;
const FORMATS = ['csv', 'jsonl', 'plover'] as const;

interface ExportOptions extends DatabaseOptions {
  readonly format: (typeof FORMATS)[number];
  readonly what: (typeof KINDS)[number];
}

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('print the register: as a table of findings, or all readings')
    .addOption(
      new Option('--format <format>', 'csv: a table of findings; jsonl: a Reading a line; plover: an event a line')
        .choices(FORMATS)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--what <kind>', 'which findings the table has').choices(KINDS).default('commitment'));
  withDatabase(command)
    .addHelpText(
      'after',
      '\nExamples:\n  readout export --format csv > commitments.csv\n  readout export --format csv --what instrument\n  readout export --format jsonl > readings.jsonl\n',
    )
    .action(printRecords);
}

async function printRecords({ database, format, what }: ExportOptions): Promise<void> {
  await withDesk(database, async (desk) => {
    const { exportPlover, exportReadings, exportTable, recordAudit } = await import('../../desk/index.ts');
    const exports = {
      csv: () => exportTable(desk, what),
      jsonl: () => exportReadings(desk),
      plover: () => exportPlover(desk),
    };
    await recordAudit(desk, { action: 'export', subject: format === 'csv' ? `${what}.csv` : `readings.${format}` });
    for await (const piece of exports[format]()) await write(piece);
  });
}
