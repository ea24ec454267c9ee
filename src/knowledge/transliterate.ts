import { foldWord } from './fold.ts';

/** Cyrillic consonants of Russian and its neighbours as the sound that their Latin spellings come to as well. */
const CONSONANTS = [
  'бb вv гg ғg ґg дd жj җj ҷj ћc ђj зz кk қk лl љl мm нn ңn њn пp рr сs тt фf хh ҳh һh цs чc шx щx џj',
  'bb dd ff gg hh jj kk ll mm nn pp rr ss tt vv zz ck qk wv',
].flatMap((line) => line.split(' '));

/** Vowels by classes in which spellings of one name agree: и, ы and y; у and w; е and э. */
const VOWELS = 'аa әa еe эe єe ёo оo өo уu үu ұu юu иi іi їi ыi йi яa aa ee ii oo uu yi'.split(' ');

/** Latin spellings of one consonant, longest first. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'ш'],
  ['tch', 'ч'],
  ['dzh', 'ж'],
  ['дж', 'ж'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['zh', 'j'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ts', 's'],
  ['dj', 'j'],
  ['ph', 'f'],
  ['th', 't'],
  ['ck', 'k'],
  ['x', 'ks'],
];

const GROUP = new RegExp(GROUPS.map(([letters]) => letters).join('|'), 'gu');
const GROUP_SOUNDS = new Map(GROUPS);
const SOUNDS = new Map([...CONSONANTS, ...VOWELS].map((pair) => [pair.charAt(0), pair.charAt(1)]));
const IS_VOWEL = /[aeiou]/u;

/** Accented letters that are sounds of their own: Žaparov, Çavuşoğlu. Texts without accents write them as the bare letter. */
const ACCENTED: Readonly<Record<string, string>> = { ž: 'zh', š: 'sh', ş: 'sh', ș: 'sh', č: 'ch', ç: 'ch', ć: 'ch' };
const ACCENT = new RegExp(`[${Object.keys(ACCENTED).join('')}]`, 'u');

/**
 * The key under which the usual spellings of a name's word meet, in Latin and in Cyrillic: a table turns letters into sounds, doubled
 * sounds become one, and vowels that meet become one unnamed vowel: Tokayev, Tokaev, Токаев → `tok-v`; Zhaparov, Japarov, Жапаров →
 * `japarov`; Mirziyoyev, Mirziyayev, Мирзиёев → `mirz-v`. A word with accented letters has two: Žaparov → `japarov`, `zaparov`.
 */
export function soundKeys(word: string): string[] {
  const lower = word.toLowerCase();
  const plain = keyOf(lower);
  if (!ACCENT.test(lower)) return [plain];
  return [...new Set([keyOf([...lower].map((letter) => ACCENTED[letter] ?? letter).join('')), plain])];
}

function keyOf(lower: string): string {
  const spelled = foldWord(lower).replace(GROUP, (letters) => GROUP_SOUNDS.get(letters) ?? letters);
  let key = '';
  for (const letter of spelled) key = appendSound(key, SOUNDS.get(letter) ?? '');
  return key;
}

function appendSound(key: string, sound: string): string {
  const last = key.charAt(key.length - 1);
  if (sound === '' || sound === last) return key;
  if (!IS_VOWEL.test(sound)) return key + sound;
  if (last === '-') return key;
  return IS_VOWEL.test(last) ? `${key.slice(0, -1)}-` : key + sound;
}

/** The coarse form of a sound key, for words that others confirm: all vowels alike, none at the end. Mohammed, Muhammad → `m-h-m-d`. */
export function coarse(soundKey: string): string {
  return soundKey.replace(/[aeiou-]+/gu, '-').replace(/(?<=.)-$/u, '');
}
