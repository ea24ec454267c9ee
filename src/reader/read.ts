import type { Doc } from '../language/index.ts';
import type { Document, Reading } from '../model/index.ts';
import { findAmounts } from './amounts/index.ts';
import { findCommitments } from './commitments/index.ts';
import { findFacts } from './facts/index.ts';
import { findInstruments } from './instruments/index.ts';
import { layOut } from './layout/index.ts';
import { findMeetings } from './meetings/index.ts';
import { findMentions } from './mentions/index.ts';
import { findProgress, type WithProgress } from './progress/index.ts';
import { findQuotes } from './quotes/index.ts';
import type { Mention } from './setting.ts';
import { findStatements } from './statements/index.ts';
import { findTimes } from './times/index.ts';
import { READER_VERSION } from './version.ts';

/**
 * What one document says, by the codebook. A pure function of the document and its parsed text: no clock, no network, no chance.
 * The steps, in their order; each adds a layer to what the earlier ones found.
 */
export function read(document: Document, doc: Doc): Reading {
  return readingOf(settle(document, doc));
}

/** Everything that the steps find, each layer upon the earlier ones; for those who want to know how a finding came about. */
export function settle(document: Document, doc: Doc): WithProgress {
  const blocks = layOut({ document, doc });
  const facts = findFacts(blocks);
  const mentions = findMentions(facts);
  const quotes = findQuotes(mentions);
  const amounts = findAmounts(findTimes(quotes));
  return findProgress(findCommitments(findStatements(amounts)));
}

/** The settled layers as the Reading that the codebook describes. */
export function readingOf(setting: WithProgress): Reading {
  const { facts, mentions, statements, commitments, progress } = setting;
  return {
    reader: READER_VERSION,
    document: facts,
    actorMentions: mentions.flatMap(mentionItems),
    meetings: findMeetings(setting),
    statements,
    commitments,
    instruments: findInstruments(setting),
    progress,
  };
}

/** One item an actor, as the codebook rules for groups. */
function mentionItems({ span, actors, names, by, confidence }: Mention): Reading['actorMentions'] {
  return actors.map((actor, at) => {
    const name = names?.[at];
    return { spans: [span], actor, ...(name === undefined ? {} : { name }), by, confidence };
  });
}
