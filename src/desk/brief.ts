import { type Brief, briefOf, briefToHtmlPage, briefToMarkdown, type HrefOf } from '../ledger/index.ts';
import type { ActorId, IsoDate } from '../model/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { requirePair, today } from './pairs.ts';

/** As of which day, and from which side, a brief is written. */
export interface BriefRequest {
  readonly asOf?: IsoDate | undefined;
  readonly for?: ActorId | undefined;
}

/** What a desk officer needs for the next talks of a pair. Throws `not-found` where the register has nothing of it. */
export async function brief(
  desk: Desk,
  pair: string,
  { asOf = today(), for: side }: BriefRequest = {},
): Promise<Brief> {
  const summary = await requirePair(desk, pair);
  const record = await pairRecord(desk.register, summary.pair, summary.revision);
  const states = side === summary.b ? [summary.b, summary.a] : [summary.a, summary.b];
  return briefOf(record, { states, asOf, for: side });
}

/** The forms in which a brief is written as text, and what writes each; citations lead where `hrefOf` says. */
export const BRIEF_TEXTS = {
  md: (text: Brief, hrefOf?: HrefOf): string => briefToMarkdown(text, hrefOf),
  html: (text: Brief, hrefOf?: HrefOf): string => briefToHtmlPage(text, hrefOf),
} as const;
