import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ExplainedDocument, ReadDocument } from '../../desk/reading.ts';
import type { DocumentMetadata } from '../../model/index.ts';
import { EXIT, messageOf } from '../failures.ts';
import { type MetadataOptions, metadataOf, withMetadata } from '../options.ts';
import { standardInput, write, writeJson } from '../output.ts';
import { viewReading } from '../views/reading.ts';

interface ReadOptions extends MetadataOptions {
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly plover?: boolean;
}

export function readCommand(program: Command): void {
  const command = program
    .command('read')
    .description('read texts and print what they say; nothing is stored')
    .argument('<path...>', 'text, HTML, PDF, DOCX, feed or JSON Lines files, folders, or - for standard input')
    .option('--json', 'print Readings as JSON; of several documents, one a line')
    .option('--plover', 'print the events as PLOVER records, one a line')
    .option('--explain', 'tell the rule and the confidence of each finding, and the chain of each commitment');
  withMetadata(command)
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ReadOptions) => readPaths(paths, options));
}

const EXAMPLES = `
Examples:
  readout read talks.txt --published 2021-03-02
  readout read talks.html --json
  readout read archive.jsonl > readings.jsonl
  cat archive.jsonl | readout read - > readings.jsonl
`;

async function readPaths(paths: readonly string[], options: ReadOptions): Promise<void> {
  const { readAll } = await import('../../desk/reading.ts');
  const print = await printerFor(paths, options);
  for await (const item of readAll(await itemsOf(paths, metadataOf(options)))) {
    if (item.kind === 'read') await print(item);
    else {
      console.error(messageOf(item.error));
      process.exitCode = EXIT.refused;
    }
  }
}

type Print = (read: ReadDocument) => Promise<void>;

/** How a reading is printed: events, a view for people, or JSON on one or several lines. */
async function printerFor(paths: readonly string[], { plover, json, explain }: ReadOptions): Promise<Print> {
  const { explainDocument, ploverLines } = await import('../../desk/reading.ts');
  if (plover === true) return ({ reading, document }) => write(ploverLines(reading, document.text).join(''));
  if (json !== true && process.stdout.isTTY === true)
    return (read) => write(viewForPeople(explain === true ? explainDocument(read.document) : read));
  const asLines = json !== true || (await areMany(paths));
  return ({ reading }) => (asLines ? write(`${JSON.stringify(reading)}\n`) : writeJson(reading));
}

function viewForPeople(read: ReadDocument | ExplainedDocument): string {
  return viewReading(read.reading, read.document.text, 'traces' in read ? read.traces : undefined);
}

async function itemsOf(paths: readonly string[], metadata: DocumentMetadata) {
  const { documentsOfPaths, documentsOfStream } = await import('../../desk/reading.ts');
  const [only] = paths;
  return only === '-' && paths.length === 1
    ? documentsOfStream(standardInput(), metadata)
    : documentsOfPaths(paths, metadata);
}

async function areMany(paths: readonly string[]): Promise<boolean> {
  const [first = '-'] = paths;
  if (paths.length > 1) return true;
  return (
    first !== '-' &&
    (/\.(?:jsonl|ndjson)$/.test(first) || ((await stat(first).catch(() => undefined))?.isDirectory() ?? false))
  );
}
