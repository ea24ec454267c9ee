import type { Language } from '../../model/index.ts';
import { layoutCues } from './cues.ts';
import { type WrittenDate, writtenDates } from './written-dates.ts';

/** The opening words of a text that say where, when and by whom it was written. */
export interface Dateline {
  readonly place?: string;
  readonly agency?: string;
  readonly date?: WrittenDate;
  /** How many code units of the paragraph it takes, the blanks behind it included. */
  readonly length: number;
}

/** Where a dateline may end: behind an agency between slashes or in brackets, or behind a dash. */
const ENDINGS = [
  /^(?<head>[^/\n]{0,80}?)\/(?<agency>[^/\n]{2,40})\/[.:]?\s*(?:[–—-]{1,2}\s+)?/u,
  /^(?<head>[^(\n]{2,80}?)\((?<agency>[^)\n]{2,40})\)\s*(?:[–—:-]{1,2}\s+|\.\s+)/u,
  /^(?<head>.{2,60}?)\s+[–—-]\s+(?<agency>[\p{L}\d]+\.[\p{L}\d]+|\p{Lu}[\p{L}\d]*)\s?[.,]\s/u,
  /^(?<head>.{2,110}?)\s*[–—-]{1,2}\s+/u,
  /^(?<head>\p{Lu}.{1,60}?\d{1,4}(?:\s*г(?:ода|\.))?|\p{Lu}.{1,40}?,\s*\d{1,2}\s\p{L}+)\.\s+/u,
];

/** The dateline at the head of a paragraph. */
export function datelineOf(paragraph: string, language: Language): Dateline | undefined {
  const opening = paragraph.slice(0, 200);
  for (const ending of ENDINGS) {
    const match = ending.exec(opening);
    const found = match?.groups && readHead(match.groups.head ?? '', match.groups.agency, language);
    if (found && match) return { ...found, length: match[0].length };
  }
  return undefined;
}

/** The dateline that fills a line of its own: “Bonn, 6 November 2017”. */
export function datelineAlone(line: string, language: Language): Dateline | undefined {
  if (line.length > 120) return undefined;
  const found = readHead(line.replace(/[.\s]+$/u, ''), undefined, language);
  return found?.date && (found.place || found.agency) ? { ...found, length: line.length } : undefined;
}

type Head = Omit<Dateline, 'length'>;

/** What stands before the ending: places, a date, an agency; undefined where anything else does. */
function readHead(head: string, marked: string | undefined, language: Language): Head | undefined {
  const date = writtenDates(head, language)[0];
  const pieces = piecesOf(date === undefined ? head : `${head.slice(0, date.start)},${head.slice(date.end)}`);
  const { pressService } = layoutCues(language);
  const isService = (piece: string): boolean => pressService.some((cue) => piece.toLowerCase().startsWith(cue));
  const services = pieces.filter(isService);
  const names = pieces.filter((piece) => !isService(piece));
  if (names.length > 3 || !names.every(looksLikeName)) return undefined;
  const inCapitals = names.filter(isInCapitals);
  if (date === undefined && marked === undefined && services.length === 0 && inCapitals.length === 0) return undefined;
  if (names.length === 0 && marked === undefined && services.length === 0) return undefined;
  const unmarked = inCapitals.length > 1 && names.length > 1 ? names.at(-1) : undefined;
  const agency = marked === undefined ? (services[0] ?? unmarked) : agencyOf(marked, language);
  return {
    ...(names[0] === undefined || names[0] === agency ? {} : { place: inTitleCase(names[0]) }),
    ...(agency === undefined ? {} : { agency }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The parts between commas and full stops; the clock, the word for “year” and similar remains are dropped. */
function piecesOf(head: string): string[] {
  return head
    .split(/[,;|]|\.(?:\s|$)|\s[–—-]\s/u)
    .map((piece) => piece.trim().replace(/^(?:года?|г\.?)$/u, ''))
    .filter((piece) => piece !== '' && !/^\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?$/iu.test(piece));
}

const NAME_WORD = /^(?:[\p{Lu}«“"][\p{L}\p{M}’'.«»“”"-]*|de|del|los|las|la|of|the|и|and|на|do|da|es|al|el|-)$/u;

function looksLikeName(piece: string): boolean {
  const words = piece.split(/\s+/u);
  return words.length <= 5 && /^[\p{Lu}«“"]/u.test(piece) && words.every((word) => NAME_WORD.test(word));
}

function isInCapitals(piece: string): boolean {
  return /\p{Lu}{2}/u.test(piece) && !/\p{Ll}/u.test(piece);
}

/** The name between the marks, without “corr.” before it. */
function agencyOf(marked: string, language: Language): string {
  const trimmed = marked.trim();
  const lower = trimmed.toLowerCase();
  const prefix = layoutCues(language).correspondent.find((cue) => lower.startsWith(`${cue} `));
  return prefix === undefined ? trimmed : trimmed.slice(prefix.length).trim();
}

/** `NUR-SULTAN` as `Nur-Sultan`; a name in mixed case stays. */
function inTitleCase(name: string): string {
  if (!isInCapitals(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}’'])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
