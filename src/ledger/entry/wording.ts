import type { Doc } from '../../language/index.ts';
import { type Figure, type Language, overlap, type Span, wordsOf } from '../../model/index.ts';
import { isNameTerm, isThingTerm, measureTerms, type PlacedTerm, termsIn, weightOf } from '../terms/terms.ts';

/** A document with its terms in their places. */
interface Placed {
  readonly doc: Doc;
  readonly placed: readonly PlacedTerm[];
}

/** What a mention is about: its own terms, and those that it leans on. */
interface Wording {
  readonly terms: readonly string[];
  readonly context: readonly string[];
}

/**
 * The terms of the words themselves and, as context, what they lean on where they do not tell what they are about ("open it next year"):
 * the rest of their sentence, and the sentence before where that does not tell either.
 */
export function wordingAround({ placed, doc }: Placed, spans: readonly Span[], figure?: Figure): Wording {
  const terms = [...new Set([...termsIn(placed, spans), ...measureTerms(figure?.measure)])].sort();
  const leans = hasPronoun(doc, spans);
  if (terms.some(isThingTerm) && !leans)
    return { terms, context: namesOfSame(placed, terms, wordsOf(doc.text, spans), sentencesOf(doc, spans, 1)) };
  const lent = (before: number) =>
    termsIn(placed, [sentencesOf(doc, spans, before)]).filter((term) => !terms.includes(term));
  const context = lent(0);
  return { terms, context: context.some(isThingTerm) && !leans ? context : lent(1) };
}

/** Code units between a thing and its name in one phrase. */
const BESIDE = 12;

/** Words for the rest or the whole of a kind: such things are not the one that was named. */
const OTHERS =
  /(?<![\p{L}])(?:other|another|remaining|all|each|every|several|остальн|друг|прочи|всех|все|кажд|ины|басқа|қалған|барлық|башка|калган|бардык)/iu;

/** "The crossing" has the name that stands beside the same thing around: "the Lapna crossing". */
function namesOfSame(placed: readonly PlacedTerm[], terms: readonly string[], words: string, around: Span): string[] {
  if (terms.some(isNameTerm) || OTHERS.test(words)) return [];
  const inside = placed.filter(({ span }) => overlap(span, around) > 0);
  const same = inside.filter(({ term }) => isThingTerm(term) && weightOf(term) >= 2 && terms.includes(term));
  const isBeside = (a: Span, b: Span) => Math.max(a[0], b[0]) - Math.min(a[1], b[1]) <= BESIDE;
  const names = inside.filter(({ term, span }) => isNameTerm(term) && same.some((one) => isBeside(one.span, span)));
  return [...new Set(names.map(({ term }) => term))].sort();
}

/** Pronouns that stand for the object of an undertaking. */
const PRONOUNS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['it', 'them', 'these', 'those']),
  ru: new Set(['его', 'её', 'ее', 'их', 'него', 'нее', 'неё', 'них', 'ним', 'ней', 'ними', 'этот', 'эту', 'этого']),
  kk: new Set(['оны', 'олар', 'оларды', 'оның']),
  ky: new Set(['аны', 'алар', 'аларды', 'анын']),
};

function hasPronoun(doc: Doc, spans: readonly Span[]): boolean {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  for (let token = doc.tokenAt(start); token < doc.length && doc.startOf(token) < end; token++)
    if (PRONOUNS[doc.language].has(doc.form(token).toLowerCase())) return true;
  return false;
}

/** The text's range of the sentences that the spans stand in, and of so many before them. */
export function sentencesOf(doc: Doc, spans: readonly Span[], before = 0): Span {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  if (doc.length === 0) return [start, end];
  const first = doc.sentenceOf(Math.min(doc.tokenAt(start), doc.length - 1));
  const last = doc.sentenceOf(Math.min(doc.tokenAt(Math.max(start, end - 1)), doc.length - 1));
  const [from] = doc.sentenceRange(Math.max(0, first - before));
  const [, to] = doc.sentenceRange(last);
  return [Math.min(start, doc.startOf(from)), Math.max(end, doc.endOf(to - 1))];
}
