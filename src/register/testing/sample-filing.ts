import type { LedgerEntry, Link } from '../../ledger/index.ts';
import { type Commitment, type Document, documentOf, type Meeting, type Reading } from '../../model/index.ts';
import type { Filing, FindLinks } from '../filing.ts';
import type { NewFinding } from '../findings.ts';

const ORIGIN = { rule: 'sample', confidence: 0.9 };

interface Sample {
  readonly date?: string;
  readonly parties?: readonly string[];
  /** The words of the text, which are their own lemmas. */
  readonly words?: string;
  readonly areas?: Commitment['areas'];
  readonly language?: Reading['document']['language'];
  readonly reader?: string;
}

/** A made-up document with one meeting and two commitments, as it would be filed; those of different numbers differ. */
export function sampleFiling(number: number, sample: Sample = {}): Filing {
  const { date = '2021-03-02', parties = ['KAZ', 'KGZ'], words = 'they agreed to build a road' } = sample;
  const { areas = ['transport'], language = 'en', reader = 'sample-1' } = sample;
  const document = documentOf(`talk${number} ${words}`, date === '' ? {} : { publishedAt: date });
  const pairs = parties.flatMap((a, index) => parties.slice(index + 1).map((b) => `${a}-${b}`));
  const meeting: Meeting = {
    spans: [[0, 4]],
    formats: ['expanded'],
    parties,
    participants: [],
    status: 'held',
    ...ORIGIN,
  };
  const commitments = [0, 1].map(
    (index): Commitment => ({
      spans: [[index, index + 3]],
      parties,
      beneficiaries: [],
      areas,
      strength: 3,
      conditional: false,
      reaffirms: false,
      ...ORIGIN,
    }),
  );
  const reading: Reading = {
    reader,
    document: { id: document.id, kind: 'readout', language },
    actorMentions: [],
    meetings: [meeting],
    statements: [],
    commitments,
    instruments: [],
    progress: [],
  };
  const base = { document: document.id, words: 'words', ...(date === '' ? {} : { date }), circle: parties, terms: [] };
  const findings: NewFinding[] = [
    {
      kind: 'meeting',
      ordinal: 0,
      pairs,
      areas: [],
      item: meeting,
      mention: { ...meeting, ...base, kind: 'meeting', id: `${document.id}#m0-4` },
    },
    ...commitments.map(
      (item, ordinal): NewFinding => ({
        kind: 'commitment',
        ordinal,
        pairs,
        areas,
        item,
        mention: { ...item, ...base, kind: 'commitment', id: `${document.id}#c${ordinal}-${ordinal + 3}`, context: [] },
      }),
    ),
  ];
  const entry: LedgerEntry = {
    document: { id: document.id, kind: 'readout', language, length: document.text.length, signature: [] },
    meetings: [],
    commitments: [],
    progress: [],
    instruments: [],
    areas: [],
  };
  return {
    document,
    title: `Talk ${number}`,
    reading,
    entry,
    blocks: findings.map(({ mention }) => ({ item: mention.id, key: parties.join('+') })),
    findings,
    pairs,
    actors: parties,
    lemmas: lemmasOf(document),
  };
}

/** Links each commitment to the first of those that share its block. */
export const linkToFirst: FindLinks = ({ findings }, { mentions }) =>
  findings.flatMap(({ kind, mention }): Link[] => {
    const [other] = (mentions.get(mention.id) ?? []).filter((one) => one.kind === 'commitment' && one.id < mention.id);
    if (kind !== 'commitment' || other === undefined) return [];
    return [{ kind: 'same-commitment', a: other.id, b: mention.id, outcome: 'same', score: 0.9, reasons: ['sample'] }];
  });

function lemmasOf({ text }: Document): Filing['lemmas'] {
  const words = [...text.matchAll(/\S+/g)];
  return {
    lemmas: words.map(([word]) => word),
    starts: Uint32Array.from(words, ({ index }) => index),
    ends: Uint32Array.from(words, ({ index, 0: word }) => index + word.length),
  };
}
