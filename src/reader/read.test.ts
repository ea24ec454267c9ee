import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../language/index.ts';
import { documentOf, type Language, Reading, type Span } from '../model/index.ts';
import { read } from './index.ts';

const TEXTS: Readonly<Record<'en' | 'ru' | 'kk' | 'ky', string>> = {
  en: 'Presidents of Chad and Norway meet\n\nOSLO, 3 May 2024 (NTB) – President of Chad Abel Toura met Norwegian Prime Minister Ola Nordby. The sides agreed to open an embassy by 1 June 2025 and to raise trade to $2 billion.\n\n“We shall send grain,” Nordby said. He thanked his guest. They signed a memorandum on fisheries.',
  ru: 'Президенты Чада и Норвегии встретились\n\nОСЛО, 3 мая. /НТБ/. Президент Чада Абель Тура провёл переговоры с Премьер-министром Норвегии Олой Нордбю. Стороны договорились открыть посольство до 1 июня 2025 года.\n\n– Мы пришлем зерно, – сказал Нордбю. Подписан меморандум о рыболовстве.',
  kk: 'Министрлер кездесті\n\nАстанада Қазақстанның Сыртқы істер министрі Норвегияның министрімен кездесті. Тараптар ынтымақтастықты талқылады.',
  ky: 'Министрлер жолукту\n\nБишкекте Кыргызстандын тышкы иштер министри Норвегиянын министри менен жолукту. Тараптар кызматташтыкты талкуулашты.',
};
const LANGUAGES = ['en', 'ru', 'kk', 'ky'] as const;

function readText(text: string, language: Language): Reading {
  return read(documentOf(text, { publishedAt: '2024-05-03' }), pipelineFor(language).parse(text));
}

function spansOf(reading: Reading): Span[] {
  const { actorMentions, meetings, statements, commitments, instruments, progress } = reading;
  return [...actorMentions, ...meetings, ...statements, ...commitments, ...instruments, ...progress].flatMap(
    ({ spans }) => spans,
  );
}

function expectSound(text: string, language: Language): void {
  const reading = readText(text, language);
  expect(Reading.safeParse(reading).error).toBeUndefined();
  for (const [start, end] of spansOf(reading)) expect(0 <= start && start < end && end <= text.length).toBe(true);
}

describe('reading', () => {
  test.each(LANGUAGES)('the same text gives the same reading: %s', (language) => {
    expect(readText(TEXTS[language], language)).toEqual(readText(TEXTS[language], language));
    expectSound(TEXTS[language], language);
  });

  test('any string gives a valid reading with its spans within the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...LANGUAGES), (text, language) => expectSound(text, language)),
      { numRuns: 100 },
    );
  });

  test('a text with words cut out, doubled, moved or put in gives a valid reading', () => {
    const pieces = [
      '\n\n',
      '\n',
      '«',
      '»',
      '“',
      '–',
      '"',
      '1. ',
      ', and ',
      ' of ',
      ' the sides ',
      ' стороны ',
      ' 2025',
      '…',
      '\u00a0',
      '&laquo;',
      ': ',
    ];
    const mutation = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      piece: fc.constantFrom(...pieces),
      doubled: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        (language, mutations) => {
          expectSound(mutations.reduce(mutate, TEXTS[language]), language);
        },
      ),
      { numRuns: 100 },
    );
  });
});

function mutate(
  text: string,
  { at, length, piece, doubled }: { at: number; length: number; piece: string; doubled: boolean },
): string {
  const start = at % (text.length + 1);
  const cut = text.slice(start, start + length);
  return text.slice(0, start) + piece + (doubled ? cut + cut : '') + text.slice(start + length);
}
