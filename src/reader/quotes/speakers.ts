import type { ActorId } from '../../model/index.ts';
import type { Block, Mention, WithMentions } from '../setting.ts';

/** A quotation whose speaker is still to be found. */
export interface Unattributed {
  readonly first: number;
  readonly end: number;
  readonly block: Block;
}

/**
 * Whose words a quotation is: of whoever stands in the rest of its sentence (“…,” said X), else before it in the sentence (X: “…”),
 * else whoever spoke last, else the last person named in the paragraph.
 */
export function speakerOf(
  quote: Unattributed,
  setting: WithMentions,
  previous: ActorId | undefined,
): ActorId | undefined {
  return behind(quote, setting) ?? before(quote, setting) ?? previous ?? lastIn(setting, quote);
}

function behind({ end, block }: Unattributed, setting: WithMentions): ActorId | undefined {
  const { doc } = setting;
  if (end >= block.end) return undefined;
  const stop = Math.min(block.end, doc.sentenceRange(doc.sentenceOf(end))[1]);
  const attribution = firstSpeaker(setting, end, stop);
  return attribution === undefined || isNewSentence(setting, end, attribution.first)
    ? undefined
    : attribution.actors[0];
}

/** A full stop between the closing mark and the name: the name belongs to the next sentence. */
function isNewSentence({ doc }: WithMentions, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (/^[.!?]$/.test(doc.form(token))) return true;
  return false;
}

function before({ first, block }: Unattributed, setting: WithMentions): ActorId | undefined {
  const { doc } = setting;
  const start = Math.max(block.body, doc.sentenceRange(doc.sentenceOf(Math.max(0, first - 1)))[0]);
  return firstSpeaker(setting, start, first)?.actors[0];
}

function lastIn({ mentions }: WithMentions, { first, block }: Unattributed): ActorId | undefined {
  return mentions.findLast((mention) => mention.first >= block.first && mention.last < first && canSpeak(mention))
    ?.actors[0];
}

/** The first mention of somebody who can speak among the tokens; a person before others. */
function firstSpeaker({ mentions }: WithMentions, from: number, to: number): Mention | undefined {
  const within = mentions.filter((mention) => mention.first >= from && mention.last < to && canSpeak(mention));
  return within.find(({ actors }) => actors[0]!.includes('/')) ?? within[0];
}

function canSpeak({ actors, kind }: Mention): boolean {
  return actors.length === 1 && kind !== 'group';
}
