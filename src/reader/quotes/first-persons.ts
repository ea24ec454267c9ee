import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import { SURE } from '../mentions/confidence.ts';
import type { Context } from '../mentions/context.ts';
import type { WithPhrases } from '../mentions/index.ts';
import type { PlacedPhrase } from '../mentions/resolve.ts';
import type { Mention } from '../setting.ts';
import { isJointVerb } from './joint-verbs.ts';

type Resolution = Pick<Mention, 'kind' | 'actors' | 'by' | 'confidence'>;

/** “I”, “we”, “you”, “our country” in somebody's words: mentions of the speaker, the speaker's state, or whom the speaker addresses. */
export function firstPersons(setting: WithPhrases, speakerAt: (token: number) => ActorId | undefined): Mention[] {
  const { doc, phrases, context } = setting;
  return phrases.flatMap((placed): Mention[] => {
    const { first, last } = placed.phrase;
    // “Our country” in a text that is nobody's words is the publishing state.
    const speaker = speakerAt(first) ?? (placed.phrase.rule === 'country' ? (context.home ?? context.here) : undefined);
    const found = speaker === undefined ? undefined : resolve(placed, speaker, context, near(setting, first));
    if (found === undefined || setting.mentionAt(first) !== undefined) return [];
    return [{ ...found, first, last, head: last, span: doc.spanOf(first, last) }];
  });
}

function resolve(
  { phrase, block }: PlacedPhrase,
  speaker: ActorId,
  context: Context,
  said: readonly Mention[],
): Resolution | undefined {
  const result = (actors: readonly ActorId[], confidence: number): Resolution => ({
    kind: 'pronoun',
    actors,
    by: 'pronoun',
    confidence,
  });
  const { word, rule, possessive } = phrase;
  if (rule === 'country' && possessive !== undefined && isOurs(context.doc.form(possessive)))
    return result([principalOf(speaker)], SURE.ownCountry);
  if (rule === 'country' && possessive !== undefined && isYours(context.doc.form(possessive)))
    return addressedState(speaker, context, result);
  if (rule === 'body' && possessive !== undefined && isMine(context.doc.form(possessive)) && word?.slug === '')
    return result([principalOf(speaker)], SURE.ownCountry);
  if (rule !== 'pronoun' || word === undefined || block.kind === 'question') return undefined;
  if (word.person === 2 && /^thank$/i.test(context.doc.form(Math.max(0, phrase.first - 1)))) return undefined;
  if (word.person === 2 && /^\p{Ll}/u.test(context.doc.form(phrase.first)) && context.doc.language === 'ru')
    return addressedState(speaker, context, result);
  if (word.person === 2) return addressee(speaker, context, result);
  if (word.person !== 1 || isBystander(phrase.last, context)) return undefined;
  if (word.number === 'singular') return result([speaker], SURE.speaker);
  return result(weMeans(phrase.last, speaker, context, said), SURE.weOfSpeaker);
}

/** What the paragraph has said before. */
function near({ mentions, blockAt }: WithPhrases, token: number): readonly Mention[] {
  const { first } = blockAt(token);
  return mentions.filter((mention) => mention.first >= first && mention.first < token);
}

/** «поставят нам»; only «нам следует» says what we do. */
function isBystander(token: number, { doc }: Context): boolean {
  const next = token + 1 < doc.length ? doc.form(token + 1).toLowerCase() : '';
  return (
    /^нам$/i.test(doc.form(token)) && !/^(?:нужно|надо|следует|необходимо|предстоит|важно|удалось|пора)$/.test(next)
  );
}

function isYours(word: string): boolean {
  return /^(?:your|ваш\p{L}*)$/iu.test(word);
}

function isMine(word: string): boolean {
  return /^(?:my|our|мо\p{L}+|наш\p{L}*)$/iu.test(word);
}

function isOurs(word: string): boolean {
  return /^(?:our|my|наш\p{L}*|мо\p{L}+|біздің|біздин|биздин)$/iu.test(word);
}

/** The other party's first person, in a speech of one side to the other. */
function addressee(
  speaker: ActorId,
  { facts, parties, people }: Context,
  result: (actors: readonly ActorId[], confidence: number) => Resolution,
): Resolution | undefined {
  const others = parties.filter((party) => party !== principalOf(speaker));
  if (facts.kind !== 'speech' || others.length !== 1) return undefined;
  const actor = people.find((person) => principalOf(person.actor) === others[0])?.actor;
  return actor === undefined ? undefined : result([actor], SURE.addressee);
}

/** «вы» in small letters speaks to all of the other side, “your country” of it. */
function addressedState(
  speaker: ActorId,
  { facts, parties }: Context,
  result: (actors: readonly ActorId[], confidence: number) => Resolution,
): Resolution | undefined {
  const others = parties.filter((party) => party !== principalOf(speaker));
  return facts.kind === 'speech' && others.length === 1 ? result([others[0]!], SURE.addressee) : undefined;
}

function isPartner(actor: ActorId, speaker: ActorId, { facts }: Context): boolean {
  return facts.kind === 'interview' && actor.includes('/') && principalOf(actor) !== principalOf(speaker);
}

/** “We agreed” are those who met; “we will cut emissions” is the speaker's state. */
function weMeans(token: number, speaker: ActorId, context: Context, said: readonly Mention[]): readonly ActorId[] {
  const { doc, people, parties } = context;
  if (!isJointVerb(doc, token)) return [principalOf(speaker)];
  if (!isOfState(speaker)) return parties.length === 2 ? [...parties] : [principalOf(speaker)];
  const partner = said.findLast(
    ({ first, actors, kind }) =>
      first < token && actors.length === 1 && kind !== 'state' && isPartner(actors[0]!, speaker, context),
  );
  if (partner !== undefined) return [speaker, partner.actors[0]!];
  if (context.facts.kind === 'interview') return [speaker];
  const others = parties.filter((party) => party !== principalOf(speaker) && isOfState(party));
  const partners = others.flatMap((party) => people.find(({ actor }) => principalOf(actor) === party)?.actor ?? []);
  return [speaker, ...partners];
}
