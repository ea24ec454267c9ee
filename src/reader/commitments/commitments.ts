import type { ActorId, Commitment } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import { targetOf } from '../amounts/index.ts';
import { areasOnTopic } from '../areas/index.ts';
import { spanOf } from '../clauses/index.ts';
import { confidenceOf } from '../confidence.ts';
import type { Proposition, Undertaking, WithStatements } from '../statements/index.ts';
import { acceptedUndertakings } from './accepted.ts';
import { undertakingDeadline } from './deadline.ts';
import { partiesOf } from './parties.ts';

/** The reader's findings up to what the parties undertake. */
export interface WithCommitments extends WithStatements {
  readonly commitments: readonly Commitment[];
  /** What each commitment was made of, in the same order. */
  readonly derivations: readonly Derivation[];
}

/** The statement that makes a commitment, and what it undertakes. */
export interface Derivation {
  readonly proposition: Proposition;
  readonly undertaking: Undertaking;
}

/** Adds the commitments: what each statement undertakes, and what was proposed or requested and then accepted. */
export function findCommitments(setting: WithStatements): WithCommitments {
  const { propositions } = setting;
  const accepted = acceptedUndertakings(setting);
  const found = propositions.flatMap((proposition, statement) => {
    const undertaking = proposition.undertaking ?? accepted.get(proposition);
    if (undertaking === undefined) return [];
    const commitment = commitmentOf(setting, proposition, undertaking, statement);
    return commitment === undefined ? [] : [{ commitment, derivation: { proposition, undertaking } }];
  });
  return {
    ...setting,
    commitments: found.map(({ commitment }) => commitment),
    derivations: found.map(({ derivation }) => derivation),
  };
}

/** The commitment that an undertaking makes; undefined where nobody is known to be bound. */
function commitmentOf(
  setting: WithStatements,
  proposition: Proposition,
  undertaking: Undertaking,
  statement: number,
): Commitment | undefined {
  const parties = partiesOf(setting, undertaking);
  if (setting.tree === undefined || parties.length === 0) return undefined;
  const { range, strength, conditional, reaffirms, instrument } = undertaking;
  const deadline = undertakingDeadline(setting, undertaking);
  const target = targetOf(setting.doc, setting.amounts, range.first, range.last);
  return {
    spans: [spanOf(setting.doc, range)],
    parties,
    beneficiaries: beneficiariesOf(proposition, parties),
    areas: [...areasOnTopic(setting, range.first, range.last, setting.blockAt(range.first).first)],
    strength,
    ...(deadline === undefined ? {} : { deadline }),
    ...(target === undefined ? {} : { target }),
    ...(instrument === undefined ? {} : { instrument }),
    conditional,
    reaffirms,
    statement,
    rule: proposition.rule,
    confidence: confidenceOf('commitment', proposition.rule),
  };
}

/** Those toward whom one side binds itself. */
function beneficiariesOf({ targets, benefits }: Proposition, parties: readonly ActorId[]): ActorId[] {
  return parties.length > 1 || !benefits ? [] : principalsOf(targets).filter((actor) => !parties.includes(actor));
}
