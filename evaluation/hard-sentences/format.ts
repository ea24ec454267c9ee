import type { Doc } from '../../src/language/index.ts';

/** A relation that a hard sentence must have, words by their place in the sentence; -1 for the head of the root. */
export interface ExpectedArc {
  /** The relations that are right: more than one where treebanks differ. */
  readonly relations: readonly string[];
  /** What it is listed as: `agent` is an `obl`. */
  readonly name: string;
  readonly head: readonly number[];
  readonly dependent: readonly number[];
}

export interface HardSentence {
  readonly text: string;
  /** Lines of relations, as written: `nsubj: agreed > sides; met > they`. */
  readonly lines: readonly string[];
}

/** The sentences of a file: a line of text, then a line for each relation; an empty line between two sentences. */
export function readHardSentences(file: string): HardSentence[] {
  return file
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const [text = '', ...lines] = block.split('\n');
      return { text, lines };
    });
}

/** The arcs that a sentence's lines ask for. Throws where a word does not stand in the sentence. */
export function expectedArcs({ lines }: HardSentence, doc: Doc): ExpectedArc[] {
  return lines.flatMap((line) => {
    const [name = '', arcs = ''] = line.split(': ');
    const relations = name === 'agent' ? ['obl'] : name.split('|');
    return arcs.split('; ').flatMap((arc): ExpectedArc[] => {
      if (name === 'root') return [{ relations, name, head: [-1], dependent: placesOf(arc, doc) }];
      const [head = '', dependents = ''] = arc.split(' > ');
      return dependents
        .split(', ')
        .map((dependent) => ({ relations, name, head: placesOf(head, doc), dependent: placesOf(dependent, doc) }));
    });
  });
}

/** The tokens that `word`, `word#2` (its second) or `this|that` names. */
function placesOf(words: string, doc: Doc): number[] {
  return words.split('|').map((word) => {
    const [form, nth = '1'] = word.split('#');
    const places = Array.from({ length: doc.length }, (_, token) => token).filter((token) => doc.form(token) === form);
    const place = places[Number(nth) - 1];
    if (place === undefined) throw new Error(`no word "${word}" in "${doc.text}"`);
    return place;
  });
}

/** Whether a parsed sentence has the arc. */
export function hasArc(doc: Doc, { relations, head, dependent }: ExpectedArc): boolean {
  return dependent.some(
    (token) => head.includes(doc.head(token)) && (head[0] === -1 || relations.includes(doc.relation(token))),
  );
}
