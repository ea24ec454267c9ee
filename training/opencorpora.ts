// Words of the OpenCorpora dictionary, out of the files that the npm package `az` (MIT) carries in `dicts/`.
import { readFileSync } from 'node:fs';
import { UPOS } from '../src/language/index.ts';
import { DICTIONARY_WEIGHT, type Sample } from './lemmatizer-learning.ts';

/** Of participles, which are many and regular, one verb's in so many is learned from. */
const PARTICIPLES_OF = 8;

const CASES: Readonly<Record<string, string>> = {
  nomn: 'Nom',
  gent: 'Gen',
  datv: 'Dat',
  accs: 'Acc',
  ablt: 'Ins',
  loct: 'Loc',
  gen2: 'Par',
  loc2: 'Loc',
};
/** Grammemes that the lemmatizer uses, as UD names them. */
const GRAMMEMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(CASES).map(([tag, value]) => [tag, `Case=${value}`])),
  sing: 'Number=Sing',
  plur: 'Number=Plur',
  masc: 'Gender=Masc',
  femn: 'Gender=Fem',
  neut: 'Gender=Neut',
  perf: 'Aspect=Perf',
  impf: 'Aspect=Imp',
  '1per': 'Person=1',
  '2per': 'Person=2',
  '3per': 'Person=3',
  past: 'Tense=Past',
  pres: 'Tense=Pres',
  futr: 'Tense=Fut',
  indc: 'Mood=Ind',
  impr: 'Mood=Imp',
};
/** With those that tell which words may stand in for each other; UD has no feature of transitivity. */
export const ALL_GRAMMEMES: Readonly<Record<string, string>> = {
  ...GRAMMEMES,
  anim: 'Animacy=Anim',
  inan: 'Animacy=Inan',
  pssv: 'Voice=Pass',
  actv: 'Voice=Act',
  tran: 'Transitive=Yes',
  intr: 'Transitive=No',
};
const PARTS: Readonly<Record<string, readonly [upos: (typeof UPOS)[number], ...feats: string[]]>> = {
  NOUN: ['NOUN'],
  ADJF: ['ADJ', 'Degree=Pos'],
  ADJS: ['ADJ', 'Degree=Pos', 'Variant=Short'],
  COMP: ['ADJ', 'Degree=Cmp'],
  VERB: ['VERB', 'VerbForm=Fin'],
  INFN: ['VERB', 'VerbForm=Inf'],
  PRTF: ['VERB', 'VerbForm=Part'],
  PRTS: ['VERB', 'VerbForm=Part', 'Variant=Short'],
  GRND: ['VERB', 'VerbForm=Conv'],
  ADVB: ['ADV', 'Degree=Pos'],
};
const NAMES = new Set(['Name', 'Surn', 'Patr', 'Geox']);

/** A form as UD would tag it; undefined for parts of speech that treebanks cover. */
function tagged(
  tag: string,
  names: Readonly<Record<string, string>>,
): { upos: number; feats: string; isName: boolean } | undefined {
  const grammemes = tag.split(/[ ,]/);
  const part = PARTS[grammemes[0]!];
  if (
    part === undefined ||
    grammemes.some((name) => ['Abbr', 'Infr', 'Slng', 'Arch', 'Erro', 'Dist', 'voct'].includes(name))
  )
    return undefined;
  const isName = grammemes.some((name) => NAMES.has(name));
  const feats = [...part.slice(1), ...grammemes.map((name) => names[name]).filter((feat) => feat !== undefined)];
  return { upos: UPOS.indexOf(isName ? 'PROPN' : part[0]), feats: feats.sort().join('|'), isName };
}

/** The keys of a dawgdic file, walked by its guide. */
function* keysOf(bytes: Buffer): Generator<Buffer> {
  const size = bytes.readUInt32LE(0);
  const units = new Uint32Array(bytes.buffer.slice(bytes.byteOffset + 4, bytes.byteOffset + 4 + size * 4));
  const guide = bytes.subarray(4 + size * 4 + 4);
  const offset = (unit: number): number => ((unit >>> 10) << ((unit & 512) >>> 6)) >>> 0;
  const follow = (index: number, label: number): number => (index ^ offset(units[index]!) ^ label) >>> 0;
  const path: number[] = [0];
  const labels: number[] = [];
  for (;;) {
    const index = path[path.length - 1]!;
    if ((units[index]! & 256) !== 0) yield Buffer.from(labels);
    let label = guide[index * 2]!;
    let from = index;
    while (label === 0) {
      const last = path.pop();
      if (last === undefined || path.length === 0) return;
      labels.pop();
      label = guide[last * 2 + 1]!;
      from = path[path.length - 1]!;
    }
    labels.push(label);
    path.push(follow(from, label));
  }
}

function paradigmsOf(bytes: Buffer): Uint16Array[] {
  const paradigms: Uint16Array[] = [];
  let at = 2;
  for (let count = bytes.readUInt16LE(0); count > 0; count--) {
    const size = bytes.readUInt16LE(at);
    paradigms.push(
      new Uint16Array(bytes.buffer.slice(bytes.byteOffset + at + 2, bytes.byteOffset + at + 2 + size * 2)),
    );
    at += 2 + size * 2;
  }
  return paradigms;
}

/** Forms of the dictionary with their tags and lemmas, with ё and as commonly written. */
export function dictionarySamples(folder: string, names = GRAMMEMES): Sample[] {
  const tags: string[] = JSON.parse(readFileSync(`${folder}/gramtab-opencorpora-int.json`, 'utf8'));
  const suffixes: string[] = JSON.parse(readFileSync(`${folder}/suffixes.json`, 'utf8'));
  const paradigms = paradigmsOf(readFileSync(`${folder}/paradigms.array`));
  const prefixes = ['', 'по', 'наи'];
  const decoder = new TextDecoder('windows-1251');
  const known = tags.map((tag) => tagged(tag, names));
  const samples: Sample[] = [];
  for (const key of keysOf(readFileSync(`${folder}/words.dawg`))) {
    const cut = key.indexOf(1);
    const word = decoder.decode(key.subarray(0, cut));
    const [high, low, highPlace, lowPlace] = key.subarray(cut + 1);
    // Two numbers in seven-bit pieces, so that no byte is zero.
    const paradigm = paradigms[((high! ^ 1) << 6) + (low! >> 1)]!;
    const place = ((highPlace! ^ 1) << 6) + (lowPlace! >> 1);
    const count = paradigm.length / 3;
    const tag = known[paradigm[count + place]!];
    if (tag === undefined) continue;
    const prefix = prefixes[paradigm[2 * count + place]!]!;
    const stem = word.slice(prefix.length, word.length - suffixes[paradigm[place]!]!.length);
    const lemma = prefixes[paradigm[2 * count]!]! + stem + suffixes[paradigm[0]!]!;
    if (names === GRAMMEMES && tag.feats.includes('VerbForm=Part') && hash(lemma) % PARTICIPLES_OF !== 0) continue;
    add(samples, word, lemma, tag);
    if (word.includes('ё')) add(samples, word.replaceAll('ё', 'е'), lemma.replaceAll('ё', 'е'), tag);
  }
  return samples;
}

function add(
  samples: Sample[],
  word: string,
  lemma: string,
  tag: { upos: number; feats: string; isName: boolean },
): void {
  const cased = (text: string): string => (tag.isName ? text.charAt(0).toUpperCase() + text.slice(1) : text);
  samples.push({ form: cased(word), lemma: cased(lemma), upos: tag.upos, feats: tag.feats, weight: DICTIONARY_WEIGHT });
}

function hash(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at++) value = (Math.imul(value, 31) + text.charCodeAt(at)) >>> 0;
  return value;
}
