import type { Doc } from '../../language/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import { atomsOf } from '../words/index.ts';
import { cuesOf } from './vocabulary.ts';

/** The areas (codebook, section 7) that the words from `first` to `last`, both within, speak of, in the codebook's order. */
export function areasOf(doc: Doc, first: number, last: number): Area[] {
  const atoms = atomsOf(doc, first, last + 1);
  const cues = cuesOf(doc.language);
  const found = new Set<Area>();
  const wordAt = (index: number): string | undefined => atoms[index]?.key;
  for (let at = 0; at < atoms.length; ) {
    const cue = atoms[at]!.kind === 'word' ? cues.match(wordAt, at) : undefined;
    for (const area of cue?.value ?? []) found.add(area);
    at += cue?.length ?? 1;
  }
  if (found.size > 1) found.delete('politics');
  return AREAS.filter((area) => found.has(area));
}
