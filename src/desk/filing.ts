import { blocksOf, entryOf, type LedgerEntry, type Mention } from '../ledger/index.ts';
import {
  type ActorId,
  type Area,
  type Document,
  isOfState,
  principalOf,
  principalsOf,
  type Reading,
} from '../model/index.ts';
import {
  FINDING_KINDS,
  type Filing,
  type FindingItems,
  type LemmaLayer,
  LISTS,
  type NewFinding,
  pairOf,
} from '../register/index.ts';
import { lemmaLayerOf } from './lemmas.ts';
import type { ReadDocument } from './read-document.ts';

/** More parties than this are a summit: what stands among them belongs to no pair. */
const MOST_PARTIES = 9;

/** All that the register keeps of a document that was read. */
export function filingOf({ document, doc, reading }: ReadDocument): Filing {
  return filingFrom(document, reading, entryOf(document, doc, reading), lemmaLayerOf(doc));
}

/** A filing from the parts that are made of a document's parsed text. */
export function filingFrom(document: Document, reading: Reading, entry: LedgerEntry, lemmas: LemmaLayer): Filing {
  const findings = FINDING_KINDS.flatMap((kind) =>
    entry[LISTS[kind]].flatMap((mention, ordinal) => findingOf(mention, ordinal, reading[LISTS[kind]][ordinal])),
  );
  const pairs = new Set(findings.flatMap((finding) => finding.pairs));
  return {
    document,
    title: titleOf(entry),
    reading,
    entry,
    blocks: blocksOf(entry),
    findings,
    pairs: [...(pairs.size > 0 ? pairs : pairsAmong(statesIn(reading)))],
    actors: actorsOf(reading),
    lemmas,
  };
}

/** The states that a text mentions, where they are two: a text without findings belongs to them. */
function statesIn({ actorMentions }: Reading): ActorId[] {
  const states = principalsOf(actorMentions.map(({ actor }) => actor)).filter(isOfState);
  return states.length === 2 ? states : [];
}

function findingOf(mention: Mention, ordinal: number, read: FindingItems[Mention['kind']] | undefined): NewFinding[] {
  const item = read ?? echoItem(mention);
  if (item === undefined) return [];
  return [{ kind: mention.kind, ordinal, pairs: pairsAmong(mention.circle), areas: areasOf(item), item, mention }];
}

/** What the ledger hears of an undertaking in a statement that the reading does not call progress is kept as the claim that it amounts to. */
function echoItem(mention: Mention): FindingItems['progress'] | undefined {
  if (mention.kind !== 'progress' || mention.echo !== true) return undefined;
  const { spans, progress: kind, areas, rule, confidence } = mention;
  return { spans, kind, areas, rule, confidence };
}

function titleOf({ document: { title = '' } }: LedgerEntry): string {
  return title.length > 300 ? `${title.slice(0, 299)}…` : title;
}

function pairsAmong(circle: readonly ActorId[]): string[] {
  if (circle.length > MOST_PARTIES) return [];
  return circle.flatMap((a, index) => circle.slice(index + 1).flatMap((b) => pairOf(a, b) ?? []));
}

function areasOf(item: FindingItems[Mention['kind']]): readonly Area[] {
  return 'areas' in item ? item.areas : [];
}

function actorsOf({ actorMentions }: Reading): ActorId[] {
  const actors = actorMentions.map(({ actor }) => actor);
  return [...new Set([...actors, ...actors.map(principalOf)])];
}
