import { isDash } from './fold.ts';
import type { NameEntry, NameMatch } from './names.ts';

const JOINING = new Set(['state', 'demonym', 'compound']);

/** Two states, or their adjectives, joined by a hyphen become one match: "Kazakh-Kyrgyz", «казахско-кыргызский», "India–Mongolia". */
export function joinCompounds(words: readonly string[], matches: readonly NameMatch[]): NameMatch[] {
  const joined: NameMatch[] = [];
  for (const match of matches) {
    const before = joined.at(-1);
    const compound = before === undefined || !areHyphened(words, before, match) ? undefined : compoundOf(before, match);
    if (compound === undefined) joined.push(match);
    else joined[joined.length - 1] = compound;
  }
  return joined;
}

function areHyphened(words: readonly string[], a: NameMatch, b: NameMatch): boolean {
  if (a.last === b.first) return true;
  return b.first === a.last + 2 && isDash(words[a.last + 1]!) && words[a.last + 1] !== '—';
}

function compoundOf(a: NameMatch, b: NameMatch): NameMatch | undefined {
  const left = a.entries.find(({ kind }) => JOINING.has(kind));
  const right = b.entries.find(({ kind }) => JOINING.has(kind));
  if (left === undefined || right === undefined || left.ids.some((id) => right.ids.includes(id))) return undefined;
  const entry: NameEntry = { kind: 'compound', ids: [...left.ids, ...right.ids] };
  return { first: a.first, last: b.last, entries: [entry] };
}
