import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import { documentOf, type Language } from '../../model/index.ts';
import { datelineOf } from './dateline.ts';
import { layOut } from './index.ts';
import { isoOf, writtenDates } from './written-dates.ts';

function kinds(text: string, language: Language = 'en'): string[] {
  const { blocks, doc } = layOut({ document: documentOf(text), doc: tokenize(text, language) });
  return blocks.map(({ kind, span, body, first }) => {
    const behind = body > first ? ` behind ${doc.text.slice(span[0], doc.startOf(body)).trim()}` : '';
    return `${kind}: ${doc.text.slice(...span).slice(0, 12)}${behind}`;
  });
}

describe('blocks', () => {
  test.each<[string, Language, string, string[]]>([
    [
      'a readout',
      'en',
      'Ministers of Norway and Chad meet\n\nOSLO, 3 May 2024 – The ministers met today.\n\nThey will meet again.',
      ['headline: Ministers of', 'paragraph: OSLO, 3 May  behind OSLO, 3 May 2024 –', 'paragraph: They will me'],
    ],
    ['one line', 'en', 'The ministers met today.', ['paragraph: The minister']],
    [
      'no headline',
      'en',
      'The ministers met today.\n\nThey agreed.',
      ['paragraph: The minister', 'paragraph: They agreed.'],
    ],
    [
      'a page with its furniture',
      'en',
      'Ministers meet\n\nHome › News\n\nShare: X | Print\n\nPhoto: Office of the President\n\nThe ministers met.\n\nRead also: Grain prices fall\n\nTags: Chad',
      [
        'headline: Ministers me',
        'ignored: Home › News',
        'ignored: Share: X | P',
        'caption: Photo: Offic',
        'paragraph: The minister',
        'related: Read also: G',
        'ignored: Tags: Chad',
      ],
    ],
    [
      'a related line behind its bare marker',
      'ru',
      'Министры встретились\n\nМинистры провели переговоры.\n\nЧИТАЙТЕ ТАКЖЕ\nЦены на зерно упали\n\nОни договорились.',
      [
        'headline: Министры вст',
        'paragraph: Министры про',
        'related: ЧИТАЙТЕ ТАКЖ',
        'related: Цены на зерн',
        'paragraph: Они договори',
      ],
    ],
    [
      'numbered paragraphs, headings and a signature',
      'en',
      'Joint Statement of Chad and Norway\n\nTrade\n\n1. The Parties shall trade.\n\nOslo, 3 May 2024',
      ['headline: Joint Statem', 'heading: Trade', 'paragraph: 1. The Parti behind 1.', 'signature: Oslo, 3 May '],
    ],
    [
      'a list behind a colon',
      'en',
      'Ministers meet\n\nThe parties agreed to:\n\n— open a road;\n\n— close a mine.\n\nThey met in Oslo.',
      [
        'headline: Ministers me',
        'paragraph: The parties ',
        'list-item: — open a roa behind —',
        'list-item: — close a mi behind —',
        'paragraph: They met in ',
      ],
    ],
    [
      'an interview',
      'en',
      'Minister on grain\n\n– What was agreed?\n\n– We agreed on grain.\n\n– And on roads?\n\n– Not yet.',
      [
        'headline: Minister on ',
        'question: – What was a behind –',
        'paragraph: – We agreed  behind –',
        'question: – And on roa behind –',
        'paragraph: – Not yet. behind –',
      ],
    ],
    [
      'lines that an editor wrapped',
      'en',
      'Ministers meet\n\nThe ministers of the two countries met today in the capital and\nspoke about grain.',
      ['headline: Ministers me', 'paragraph: The minister'],
    ],
  ])('%s', (_, language, text, expected) => expect(kinds(text, language)).toEqual(expected));

  test('every token stands in the block that holds it', () => {
    const text = 'Title of it\n\n\nFirst one. Second.\n\r\n\tThird';
    const { blocks, blockAt, doc } = layOut({ document: documentOf(text), doc: tokenize(text, 'en') });
    for (let token = 0; token < doc.length; token++) {
      const { span } = blockAt(token);
      expect(span[0] <= doc.startOf(token) && doc.endOf(token) <= span[1]).toBe(true);
    }
    expect(blocks).toHaveLength(3);
  });
});

describe('datelines', () => {
  test.each<[string, Language, string | undefined, string | undefined]>([
    ['OSLO. NORPRESS – The ministers met.', 'en', 'Oslo', 'NORPRESS'],
    ['Lomé, 5 May (ATOP) — The president spoke.', 'en', 'Lomé', 'ATOP'],
    ['ДУШАНБЕ, 5 мая. /Ховар/. Президент принял посла.', 'ru', 'Душанбе', 'Ховар'],
    ['ОСЛО, 5 мая – 24.no. Министры встретились.', 'ru', 'Осло', '24.no'],
    ['PORT LOUIS, Mauritius, June 3. The ministers met.', 'en', 'Port Louis', undefined],
    ['Trade. It grew by 3 percent.', 'en', undefined, undefined],
    ['Norway – a reliable partner of Chad – will help.', 'en', undefined, undefined],
    ['Energy and water. In May the ministers met.', 'en', undefined, undefined],
  ])('%s', (paragraph, language, place, agency) => {
    const found = datelineOf(paragraph, language);
    expect([found?.place, found?.agency]).toEqual([place, agency]);
  });
});

describe('written dates', () => {
  test.each<[string, Language, string | undefined]>([
    ['14th January, 2025', 'en', '2025-01-14'],
    ['May 3, 2024', 'en', '2024-05-03'],
    ['2 марта 2021 года', 'ru', '2021-03-02'],
    ['05.12.2024', 'ru', '2024-12-05'],
    ['2024-жылдын 18-ноябрында', 'ky', '2024-11-18'],
    ['31 February 2024', 'en', undefined],
  ])('%s', (text, language, iso) => {
    const [date] = writtenDates(text, language);
    expect(date && isoOf(date)).toBe(iso);
  });
});
