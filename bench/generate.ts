import type {
  CommitmentMention,
  DocumentEntry,
  InstrumentMention,
  LedgerEntry,
  MeetingMention,
  ProgressMention,
} from '../src/ledger/index.ts';
import concepts from '../src/ledger/terms/concepts.json' with { type: 'json' };
import { AREAS, type Area, type Strength } from '../src/model/index.ts';

/** Numbers from 0 to 1 by a seed: mulberry32. */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STATES = [
  'KAZ',
  'RUS',
  'CHN',
  'UZB',
  'KGZ',
  'TUR',
  'AZE',
  'TJK',
  'TKM',
  'GEO',
  'ARM',
  'BLR',
  'IND',
  'IRN',
  'MNG',
  'PAK',
  'ARE',
  'SAU',
  'DEU',
  'FRA',
  'ITA',
  'HUN',
  'POL',
  'GBR',
  'USA',
  'JPN',
  'KOR',
  'VNM',
  'IDN',
  'MYS',
  'EGY',
  'QAT',
  'ISR',
  'UKR',
  'MDA',
  'SRB',
  'FIN',
  'ESP',
  'AFG',
  'BRA',
];

const THINGS = concepts.filter(({ kind, weight }) => kind === 'thing' && weight >= 2).map(({ id }) => `c:${id}`);
const ACTIONS = concepts.filter(({ kind, family }) => kind === 'act' && family !== undefined);

/** What the generated register is like; `pair` puts all documents between two states. */
export interface GenerateOptions {
  readonly documents: number;
  readonly seed?: number;
  readonly pair?: readonly [string, string];
}

/**
 * Entries as a register of readouts has them: few pairs of states meet often and many seldom, undertakings come back in later talks, some
 * are reported on, a few documents are reprints. The same seed gives the same entries.
 */
export function* generateEntries({ documents, seed = 1, pair }: GenerateOptions): Generator<LedgerEntry> {
  const random = randomBy(seed);
  const known = new Map<string, CommitmentMention[]>();
  let last: LedgerEntry | undefined;
  for (let index = 0; index < documents; index++) {
    const entry: LedgerEntry =
      last !== undefined && random() < 0.04
        ? reprintOf(last, index)
        : documentEntry(index, documents, pair ?? somePair(random), known, random);
    last = entry;
    yield entry;
  }
}

type Random = () => number;

function some<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

/** States by Zipf's law: the first meets half as often again as the second. */
function somePair(random: Random): readonly [string, string] {
  const state = () => STATES[Math.min(STATES.length - 1, Math.floor(STATES.length * random() ** 2.2))]!;
  const a = state();
  let b = state();
  while (b === a) b = state();
  return a < b ? [a, b] : [b, a];
}

const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2025, 11, 31);

function documentEntry(
  index: number,
  documents: number,
  pair: readonly [string, string],
  known: Map<string, CommitmentMention[]>,
  random: Random,
): LedgerEntry {
  const date = new Date(FIRST + ((LAST - FIRST) * index) / documents).toISOString().slice(0, 10);
  const id = index.toString(16).padStart(16, '0');
  const place: Place = { id, date, circle: [...pair], at: 200, random };
  const before = known.get(pair.join('+')) ?? [];
  const commitments = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    before.length > 0 && random() < 0.3 ? again(place, some(before, random)) : commitment(place),
  );
  known.set(pair.join('+'), [...before, ...commitments].slice(-200));
  return {
    document: document(place, pair[index % 2]!),
    meetings: [meeting(place)],
    commitments,
    progress: Array.from({ length: Math.floor(random() * 3) }, () => progress(place, before)),
    instruments: Array.from({ length: Math.floor(random() * 2) }, () => instrument(place)),
    areas: [],
  };
}

interface Place {
  readonly id: string;
  readonly date: string;
  readonly circle: readonly string[];
  at: number;
  readonly random: Random;
}

function base(place: Place, letter: string, words: string) {
  place.at += 100;
  const span = [place.at, place.at + words.length] as const;
  return {
    id: `${place.id}#${letter}${span[0]}-${span[1]}`,
    document: place.id,
    spans: [span],
    words,
    date: place.date,
    circle: place.circle,
    rule: 'generated',
    confidence: 0.8,
  };
}

function document({ id, date, random }: Place, side: string): DocumentEntry {
  return {
    id,
    kind: 'readout',
    language: random() < 0.6 ? 'en' : 'ru',
    title: `Readout ${id}`,
    publisher: `Press service of ${side}`,
    publishedAt: date,
    side,
    length: 3000,
    signature: Array.from({ length: 48 }, () => Math.floor(random() * 4294967296)),
  };
}

function someTerms(random: Random): { terms: string[]; action: string; words: string } {
  const act = some(ACTIONS, random);
  const things = Array.from({ length: 1 + Math.floor(random() * 3) }, () => some(THINGS, random));
  const names = random() < 0.4 ? [`n:${nameBy(random)}`] : [];
  const terms = [...new Set([`c:${act.id}`, ...things, ...names])].sort();
  return { terms, action: act.family ?? '', words: terms.map((term) => term.slice(2)).join(' ') };
}

function nameBy(random: Random): string {
  return Array.from({ length: 4 }, () => some([...'bdfghjklmnprstvz'], random)).join('');
}

function someAreas(random: Random): Area[] {
  return [...new Set(Array.from({ length: 1 + Math.floor(random() * 2) }, () => some(AREAS, random)))];
}

function commitment(place: Place): CommitmentMention {
  const { random, circle, date } = place;
  const { terms, action, words } = someTerms(random);
  const parties = random() < 0.6 ? circle : [some(circle, random)];
  const deadline = random() < 0.3 ? `${Number(date.slice(0, 4)) + 1 + Math.floor(random() * 4)}-12-31` : undefined;
  const target =
    random() < 0.15 ? { value: Math.ceil(random() * 9) * 1e9, unit: 'USD', measure: 'trade turnover' } : undefined;
  const strengths: readonly Strength[] = [1, 2, 3, 4, 5];
  return {
    kind: 'commitment',
    ...base(place, 'c', words),
    parties,
    beneficiaries: [],
    areas: someAreas(random),
    strength: some(strengths, random),
    deadline,
    target,
    conditional: false,
    reaffirms: false,
    action,
    terms,
    context: [],
  };
}

/** An undertaking said again at later talks, in slightly other words. */
function again(place: Place, earlier: CommitmentMention): CommitmentMention {
  const terms = place.random() < 0.5 ? earlier.terms : earlier.terms.slice(0, -1);
  return { ...earlier, ...base(place, 'c', earlier.words), reaffirms: true, terms };
}

function progress(place: Place, before: readonly CommitmentMention[]): ProgressMention {
  const { random } = place;
  const of = before.length > 0 && random() < 0.7 ? some(before, random) : undefined;
  const { terms, action, words } =
    of === undefined ? someTerms(random) : { terms: [...of.terms], action: of.action ?? '', words: of.words };
  const kinds = ['progress', 'progress', 'fulfilled', 'delayed', 'revised'] as const;
  return {
    kind: 'progress',
    ...base(place, 'p', words),
    progress: some(kinds, random),
    areas: of?.areas ?? someAreas(random),
    action,
    terms,
    context: [],
    recalls: [],
  };
}

function instrument(place: Place): InstrumentMention {
  const { random, circle } = place;
  const { terms, words } = someTerms(random);
  const types = ['agreement', 'memorandum', 'roadmap', 'protocol'] as const;
  return {
    kind: 'instrument',
    ...base(place, 'i', words),
    type: some(types, random),
    parties: circle,
    status: 'signed',
    when: place.date,
    areas: someAreas(random),
    terms,
    context: [],
  };
}

function meeting(place: Place): MeetingMention {
  const { circle, date } = place;
  return {
    kind: 'meeting',
    ...base(place, 'm', 'held talks'),
    formats: ['expanded'],
    parties: circle,
    participants: [],
    when: date,
    place: 'Astana',
    status: 'held',
    terms: [],
    publishedAt: date,
  };
}

/** The same text on another site: the ids of its document change, nothing else. */
function reprintOf(entry: LedgerEntry, index: number): LedgerEntry {
  const id = index.toString(16).padStart(16, '0');
  const moved = <T extends { readonly id: string }>(mentions: readonly T[]): T[] =>
    mentions.map((mention) => ({ ...mention, id: mention.id.replace(/^[^#]+/, id), document: id }));
  return {
    ...entry,
    document: { ...entry.document, id, publisher: 'Another agency' },
    meetings: moved(entry.meetings),
    commitments: moved(entry.commitments),
    progress: moved(entry.progress),
    instruments: moved(entry.instruments),
  };
}
