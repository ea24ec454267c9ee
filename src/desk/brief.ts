import {
  type Brief,
  type BriefWords,
  type BriefWriting,
  briefOf,
  briefToDocx,
  briefToHtmlPage,
  briefToMarkdown,
  briefToPdf,
} from '../ledger/index.ts';
import type { ActorId, IsoDate } from '../model/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { requirePair, today } from './pairs.ts';

/** As of which day, from which side and in which words a brief is written. */
export interface BriefRequest {
  readonly words: BriefWords;
  readonly asOf?: IsoDate | undefined;
  readonly for?: ActorId | undefined;
}

/** What a desk officer needs for the next talks of a pair. Throws `not-found` where the register has nothing of it. */
export async function brief(
  desk: Desk,
  pair: string,
  { words, asOf = today(), for: side }: BriefRequest,
): Promise<Brief> {
  const summary = await requirePair(desk, pair);
  const record = await pairRecord(desk.register, summary.pair, summary.revision);
  const states = side === summary.b ? [summary.b, summary.a] : [summary.a, summary.b];
  return { ...briefOf(record, { states, asOf, for: side, words }), marking: summary.marking };
}

/** A form of a brief: what writes it, and its media type. Citations lead where `hrefOf` says, else to their source. */
interface BriefFormat {
  readonly type: string;
  readonly write: (brief: Brief, writing: BriefWriting) => Promise<string | Uint8Array>;
}

type BriefFormatName = 'md' | 'html' | 'docx' | 'pdf';

/** The forms in which a brief can be had, by the ends of their files' names. */
export const BRIEF_FORMATS: Readonly<Record<BriefFormatName, BriefFormat>> = {
  md: { type: 'text/markdown; charset=utf-8', write: async (text, writing) => briefToMarkdown(text, writing) },
  html: { type: 'text/html; charset=utf-8', write: async (text, writing) => briefToHtmlPage(text, writing) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: briefToDocx,
  },
  pdf: { type: 'application/pdf', write: briefToPdf },
};
