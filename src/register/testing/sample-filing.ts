import { type Commitment, type Document, documentOf, type Meeting, type Reading } from '../../model/index.ts';
import type { Filing } from '../filing.ts';
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
  const base = { date, pairs, words: 'words' };
  const findings: NewFinding[] = [
    { id: `${document.id}#m0-4`, kind: 'meeting', ordinal: 0, areas: [], item: meeting, ...base },
    ...commitments.map(
      (item, ordinal): NewFinding => ({
        id: `${document.id}#c${ordinal}-${ordinal + 3}`,
        kind: 'commitment',
        ordinal,
        areas,
        item,
        ...base,
      }),
    ),
  ];
  return {
    document,
    title: `Talk ${number}`,
    reading,
    entry: '{}',
    findings,
    pairs,
    actors: parties,
    lemmas: lemmasOf(document),
  };
}

function lemmasOf({ text }: Document): Filing['lemmas'] {
  const words = [...text.matchAll(/\S+/g)];
  return {
    lemmas: words.map(([word]) => word),
    starts: Uint32Array.from(words, ({ index }) => index),
    ends: Uint32Array.from(words, ({ index, 0: word }) => index + word.length),
  };
}
