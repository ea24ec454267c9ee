import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ReadoutError } from '../../model/index.ts';
import { standardInput, write } from '../output.ts';

interface ParseOptions {
  readonly language?: string;
  readonly fromConllu?: boolean;
}

export function parseCommand(program: Command): void {
  program
    .command('parse')
    .description('print tokens, tags, lemmas and dependency trees of a text as CoNLL-U')
    .argument('<file>', 'a text; a .conllu file gives its tokens, which get new trees; or - for standard input')
    .option('--language <code>', 'en, ru, kk or ky; told from the text where it is left out')
    .option('--conllu', 'print CoNLL-U, which is what is printed without it too')
    .option('--from-conllu', 'the input is CoNLL-U, whatever its name')
    .addHelpText('after', '\nExample:\n  readout parse talks.txt --language en --conllu > talks.conllu\n')
    .action(parseFile);
}

async function parseFile(
  file: string,
  { language, fromConllu = file.endsWith('.conllu') }: ParseOptions,
): Promise<void> {
  const { documentsOfPaths, documentsOfStream, parseText } = await import('../../desk/reading.ts');
  const options = { conllu: fromConllu, ...(language === undefined ? {} : { language }) };
  if (fromConllu && file !== '-') return write(parseText(await readConllu(file), options));
  for await (const item of file === '-' ? documentsOfStream(standardInput()) : documentsOfPaths([file])) {
    if (item.kind === 'refused') throw item.error;
    await write(parseText(item.document.text, options));
  }
}

async function readConllu(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause) => {
    throw new ReadoutError('not-found', 'cannot be read:', file, 'check the path', { cause });
  });
}
