import type { Paragraph, ParagraphChild, Table } from 'docx';
import { citationLabel, type HrefOf } from './markdown.ts';
import type { Brief, BriefGroup, BriefLine, BriefSection, Citation } from './types.ts';

type Docx = typeof import('docx');

/**
 * A brief as a Word document: real headings, tables for undertakings and numbers, sources as footnotes. The library is loaded at first
 * use.
 */
export async function briefToDocx(brief: Brief, hrefOf: HrefOf = ({ url }) => url): Promise<Uint8Array> {
  const docx = await import('docx');
  const notes = new Footnotes(docx, hrefOf);
  const children = [
    new docx.Paragraph({ text: brief.title, heading: docx.HeadingLevel.TITLE }),
    ...brief.sections.flatMap((section) => sectionContent(docx, section, notes)),
  ];
  const document = new docx.Document({
    title: brief.title,
    creator: 'Readout',
    styles: { default: { document: { run: { size: 18, font: 'Calibri' } } } },
    footnotes: notes.all(),
    sections: [{ properties: { page: { margin: { top: 900, bottom: 900, left: 1000, right: 1000 } } }, children }],
  });
  return docx.Packer.toBuffer(document);
}

/** Footnotes as they are cited: a number each, and their text. */
class Footnotes {
  readonly #docx: Docx;
  readonly #hrefOf: HrefOf;
  readonly #notes: Paragraph[] = [];

  constructor(docx: Docx, hrefOf: HrefOf) {
    this.#docx = docx;
    this.#hrefOf = hrefOf;
  }

  /** A reference to a new footnote for a source. */
  cite(citation: Citation): ParagraphChild {
    this.#notes.push(new this.#docx.Paragraph({ children: this.#text(citation) }));
    return new this.#docx.FootnoteReferenceRun(this.#notes.length);
  }

  all(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((note, i) => [String(i + 1), { children: [note] }]));
  }

  #text(citation: Citation): ParagraphChild[] {
    const { ExternalHyperlink, TextRun } = this.#docx;
    const title = citation.title === undefined ? '' : ` “${citation.title}”`;
    const label = new TextRun({ text: `${citationLabel(citation)}${title}`, size: 14 });
    const link = this.#hrefOf(citation);
    return link !== undefined && /^https?:/i.test(link)
      ? [new ExternalHyperlink({ link, children: [label] })]
      : [label];
  }
}

/** Sections whose lines have a status are tables, the others lists. */
function sectionContent(docx: Docx, { title, groups }: BriefSection, notes: Footnotes): (Paragraph | Table)[] {
  const heading = new docx.Paragraph({ text: title, heading: docx.HeadingLevel.HEADING_1 });
  return [
    heading,
    ...groups.filter(({ lines }) => lines.length > 0).flatMap((group) => groupContent(docx, group, notes)),
  ];
}

function groupContent(docx: Docx, { title, lines, more }: BriefGroup, notes: Footnotes): (Paragraph | Table)[] {
  const heading =
    title === undefined ? [] : [new docx.Paragraph({ text: title, heading: docx.HeadingLevel.HEADING_2 })];
  const isTable = lines.some(({ status }) => status !== undefined);
  const body = isTable ? [tableOf(docx, lines, notes)] : lines.map((line) => bulletOf(docx, line, notes));
  const rest = more > 0 ? [new docx.Paragraph({ text: `and ${more} more` })] : [];
  return [...heading, ...body, ...rest];
}

function bulletOf(docx: Docx, line: BriefLine, notes: Footnotes): Paragraph {
  return new docx.Paragraph({ bullet: { level: 0 }, children: runsOf(docx, line, notes) });
}

function runsOf({ TextRun }: Docx, { text, detail, citations }: BriefLine, notes: Footnotes): ParagraphChild[] {
  const more = detail === undefined ? [] : [new TextRun({ text: detail, size: 15, color: '444444', break: 1 })];
  return [new TextRun(text), ...citations.map((citation) => notes.cite(citation)), ...more];
}

const WIDTHS = [8200, 1700];

function tableOf(docx: Docx, lines: readonly BriefLine[], notes: Footnotes): Table {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const cell = (children: ParagraphChild[], column: number) =>
    new TableCell({
      width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ children })],
    });
  const head = new TableRow({
    tableHeader: true,
    children: ['Commitment', 'Status'].map((text, i) => cell([new TextRun({ text, bold: true })], i)),
  });
  const rows = lines.map(
    (line) =>
      new TableRow({
        cantSplit: true,
        children: [cell(runsOf(docx, line, notes), 0), cell([new TextRun(line.status ?? '')], 1)],
      }),
  );
  return new Table({
    columnWidths: WIDTHS,
    width: { size: WIDTHS[0]! + WIDTHS[1]!, type: WidthType.DXA },
    rows: [head, ...rows],
  });
}
