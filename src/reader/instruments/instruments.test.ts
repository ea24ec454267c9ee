import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf, type Instrument, type Language } from '../../model/index.ts';
import type { Block, WithTimes } from '../setting.ts';
import { timesOf } from '../times/index.ts';
import { findInstruments } from './index.ts';
import { RULES } from './rules.ts';

function settingOf(text: string, language: Language): WithTimes {
  const doc = pipelineFor(language).parse(text);
  const document = documentOf(text, { publishedAt: '2024-05-15' });
  const block: Block = { kind: 'paragraph', span: [0, text.length], first: 0, end: doc.length, body: 0 };
  return {
    document,
    doc,
    blocks: [block],
    blockAt: () => block,
    facts: { id: document.id, kind: 'readout', language, publishedAt: '2024-05-15' },
    mentions: [],
    mentionAt: () => undefined,
    parties: ['NOR', 'PER'],
    quotes: [],
    quoteAt: () => undefined,
    speakerAt: () => undefined,
    times: timesOf(doc, document.publishedAt),
  };
}

function found(text: string, language: Language): string[] {
  return findInstruments(settingOf(text, language)).map(
    ({ spans: [span], type, status }: Instrument) => `${type} ${status}: ${text.slice(...span!)}`,
  );
}

describe('instruments in English', () => {
  test.each([
    [
      'The ministers signed a memorandum on fisheries and a protocol on customs.',
      ['memorandum signed: a memorandum on fisheries', 'protocol signed: a protocol on customs'],
    ],
    ['The draft treaty on extradition is nearly complete.', ['treaty in-preparation: The draft treaty on extradition']],
    [
      'The two sides agreed to draw up a roadmap for the salmon trade by June.',
      ['roadmap in-preparation: a roadmap for the salmon trade'],
    ],
    ['The Agreement on Visas was ratified in March.', ['agreement ratified: The Agreement on Visas']],
    ['The visit ended with the signing of a package of documents.', ['other signed: a package of documents']],
    ['A pact on whaling remains under discussion.', ['treaty in-preparation: A pact on whaling']],
    [
      'The ministers undertook to finalise, before the autumn session, a memorandum on whaling.',
      ['memorandum in-preparation: a memorandum on whaling'],
    ],
    [
      'They signed (i) the Protocol on Customs; (ii) the Agreement on Rail Freight.',
      ['protocol signed: the Protocol on Customs', 'agreement signed: the Agreement on Rail Freight'],
    ],
    ['They praised a programme for the training of pilots.', []],
    ['They talked of sport and reached agreement on nothing.', []],
    ['Drivers must carry their travel documents.', []],
  ])('%s', (text, expected) => expect(found(text, 'en')).toEqual(expected));

  test('date, title and areas', () => {
    const [treaty] = findInstruments(settingOf('On 3 May they signed the Treaty on Mutual Extradition.', 'en'));
    expect(treaty).toMatchObject({ title: 'Treaty on Mutual Extradition', date: '2024-05-03', areas: ['justice'] });
  });
});

describe('rules of instruments', () => {
  const examples = Object.entries(RULES).filter(([, { example }]) => example !== '');
  test.each(examples)('%s', (rule, { example }) => {
    const rules = findInstruments(settingOf(example, 'en')).map((instrument) => instrument.rule);
    expect(rules).toContain(`en.instrument.${rule}`);
  });
});

describe('instruments in Russian', () => {
  test.each([
    [
      'По итогам встречи подписаны соглашение о поставках леса и план консультаций на 2025 год.',
      ['agreement signed: соглашение о поставках леса', 'programme signed: план консультаций на 2025 год'],
    ],
    ['Проект договора о выдаче согласован.', ['treaty in-preparation: договора о выдаче']],
    ['Предстоит подготовить изменения в Соглашение 2009 года.', ['agreement in-force: Соглашение 2009 года']],
    ['Лес поставляется по контракту 2011 года.', ['contract in-force: контракту 2011 года']],
    [
      'Подписан протокол о намерениях в сфере рыболовства.',
      ['protocol signed: протокол о намерениях в сфере рыболовства'],
    ],
    ['Документы на въезд оформляются заранее.', []],
  ])('%s', (text, expected) => expect(found(text, 'ru')).toEqual(expected));
});
