import { tokenize } from '../../language/index.ts';
import {
  type Commitment,
  type Document,
  documentOf,
  type Instrument,
  type Language,
  type Meeting,
  type Progress,
  type Reading,
  type Span,
} from '../../model/index.ts';
import { entryOf } from '../entry/entry.ts';
import type { LedgerEntry } from '../entry/types.ts';

/** What a test says of a finding: its words, which stand in the text, and the fields that matter. */
type Sketch<T> = Partial<Omit<T, 'spans'>> & { readonly words: string };

/** A document of a test: its text and what a reader found there. */
export interface Told {
  readonly text: string;
  readonly on: string;
  readonly language?: Language;
  readonly side?: string;
  readonly publisher?: string;
  readonly meetings?: readonly Sketch<Meeting>[];
  readonly commitments?: readonly Sketch<Commitment>[];
  readonly progress?: readonly Sketch<Progress>[];
  readonly instruments?: readonly Sketch<Instrument>[];
}

const ORIGIN = { rule: 'test', confidence: 1 };
const SIDES = ['GEO', 'MDA'];

/** The entry of a document told in a test, by the same way as a real one. */
export function entryTold(told: Told): LedgerEntry {
  const document = documentTold(told);
  return entryOf(document, tokenize(told.text, told.language ?? 'en'), readingTold(told, document));
}

/** The document of a test. */
function documentTold({ text, on, publisher }: Told): Document {
  return documentOf(text, { publishedAt: on, publisher });
}

function readingTold({ text, on, language = 'en', side, ...found }: Told, document: Document): Reading {
  const spans = (words: string): Span[] => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`the test's text does not have the words «${words}»`);
    return [[at, at + words.length]];
  };
  return {
    reader: 'test',
    document: { id: document.id, kind: 'readout', language, side, publishedAt: on },
    actorMentions: [],
    statements: [],
    meetings: (found.meetings ?? []).map(({ words, ...fields }) => ({
      formats: [],
      parties: SIDES,
      participants: [],
      status: 'held',
      ...fields,
      ...ORIGIN,
      spans: spans(words),
    })),
    commitments: (found.commitments ?? []).map(({ words, ...fields }) => ({
      parties: SIDES,
      beneficiaries: [],
      areas: [],
      strength: 3,
      conditional: false,
      reaffirms: false,
      ...fields,
      ...ORIGIN,
      spans: spans(words),
    })),
    progress: (found.progress ?? []).map(({ words, ...fields }) => ({
      kind: 'progress',
      areas: [],
      ...fields,
      ...ORIGIN,
      spans: spans(words),
    })),
    instruments: (found.instruments ?? []).map(({ words, ...fields }) => ({
      type: 'agreement',
      parties: SIDES,
      status: 'signed',
      areas: [],
      ...fields,
      ...ORIGIN,
      spans: spans(words),
    })),
  };
}

/** Three texts about a ferry and a school: made, said again in Russian, reported on. The ground of most tests. */
export const MADE: Told = {
  text: 'Talks in Tbilisi. The ministers met on Monday. They agreed to launch a ferry between Batumi and Giurgiulesti by the end of 2023. Georgia will supply 500 tons of flour.',
  on: '2022-05-10',
  side: 'GEO',
  publisher: 'Ministry of Georgia',
  meetings: [{ words: 'The ministers met on Monday', date: '2022-05-10', place: 'Tbilisi' }],
  commitments: [
    {
      words: 'launch a ferry between Batumi and Giurgiulesti by the end of 2023',
      areas: ['transport'],
      deadline: '2023-12-31',
    },
    {
      words: 'supply 500 tons of flour',
      parties: ['GEO'],
      areas: ['agriculture', 'humanitarian'],
      strength: 4,
      target: { value: 500, unit: 't', measure: 'flour supplies' },
    },
  ],
};

export const RETOLD: Told = {
  text: 'Переговоры в Тбилиси. Министры встретились в понедельник. Решено запустить паром Батуми – Джурджулешты до конца 2024 года. Стороны построят школу в Комрате.',
  on: '2022-05-10',
  language: 'ru',
  side: 'MDA',
  publisher: 'МИД Молдовы',
  meetings: [{ words: 'Министры встретились в понедельник', date: '2022-05-10', place: 'Тбилиси' }],
  commitments: [
    { words: 'запустить паром Батуми – Джурджулешты до конца 2024 года', areas: ['transport'], deadline: '2024-12-31' },
    { words: 'построят школу в Комрате', areas: ['education'], strength: 4 },
  ],
};

export const REPORTED: Told = {
  text: 'A year later. The ministers held talks in Chisinau. The ferry between Batumi and Giurgiulesti made its first voyage on May 2. So far 200 tons of flour have been supplied.',
  on: '2023-06-01',
  side: 'MDA',
  publisher: 'Moldova News',
  meetings: [{ words: 'The ministers held talks in Chisinau', date: '2023-06-01', place: 'Chisinau' }],
  progress: [
    {
      words: 'The ferry between Batumi and Giurgiulesti made its first voyage on May 2',
      kind: 'fulfilled',
      areas: ['transport'],
      date: '2023-05-02',
    },
    {
      words: 'So far 200 tons of flour have been supplied',
      areas: ['agriculture', 'humanitarian'],
      figure: { value: 200, unit: 't', measure: 'flour supplies' },
    },
  ],
};
