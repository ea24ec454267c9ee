// Writes a Russian treebank in which about half of the nouns, verbs and adjectives are others of the OpenCorpora dictionary in the same form,
// so that a parser meets many more endings and stems than a small treebank has: Russian readers' words are mostly unknown to it.
// The trees stay as they are, but that a verb is put before the subject that opens a sentence, as official Russian likes to
// («Подписан ряд документов»), in half of the sentences where that can be done. `node training/augment.ts TREEBANK.conllu DICTS > augmented.conllu`, DICTS being `dicts/` of the
// npm package `az`; a number behind it begins another series of choices.
import { readFileSync } from 'node:fs';
import { UPOS } from '../src/language/index.ts';
import { ALL_GRAMMEMES, dictionarySamples } from './opencorpora.ts';

type Features = Readonly<Record<string, string | undefined>>;

/** What two words must have in common to stand in for each other. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  NOUN: ['Animacy', 'Case', 'Gender', 'Number'],
  ADJ: ['Case', 'Degree', 'Gender', 'Number', 'Variant'],
  VERB: ['Aspect', 'Gender', 'Mood', 'Number', 'Person', 'Tense', 'VerbForm', 'Case', 'Variant', 'Voice', 'Transitive'],
};
const REPLACED = 0.55;
const SHORTEST = 4;
const TRANSITIVE = ['Yes', 'No', undefined];

const random = randomNumbers(Number(process.argv[4] ?? 12345));

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function featuresOf(feats: string): Features {
  return Object.fromEntries(feats === '_' ? [] : feats.split('|').map((pair) => pair.split('=')));
}

/** The key under which words in the same form meet; undefined for parts of speech that are left alone. */
function formKey(upos: string, form: string, features: Features): string | undefined {
  const names = COMMON[upos];
  if (names === undefined) return undefined;
  const { VerbForm, Voice, Variant, Number: number } = features;
  const isPassive = VerbForm === 'Part' && Voice === 'Pass';
  const made: Features = {
    ...features,
    Gender: upos === 'NOUN' && number === 'Plur' ? undefined : features.Gender,
    Case: Variant === 'Short' ? undefined : features.Case,
    Voice: isPassive ? 'Pass' : /(?:ся|сь)$/.test(form) ? 'Mid' : 'Act',
    Mood: VerbForm === 'Fin' ? (features.Mood ?? 'Ind') : undefined,
    Transitive: isPassive ? undefined : features.Transitive,
  };
  return [upos, ...names.map((name) => made[name] ?? '')].join('|');
}

function indexDictionary(folder: string): Map<string, { form: string; lemma: string }[]> {
  const index = new Map<string, { form: string; lemma: string }[]>();
  for (const { form, lemma, upos, feats } of dictionarySamples(folder, ALL_GRAMMEMES)) {
    const key = formKey(UPOS[upos]!, form, featuresOf(feats));
    if (key === undefined || form.length < SHORTEST) continue;
    const list = index.get(key);
    if (list === undefined) index.set(key, [{ form, lemma }]);
    else list.push({ form, lemma });
  }
  return index;
}

function capitalizedLike(original: string, form: string): string {
  if (original.length > 1 && original === original.toUpperCase()) return form.toUpperCase();
  return original[0] === original[0]!.toLowerCase() ? form : form[0]!.toUpperCase() + form.slice(1);
}

function replaceWord(cells: readonly string[], takesObject: boolean): string[] {
  const [, form = '', , upos = '', , feats = ''] = cells;
  const features = featuresOf(feats);
  const wanted = takesObject ? 'Yes' : random() < 0.5 ? 'No' : 'Yes';
  for (const Transitive of new Set([wanted, ...TRANSITIVE])) {
    const list = dictionary.get(formKey(upos, form, { ...features, Transitive }) ?? '');
    if (list === undefined) continue;
    const word = list[Math.floor(random() * list.length)]!;
    return [cells[0]!, capitalizedLike(form, word.form), word.lemma, ...cells.slice(3)];
  }
  return [...cells];
}

function isReplaceable([, form = '', , upos = '', , , , relation = '']: readonly string[]): boolean {
  return upos in COMMON && form.length >= SHORTEST && relation !== 'cop' && !relation.startsWith('aux');
}

/** The sentence with its root before a subject that opens it; undefined where the two do not stand side by side. */
function withVerbInFront(rows: readonly (readonly string[])[]): string[][] | undefined {
  const words = rows.filter((cells) => /^\d+$/.test(cells[0]!));
  const root = words.findIndex((cells) => cells[7] === 'root');
  const subject = words
    .slice(0, Math.max(root, 0))
    .findIndex((cells) => cells[7]!.startsWith('nsubj') && cells[6] === String(root + 1));
  if (subject < 0 || words[root]![3] !== 'VERB' || words.length < rows.filter((cells) => cells.length === 10).length)
    return undefined;
  const stays = words
    .slice(0, root)
    .every((cells, at) => at === subject || (Number(cells[6]) - 1 < root && Number(cells[6]) > 0));
  if (!stays) return undefined;
  // The root comes first, what stood before it one place later.
  const moved = (id: number): number => (id === root + 1 ? 1 : id > 0 && id <= root ? id + 1 : id);
  const order = [words[root]!, ...words.slice(0, root), ...words.slice(root + 1)];
  return order.map((cells, at) => [
    String(at + 1),
    ...cells.slice(1, 6),
    String(moved(Number(cells[6]))),
    ...cells.slice(7),
  ]);
}

function swapCapitals(rows: string[][]): string[][] {
  const [verb, next] = rows;
  if (verb === undefined || next === undefined) return rows;
  verb[1] = verb[1]![0]!.toUpperCase() + verb[1]!.slice(1);
  if (next[3] !== 'PROPN' && next[1] !== next[1]!.toUpperCase())
    next[1] = next[1]![0]!.toLowerCase() + next[1]!.slice(1);
  return rows;
}

const [treebank, dicts] = process.argv.slice(2);
const dictionary = indexDictionary(dicts!);
for (const sentence of readFileSync(treebank!, 'utf8').split('\n\n').filter(Boolean)) {
  const rows = sentence.split('\n').map((line) => line.split('\t'));
  const withObject = new Set(rows.filter((cells) => cells[7] === 'obj').map((cells) => cells[6]));
  const words = rows
    .filter((cells) => cells.length === 10)
    .map((cells) =>
      isReplaceable(cells) && random() < REPLACED ? replaceWord(cells, withObject.has(cells[0])) : cells,
    );
  const reordered = random() < 0.5 ? withVerbInFront(words) : undefined;
  console.log(
    `${(reordered === undefined ? words : swapCapitals(reordered)).map((cells) => cells.join('\t')).join('\n')}\n`,
  );
}
