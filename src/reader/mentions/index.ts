import { placeNamed } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import type { Block, Mention, WithFacts, WithMentions } from '../setting.ts';
import type { Context } from './context.ts';
import { anchorsOf, partiesOf } from './parties.ts';
import { introducedBy, type People, personOf } from './people.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { piecesOf } from './pieces.ts';
import { type PlacedPhrase, resolveAll } from './resolve.ts';
import { isActorName } from './resolve-names.ts';

/** What is found along with the mentions and used where first persons are resolved. */
export interface WithPhrases extends WithMentions {
  readonly phrases: readonly PlacedPhrase[];
  readonly context: Context;
}

/** Finds the noun phrases that name actors and says which actor each names (codebook, sections 2 and 10). */
export function findMentions(setting: WithFacts): WithPhrases {
  const { doc, facts } = setting;
  const placed = placedPhrases(setting);
  const phrases = placed.map(({ phrase }) => phrase);
  const isActor = ({ phrase, start, block }: PlacedPhrase): boolean => isActorName(phrase, doc, { start, block });
  // Whom a bare office belongs to hangs on the parties, and these on whom the text introduces otherwise.
  const { side } = facts;
  const told = introducedBy(phrases, facts.publishedAt, { side, parties: [] });
  const others = partiesOf(setting, anchorsOf(placed, told, isActor));
  const here = placeState(facts.dateline?.place);
  const nearest = others.toSorted((a, b) => Number(b === here) - Number(a === here));
  const people = introducedBy(phrases, facts.publishedAt, { side, parties: nearest });
  const parties = partiesOf(setting, anchorsOf(placed, people, isActor));
  const context: Context = {
    doc,
    facts,
    date: facts.publishedAt,
    side: facts.side,
    home: facts.side ?? homeOf(phrases, people),
    here,
    people,
    parties,
  };
  const mentions = resolveAll(placed, context);
  return {
    ...setting,
    phrases: placed,
    context,
    mentions,
    mentionAt: finder(mentions, doc.length),
    parties: context.parties,
  };
}

/** What stands outside of the text and names nobody of it. */
const UNREAD = new Set<Block['kind']>(['ignored', 'signature']);

/** The phrases of all blocks, sentence by sentence. A semicolon ends a sentence here: behind it a new subject acts. */
function placedPhrases({ doc, facts, blocks }: WithFacts): PlacedPhrase[] {
  const found: PlacedPhrase[] = [];
  let sentence = 0;
  for (const block of blocks.filter(({ kind }) => !UNREAD.has(kind)))
    for (let start = block.body; start < block.end; sentence++) {
      const end = Math.min(block.end, partEnd(doc, start));
      const pieces = piecesOf(doc, start, end, block);
      for (const phrase of phrasesOf(pieces, facts.publishedAt, (token) => doc.form(token)))
        found.push({ phrase, block, sentence, start });
      start = end;
    }
  return found;
}

/** The token behind the sentence or behind its next semicolon. */
function partEnd(doc: Doc, start: number): number {
  const end = doc.sentenceRange(doc.sentenceOf(start))[1];
  for (let token = start; token < end; token++) if (doc.form(token) === ';') return token + 1;
  return end;
}

/** Of a text that does not say whose it is: the state of the first person whom it names with a bare office, as at home. */
function homeOf(phrases: readonly Phrase[], people: People): ActorId | undefined {
  for (const { offices, owners, names } of phrases) {
    const name = offices.length > 0 && owners.length === 0 ? names[0] : undefined;
    const person = name === undefined ? undefined : personOf(people, name);
    if (person !== undefined && isOfState(person.actor)) return principalOf(person.actor);
  }
  return undefined;
}

function placeState(place: string | undefined): ActorId | undefined {
  return place === undefined ? undefined : placeNamed(place)?.state;
}

/** Which mention covers a token. */
export function finder(mentions: readonly Mention[], length: number): (token: number) => Mention | undefined {
  const index = new Int32Array(length).fill(-1);
  mentions.forEach(({ first, last }, at) => {
    index.fill(at, first, last + 1);
  });
  return (token) => mentions[index[token] ?? -1];
}
