import { type ActorId, principalOf } from '../model/index.ts';
import { foldWord } from './fold.ts';
import { table } from './load.ts';
import { officeOf } from './offices.ts';
import { organizationOf } from './organizations.ts';
import { stateOf } from './states.ts';

/** Whether the id names a known state or organization, or somebody of one. */
export function isKnownActor(id: ActorId): boolean {
  const principal = principalOf(id);
  return (
    stateOf(principal) !== undefined || organizationOf(id) !== undefined || organizationOf(principal) !== undefined
  );
}

/** The ids nearest to one that is not known, by code and by name, the nearest first: `KAZA`, `Kazakstan` → `KAZ`; `KAZ/presidnt` → `KAZ/president`. */
export function suggestActors(wrong: string, limit = 3): ActorId[] {
  const slash = wrong.indexOf('/');
  if (slash > 0 && isKnownActor(wrong.slice(0, slash))) return suggestOffices(wrong, slash, limit);
  const [principal = '', office] = wrong.split('/');
  const near = nearest(principal, candidates(), limit);
  return office === undefined || officeOf(office) === undefined ? near : near.map((id) => `${id}/${office}`);
}

function suggestOffices(wrong: string, slash: number, limit: number): ActorId[] {
  const offices = table('offices').map(({ slug }): Candidate => ({ id: slug, name: slug }));
  return nearest(wrong.slice(slash + 1), offices, limit).map((slug) => `${wrong.slice(0, slash)}/${slug}`);
}

interface Candidate {
  readonly id: ActorId;
  readonly name: string;
}

let all: readonly Candidate[] | undefined;

function candidates(): readonly Candidate[] {
  all ??= [
    ...table('states').flatMap(({ id, iso2, en, ru }) =>
      [id, iso2 ?? id, en.name, ...(en.names ?? []), ru.name].map((name) => ({ id, name })),
    ),
    ...table('organizations').flatMap(({ id, en, acronyms }) =>
      [id, ...en, ...(acronyms?.en ?? []), ...(acronyms?.ru ?? [])].map((name) => ({ id, name })),
    ),
  ].map(({ id, name }) => ({ id, name: foldWord(name.replace(/^[=+]/u, '')) }));
  return all;
}

function nearest(wrong: string, among: readonly Candidate[], limit: number): ActorId[] {
  const folded = foldWord(wrong);
  const most = Math.max(1, Math.floor(folded.length / 3));
  const scored = among
    .map(({ id, name }) => ({ id, distance: editDistance(folded, name) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return [...new Set(scored.map(({ id }) => id))].slice(0, limit);
}

/** The number of letters to insert, delete, replace or swap with their neighbour (Damerau; optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
