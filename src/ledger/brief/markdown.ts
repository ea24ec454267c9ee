import type { Brief, BriefGroup, BriefLine, Citation } from './types.ts';
import type { BriefWords } from './words.ts';

/** Gives the address of the words that a citation points to; the source's own address where it is not given. */
export type HrefOf = (citation: Citation) => string | undefined;

/** What a brief is written with: the words of its language, and where its citations lead. */
export interface BriefWriting {
  readonly words: BriefWords;
  readonly hrefOf?: HrefOf | undefined;
}

/** Where a citation leads that nobody gives another address. */
export const ownAddress: HrefOf = ({ url }) => url;

/** The line at the head of a brief that is not for everybody: who may see it. */
export function markingLine({ marking }: Brief, { t, of }: BriefWords): string | undefined {
  return marking === undefined || marking === 'public' ? undefined : `${t('marking.label')}: ${of('marking', marking)}`;
}

/** A brief as Markdown. */
export function briefToMarkdown(brief: Brief, writing: BriefWriting): string {
  const sections = brief.sections.map(
    ({ title, groups }) =>
      `## ${escapeMarkdown(title)}\n\n${groups.map((group) => groupText(group, writing)).join('\n\n')}`,
  );
  const marking = markingLine(brief, writing.words);
  const head = marking === undefined ? '' : `**${escapeMarkdown(marking)}**\n\n`;
  return `${head}# ${escapeMarkdown(brief.title)}\n\n${sections.join('\n\n')}\n`;
}

function groupText({ title, lines, more }: BriefGroup, writing: BriefWriting): string {
  const items = lines.map((line) => lineText(line, writing));
  if (more > 0) items.push(`- *${writing.words.t('brief.more', { count: more })}*`);
  return [...(title === undefined ? [] : [`**${escapeMarkdown(title)}**`, '']), ...items].join('\n');
}

function lineText({ text, detail, status, citations }: BriefLine, writing: BriefWriting): string {
  const mark = status === undefined ? '' : ` **[${writing.words.of('status', status)}]**`;
  const sources = citations.map((citation) => citationText(citation, writing)).join('; ');
  return `- ${escapeMarkdown(text)}${mark}${detail === undefined ? '' : `\n  ${escapeMarkdown(detail)}`}\n  (${sources})`;
}

function citationText(citation: Citation, { words, hrefOf = ownAddress }: BriefWriting): string {
  const name = escapeMarkdown(citationLabel(citation, words));
  const href = hrefOf(citation);
  return href === undefined ? name : `[${name}](${href.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** A citation in words: publisher, date, document and span. */
export function citationLabel({ publisher, date, document, span }: Citation, { day }: BriefWords): string {
  return [publisher, date === undefined ? undefined : day(date), `${document}:${span[0]}–${span[1]}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Characters that Markdown takes for marks. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
