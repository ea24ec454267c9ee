/** The text of a PDF: lines joined to paragraphs where a line does not end a sentence. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map(joinLines).join('\n\n').trim();
}

/** The paragraphs of a DOCX file. */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replaceAll(/\n{3,}/g, '\n\n').trim();
}

function joinLines(page: string): string {
  const paragraphs: string[] = [];
  let open = '';
  for (const line of page.split('\n').map((line) => line.trim())) {
    open = open === '' ? line : /[\p{L}]-$/u.test(open) ? open.slice(0, -1) + line : `${open} ${line}`;
    if (line !== '' && !/[.!?…:»”"]$/u.test(line) && paragraphs.length > 0) continue;
    if (open !== '') paragraphs.push(open);
    open = '';
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs.join('\n\n');
}
