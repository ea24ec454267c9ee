import { describe, expect, test } from 'vitest';
import { deriveRecord } from '../record/derive.ts';
import { entryTold, MADE, REPORTED, RETOLD } from '../testing/readings.ts';
import { CODES } from '../testing/words.ts';
import { briefOf } from './brief.ts';
import { briefToDocx } from './docx.ts';
import { briefToHtml, briefToHtmlPage } from './html.ts';
import { briefToMarkdown } from './markdown.ts';
import { briefToPdf } from './pdf.ts';
import type { Brief } from './types.ts';

const record = deriveRecord({ entries: [MADE, RETOLD, REPORTED].map(entryTold) });
const words = CODES;
const brief = briefOf(record, { states: ['GEO', 'MDA'], asOf: '2023-12-01', for: 'GEO', words });

function section(id: string): string[] {
  return brief.sections
    .filter((one) => one.id === id)
    .flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.map(({ text }) => text)));
}

describe('the brief', () => {
  test('has its sections in their order, without empty ones', () => {
    expect(brief.sections.map(({ id }) => id)).toEqual([
      'relations',
      'agenda',
      'ours',
      'joint',
      'kept',
      'numbers',
      'differences',
    ]);
  });

  test('says whose each undertaking is, and what came of it', () => {
    expect(section('ours')).toEqual(['“supply 500 tons of flour”']);
    expect(section('joint')).toEqual(['“построят школу в Комрате”']);
    expect(section('kept')).toEqual([expect.stringMatching(/^GEO, MDA: “(?:launch a ferry|запустить паром).*”/)]);
    expect(section('numbers')[0]).toMatch(
      /^brief\.target\[what=.* target=500 t\]; brief\.reported\[figures=200 t \(2023-06-01\)\]$/,
    );
  });

  test('every line cites publisher, date, document and words', () => {
    const lines = brief.sections.flatMap(({ groups }) => groups.flatMap((group) => group.lines));
    expect(lines.filter(({ citations }) => citations.length === 0)).toEqual([]);
    for (const { publisher, date, document, span } of lines.flatMap(({ citations }) => citations)) {
      expect(publisher).not.toBe('');
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(record.documents.has(document)).toBe(true);
      expect(span[1]).toBeGreaterThan(span[0]);
    }
  });

  test('what came after the day is not in it', () => {
    const early = briefOf(record, { states: ['GEO', 'MDA'], asOf: '2022-12-31', words });
    expect(early.sections.some(({ id }) => id === 'kept')).toBe(false);
    expect(JSON.stringify(early)).not.toContain('first voyage');
  });
});

const hostile: Brief = {
  title: '<b>*Title*</b>',
  language: 'en',
  states: ['GEO', 'MDA'],
  asOf: '2023-12-01',
  sections: [
    {
      id: 'agenda',
      title: 'Agenda',
      groups: [
        {
          lines: [
            {
              text: '<script>alert("x")</script> [a](b)',
              citations: [{ publisher: 'P', document: 'd', span: [0, 1], url: 'javascript:alert(1)' }],
            },
          ],
          more: 2,
        },
      ],
    },
  ],
};

describe('renderers', () => {
  test('Markdown escapes marks', () => {
    expect(briefToMarkdown(hostile, { words })).toContain('# \\<b\\>\\*Title\\*\\</b\\>');
    expect(briefToMarkdown(brief, { words, hrefOf: ({ document }) => `/documents/${document}` })).toMatch(
      /\[Ministry of Georgia, 2022-05-10, [^\]]+\]\(\/documents\/[0-9a-f]+\)/,
    );
  });

  test('HTML escapes text and makes no link of other schemes', () => {
    const html = briefToHtmlPage(hostile, { words });
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('href');
    expect(briefToHtml(brief, { words, hrefOf: () => 'https://example.org/a?b=1&c=2' })).toContain(
      'href="https://example.org/a?b=1&#38;c=2"',
    );
  });

  test('Word and PDF are files of their kind', async () => {
    const [docx, pdf] = await Promise.all([briefToDocx(brief, { words }), briefToPdf(brief, { words })]);
    expect(Buffer.from(docx.slice(0, 2)).toString()).toBe('PK');
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
  });
});
