import type { Brief, BriefGroup, BriefLine, Citation } from './types.ts';

/** Gives the address of the words that a citation points to; the source's own address where it is not given. */
export type HrefOf = (citation: Citation) => string | undefined;

const ownAddress: HrefOf = ({ url }) => url;

/** A brief as Markdown. */
export function briefToMarkdown(brief: Brief, hrefOf: HrefOf = ownAddress): string {
  const sections = brief.sections.map(
    ({ title, groups }) =>
      `## ${escapeMarkdown(title)}\n\n${groups.map((group) => groupText(group, hrefOf)).join('\n\n')}`,
  );
  return `# ${escapeMarkdown(brief.title)}\n\n${sections.join('\n\n')}\n`;
}

function groupText({ title, lines, more }: BriefGroup, hrefOf: HrefOf): string {
  const items = lines.map((line) => lineText(line, hrefOf));
  if (more > 0) items.push(`- *and ${more} more*`);
  return [...(title === undefined ? [] : [`**${escapeMarkdown(title)}**`, '']), ...items].join('\n');
}

function lineText({ text, detail, status, citations }: BriefLine, hrefOf: HrefOf): string {
  const mark = status === undefined ? '' : ` **[${status}]**`;
  const sources = citations.map((citation) => citationText(citation, hrefOf)).join('; ');
  return `- ${escapeMarkdown(text)}${mark}${detail === undefined ? '' : `\n  ${escapeMarkdown(detail)}`}\n  (${sources})`;
}

function citationText(citation: Citation, hrefOf: HrefOf): string {
  const name = escapeMarkdown(citationLabel(citation));
  const href = hrefOf(citation);
  return href === undefined ? name : `[${name}](${href.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** A citation in words: publisher, date, document and span. */
export function citationLabel({ publisher, date, document, span }: Citation): string {
  return [publisher, date, `${document}:${span[0]}–${span[1]}`].filter(Boolean).join(', ');
}

/** Characters that Markdown takes for marks. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
