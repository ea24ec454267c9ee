import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentsOfPaths, documentsOfStream, type SourceItem } from './index.ts';

const RUSSIAN = 'Президенты договорились.\n\nСтороны подтвердили готовность строить дорогу и «открыть мост».';
const LETTERS_1251 = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function all(items: AsyncIterable<SourceItem>): Promise<SourceItem[]> {
  const list: SourceItem[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What became of one file: its text, or the code of its error. */
async function outcomeOf(name: string, content: string | Uint8Array): Promise<string> {
  const [item] = await all(documentsOfPaths([join(folderWith({ [name]: content }), name)]));
  return item === undefined ? 'nothing' : item.kind === 'document' ? item.document.text : item.error.code;
}

async function* streamOf(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

function utf16be(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => LETTERS_1251.indexOf(letter));
}

describe('encodings', () => {
  test.for([
    ['UTF-8', Buffer.from(RUSSIAN)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${RUSSIAN}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${RUSSIAN}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(RUSSIAN, 'utf16le')],
    ['UTF-16 BE with a mark', utf16be(`\uFEFF${RUSSIAN}`)],
    ['UTF-16 BE', utf16be(RUSSIAN)],
    ['windows-1251', windows1251(RUSSIAN)],
    ['line ends of Windows', Buffer.from(RUSSIAN.replaceAll('\n', '\r\n'))],
  ] as const)('%s', async ([, bytes]) => {
    expect(await outcomeOf('a.txt', bytes)).toBe(RUSSIAN);
  });

  test('English in UTF-16 without a mark', async () => {
    expect(await outcomeOf('a.txt', Buffer.from('The sides agreed.', 'utf16le'))).toBe('The sides agreed.');
  });
});

describe('bad input is refused with its code', () => {
  const koi8 = Buffer.from('f0d2c5dac9c4c5ced4d920c4cfc7cfd7cfd2c9ccc9d3d820cf20c4cfd2cfc7c5', 'hex');
  test.for([
    ['an empty file', 'a.txt', '', 'empty'],
    ['only spaces', 'a.txt', ' \n\u00a0\n', 'empty'],
    ['a picture', 'a.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-text'],
    ['a picture named as a page', 'a.html', Buffer.from('ffd8ffe000104a46494600010101', 'hex'), 'not-text'],
    ['an archive', 'a.docx', Buffer.from('504b03040a000000000000', 'hex'), 'not-text'],
    ['KOI8-R', 'a.txt', koi8, 'encoding'],
    [
      'Western European',
      'a.txt',
      Buffer.from('Le pr\u00e9sident a \u00e9t\u00e9 re\u00e7u \u00e0 Paris', 'latin1'),
      'encoding',
    ],
    ['a broken PDF', 'a.pdf', '%PDF-1.7 nothing more', 'bad-input'],
    ['a page without words', 'a.html', '<html><body><script>alert(1)</script></body></html>', 'empty'],
  ] as const)('%s', async ([, name, content, code]) => {
    expect(await outcomeOf(name, content)).toBe(code);
  });

  test('a file of 100 MB, without reading it', async () => {
    const started = performance.now();
    expect(await outcomeOf('a.txt', Buffer.alloc(100_000_000, 'a '))).toBe('too-large');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a stream of 100 MB', async () => {
    const [item] = await all(documentsOfStream(streamOf(...Array.from({ length: 100 }, () => Buffer.alloc(1e6, 'a')))));
    expect(item).toMatchObject({ kind: 'refused', error: { code: 'too-large' } });
  });

  test('a path that is not there', async () => {
    expect(await all(documentsOfPaths(['/nowhere/a.txt']))).toMatchObject([{ error: { code: 'not-found' } }]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const file = join(folderWith({ 'a.txt': 'text' }), 'a.txt');
    chmodSync(file, 0);
    expect(await all(documentsOfPaths([file]))).toMatchObject([{ error: { code: 'forbidden' } }]);
  });
});

describe('web pages', () => {
  const page = `<!doctype html><html><head><title>Talks in Astana | Agency</title>
    <meta property="og:site_name" content="Agency"><meta property="article:published_time" content="2021-03-02T23:30:00+06:00">
    <link rel="canonical" href="https://agency.example/talks"><script>document.title = 'run'</script></head>
    <body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Talks in Astana</h1>
    <p>The two Presidents met on Tuesday and discussed trade, transport and the border at some length, the press service said.</p>
    <p>They <b>agreed</b> to build a&nbsp;road, to open a bridge &amp; to meet again in the autumn, when the bridge is to be ready.</p>
    <ul><li>The first of the two measures is the road from one capital to the other.</li></ul>
    <script>alert('x')</script></article><footer>All rights reserved</footer></body></html>`;

  test('headline, paragraphs, and what the page tells of itself', async () => {
    const [item] = await all(documentsOfStream(streamOf(page)));
    if (item?.kind !== 'document') throw new Error('refused');
    const paragraphs = item.document.text.split('\n\n');
    expect(paragraphs[0]).toBe('Talks in Astana');
    expect(paragraphs).toContain(
      'They agreed to build a\u00a0road, to open a bridge & to meet again in the autumn, when the bridge is to be ready.',
    );
    expect(item.document.text).not.toMatch(/alert|Home|rights/);
    expect(item.document).toMatchObject({
      publishedAt: '2021-03-02',
      publisher: 'Agency',
      url: 'https://agency.example/talks',
    });
  });

  test('a declared windows-1251', async () => {
    const bytes = windows1251(
      `<html><head><meta charset="windows-1251"></head><body><p>Мост открыт.</p></body></html>`,
    );
    expect(await outcomeOf('a.html', bytes)).toBe('Мост открыт.');
  });

  test.for([
    [1000, 'deep'],
    [1_000_000, 'unsupported'],
  ] as const)('a page nested %i times does not hold up the rest', async ([times, outcome]) => {
    const page = `<html><body>${'<div>'.repeat(times)}deep${'</div>'.repeat(times)}</body></html>`;
    expect(await outcomeOf('a.html', page)).toBe(outcome);
  });
});

test('the entries of a feed', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Agency</title><link>https://agency.example</link>
    <item><title>Talks held</title><link>https://agency.example/1</link><pubDate>Tue, 02 Mar 2021 18:20:00 +0600</pubDate>
    <description>&lt;p&gt;They agreed.&lt;/p&gt;&lt;p&gt;They signed.&lt;/p&gt;</description></item>
    <item><title>Second</title></item></channel></rss>`;
  const items = await all(documentsOfStream(streamOf(rss)));
  expect(items).toMatchObject([
    {
      document: {
        text: 'Talks held\n\nThey agreed.\n\nThey signed.',
        publishedAt: '2021-03-02',
        publisher: 'Agency',
        url: 'https://agency.example/1',
      },
    },
    { document: { text: 'Second' } },
  ]);
});

test('a DOCX file', async () => {
  const { Document, Packer, Paragraph } = await import('docx');
  const paragraphs = ['Protocol', 'The sides agreed.'].map((text) => new Paragraph(text));
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
  expect(await outcomeOf('a.docx', bytes)).toBe('Protocol\n\nThe sides agreed.');
});

test('a PDF file', async () => {
  const { default: pdfmake } = await import('pdfmake');
  const { default: fonts } = await import('pdfmake/fonts/Roboto.js');
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  const file = pdfmake.createPdf({ content: ['Протокол', 'Стороны договорились.'], compress: false });
  expect(await outcomeOf('a.pdf', await file.getBuffer())).toBe('Протокол\n\nСтороны договорились.');
});

describe('JSON Lines', () => {
  test('a bad line is told with its number and does not stop the rest', async () => {
    const lines = [
      '{"text": "First", "publishedAt": "2021-03-02", "publisher": "Agency", "url": "https://a.example", "more": 1}',
      '{"text": "broken',
      '',
      '{"text": ""}',
      '{"text": "Day", "publishedAt": "2021-02-30"}',
      '{"title": "no text"}',
      '{"text": "Last"}',
    ];
    const items = await all(documentsOfStream(streamOf(lines.join('\n'))));
    expect(items).toMatchObject([
      { document: { text: 'First', publishedAt: '2021-03-02', publisher: 'Agency', url: 'https://a.example' } },
      { place: 'standard input, line 2', error: { code: 'bad-json' } },
      { place: 'standard input, line 4', error: { code: 'empty' } },
      { place: 'standard input, line 5', error: { code: 'bad-json', what: expect.stringContaining('publishedAt') } },
      { place: 'standard input, line 6', error: { code: 'bad-json', what: expect.stringContaining('text') } },
      { document: { text: 'Last' } },
    ]);
  });

  test('lines cut anywhere, even within a letter', async () => {
    const bytes = Buffer.from('{"text": "Мост"}\n{"text": "Дорога"}\n');
    const parts = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const items = await all(documentsOfStream(streamOf(...parts)));
    expect(items).toMatchObject([{ document: { text: 'Мост' } }, { document: { text: 'Дорога' } }]);
  });
});

describe('folders', () => {
  test('sorted, with all below, unknown kinds passed over', async () => {
    const folder = folderWith({
      'b.txt': 'B',
      'a/2021-03-02-talks.txt': 'A',
      'a/picture.png': 'x',
      '.hidden.txt': 'H',
      'c.jsonl': '{"text":"C1"}\n{"text":"C2"}',
    });
    const items = await all(documentsOfPaths([folder]));
    expect(items.map((item) => (item.kind === 'document' ? item.document.text : 'refused'))).toEqual([
      'A',
      'B',
      'C1',
      'C2',
    ]);
    expect(items[0]).toMatchObject({ document: { publishedAt: '2021-03-02' } });
  });

  test('documents.json tells of the files beside it; what the caller tells counts before', async () => {
    const told = { 'a.txt': { publishedAt: '2020-01-01', publisher: 'Agency' } };
    const folder = folderWith({ 'a.txt': 'A', 'documents.json': JSON.stringify(told) });
    const [item] = await all(documentsOfPaths([join(folder, 'a.txt')], { publisher: 'Other' }));
    expect(item).toMatchObject({ document: { publishedAt: '2020-01-01', publisher: 'Other' } });
  });
});
