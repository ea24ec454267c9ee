import { readFileSync } from 'node:fs';
import { type Doc, fromConllu, pipelineFor, toConllu, tokenize } from '../src/language/index.ts';
import { LANGUAGES, type Language, ReadoutError } from '../src/model/index.ts';
import { type Conll18Scores, f1, MEASURES, scoreConllu } from './conll18.ts';

/** Accuracies in percent, with gold tokens and sentences. */
export interface TreebankScores {
  readonly upos: number;
  readonly feats: number;
  readonly lemmas: number;
  readonly uas: number;
  readonly las: number;
}

/** `npm run evaluate -- --treebank LANGUAGE FILE`: prints the figures of a treebank and of its parts. */
export async function evaluateTreebank(args: readonly string[]): Promise<void> {
  const [language, file] = args;
  const known = LANGUAGES.find((name) => name === language);
  if (known === undefined)
    throw new ReadoutError(
      'unknown-language',
      'no model for language',
      language ?? '',
      `name one of ${LANGUAGES.join(', ')}`,
    );
  if (file === undefined) throw new ReadoutError('bad-input', 'no treebank was named', '', 'name a CoNLL-U file');
  const parts = partsOf(readFileSync(file, 'utf8'), known);
  console.log(`${file}: accuracy with gold tokens; LAS compares relations without their subtypes`);
  for (const [name, conllu] of parts) console.log(goldLine(name, scoreGoldTokens(conllu, known)));
  console.log('\nfrom raw text, F1 as in CoNLL 2018');
  for (const [name, conllu] of parts) console.log(rawLine(name, scoreRawText(conllu, known)));
}

/** The whole file, and the parts that its sentences' ids tell apart. */
function partsOf(conllu: string, language: Language): ReadonlyMap<string, string> {
  const parts = new Map([['all', conllu]]);
  if (language !== 'en') return parts;
  for (const block of conllu.split(/\n\n+/)) {
    if (block.trim() === '') continue;
    const name = partOf(block);
    parts.set(name, `${parts.get(name) ?? ''}${block}\n\n`);
  }
  return parts;
}

function partOf(block: string): string {
  const genre = /^# sent_id = GUM_(\w+?)_/m.exec(block)?.[1];
  if (genre === undefined) return 'EWT';
  return ['news', 'interview', 'court'].includes(genre) ? 'GUM news, interview, court' : 'GUM other';
}

/** The pipeline's trees on the treebank's own tokens and sentences. */
export function scoreGoldTokens(conllu: string, language: Language): TreebankScores {
  const gold = fromConllu(conllu, language);
  const own = pipelineFor(language).annotate(gold);
  const share = (agrees: (token: number) => boolean): number => percentOf(gold, agrees);
  return {
    upos: share((token) => gold.upos(token) === own.upos(token)),
    feats: share((token) => gold.feats(token) === own.feats(token)),
    lemmas: share((token) => gold.lemma(token) === own.lemma(token)),
    uas: share((token) => gold.head(token) === own.head(token)),
    las: share((token) => gold.head(token) === own.head(token) && gold.relation(token) === own.relation(token)),
  };
}

function percentOf(doc: Doc, agrees: (token: number) => boolean): number {
  let right = 0;
  for (let token = 0; token < doc.length; token++) if (agrees(token)) right++;
  return (100 * right) / Math.max(1, doc.length);
}

/** Everything from raw text, tokens and sentences included. */
export function scoreRawText(conllu: string, language: Language): Conll18Scores {
  const { text } = fromConllu(conllu, language);
  return scoreConllu(conllu, toConllu(pipelineFor(language).parse(text)));
}

/** Tokens and sentences alone. */
export function scoreTokenizer(conllu: string, language: Language): Conll18Scores {
  return scoreConllu(conllu, toConllu(tokenize(fromConllu(conllu, language).text, language)));
}

function goldLine(name: string, scores: TreebankScores): string {
  const figures = Object.entries(scores).map(([measure, value]) => `${measure} ${value.toFixed(2)}`);
  return `  ${name.padEnd(28)}${figures.join('  ')}`;
}

function rawLine(name: string, scores: Conll18Scores): string {
  const figures = MEASURES.map((measure) => `${measure} ${f1(scores[measure]).toFixed(2)}`);
  return `  ${name.padEnd(28)}${figures.join('  ')}`;
}
