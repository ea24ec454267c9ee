import { describe, expect, test } from 'vitest';
import { textOfDocx, textOfPdf } from './office-files.ts';
import { storedZip, unzipUpTo } from './zip.ts';

const TOO_LARGE = { code: 'too-large', value: 'a file' };

function docxOf(body: string): Buffer {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const content = Buffer.from(`<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`);
  return storedZip([{ name: 'word/document.xml', content }]);
}

/** A PDF whose pages are all given the same content. */
function pdfOf(pages: number, content: string): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...kids.map(
      () =>
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>/ProcSet[/PDF]>>>>',
    ),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
}

/** The same archive, with a directory that says that each of its files has ten bytes. */
function lyingAboutSizes(archive: Buffer): Buffer {
  const lie = Buffer.from(archive);
  const signature = Buffer.from('504b0102', 'hex');
  for (let at = lie.indexOf(signature); at >= 0; at = lie.indexOf(signature, at + 46)) lie.writeUInt32LE(10, at + 24);
  return lie;
}

describe('a DOCX file', () => {
  test('that is small and unpacks to more than a document may have is not unpacked, whatever it says of its size', async () => {
    const { Document, Packer, Paragraph } = await import('docx');
    const paragraphs = [new Paragraph('a'.repeat(20_000_000))];
    const packed = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
    expect(packed.length).toBeLessThan(200_000);
    await expect(textOfDocx(packed, 'a file')).rejects.toMatchObject(TOO_LARGE);
    await expect(textOfDocx(lyingAboutSizes(packed), 'a file')).rejects.toMatchObject(TOO_LARGE);
  });

  test.each(['<w:p/>', '<w:p a="" b="" c=""/>', '<w:p><w:r/></w:p>'])('full of %s is not read', async (tags) => {
    await expect(textOfDocx(docxOf(tags.repeat(500_000)), 'a file')).rejects.toMatchObject(TOO_LARGE);
  });

  test('is read from the files that were unpacked', async () => {
    expect(await textOfDocx(docxOf('<w:p><w:r><w:t>Сторонам</w:t></w:r></w:p>'), 'a file')).toBe('Сторонам');
  });
});

describe('a PDF', () => {
  const content = `BT /F 12 Tf 50 700 Td ${'(The sides agreed.) Tj 0 -20 Td '.repeat(30)}ET`;

  test('is read page by page', async () => {
    const text = await textOfPdf(pdfOf(3, content), 'a file');
    expect(text.match(/The sides agreed\./g)).toHaveLength(90);
  });

  test('with more characters than there is room for is read no further', async () => {
    await expect(textOfPdf(pdfOf(3, content), 'a file', 1500)).rejects.toMatchObject(TOO_LARGE);
    await expect(textOfPdf(pdfOf(1, content), 'a file', 100)).rejects.toMatchObject(TOO_LARGE);
  });

  test('of more pages than a book has is not read', async () => {
    await expect(textOfPdf(pdfOf(5001, content), 'a file')).rejects.toMatchObject(TOO_LARGE);
  });
});

describe('an archive', () => {
  const files = [
    { name: 'a.xml', content: Buffer.from('<a/>') },
    { name: 'ә/picture.png', content: Buffer.alloc(1000) },
    { name: 'b.xml', content: Buffer.from('<b/>') },
  ];

  test('gives what was put into it', () => {
    expect(unzipUpTo(storedZip(files), 2000, () => true)).toEqual(files);
  });

  test('gives only what is wanted, and only that counts', () => {
    const wanted = unzipUpTo(storedZip(files), 8, (name) => name.endsWith('.xml'));
    expect(wanted?.map(({ name }) => name)).toEqual(['a.xml', 'b.xml']);
    expect(unzipUpTo(storedZip(files), 7, (name) => name.endsWith('.xml'))).toBeUndefined();
  });

  test.each([0, 30, 100, 1100])('that is cut after %i bytes is damaged', (length) => {
    expect(() => unzipUpTo(storedZip(files).subarray(0, length), 2000, () => true)).toThrow(RangeError);
  });
});
