import {
  type ActorId,
  PLOVER_ROOTS,
  type PloverRoot,
  principalsOf,
  type Reading,
  type Span,
  type Statement,
  wordsOf,
} from '../../model/index.ts';
import MODES from './modes.json' with { type: 'json' };

/** An event in the PLOVER ontology, with the words that it was read from. */
export interface PloverRecord {
  readonly event: PloverRoot;
  readonly mode?: string;
  /** States by ISO alpha-3 code, organizations by slug. */
  readonly source: readonly ActorId[];
  readonly target: readonly ActorId[];
  readonly date?: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly document: string;
  /** How many statements of the document tell of this event. */
  readonly mentions: number;
}

/**
 * The events of a reading. Statements without a root (`state`), negated ones and those without a source give none;
 * of a reciprocal act each party is a source once. Statements of one document that tell the same event are one record.
 */
export function ploverRecords(reading: Reading, text: string): PloverRecord[] {
  const offers = new Set(
    reading.commitments.filter(({ strength }) => strength === 1).map(({ statement }) => statement),
  );
  const records = reading.statements.flatMap((statement, at) => {
    const event = rootOf(statement, offers.has(at));
    return event === undefined ? [] : recordsOf(statement, event, reading, text);
  });
  const merged = Map.groupBy(records, ({ event, mode, source, target }) =>
    JSON.stringify([event, mode, source, target]),
  );
  return [...merged.values()].map(([first, ...rest]) => ({ ...first!, mentions: rest.length + 1 }));
}

function rootOf({ act, polarity }: Statement, isOffer: boolean): PloverRoot | undefined {
  if (polarity === 'negative') return undefined;
  return act === 'propose' && isOffer ? 'AGREE' : PLOVER_ROOTS[act];
}

function recordsOf(statement: Statement, event: PloverRoot, reading: Reading, text: string): PloverRecord[] {
  const sources = principalsOf(statement.sources);
  const targets = principalsOf(statement.targets);
  const { publishedAt, id } = reading.document;
  const words = wordsOf(text, statement.spans);
  const mode = modeOf(event, words, new Set([...sources, ...targets]).size);
  const record = (source: readonly ActorId[], target: readonly ActorId[]): PloverRecord => ({
    event,
    ...(mode && { mode }),
    source,
    target,
    ...(publishedAt && { date: publishedAt }),
    text: words,
    spans: statement.spans,
    document: id,
    mentions: 1,
  });
  if (targets.length > 0 || sources.length < 2) return sources.length === 0 ? [] : [record(sources, targets)];
  return sources.map((source) =>
    record(
      [source],
      sources.filter((other) => other !== source),
    ),
  );
}

/** The mode where one wording of it, and of no other mode of the event, is in the words. */
function modeOf(event: PloverRoot, words: string, actors: number): string | undefined {
  const modes = (MODES as Partial<Record<PloverRoot, Record<string, string>>>)[event] ?? {};
  const fitting = Object.entries(modes).filter(([, wording]) => new RegExp(wording, 'iu').test(words));
  if (fitting.length === 1) return fitting[0]![0];
  return event === 'CONSULT' && fitting.length === 0 && actors > 2 ? 'multilateral' : undefined;
}
