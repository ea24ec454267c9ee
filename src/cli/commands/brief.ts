import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { LANGUAGES, type Language, parseDay, ReadoutError } from '../../model/index.ts';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { write } from '../output.ts';
import { withDesk } from '../with-desk.ts';

const FORMATS = ['md', 'html', 'docx', 'pdf', 'json'] as const;

interface BriefOptions extends DatabaseOptions {
  readonly asOf?: string;
  readonly for?: string;
  readonly output?: string;
  readonly format: (typeof FORMATS)[number];
  readonly language: Language;
}

export function briefCommand(program: Command): void {
  const command = program
    .command('brief')
    .description(
      'print what is needed for the next talks of a pair: open and overdue commitments, numbers, documents, agenda',
    )
    .argument('<state>', 'a state: ISO code or name')
    .argument('<other>', 'another state, or an organization')
    .option('--as-of <day>', 'the record as it stood on this day', parseDay)
    .option('--for <state>', 'the side that it is written for')
    .addOption(
      new Option('--language <code>', 'the language of its own words; quoted words stay in that of their text')
        .choices(LANGUAGES)
        .default('en'),
    )
    .addOption(
      new Option('--format <format>', 'Markdown, an HTML page, Word, PDF, or JSON').choices(FORMATS).default('md'),
    );
  command.option('--output <file>', 'write it to this file');
  withDatabase(command)
    .addHelpText('after', '\nExample:\n  readout brief KAZ KGZ --as-of 2025-08-20 --for KAZ > brief.md\n')
    .action(printBrief);
}

async function printBrief(a: string, b: string, options: BriefOptions): Promise<void> {
  await withDesk(options.database, async (desk) => {
    const { BRIEF_FORMATS, brief, pairIdOf, recordAudit, resolveActor } = await import('../../desk/index.ts');
    const { locale } = await import('../../server/index.ts');
    const { asOf, format, language, output } = options;
    const words = locale(language);
    const side = options.for === undefined ? undefined : resolveActor(options.for);
    const pair = pairIdOf(resolveActor(a), resolveActor(b));
    const text = await brief(desk, pair, { words, asOf, for: side });
    const written =
      format === 'json' ? `${JSON.stringify(text)}\n` : await BRIEF_FORMATS[format].write(text, { words });
    await recordAudit(desk, { action: 'export', subject: `brief ${pair}.${format}` });
    if (output !== undefined) await writeFile(output, written);
    else await printWritten(written, format);
  });
}

async function printWritten(written: string | Uint8Array, format: string): Promise<void> {
  if (typeof written !== 'string' && process.stdout.isTTY)
    throw new ReadoutError('bad-input', 'a terminal cannot show', format, 'name a file with --output');
  await write(typeof written === 'string' ? `${written.trimEnd()}\n` : written);
}
