// Proper names across scripts: Camalsay, «Жамалсай» and "Jamalsai" must meet. A name is reduced to the skeleton of its consonants,
// which is what spellings by ear and endings of cases leave alone.

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
  ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i',
}; // biome-ignore format: a table of letters

/** Latin spellings of one sound, as the press services of the region write them. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'ch'],
  [/dzh|dj|zh/g, 'j'],
  [/y/g, 'i'],
  [/kh/g, 'h'],
  [/(?<![a-z])h(?=[aeiou])/g, 'g'],
  [/gh/g, 'g'],
  [/c(?=[ei])/g, 's'],
  [/q|c(?![h])/g, 'k'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/shch/g, 'sh'],
];

/** The word in plain Latin letters, lower case, spelled by sound. */
export function romanize(word: string): string {
  const lower = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/и\u0306/g, 'й')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '');
  const latin = Array.from(lower, (letter) => CYRILLIC[letter] ?? letter)
    .join('')
    .replaceAll('dj', 'j');
  return LATIN.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);
}

/** The consonants of a name, its first letter kept: `Lapna` and «Лапна» → `lpn`. */
export function skeletonOf(word: string): string {
  const sounds = romanize(word).replace(/[^a-z]/g, '');
  return (sounds.slice(0, 1) + sounds.slice(1).replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1');
}

/** Shortest skeleton that a longer name may begin with by more than chance, whatever follows. */
const LONG = 5;
const SHORTEST = 3;

/** What is left of the endings of cases and adjectives in the languages read: -ский, -ов, -дан, -нын, -say. */
const ENDING = /^(?:n?sk[gmh]?|[mvhdgktns]|dn|tn|nn)$/;

/** Whether two skeletons are one name, be it with the ending of a case or adjective: `kmbrt`, `kmbrtnsk`; but not `akt`, `aktb`. */
export function sameSkeleton(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length < SHORTEST || !long.startsWith(short) || short.length * 2 < long.length) return false;
  return short.length >= LONG || ENDING.test(long.slice(short.length));
}
