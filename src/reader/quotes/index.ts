import type { ActorId } from '../../model/index.ts';
import { finder, type WithPhrases } from '../mentions/index.ts';
import type { Block, Quote, WithQuotes } from '../setting.ts';
import { firstPersons } from './first-persons.ts';
import { markedSpans } from './marks.ts';
import { speakerOf } from './speakers.ts';
import { isSpeech } from './speech.ts';
import { turnSpans } from './turns.ts';

/** Finds quotations and whose words they are, and with that whom “I” and “we” mean. */
export function findQuotes(setting: WithPhrases): WithQuotes {
  const { doc, facts } = setting;
  const interview = facts.kind === 'interview';
  const voice = interview || facts.kind === 'speech' ? mainSpeaker(setting) : undefined;
  const quotes = attribute(setting, quotesIn(setting, interview), interview ? voice : undefined);
  const quoteAt = tokenIndex(quotes, doc.length);
  const speakerAt = (token: number): ActorId | undefined =>
    quoteAt(token)?.speaker ?? voiceAt(setting, token, voice, interview);
  const mentions = [...setting.mentions, ...firstPersons(setting, speakerAt)].sort((a, b) => a.first - b.first);
  return { ...setting, mentions, mentionAt: finder(mentions, doc.length), quotes, quoteAt, speakerAt };
}

type Unspoken = Omit<Quote, 'speaker'> & { readonly block: Block };

const SPEAKING = new Set<Block['kind']>(['paragraph', 'headline', 'list-item']);

/** The quotations of all blocks: between marks, or behind the dash of somebody's turn. */
function quotesIn({ doc, blocks }: WithQuotes | WithPhrases, interview: boolean): Unspoken[] {
  return blocks
    .filter(({ kind }) => SPEAKING.has(kind))
    .flatMap((block) => {
      const turns = interview ? [] : turnSpans(doc.text, block.span);
      const spans =
        turns.length > 0
          ? turns
          : markedSpans(doc.text, block.span).filter((span) => isSpeech(doc.text, span, block.span));
      return spans.map(
        (span): Unspoken => ({ span, first: doc.tokenAt(span[0]), end: doc.tokenAt(span[1]), marked: true, block }),
      );
    })
    .filter(({ first, end }) => end > first);
}

/** Each with its speaker; whoever spoke in the block before goes on where nobody else is named. */
function attribute(setting: WithPhrases, quotes: readonly Unspoken[], interviewee: ActorId | undefined): Quote[] {
  let previous: { speaker: ActorId; block: number } | undefined;
  return quotes.map(({ block, ...quote }): Quote => {
    const at = setting.blocks.indexOf(block);
    const near = previous !== undefined && at - previous.block <= 1 ? previous.speaker : undefined;
    const speaker = speakerOf({ ...quote, block }, setting, near) ?? interviewee;
    if (speaker !== undefined) previous = { speaker, block: at };
    return speaker === undefined ? quote : { ...quote, speaker };
  });
}

function tokenIndex(quotes: readonly Quote[], length: number): (token: number) => Quote | undefined {
  const index = new Int32Array(length).fill(-1);
  quotes.forEach(({ first, end }, at) => {
    index.fill(at, first, end);
  });
  return (token) => quotes[index[token] ?? -1];
}

/** Who gives the speech or the interview: the first person whom the title or the opening names, else the publishing state's. */
function mainSpeaker({ mentions, blocks, context }: WithPhrases): ActorId | undefined {
  const opening = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const until = blocks[opening]?.end ?? 0;
  const named = mentions.find(
    ({ first, actors, names }) => first < until && actors.length === 1 && names !== undefined,
  );
  return named?.actors[0] ?? context.people.find(({ actor }) => actor.startsWith(`${context.home}/`))?.actor;
}

/** In a speech all but its title is the speaker's; in an interview all answers are. */
function voiceAt(
  { blocks, blockAt }: WithPhrases,
  token: number,
  voice: ActorId | undefined,
  interview: boolean,
): ActorId | undefined {
  const block = blockAt(token);
  if (voice === undefined || block.kind === 'headline' || block.kind === 'question') return undefined;
  const asked = !interview || blocks.some(({ kind, first }) => kind === 'question' && first < token);
  return asked ? voice : undefined;
}
