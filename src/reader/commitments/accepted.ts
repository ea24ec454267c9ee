import type { Act, ActorId } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import {
  documentInstrument,
  type Proposition,
  strengthIn,
  type Undertaking,
  type WithStatements,
} from '../statements/index.ts';

/** What an acceptance accepts: “the invitation was accepted”, “the Uzbek side agreed to the request”, “he agreed”. */
const ACCEPTABLE = new Set<Act>(['propose', 'request', 'invite']);

/** How many statements back the thing accepted is looked for. */
const REACH = 5;

/** The undertakings that accepted proposals, requests and invitations make, by the proposition that asked for them. */
export function acceptedUndertakings(setting: WithStatements): ReadonlyMap<Proposition, Undertaking> {
  const found = new Map<Proposition, Undertaking>();
  for (const [at, acceptance] of setting.propositions.entries()) {
    if (!isAcceptance(acceptance)) continue;
    const asked = setting.propositions
      .slice(Math.max(0, at - REACH), at)
      .findLast((earlier) => isAskedBy(earlier, acceptance));
    if (asked !== undefined) found.set(asked, undertakingOf(setting, asked, acceptance));
  }
  return found;
}

/** A bare agreement, or the acceptance of something asked for; not one that says itself what is undertaken. */
function isAcceptance({ rule, act, undertaking, negative }: Proposition): boolean {
  if (negative || undertaking !== undefined) return false;
  return rule.includes('.accept') || (act === 'agree' && rule.includes('.agree'));
}

function isAskedBy(earlier: Proposition, acceptance: Proposition): boolean {
  if (!ACCEPTABLE.has(earlier.act) || earlier.asked === undefined) return false;
  if (acceptance.rule.endsWith('.invitation')) return earlier.act === 'invite';
  const own = principalsOf(earlier.sources);
  const others = principalsOf(acceptance.sources);
  return others.length === 0 || others.some((actor) => !own.includes(actor));
}

/** Of two sides the one that was asked: whoever “him” is in “invited him”. */
function otherSide({ parties }: WithStatements, { sources }: Proposition): readonly ActorId[] {
  const asking = principalsOf(sources);
  const others = principalsOf(parties).filter((party) => !asking.includes(party));
  return asking.length === 1 && others.length === 1 ? others : [];
}

function undertakingOf(setting: WithStatements, asked: Proposition, acceptance: Proposition): Undertaking {
  const { head, range } = asked.asked!;
  const both = asked.act === 'propose';
  const isInvitee = asked.act === 'invite' && asked.targets.length > 0;
  const named = isInvitee || acceptance.sources.length === 0 ? asked.targets : acceptance.sources;
  const accepting = named.length > 0 ? named : otherSide(setting, asked);
  return {
    head,
    range,
    ...strengthIn(setting, 3, acceptance.rule, undefined),
    conditional: false,
    reaffirms: false,
    bound: both ? [...asked.sources, ...accepting] : accepting,
    boundBy: 'accepted',
    deadlineIn: range,
    ...documentInstrument(setting, undefined),
  };
}
