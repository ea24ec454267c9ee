import type { Paragraph, ParagraphChild, Table, TableCell } from 'docx';
import { type BriefWriting, citationLabel, markingLine, ownAddress } from './markdown.ts';
import type { Brief, BriefGroup, BriefLine, BriefSection, Citation } from './types.ts';
import type { BriefWords } from './words.ts';

type Docx = typeof import('docx');

/**
 * A brief as a Word document: real headings, tables for undertakings and numbers, sources as footnotes. The library is loaded at first
 * use.
 */
export async function briefToDocx(brief: Brief, writing: BriefWriting): Promise<Uint8Array> {
  const docx = await import('docx');
  const notes = new Footnotes(docx, writing);
  const marking = markingLine(brief, writing.words);
  const children = [
    ...(marking === undefined
      ? []
      : [new docx.Paragraph({ children: [new docx.TextRun({ text: marking, bold: true })] })]),
    new docx.Paragraph({ text: brief.title, heading: docx.HeadingLevel.TITLE }),
    ...brief.sections.flatMap((section) => sectionContent({ docx, notes, words: writing.words }, section)),
  ];
  const document = new docx.Document({
    title: brief.title,
    creator: 'Readout',
    styles: { default: { document: { run: { size: 18, font: 'Calibri', language: { value: brief.language } } } } },
    footnotes: notes.all(),
    sections: [{ properties: { page: { margin: { top: 900, bottom: 900, left: 1000, right: 1000 } } }, children }],
  });
  return docx.Packer.toBuffer(document);
}

/** Footnotes as they are cited: a number each, and their text. */
class Footnotes {
  readonly #docx: Docx;
  readonly #writing: BriefWriting;
  readonly #notes: Paragraph[] = [];

  constructor(docx: Docx, writing: BriefWriting) {
    this.#docx = docx;
    this.#writing = writing;
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
    const { words, hrefOf = ownAddress } = this.#writing;
    const title = citation.title === undefined ? '' : ` ${words.t('quote', { words: citation.title })}`;
    const label = new TextRun({ text: `${citationLabel(citation, words)}${title}`, size: 14 });
    const link = hrefOf(citation);
    return link !== undefined && /^https?:/i.test(link)
      ? [new ExternalHyperlink({ link, children: [label] })]
      : [label];
  }
}

/** What the parts of a document are made with. */
interface Making {
  readonly docx: Docx;
  readonly notes: Footnotes;
  readonly words: BriefWords;
}

/** Sections whose lines have a status are tables, the others lists. */
function sectionContent(making: Making, { title, groups }: BriefSection): (Paragraph | Table)[] {
  const { Paragraph, HeadingLevel } = making.docx;
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...groups.filter(({ lines }) => lines.length > 0).flatMap((group) => groupContent(making, group)),
  ];
}

function groupContent(making: Making, { title, lines, more }: BriefGroup): (Paragraph | Table)[] {
  const { Paragraph, HeadingLevel } = making.docx;
  const heading = title === undefined ? [] : [new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 })];
  const isTable = lines.some(({ status }) => status !== undefined);
  const body = isTable ? [tableOf(making, lines)] : lines.map((line) => bulletOf(making, line));
  const rest = more > 0 ? [new Paragraph({ text: making.words.t('brief.more', { count: more }) })] : [];
  return [...heading, ...body, ...rest];
}

function bulletOf(making: Making, line: BriefLine): Paragraph {
  return new making.docx.Paragraph({ bullet: { level: 0 }, children: runsOf(making, line) });
}

function runsOf({ docx: { TextRun }, notes }: Making, { text, detail, citations }: BriefLine): ParagraphChild[] {
  const more = detail === undefined ? [] : [new TextRun({ text: detail, size: 15, color: '444444', break: 1 })];
  return [new TextRun(text), ...citations.map((citation) => notes.cite(citation)), ...more];
}

const WIDTHS = [8200, 1700] as const;

function tableOf(making: Making, lines: readonly BriefLine[]): Table {
  const { docx, words } = making;
  const { Table, TableRow, TextRun, WidthType } = docx;
  const head = new TableRow({
    tableHeader: true,
    children: [words.t('kind.commitment'), words.t('field.status')].map((text, column) =>
      cellOf(docx, [new TextRun({ text, bold: true })], column),
    ),
  });
  const rows = lines.map((line) => {
    const status = line.status === undefined ? '' : words.of('status', line.status);
    return new TableRow({
      cantSplit: true,
      children: [cellOf(docx, runsOf(making, line), 0), cellOf(docx, [new TextRun(status)], 1)],
    });
  });
  return new Table({
    columnWidths: [...WIDTHS],
    width: { size: WIDTHS[0] + WIDTHS[1], type: WidthType.DXA },
    rows: [head, ...rows],
  });
}

function cellOf({ Paragraph, TableCell, WidthType }: Docx, children: ParagraphChild[], column: number): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
    children: [new Paragraph({ children })],
  });
}
