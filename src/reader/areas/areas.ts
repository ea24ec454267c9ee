import type { Doc } from '../../language/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import type { Block } from '../setting.ts';
import { atomsOf } from '../words/index.ts';
import { cuesOf } from './vocabulary.ts';

/** The areas (codebook, section 7) that the words from `first` to `last`, both within, speak of, in the codebook's order. */
export function areasOf(doc: Doc, first: number, last: number): Area[] {
  const key = first * doc.length + last;
  let found = foundIn.get(doc);
  if (found === undefined) {
    found = new Map();
    foundIn.set(doc, found);
  }
  let areas = found.get(key);
  if (areas === undefined) {
    areas = findAreas(doc, first, last);
    found.set(key, areas);
  }
  return [...areas];
}

/** What was found in the stretches of a document: sentences are asked about again and again. */
const foundIn = new WeakMap<Doc, Map<number, readonly Area[]>>();

function findAreas(doc: Doc, first: number, last: number): Area[] {
  const atoms = atomsOf(doc, first, last + 1);
  const cues = cuesOf(doc.language);
  const firm = new Set<Area>();
  const faint = new Set<Area>();
  const wordAt = (index: number): string | undefined => atoms[index]?.key;
  for (let at = 0; at < atoms.length; ) {
    const cue = atoms[at]!.kind === 'word' ? cues.match(wordAt, at) : undefined;
    for (const area of cue?.value.firm ?? []) firm.add(area);
    for (const area of cue?.value.faint ?? []) faint.add(area);
    at += cue?.length ?? 1;
  }
  const found = firm.size > 0 ? firm : faint;
  if (found.size > 1 && found === faint) found.delete('politics');
  return AREAS.filter((area) => found.has(area));
}

/**
 * The areas of an undertaking or claim. Where its own words name none (“bring it to $2 billion”), those of the words before it in its
 * sentence, or else of the nearest earlier sentence that names any, down to the one of the token `from`: the head of its paragraph,
 * since a new paragraph is a new subject more often than not.
 */
export function areasInContext(doc: Doc, first: number, last: number, from: number): Area[] {
  const own = areasOf(doc, first, last);
  if (own.length > 0) return own;
  const sentence = doc.sentenceOf(first);
  const [start] = doc.sentenceRange(sentence);
  let found = areasOf(doc, start, last);
  for (let earlier = sentence - 1; found.length === 0 && earlier >= 0; earlier--) {
    const [begin, end] = doc.sentenceRange(earlier);
    if (begin < from) break;
    found = areasOf(doc, begin, end - 1);
  }
  return found;
}

/** A document as its areas are sought: its words, and which of them are headlines. */
export interface Laid {
  readonly doc: Doc;
  readonly blocks: readonly Block[];
}

/** Of the sentences that name an area, the share that must name one for the text to be about it. */
const THEME_SHARE = 0.5;
/** The same of an area that the headline names too. */
const TOPIC_SHARE = 0.45;

/** The areas that the headline names; found once a document. */
const headlineOf = onceADocument(({ doc, blocks }) => {
  const headlines = blocks.filter(({ kind }) => kind === 'headline');
  return unique(headlines.flatMap(({ body, end }) => areasOf(doc, body, end - 1)));
});

/** What share of the sentences that name any area names each. */
const sharesOf = onceADocument(({ doc }): ReadonlyMap<Area, number> => {
  const sentences = Array.from({ length: doc.sentenceCount }, (_, sentence) => {
    const [begin, end] = doc.sentenceRange(sentence);
    return areasOf(doc, begin, end - 1);
  }).filter((areas) => areas.length > 0);
  const share = (area: Area): number => sentences.filter((areas) => areas.includes(area)).length / sentences.length;
  return new Map(unique(sentences.flat()).map((area) => [area, share(area)]));
});

/** What the text is mostly about. */
function themeOf(laid: Laid): readonly Area[] {
  return spokenOf(laid, AREAS, THEME_SHARE);
}

/** What the text is about by its headline, too. Few headlines name an area, and only then are the sentences looked through. */
function topicOf(laid: Laid): readonly Area[] {
  const headline = headlineOf(laid);
  return headline.length === 0 ? headline : spokenOf(laid, headline, TOPIC_SHARE);
}

/** Of the areas, politics apart, those that at least such a share of the sentences names. */
function spokenOf(laid: Laid, areas: readonly Area[], least: number): readonly Area[] {
  const shares = sharesOf(laid);
  return areas.filter((area) => area !== 'politics' && (shares.get(area) ?? 0) >= least);
}

function onceADocument<T>(find: (laid: Laid) => T): (laid: Laid) => T {
  const known = new WeakMap<Doc, { readonly found: T }>();
  return (laid) => {
    const before = known.get(laid.doc);
    if (before !== undefined) return before.found;
    const found = find(laid);
    known.set(laid.doc, { found });
    return found;
  };
}

function unique(areas: readonly Area[]): Area[] {
  return AREAS.filter((area) => areas.includes(area));
}

/**
 * As `areasInContext`, down to the token `from`. Of several areas taken from other words, those that the headline names too are meant;
 * where there are none, those that the text is mostly about.
 */
export function areasInText(laid: Laid, first: number, last: number, from: number): readonly Area[] {
  const own = areasOf(laid.doc, first, last);
  if (own.length > 0) return own;
  const found = areasInContext(laid.doc, first, last, from);
  const meant = found.filter((area) => headlineOf(laid).includes(area));
  return meant.length > 0 ? meant : found.length > 0 ? found : themeOf(laid);
}

/** As `areasInText`, and beside them what the whole text is about: a text on a power line speaks of energy when it speaks of its loan. */
export function areasOnTopic(laid: Laid, first: number, last: number, from: number): readonly Area[] {
  return unique([...areasInText(laid, first, last, from), ...topicOf(laid)]);
}
