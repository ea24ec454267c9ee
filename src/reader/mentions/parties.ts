import { membersOf, organizationOf } from '../../knowledge/index.ts';
import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import type { WithFacts } from '../setting.ts';
import type { People } from './people.ts';
import { personOf } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { PlacedPhrase } from './resolve.ts';

/** How much a phrase says about who the parties are: offices and sides more than names of states. */
const WEIGHT = { office: 3, side: 3, name: 2, state: 1 } as const;
const HEADLINE = 4;
const LEAD = 3;
const MANY = 12;

/** A phrase of the first reading: whom it names by itself. */
export interface Anchor {
  readonly phrase: Phrase;
  readonly principals: readonly ActorId[];
  readonly weight: number;
}

/** Whom a phrase names by itself, before any reference to others is resolved. */
export function anchorsOf(
  placed: readonly PlacedPhrase[],
  people: People,
  isActor: (placed: PlacedPhrase) => boolean,
): Anchor[] {
  return placed.flatMap((site): Anchor[] => {
    const { phrase } = site;
    const named = phrase.names.flatMap((name) => personOf(people, name)?.actor ?? []).map(principalOf);
    const alone =
      phrase.rule === 'principal' && (isActor(site) || isOccasion(site))
        ? (phrase.entries[0]?.ids ?? []).map(principalOf)
        : [];
    const principals = [...new Set([...phrase.owners, ...named, ...alone].flatMap(unfold))];
    const weight =
      alone.length > 0
        ? WEIGHT.state
        : phrase.offices.length > 0
          ? WEIGHT.office
          : phrase.rule === 'side'
            ? WEIGHT.side
            : WEIGHT.name;
    return principals.length === 0 || principals.length > MANY ? [] : [{ phrase, principals, weight }];
  });
}

/** In a title, the format at which somebody speaks tells who meets. */
function isOccasion({ phrase, block }: PlacedPhrase): boolean {
  return block.kind === 'headline' && organizationOf(phrase.entries[0]?.ids[0] ?? '')?.kind === 'format';
}

/** A format of states that meet is those states. */
function unfold(id: ActorId): ActorId[] {
  const members = organizationOf(id)?.kind === 'format' ? membersOf(id) : [];
  return members.length > 0 && members.length <= MANY ? members : [id];
}

/**
 * The states and organizations whose dealings the text tells, most central first. Those of the headline where it names two or more;
 * else those of the headline and the lead; a text that names fewer is completed by whom it names most.
 */
export function partiesOf(setting: WithFacts, anchors: readonly Anchor[]): ActorId[] {
  const { blocks } = setting;
  const lead = blocks.find(({ kind }) => kind === 'paragraph');
  const leadEnd = lead === undefined ? 0 : sentenceEnd(setting, lead.body);
  const isIn =
    (kind: string) =>
    ({ phrase }: Anchor): boolean =>
      setting.blockAt(phrase.first).kind === kind;
  const headline = distinct(anchors.filter(isIn('headline')));
  if (headline.length >= 2) return withoutUmbrella(headline);
  const opening = anchors.filter(
    (anchor) => lead !== undefined && anchor.phrase.first >= lead.first && anchor.phrase.first < leadEnd,
  );
  const ranked = ranking(setting, anchors, leadEnd);
  const people = distinct(opening.filter(({ weight }) => weight > WEIGHT.state));
  const first = [...new Set([...headline, ...people])];
  if (first.length >= 2) return withoutUmbrella(first);
  // An organization is where the parties act more often than one of them.
  const others = ranked.toSorted((a, b) => Number(isOfState(b)) - Number(isOfState(a)));
  return [...new Set([...first, ...others])].slice(0, 2);
}

/** An organization whose members meet is where they meet, not one of the parties. */
function withoutUmbrella(parties: readonly ActorId[]): ActorId[] {
  const states = parties.filter(isOfState);
  const isUmbrella = (id: ActorId): boolean => {
    const members = membersOf(id).length > 0 ? membersOf(id) : membersOf(organizationOf(id)?.parent ?? '');
    if (states.length > 1 && organizationOf(id)?.kind === 'organ') return true;
    return states.length > 1 && states.every((state) => members.includes(state));
  };
  return parties.filter((party) => isOfState(party) || !isUmbrella(party));
}

function distinct(anchors: readonly Anchor[]): ActorId[] {
  return [...new Set(anchors.flatMap(({ principals }) => principals))];
}

function sentenceEnd({ doc }: WithFacts, token: number): number {
  return token >= doc.length ? doc.length : doc.sentenceRange(doc.sentenceOf(token))[1];
}

/** All principals by how often and where the text names them. */
function ranking(setting: WithFacts, anchors: readonly Anchor[], leadEnd: number): ActorId[] {
  const scores = new Map<ActorId, number>();
  for (const { phrase, principals, weight } of anchors) {
    const place = setting.blockAt(phrase.first).kind === 'headline' ? HEADLINE : phrase.first < leadEnd ? LEAD : 1;
    for (const principal of principals)
      scores.set(principal, (scores.get(principal) ?? 0) + (weight * place) / principals.length);
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([principal]) => principal);
}
