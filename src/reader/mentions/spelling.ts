/** Letters that transliterations write in several ways, brought to one; longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dzh|zh|dj|ж|дж/g, 'j'],
  [/kh|х/g, 'h'],
  [/shch|щ|sh|ш/g, 's'],
  [/ch|ч|tch/g, 'c'],
  [/ts|ц/g, 'c'],
  [/ck|q|к|қ/g, 'k'],
  [/w|в|ў/g, 'v'],
  [/ph|ф/g, 'f'],
  [/x/g, 'ks'],
  [/б/g, 'b'],
  [/г|ғ/g, 'g'],
  [/д/g, 'd'],
  [/з/g, 'z'],
  [/л/g, 'l'],
  [/м/g, 'm'],
  [/н|ң/g, 'n'],
  [/п/g, 'p'],
  [/р/g, 'r'],
  [/с/g, 's'],
  [/т/g, 't'],
  [/һ/g, 'h'],
];

const remembered = new Map<string, string>();
const REMEMBERED = 20_000;

/** The consonants of a name, in one transliteration: Rahmon and Rakhmon, Japarov and Zhaparov, «Жапаров» come out alike. */
function skeletonOf(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  let skeleton = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'ʼ-]/gu, '');
  for (const [pattern, sound] of SOUNDS) skeleton = skeleton.replace(pattern, sound);
  skeleton = skeleton.replace(/[^bcdfghjklmnprstvz]/g, '').replace(/(.)\1+/g, '$1');
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(name, skeleton);
  return skeleton;
}

/** Consonants that Russian and Turkic case endings can add to a name: «Мирзиёевым», «Жапаровпен». */
const ENDING = /^(?:m|mi|h|g|n|ny|nyn|pn|bn|mn|d|t|dn|tn|g[oa])?$/;

/** Whether two words can be one name in two spellings or cases. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = [skeletonOf(a), skeletonOf(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length < 2 || !sameInitial(a, b)) return false;
  return short === long
    ? Math.abs(a.length - b.length) < 4
    : /\p{Script=Cyrillic}/u.test(a + b) && long.startsWith(short) && ENDING.test(long.slice(short.length));
}

/** Whether two words begin with the same sound: “Joe” and “Joseph”. */
export function beginAlike(a: string, b: string): boolean {
  return sameInitial(a, b) && skeletonOf(a)[0] === skeletonOf(b)[0];
}

/** A vowel in front must be the same vowel. */
function sameInitial(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => /^[aeiouyаеёиоуыэюяәөүұі]/iu.exec(name)?.[0].toLowerCase());
  return x === y;
}
