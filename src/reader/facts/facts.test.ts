import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import { type DocumentFacts, type DocumentMetadata, documentOf, type Language } from '../../model/index.ts';
import { layOut } from '../layout/index.ts';
import { findFacts } from './index.ts';

function facts(text: string, language: Language, metadata: DocumentMetadata = {}): DocumentFacts {
  return findFacts(layOut({ document: documentOf(text, metadata), doc: tokenize(text, language) })).facts;
}

describe('what a document says of itself', () => {
  test.each<[string, Language, string, Partial<DocumentFacts>]>([
    [
      'an agency that cites a press service',
      'en',
      'President receives envoy\n\nASTANA. KAZINFORM – The President received the envoy of Chad, Kazinform reports citing the press service of the Akorda.',
      {
        kind: 'readout',
        publisher: 'Kazinform',
        side: 'KAZ',
        citedSource: 'press service of the Akorda',
        title: 'President receives envoy',
      },
    ],
    [
      'an agency of one state that tells what another says',
      'ru',
      'Президенты провели переговоры\n\nБАКУ, 5 мая /Тренд/. Президенты провели переговоры, сообщает Тренд со ссылкой на пресс-службу Акорды.',
      { publisher: 'Тренд', side: 'KAZ', dateline: { place: 'Баку', agency: 'Тренд' } },
    ],
    [
      'a joint statement signed at its end',
      'en',
      'Joint Statement of Norway and Chad\n\nThe Parties shall cooperate in grain.\n\nThe Parties thank each other.\n\nOslo, 3 May 2024',
      { kind: 'joint-statement', publishedAt: '2024-05-03', dateline: { place: 'Oslo' } },
    ],
    [
      'a speech',
      'en',
      'Remarks by the Prime Minister of Norway at the grain forum\n\nDear friends! I thank you. I am glad that we are here, and my country will help.',
      { kind: 'speech', side: 'NOR' },
    ],
    [
      'a treaty',
      'en',
      'Agreement between Norway and Chad on grain\n\nArticle 1\n\nThe Parties shall exchange grain.\n\nArticle 2\n\nThis Agreement shall enter into force.',
      { kind: 'treaty' },
    ],
    [
      'news',
      'en',
      'Grain prices fall in Oslo\n\nOSLO (Nordic Wire) – Prices fell by 3 percent in a week, traders say.',
      { kind: 'report', publisher: 'Nordic Wire' },
    ],
  ])('%s', (_, language, text, expected) => expect(facts(text, language)).toMatchObject(expected));

  test('what is given goes before what the text says', () => {
    const text = 'Ministers meet\n\nOSLO, 3 May 2024 – The ministers met.';
    expect(facts(text, 'en', { publishedAt: '2024-05-04', publisher: 'Montsame' })).toMatchObject({
      publishedAt: '2024-05-04',
      publisher: 'Montsame',
      side: 'MNG',
    });
  });

  test('an address tells whose voice it is', () => {
    expect(facts('Ministers meet\n\nThey met.', 'en', { url: 'https://www.mofa.go.jp/a/b.html' }).side).toBe('JPN');
  });
});
