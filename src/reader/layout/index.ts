import type { Language, Span } from '../../model/index.ts';
import type { Block, BlockKind, Input, WithBlocks } from '../setting.ts';
import { datelineAlone, datelineOf } from './dateline.ts';
import { kindsOf } from './kinds.ts';
import { paragraphsOf } from './paragraphs.ts';
import { isTurn } from './turns.ts';
import { writtenDates } from './written-dates.ts';

/** Divides the text into blocks and says what part each plays: headline, paragraph, caption, signature, … */
export function layOut(input: Input): WithBlocks {
  const { doc } = input;
  const paragraphs = paragraphsOf(doc.text);
  const kinds = kindsOf(doc.text, paragraphs, doc.language);
  const opening = openingOf(paragraphs, kinds);
  const blocks: Block[] = [];
  paragraphs.forEach((span, at) => {
    const kind = kinds[at]!;
    const first = at === 0 ? 0 : doc.tokenAt(span[0]);
    const end = at + 1 < paragraphs.length ? doc.tokenAt(paragraphs[at + 1]![0]) : doc.length;
    const introducedBy = kind === 'list-item' ? introducerOf(at, kinds) : undefined;
    const { length, dateline } = headOf(doc.text.slice(...span), kind, opening.has(at), doc.language);
    const body = Math.min(end, Math.max(first, length === 0 ? first : doc.tokenAt(span[0] + length)));
    blocks.push({
      kind,
      span,
      first,
      end,
      body,
      ...(introducedBy === undefined ? {} : { introducedBy }),
      ...(dateline === undefined ? {} : { dateline }),
    });
  });
  return { ...input, blocks, blockAt: blockFinder(blocks, doc.length) };
}

/** Datelines stand in the first paragraphs only. */
function openingOf(paragraphs: readonly Span[], kinds: readonly BlockKind[]): ReadonlySet<number> {
  const text = paragraphs.flatMap((_, at) => (kinds[at] === 'paragraph' ? [at] : []));
  return new Set(text.slice(0, 2));
}

function introducerOf(at: number, kinds: readonly BlockKind[]): number | undefined {
  const before = kinds.slice(0, at).lastIndexOf('paragraph');
  return before < 0 ? undefined : before;
}

const NUMBER = /^(?:§\s*)?\d{1,3}(?:\.\d{1,2})*[.)]\s+|^\(?(?:\d{1,3}|\p{Ll}|[ivx]{1,4})\)\s+/u;
const BULLET = /^[–—•·▪■*-]\s*/u;
const CLOCK = /^\d{1,2}:\d\d,?\s+/u;
const CRAWLED = /^(?:date|published|posted|дата|опубликовано)\s*:?\s*(?=\d)/iu;

interface Head {
  readonly length: number;
  readonly dateline?: Block['dateline'];
}

/** What stands before a block's own words: a dateline, a number, a bullet, a crawler's date. */
function headOf(text: string, kind: BlockKind, opening: boolean, language: Language): Head {
  if (kind === 'signature' || kind === 'ignored') {
    const line = text.replace(CLOCK, '');
    const opening = datelineOf(line, language);
    const alone = datelineAlone(line, language) ?? (opening?.date === undefined ? undefined : opening);
    return { length: 0, ...(alone === undefined ? {} : { dateline: alone }) };
  }
  if (kind === 'headline') return crawledHead(text, language);
  const dateline = opening ? datelineOf(text, language) : undefined;
  if (dateline !== undefined) return { length: dateline.length, dateline };
  return {
    length:
      NUMBER.exec(text)?.[0].length ??
      (kind === 'list-item' || isTurn(text) ? (BULLET.exec(text)?.[0].length ?? 0) : 0),
  };
}

/** “date 2021-03-02 Presidents meet”: what a crawler put before the title. */
function crawledHead(text: string, language: Language): Head {
  const marker = CRAWLED.exec(text)?.[0].length;
  const date = marker === undefined ? undefined : writtenDates(text.slice(0, 60), language)[0];
  if (date === undefined || date.start !== marker) return { length: 0 };
  return { length: date.end, dateline: { date, length: date.end } };
}

/** Which block holds a token. The blocks of a text without words are none; then an empty paragraph stands for them. */
function blockFinder(blocks: readonly Block[], length: number): (token: number) => Block {
  const index = new Uint32Array(length);
  blocks.forEach(({ first, end }, at) => {
    index.fill(at, first, end);
  });
  const none: Block = { kind: 'paragraph', span: [0, 0], first: 0, end: 0, body: 0 };
  return (token) => blocks[index[token] ?? 0] ?? none;
}
