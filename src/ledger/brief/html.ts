import { type BriefWriting, citationLabel, markingLine, ownAddress } from './markdown.ts';
import type { Brief, BriefGroup, BriefLine, Citation } from './types.ts';

/** A brief as an HTML fragment: headings, lists, sources as links. The page around it belongs to whoever serves it. */
export function briefToHtml(brief: Brief, writing: BriefWriting): string {
  const sections = brief.sections.map(
    ({ id, title, groups }) =>
      `<section id="brief-${id}"><h2>${escapeHtml(title)}</h2>${groups.map((group) => groupHtml(group, writing)).join('')}</section>`,
  );
  const marking = markingLine(brief, writing.words);
  const head = marking === undefined ? '' : `<p class="marking"><strong>${escapeHtml(marking)}</strong></p>`;
  return `<article class="brief">${head}<h1>${escapeHtml(brief.title)}</h1>${sections.join('')}</article>`;
}

/** A brief as a whole HTML document that can be opened and printed by itself. */
export function briefToHtmlPage(brief: Brief, writing: BriefWriting): string {
  return `<!doctype html><html lang="${brief.language}"><head><meta charset="utf-8"><title>${escapeHtml(brief.title)}</title><style>${STYLE}</style></head><body>${briefToHtml(brief, writing)}</body></html>`;
}

const STYLE =
  '@page{size:A4;margin:18mm}body{font:10pt/1.35 system-ui,sans-serif;max-width:46rem;margin:1.5rem auto;padding:0 1rem}h1{font-size:16pt}h2{font-size:12pt;margin:1em 0 .3em;border-bottom:1px solid #999}h3{font-size:10pt;margin:.6em 0 .2em}ul{margin:0;padding-left:1.1rem}li{margin:.25em 0}small{color:#444}.status{font-weight:600}';

function groupHtml({ title, lines, more }: BriefGroup, writing: BriefWriting): string {
  if (lines.length === 0) return '';
  const heading = title === undefined ? '' : `<h3>${escapeHtml(title)}</h3>`;
  const rest = more > 0 ? `<li>${escapeHtml(writing.words.t('brief.more', { count: more }))}</li>` : '';
  return `${heading}<ul>${lines.map((line) => lineHtml(line, writing)).join('')}${rest}</ul>`;
}

function lineHtml({ text, detail, status, citations }: BriefLine, writing: BriefWriting): string {
  const mark =
    status === undefined
      ? ''
      : ` <span class="status status-${status}">${escapeHtml(writing.words.of('status', status))}</span>`;
  const more = detail === undefined ? '' : `<br><small>${escapeHtml(detail)}</small>`;
  return `<li>${escapeHtml(text)}${mark}${more}<br><small>${citations.map((citation) => citationHtml(citation, writing)).join('; ')}</small></li>`;
}

function citationHtml(citation: Citation, { words, hrefOf = ownAddress }: BriefWriting): string {
  const href = hrefOf(citation);
  const label = escapeHtml(citationLabel(citation, words));
  return href === undefined || !isSafe(href) ? label : `<a href="${escapeHtml(href)}">${label}</a>`;
}

/** Addresses come from documents: only those of the web and of this site become links. */
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/)|#)/i.test(href);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
