import { type BriefWriting, citationLabel, markingLine, ownAddress } from './markdown.ts';
import type { Brief, BriefGroup, BriefLine, Citation } from './types.ts';

/** A brief as a PDF: A4, in Roboto, which has the letters of English, Russian, Kazakh and Kyrgyz. The library is loaded at first use. */
export async function briefToPdf(brief: Brief, writing: BriefWriting): Promise<Uint8Array> {
  const [{ default: pdfmake }, { default: fonts }] = await Promise.all([
    import('pdfmake'),
    import('pdfmake/fonts/Roboto.js'),
  ]);
  pdfmake.setFonts(fonts);
  // Nothing is fetched: the fonts are the only files, and links stay links.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.includes('Roboto'));
  return pdfmake.createPdf(definitionOf(brief, writing)).getBuffer();
}

type Content = Readonly<Record<string, unknown>>;

function definitionOf(brief: Brief, writing: BriefWriting): Content {
  const marking = markingLine(brief, writing.words);
  return {
    pageSize: 'A4',
    pageMargins: [48, 44, 48, 44],
    info: { title: brief.title },
    language: brief.language,
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.1 },
    styles: {
      title: { fontSize: 15, bold: true, margin: [0, 0, 0, 6] },
      section: { fontSize: 11, bold: true, margin: [0, 7, 0, 2] },
      group: { bold: true, margin: [0, 3, 0, 1] },
      small: { fontSize: 7, color: '#444444' },
    },
    footer: (page: number, pages: number) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 7 }),
    content: [
      ...(marking === undefined ? [] : [{ text: marking, style: 'group' }]),
      { text: brief.title, style: 'title', headlineLevel: 1 },
      ...brief.sections.flatMap(({ title, groups }) => [
        { text: title, style: 'section', headlineLevel: 2 },
        ...groups.flatMap((group) => groupContent(group, writing)),
      ]),
    ],
  };
}

function groupContent({ title, lines, more }: BriefGroup, writing: BriefWriting): Content[] {
  if (lines.length === 0) return [];
  const items: unknown[] = lines.map((line) => lineContent(line, writing));
  if (more > 0) items.push({ text: writing.words.t('brief.more', { count: more }), italics: true });
  return [...(title === undefined ? [] : [{ text: title, style: 'group' }]), { ul: items }];
}

function lineContent({ text, detail, status, citations }: BriefLine, writing: BriefWriting): Content {
  const mark = status === undefined ? [] : [{ text: ` [${writing.words.of('status', status)}]`, bold: true }];
  const sources = citations.flatMap((citation, i) => [...(i > 0 ? ['; '] : []), citationContent(citation, writing)]);
  return {
    stack: [
      { text: [text, ...mark] },
      { text: [...(detail === undefined ? [] : [`${detail} `]), '(', ...sources, ')'], style: 'small' },
    ],
  };
}

function citationContent(citation: Citation, { words, hrefOf = ownAddress }: BriefWriting): Content {
  const href = hrefOf(citation);
  return {
    text: citationLabel(citation, words),
    ...(href !== undefined && /^https?:/i.test(href) ? { link: href } : {}),
  };
}
