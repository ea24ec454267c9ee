import type { Doc } from '../../language/index.ts';
import type { ActorId } from '../../model/index.ts';
import type { Block, Mention } from '../setting.ts';
import type { Context, Moment, Resolution } from './context.ts';
import type { Said } from './discourse.ts';
import type { RuleName } from './grammar.ts';
import type { Phrase } from './phrases.ts';
import { resolveAgency } from './resolve-agencies.ts';
import {
  resolveBody,
  resolveGroup,
  resolveInstitution,
  resolveMembers,
  resolveOrgan,
  resolveOthers,
  resolvePeople,
  resolveSide,
} from './resolve-groups.ts';
import { resolveCapital, resolveCountry, resolveHonorific, resolveName, resolvePrincipal } from './resolve-names.ts';
import { resolveOffice } from './resolve-offices.ts';
import { resolvePair, resolvePronoun } from './resolve-pronouns.ts';
import { resolveHeaded, resolveRole, resolveRoles } from './resolve-roles.ts';

type Resolver = (phrase: Phrase, context: Context, moment: Moment) => Resolution | undefined;

const RESOLVERS = {
  apposed: resolveOffice,
  headed: resolveHeaded,
  organ: resolveOrgan,
  institution: resolveInstitution,
  office: resolveHeaded,
  side: resolveSide,
  body: resolveBody,
  service: () => undefined,
  people: resolvePeople,
  role: resolveRole,
  roles: resolveRoles,
  members: resolveMembers,
  country: resolveCountry,
  group: resolveGroup,
  others: resolveOthers,
  titled: resolveName,
  name: resolveName,
  honorific: resolveHonorific,
  pair: resolvePair,
  agency: resolveAgency,
  principal: resolvePrincipal,
  capital: resolveCapital,
  pronoun: resolvePronoun,
} as const satisfies Record<RuleName, Resolver>;

/** A phrase with the block and sentence that it stands in. */
export interface PlacedPhrase {
  readonly phrase: Phrase;
  readonly block: Block;
  /** The number of the sentence, or of its part between semicolons. */
  readonly sentence: number;
  /** The first token of the sentence or part within the block. */
  readonly start: number;
}

/** The mentions behind the phrases, in order; each may refer to those before it. */
export function resolveAll(placed: readonly PlacedPhrase[], context: Context): Mention[] {
  const said: Said[] = [];
  const named: { state: ActorId; sentence: number }[] = [];
  const mentions: Mention[] = [];
  for (const { phrase, block, sentence, start } of placed) {
    const resolver: Resolver = RESOLVERS[phrase.rule];
    const found = resolver(phrase, context, { sentence, start, block, said, named });
    for (const { kind, ids } of phrase.entries)
      if (NAMES_STATE.has(kind)) named.unshift(...ids.map((state) => ({ state, sentence })));
    if (found === undefined || found.actors.length === 0) continue;
    const mention = mentionOf(phrase, found, context.doc);
    if (isRepetition(mention, context, said[0])) continue;
    mentions.push(mention);
    said.unshift({
      mention,
      sentence,
      subject: isSubject(mention, sentence, said, context.doc),
      female: isFemale(phrase, found, context, said),
    });
  }
  return mentions;
}

const NAMES_STATE = new Set(['state', 'capital', 'compound']);

/** The source that the text cites, and an acronym in brackets behind the name that it stands for, name nobody anew. */
function isRepetition({ span, first, actors }: Mention, { doc, facts }: Context, last: Said | undefined): boolean {
  if (doc.text.slice(...span) === facts.citedSource) return true;
  return (
    first > 0 &&
    doc.form(first - 1) === '(' &&
    last?.mention.actors.join() === actors.join() &&
    last.mention.last === first - 2
  );
}

function mentionOf({ first, last }: Phrase, found: Resolution, doc: Doc): Mention {
  return { ...found, first, last, head: headOf(doc, first, last), span: doc.spanOf(first, last) };
}

/** The token that the rest of the phrase hangs on; the last one where there are no trees. */
function headOf(doc: Doc, first: number, last: number): number {
  if (doc.trees === undefined) return last;
  for (let token = first; token <= last; token++) {
    const head = doc.head(token);
    if (head < first || head > last) return token;
  }
  return first;
}

/** A grammatical subject; without trees, the first mention of its sentence. */
function isSubject({ head }: Mention, sentence: number, said: readonly Said[], doc: Doc): boolean {
  const relation = doc.trees === undefined ? 'dep' : doc.relation(head);
  if (relation === 'nsubj') return true;
  return (relation === 'dep' || relation === 'root') && said[0]?.sentence !== sentence;
}

function isFemale(phrase: Phrase, { actors }: Resolution, { people }: Context, said: readonly Said[]): boolean {
  if (phrase.word?.female === true || phrase.names.some(({ female }) => female)) return true;
  const [actor] = actors;
  return (
    people.some((person) => person.actor === actor && person.female) ||
    said.some((one) => one.female && one.mention.actors[0] === actor)
  );
}
