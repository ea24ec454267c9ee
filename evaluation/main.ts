import { parseArgs } from 'node:util';
import { type Reading, ReadoutError } from '../src/model/index.ts';
import { compareReadings } from './compare.ts';
import { type GoldText, loadGold } from './gold.ts';
import { type DocumentResult, documentKindTable, documentTable, errorList, fieldTable, sumTable } from './report.ts';

const USAGE = `Usage: npm run evaluate -- FOLDER… [options]      readings against gold folders
       npm run evaluate -- --ledger FOLDER…           the ledger on pairs.json and chains.json
       npm run evaluate -- --plv FILE.tsv             the classifier of PLOVER roots
       npm run evaluate -- --treebank LANGUAGE FILE   tagger, lemmatizer and parser
       npm run evaluate -- --hard-sentences           the parser on hard sentences of official texts
       npm run evaluate -- --sentences                areas, progress and commitments of single sentences

Options for readings:
  --errors          list misses, false alarms and wrong fields with their words
  --only KINDS      of these, comma-separated: ${'principals,actors,mentions,meetings,statements,commitments,instruments,progress'}
  --language LANG   only texts in this language
  --no-documents    leave out the table of documents
  --json            print the sums as JSON`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    language: { type: 'string' },
    'no-documents': { type: 'boolean', default: false },
    ledger: { type: 'boolean', default: false },
    plv: { type: 'boolean', default: false },
    treebank: { type: 'boolean', default: false },
    'hard-sentences': { type: 'boolean', default: false },
    sentences: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (options.help) console.log(USAGE);
  else if (options.ledger) await (await import('./ledger.ts')).evaluateLedger(positionals);
  else if (options.plv) await (await import('./plv.ts')).evaluatePlv(positionals);
  else if (options.treebank) await (await import('./treebank.ts')).evaluateTreebank(positionals);
  else if (options['hard-sentences']) await (await import('./hard-sentences/evaluate.ts')).evaluateHardSentences();
  else if (options.sentences) (await import('./sentences/evaluate.ts')).evaluateSentences(options.errors);
  else if (positionals.length === 0) throw new ReadoutError('bad-input', 'no gold folder was named', '', 'see --help');
  else await evaluateReadings(positionals);
}

async function evaluateReadings(folders: readonly string[]): Promise<void> {
  const { readGold } = await import('./readings.ts');
  const texts = folders
    .flatMap(loadGold)
    .filter(({ reading }) => !options.language || reading.document.language === options.language);
  const results = texts.map((gold) => resultOf(gold, readGold(gold)));
  if (options.errors)
    for (const result of results) console.log(errorList(result, new Set(options.only.split(',').filter(Boolean))));
  if (!options['no-documents']) console.log(`\n${documentTable(results)}`);
  console.log(
    `\n${documentKindTable(results)}\n\n${results.length} documents\n\n${sumTable(results)}\n\n${fieldTable(results)}`,
  );
}

function resultOf({ name, document, reading }: GoldText, own: Reading): DocumentResult {
  const { language, kind } = reading.document;
  return { name, text: document.text, language, kind, comparison: compareReadings(own, reading) };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ReadoutError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
