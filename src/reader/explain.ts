import type { Doc } from '../language/index.ts';
import type { ActorId, Document, Reading, Span, Strength } from '../model/index.ts';
import { type Range, spanOf } from './clauses/index.ts';
import type { Derivation } from './commitments/index.ts';
import type { WithProgress } from './progress/index.ts';
import { readingOf, settle } from './read.ts';
import type { BoundBy } from './statements/index.ts';

/** How a commitment came about: the chain from its clause to its fields. */
export interface CommitmentTrace {
  /** The words of the statement that makes it. */
  readonly clause: Span;
  /** The predicate that undertakes: “agreed”, “will”, “readiness”. */
  readonly performative: Span;
  /** The frame or general rule that read it. */
  readonly rule: string;
  readonly parties: { readonly by: BoundBy; readonly named: readonly ActorId[] };
  readonly strength: { readonly value: Strength; readonly by: string };
  /** Where a deadline in front of several actions was looked for beside the action itself. */
  readonly deadlineIn: Span;
  readonly conditional: boolean;
  readonly reaffirms: boolean;
}

/** Reads a document and tells how each commitment came about; the traces are in the order of the reading's commitments. */
export function readWithTrace(
  document: Document,
  doc: Doc,
): { readonly reading: Reading; readonly traces: readonly CommitmentTrace[] } {
  const setting = settle(document, doc);
  return { reading: readingOf(setting), traces: setting.derivations.map((derivation) => traceOf(setting, derivation)) };
}

function traceOf({ doc }: WithProgress, { proposition, undertaking }: Derivation): CommitmentTrace {
  const span = ({ first, last }: Range): Span => spanOf(doc, { first, last: Math.max(first, last) });
  const { clause, range, rule } = proposition;
  const { bound, boundBy, strength, strengthBy, deadlineIn, conditional, reaffirms } = undertaking;
  const performative = clause.future ?? clause.head;
  return {
    clause: span(range),
    performative: span({ first: performative, last: performative }),
    rule,
    parties: { by: boundBy, named: bound },
    strength: { value: strength, by: strengthBy },
    deadlineIn: span(deadlineIn),
    conditional,
    reaffirms,
  };
}
