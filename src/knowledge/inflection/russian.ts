/**
 * Russian case forms by rule, from the nominative: nom, gen, dat, acc, ins, loc, each with all its variants. Rules overgenerate a little
 * (both accusatives, both instrumentals, both genitives plural) since forms are only looked up, never shown.
 */
type Cases = readonly (readonly string[])[];

type Gender = 'masculine' | 'feminine' | 'neuter' | 'plural';

const CASE_COUNT = 6;

/** Endings of adjectives by gender in the six cases; `y` stands for ы or и by the stem. */
const ADJECTIVE: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['', 'ого', 'ому', '|ого', 'ym', 'ом'],
  feminine: ['ая', 'ой', 'ой', 'ую', 'ой|ою', 'ой'],
  neuter: ['ое', 'ого', 'ому', 'ое', 'ym', 'ом'],
  plural: ['yе', 'yх', 'ym', 'yе|yх', 'ymи', 'yх'],
};

/** The same with a soft stem: средний, внешняя. */
const SOFT_ADJECTIVE: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['', 'его', 'ему', '|его', 'им', 'ем'],
  feminine: ['яя', 'ей', 'ей', 'юю', 'ей', 'ей'],
  neuter: ['ее', 'его', 'ему', 'ее', 'им', 'ем'],
  plural: ['ие', 'их', 'им', 'ие|их', 'ими', 'их'],
};

const ADJECTIVE_ENDINGS: readonly (readonly [RegExp, Gender, boolean])[] = [
  [/(?<=[нщч])ий$/u, 'masculine', true],
  [/(?:ый|ий|ой)$/u, 'masculine', false],
  [/ая$/u, 'feminine', false],
  [/яя$/u, 'feminine', true],
  [/ое$/u, 'neuter', false],
  [/ее$/u, 'neuter', true],
  [/(?<=[нщч])ие$/u, 'plural', true],
  // Nouns in -ание, -ение, -тие are no adjectives.
  [/(?:ые|(?<![ае]н|т)ие)$/u, 'plural', false],
];

interface Adjective {
  readonly stem: string;
  readonly gender: Gender;
  readonly soft: boolean;
}

const adjectives = new Map<string, Adjective | undefined>();

function adjectiveOf(word: string): Adjective | undefined {
  if (!adjectives.has(word)) adjectives.set(word, analyseAdjective(word));
  return adjectives.get(word);
}

/** Nouns that end like adjectives. */
const NO_ADJECTIVES = new Set(['ханой', 'маврикий']);

function analyseAdjective(word: string): Adjective | undefined {
  if (NO_ADJECTIVES.has(word.toLowerCase())) return undefined;
  for (const [ending, gender, soft] of ADJECTIVE_ENDINGS) {
    const at = word.search(ending);
    if (at > 2) return { stem: word.slice(0, at), gender, soft };
  }
  return undefined;
}

function adjectiveCases(word: string, { stem, gender, soft }: Adjective): Cases {
  const vowel = /[гкхжшщч]$/u.test(stem) ? 'и' : 'ы';
  return (soft ? SOFT_ADJECTIVE : ADJECTIVE)[gender].map((endings) =>
    endings.split('|').map((ending) => (ending === '' ? word : stem + ending.replace('y', vowel).replace('m', 'м'))),
  );
}

/** The nominative plural of a name: `государственный советник` → `государственные советники`. */
export function pluralOf(name: string): string {
  const [changing, fixed] = splitName(name);
  const words = changing.map((word) => {
    const adjective = adjectiveOf(word);
    return adjective === undefined
      ? pluralNoun(word)
      : adjectiveCases(word, { ...adjective, gender: 'plural' })[0]![0]!;
  });
  return [...words, fixed].join(' ').trim();
}

function pluralNoun(word: string): string {
  const rule = PLURAL_ENDINGS.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}

const PLURAL_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ец$/u, 'цы'],
  [/[ьйя]$/u, 'и'],
  [/(?<=[гкхжшчщ])а?$/u, 'и'],
  [/ство$/u, 'ства'],
  [/ие$/u, 'ия'],
  [/(?<=[бвдзлмнпрстфц])а?$/u, 'ы'],
];

/** Every form of an adjective in all genders and numbers: `казахстанский` → `казахстанского`, `казахстанская`, … */
export function adjectiveForms(word: string): string[] {
  const adjective = adjectiveOf(word);
  if (adjective === undefined) return [word];
  const genders = Object.keys(ADJECTIVE) as Gender[];
  const forms = genders.flatMap((gender) => adjectiveCases(word, { ...adjective, gender }).flat());
  return [...new Set(forms)];
}

/** Declensions of nouns: how the nominative ends, how much of it is ending, and the other five cases. */
const NOUNS: readonly (readonly [ending: RegExp, cut: number, cases: readonly string[]])[] = [
  [/ия$/u, 1, ['и', 'и', 'ю', 'ей', 'и']],
  [/[жшчщц]а$/u, 1, ['и|ы', 'е', 'у', 'ей|ой', 'е']],
  [/[гкх]а$/u, 1, ['и', 'е', 'у', 'ой', 'е']],
  [/а$/u, 1, ['ы', 'е', 'у', 'ой|ою', 'е']],
  [/я$/u, 1, ['и', 'е', 'ю', 'ей', 'е']],
  [/ие$/u, 1, ['я', 'ю', 'е', 'ем', 'и']],
  [/ство$/u, 1, ['а', 'у', 'о', 'ом', 'е']],
  [/ий$/u, 1, ['я', 'ю', 'й|я', 'ем', 'и']],
  [/[аеиоуыэюя]й$/u, 1, ['я', 'ю', 'й|я', 'ем', 'е']],
  [/ец$/u, 2, ['ца', 'цу', 'ец|ца', 'цем|цом', 'це']],
  [/[жшчщц]$/u, 0, ['а', 'у', '|а', 'ем|ом', 'е']],
  [/ь$/u, 1, ['я|и', 'ю|и', 'ь|я', 'ем|ем|ью', 'е|и']],
  [/[бвгдзклмнпрстфх]$/u, 0, ['а', 'у', '|а', 'ом', 'е']],
];

/** Declensions of nouns in the plural. */
const PLURALS: readonly (readonly [ending: RegExp, cut: number, cases: readonly string[]])[] = [
  [/ии$/u, 1, ['й', 'ям', 'и', 'ями', 'ях']],
  [/цы$/u, 1, ['ев|ов|', 'ам', 'ы|ев|ов', 'ами', 'ах']],
  [/ане$/u, 1, ['', 'ам', '', 'ами', 'ах']],
  [/ы$/u, 1, ['ов|', 'ам', 'ы|ов', 'ами', 'ах']],
  [/[гкхжшчщ]и$/u, 1, ['ов|ей|', 'ам', 'и|ов|ей', 'ами', 'ах']],
  [/и$/u, 1, ['ей|ев|й|ь', 'ям', 'и|ей|ев', 'ями', 'ях']],
  [/а$/u, 1, ['ов|', 'ам', 'а|ов', 'ами', 'ах']],
];

function decline(word: string, table: typeof NOUNS): Cases {
  const rule = table.find(([ending]) => ending.test(word));
  if (rule === undefined) return Array.from({ length: CASE_COUNT }, () => [word]);
  const stem = word.slice(0, word.length - rule[1]);
  return [[word], ...rule[2].map((endings) => endings.split('|').map((ending) => stem + ending))];
}

const nouns = new Map<string, Cases>();

/** The six cases of a noun in the singular; of a plural where `plural` says that it is one. Words recur in many names: each is declined once. */
export function nounCases(word: string, plural = false): Cases {
  const key = plural ? `+${word}` : word;
  const known = nouns.get(key);
  if (known !== undefined) return known;
  const cases = declineLast(word, plural);
  nouns.set(key, cases);
  return cases;
}

/** Of a hyphenated word the last part changes: премьер-министра. */
function declineLast(word: string, plural: boolean): Cases {
  const hyphen = word.lastIndexOf('-');
  const cases = decline(word.slice(hyphen + 1), plural ? PLURALS : NOUNS);
  return cases.map((forms) => forms.map((form) => word.slice(0, hyphen + 1) + form));
}

/**
 * Every case of a name of one or more words. The adjectives before the first noun agree with it, what follows it stands still:
 * `Кыргызская Республика`, `Организация Объединённых Наций`, `Объединённые Арабские Эмираты`. A name that begins with `=` does not change,
 * `&` that both of two joined by и do,
 * `+` marks a lone noun as a plural (`+Филиппины`), `|` ends the changing part where it is longer (`Президент-председатель| правления`).
 */
export function nameForms(name: string): string[] {
  return [...new Set(nameCases(name).flat())];
}

/** The genitive of a name: «Президент Кыргызской Республики». A name that does not change is its own. */
export function genitiveOf(name: string): string {
  return nameCases(name)[1]?.[0] ?? name;
}

function nameCases(name: string): Cases {
  if (name.startsWith('=')) return Array.from({ length: CASE_COUNT }, () => [name.slice(1)]);
  if (name.startsWith('&')) return coordinatedCases(name.slice(1));
  const marked = name.startsWith('+');
  const [changing, fixed] = splitName(marked ? name.slice(1) : name);
  if (changing.length === 0) return [[fixed]];
  const rest = fixed === '' ? '' : ` ${fixed}`;
  return casesOf(changing, marked).map((forms) => forms.map((form) => form + rest));
}

/** Босния и Герцеговина, Боснии и Герцеговины, …: both halves in the same case. */
function coordinatedCases(name: string): Cases {
  const [left = [], right = []] = name.split(' и ').map((half) => casesOf(half.split(' '), false));
  return left.map((forms, index) => product([forms, ['и'], right[index] ?? []]));
}

function splitName(name: string): [changing: string[], fixed: string] {
  const bar = name.indexOf('|');
  if (bar >= 0) return [name.slice(0, bar).trim().split(' '), name.slice(bar + 1).trim()];
  const words = name.split(' ');
  const head = words.findIndex((word) => adjectiveOf(word) === undefined);
  const end = head < 0 ? words.length : head + 1;
  return [words.slice(0, end), words.slice(end).join(' ')];
}

function casesOf(words: readonly string[], plural: boolean): string[][] {
  const agreeing = words.some((word) => adjectiveOf(word)?.gender === 'plural');
  const columns = words.map((word): Cases => {
    const adjective = adjectiveOf(word);
    return adjective === undefined ? nounCases(word, plural || agreeing) : adjectiveCases(word, adjective);
  });
  return Array.from({ length: CASE_COUNT }, (_, index) => product(columns.map((column) => column[index] ?? [])));
}

/** All ways to take one word of each column, joined by spaces. */
function product(columns: readonly (readonly string[])[]): string[] {
  return columns.reduce<string[]>(
    (lines, column) => lines.flatMap((line) => column.map((word) => (line === '' ? word : `${line} ${word}`))),
    [''],
  );
}
