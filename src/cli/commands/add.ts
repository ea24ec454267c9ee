import type { Command } from 'commander';
import type { AddEvent, AddSummary } from '../../desk/index.ts';
import { type Marking, parseMarking } from '../../model/index.ts';
import { EXIT, messageOf } from '../failures.ts';
import { type DatabaseOptions, type MetadataOptions, metadataOf, withDatabase, withMetadata } from '../options.ts';
import { standardInput, writeJson, writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

interface AddOptions extends MetadataOptions, DatabaseOptions {
  readonly json?: boolean;
  readonly marking: Marking;
}

export function addCommand(program: Command): void {
  const command = program
    .command('add')
    .description('read texts and add them to the register; what is there already stays as it is')
    .argument('<path...>', 'text, HTML, PDF, DOCX, feed or JSON Lines files, folders, or - for standard input')
    .option('--marking <marking>', 'who may see them: public, delegation or principals', parseMarking, 'public')
    .option('--json', 'print what became of each document as JSON Lines, and the sum last');
  withDatabase(withMetadata(command))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: AddOptions) => addPaths(paths, options));
}

const EXAMPLES = `
Examples:
  readout add examples/kaz-kgz
  readout add archive.jsonl --database archive.sqlite
  readout add talks.html --published 2021-03-02 --publisher Kazinform
`;

async function addPaths(paths: readonly string[], options: AddOptions): Promise<void> {
  const metadata = metadataOf(options);
  await withDesk(options.database, async (desk) => {
    const { addDocuments, documentsOfPaths, documentsOfStream } = await import('../../desk/index.ts');
    const { showProgress } = await import('../progress.ts');
    const { bringUpToDate } = await import('../up-to-date.ts');
    const isStream = paths.length === 1 && paths[0] === '-';
    const items = isStream ? documentsOfStream(standardInput(), metadata) : documentsOfPaths(paths, metadata);
    const progress = showProgress('documents', options.json !== true);
    const lines: Promise<void>[] = [];
    const tell = (event: AddEvent): void => {
      progress.step();
      if (event.kind === 'refused') progress.note(messageOf(event.error) ?? '');
      if (options.json === true) lines.push(writeJson(plain(event)));
    };
    const summary = await addDocuments(desk, items, tell, { marking: options.marking });
    progress.end();
    if (summary.added > 0) await bringUpToDate(desk, options.json !== true);
    await Promise.all(lines);
    await tellSummary(summary, options);
  });
}

async function tellSummary({ added, known, refused }: AddSummary, { json }: AddOptions): Promise<void> {
  if (refused.length > 0) process.exitCode = EXIT.refused;
  if (json === true) return writeJson({ added, known, refused: refused.length });
  await writeLine(`${added} added, ${known} known already, ${refused.length} refused`);
}

function plain(event: AddEvent) {
  if (event.kind !== 'refused') return event;
  const { code, message } = event.error;
  return { kind: event.kind, place: event.place, code, message };
}
