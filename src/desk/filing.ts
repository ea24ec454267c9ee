import type { Doc } from '../language/index.ts';
import {
  type ActorId,
  type Area,
  firstDayOf,
  principalOf,
  principalsOf,
  type Reading,
  wordsOf,
} from '../model/index.ts';
import {
  dateOf,
  FINDING_KINDS,
  type Filing,
  type FindingItems,
  type FindingKind,
  findingId,
  type LemmaLayer,
  LISTS,
  type NewFinding,
  pairOf,
} from '../register/index.ts';
import { foldLemma } from './lemmas.ts';
import type { ReadDocument } from './read-document.ts';

/** More parties than this are a summit: its findings belong to no pair. */
const MOST_PARTIES = 9;

/** All that the register keeps of a document that was read. */
export function filingOf({ document, doc, reading }: ReadDocument): Filing {
  const circles = circlesOf(reading);
  const taken = new Set<string>();
  const findings = FINDING_KINDS.flatMap((kind) =>
    reading[LISTS[kind]].map((item, ordinal): NewFinding => {
      const id = findingId(document.id, kind, item, taken);
      const circle = circles[kind](item as never);
      const date = dayOf(item) ?? dateOf({ document, reading });
      return {
        id,
        kind,
        ordinal,
        date,
        pairs: pairsAmong(circle),
        areas: areasOf(item),
        item,
        words: wordsOf(document.text, item.spans),
      };
    }),
  );
  return {
    document,
    title: titleOf(reading, document.text),
    reading,
    findings,
    pairs: [...new Set([...findings.flatMap(({ pairs }) => pairs), ...pairsAmong(circles.document)])],
    actors: actorsOf(reading),
    lemmas: lemmasOf(doc),
  };
}

/** The lemmas of a parsed text, as the search index has them. */
function lemmasOf(doc: Doc): LemmaLayer {
  const lemmas = Array.from({ length: doc.length }, (_, token) =>
    foldLemma(doc.trees === undefined ? doc.form(token) : doc.lemma(token)),
  );
  return { lemmas, starts: doc.tokens.starts, ends: doc.tokens.ends };
}

function titleOf(reading: Reading, text: string): string {
  const title = reading.document.title ?? text.slice(0, text.search(/\n|$/)).trim();
  return title.length > 300 ? `${title.slice(0, 299)}…` : title;
}

/** Among whom each kind of finding stands: its own parties, and for a one-sided one those whom it was told to. */
function circlesOf(reading: Reading) {
  const met = principalsOf(reading.meetings.flatMap(({ parties }) => parties));
  const bound = principalsOf(
    reading.commitments.flatMap(({ parties, beneficiaries }) => [...parties, ...beneficiaries]),
  );
  const document = met.length > 1 ? met : bound;
  const among = (own: readonly ActorId[]): ActorId[] => {
    const principals = principalsOf(own);
    return principals.length > 1 ? principals : principalsOf([...principals, ...document]);
  };
  return {
    document,
    meeting: ({ parties }: FindingItems['meeting']) => principalsOf(parties),
    commitment: ({ parties, beneficiaries }: FindingItems['commitment']) => among([...parties, ...beneficiaries]),
    instrument: ({ parties }: FindingItems['instrument']) => among(parties),
    progress: (_: FindingItems['progress']) => document,
  };
}

function pairsAmong(circle: readonly ActorId[]): string[] {
  if (circle.length > MOST_PARTIES) return [];
  return circle.flatMap((a, index) => circle.slice(index + 1).flatMap((b) => pairOf(a, b) ?? []));
}

function dayOf(item: FindingItems[FindingKind]): string | undefined {
  return 'date' in item && item.date !== undefined ? firstDayOf(item.date) : undefined;
}

function areasOf(item: FindingItems[FindingKind]): readonly Area[] {
  return 'areas' in item ? item.areas : [];
}

function actorsOf({ actorMentions }: Reading): ActorId[] {
  const actors = actorMentions.map(({ actor }) => actor);
  return [...new Set([...actors, ...actors.map(principalOf)])];
}
