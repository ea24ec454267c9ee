import type { Language, Span } from '../../model/index.ts';
import type { BlockKind } from '../setting.ts';
import { type LayoutCues, layoutCues, showsCue } from './cues.ts';
import { datelineAlone, datelineOf } from './dateline.ts';
import { isTurn, questionsOf } from './turns.ts';

/** The lines of a text and what they are taken for so far. */
interface Lines {
  readonly text: readonly string[];
  readonly cues: LayoutCues;
  readonly language: Language;
}

type Kinds = readonly (BlockKind | undefined)[];

/** What part each paragraph plays; the steps go from the surest signs to the weakest, and no step overrules an earlier one. */
export function kindsOf(text: string, paragraphs: readonly Span[], language: Language): BlockKind[] {
  const lines: Lines = {
    text: paragraphs.map(([start, end]) => text.slice(start, end)),
    cues: layoutCues(language),
    language,
  };
  let kinds: Kinds = lines.text.map((line) => kindByCue(line, lines.cues));
  for (const step of [
    continueRelated,
    findHeadline,
    findSignature,
    findAnnex,
    findQuestions,
    findHeadings,
    findItems,
  ]) {
    const found = step(lines, kinds);
    kinds = kinds.map((kind, at) => kind ?? found[at]);
  }
  return kinds.map((kind) => kind ?? 'paragraph');
}

/** Page lines are short; a long one that happens to begin like one is a paragraph. */
const PAGE_LINE_LENGTH = 160;
const CLOCK = /^\d{1,2}:\d\d(?!\d)/u;

function kindByCue(line: string, cues: LayoutCues): BlockKind | undefined {
  const lower = line.toLowerCase();
  if (lower.length > PAGE_LINE_LENGTH) return undefined;
  if (showsCue(lower, cues.related)) return 'related';
  if (showsCue(lower, cues.caption)) return 'caption';
  if (showsCue(lower, cues.ignored) || !/\p{L}{2}/u.test(line) || CLOCK.test(line) || isTimestamp(line))
    return 'ignored';
  return undefined;
}

/** “18 February 2026 16:05 (UTC+04:00) · Updated 16:41”: little but a date and a clock. */
function isTimestamp(line: string): boolean {
  return /^\d{1,2}\s\p{L}+\.?,?\s\d{4}/u.test(line) && /\d{1,2}:\d\d/u.test(line) && !/[.!?]$/u.test(line);
}

/** Behind a bare “Read also” stands what to read. */
function continueRelated({ text, cues }: Lines, kinds: Kinds): Kinds {
  return text.map((_, at) => {
    const before = (text[at - 1] ?? '').replace(/[:►▶»>\s]+$/u, '').toLowerCase();
    return kinds[at - 1] === 'related' && cues.related.begins.includes(before) ? 'related' : undefined;
  });
}

const HEADLINE_LENGTH = 250;

/** The first line that is not of the page, where it looks like a title and something follows it. */
function findHeadline({ text, language }: Lines, kinds: Kinds): Kinds {
  const at = kinds.indexOf(undefined);
  const line = text[at] ?? '';
  const followed = kinds.slice(at + 1).includes(undefined);
  const isTitle = line.length <= HEADLINE_LENGTH && !/[^.]\.$|[:;,]$/u.test(line) && !isTurn(line);
  return headOnly(text, isTitle && followed && datelineOf(line, language) === undefined ? at : -1, 'headline');
}

function headOnly(text: readonly string[], at: number, kind: BlockKind): Kinds {
  return text.map((_, index) => (index === at ? kind : undefined));
}

const SIGNATURE_LENGTH = 140;

/** Among the last lines: who publishes it, or where and when it was done; a dateline on a line of its own too. */
function findSignature({ text, cues, language }: Lines, kinds: Kinds): Kinds {
  const open = text.flatMap((_, at) => (kinds[at] === undefined ? [at] : []));
  const last = new Set(open.slice(-3).filter((at) => at !== open[0]));
  return text.map((line, at) => {
    const short = kinds[at] === undefined && line.length <= SIGNATURE_LENGTH;
    const signs = last.has(at) && showsCue(line.toLowerCase(), cues.signature);
    const closes = at === open.at(-1) && open.length > 2 && isHeadingLike(line) && !isTurn(line);
    return short && (signs || closes || datelineAlone(line, language) !== undefined) ? 'signature' : undefined;
  });
}

/** From a line “Annex” to the end. */
function findAnnex({ text, cues }: Lines, kinds: Kinds): Kinds {
  const from = text.findIndex(
    (line, at) => kinds[at] === undefined && isHeadingLike(line) && showsCue(line.toLowerCase(), cues.annex),
  );
  return text.map((_, at) => (from >= 0 && at >= from ? 'annex' : undefined));
}

function findQuestions({ text, cues }: Lines, kinds: Kinds): Kinds {
  const questions = questionsOf(text, kinds, cues);
  return text.map((_, at) => (questions.has(at) ? 'question' : undefined));
}

const HEADING_LENGTH = 90;

function isHeadingLike(line: string): boolean {
  return (
    line.length <= HEADING_LENGTH &&
    !/[.!?:;,…»”"]$/u.test(line) &&
    /^[\p{Lu}\d«“"]/u.test(line) &&
    !/^\d{1,3}[.)]\s/u.test(line)
  );
}

/** A short line without a full stop that has text behind it. */
function findHeadings({ text }: Lines, kinds: Kinds): Kinds {
  return text.map((line, at) => {
    const followed = kinds
      .slice(at + 1)
      .some((kind, ahead) => kind === undefined && !isHeadingLike(text[at + 1 + ahead]!));
    return isHeadingLike(line) && followed && kinds.indexOf('headline') < at ? 'heading' : undefined;
  });
}

const BULLET = /^(?:[–—•·▪■*-]|\(?\p{Ll}\)|\(?\d{1,3}\))\s*/u;

/** Items behind a line that ends with a colon, and whatever stands behind a bullet. */
function findItems({ text }: Lines, kinds: Kinds): Kinds {
  let listing = false;
  return text.map((line, at) => {
    const item =
      kinds[at] === undefined && ((listing && (BULLET.test(line) || /^\p{Ll}|;$/u.test(line))) || isBullet(line));
    listing = line.endsWith(':') || (listing && item && line.endsWith(';')) || (listing && item);
    return item ? 'list-item' : undefined;
  });
}

/** A dash alone may open a speaker's words; other bullets do not. */
function isBullet(line: string): boolean {
  return /^(?:[•·▪■*]\s|\(?[\p{Ll}]\)\s)/u.test(line);
}
