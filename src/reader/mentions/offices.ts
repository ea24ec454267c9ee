import { type ActorId, principalOf } from '../../model/index.ts';
import type { Piece } from './pieces.ts';

/** An office as a phrase words it. */
export interface Office {
  /** `foreign-minister`, a role that knowledge turns into one (`head-of-state`), or `minister` where the portfolio is not said. */
  readonly slug: string;
  readonly plural: boolean;
  /** The form can be either: «главы МИД». */
  readonly either?: boolean;
  /** Of a title that only one state or organization gives: “High Representative”. */
  readonly owner?: ActorId;
}

/** The offices among the pieces: “Deputy Prime Minister – Minister of Foreign Affairs” has two. */
export function officesOfPieces(pieces: readonly Piece[], form: (token: number) => string): Office[] {
  return pieces.flatMap((piece, at): Office[] => {
    if (piece.label !== 'F' && piece.label !== 'f') return [];
    const entry = piece.entries[0];
    const slug = entry?.office ?? piece.word?.slug ?? 'minister';
    const owner = entry?.ids[0];
    const plural =
      piece.word?.plural ?? (piece.entries.length > 0 && piece.entries.every((other) => other.plural === true));
    return [
      {
        slug: withPortfolio(slug, portfolioAt(pieces, at, form)),
        plural,
        ...(!plural && piece.entries.some((other) => other.plural === true) ? { either: true } : {}),
        ...(owner === undefined ? {} : { owner: principalOf(owner) }),
      },
    ];
  });
}

/** Whoever leads a delegation: an office only for the day. */
export const DELEGATION_HEAD = 'delegation-head';

/** Whose head is meant: of a state, a government, a ministry, a parliament. */
const HEADS: Readonly<Record<string, string>> = {
  '': 'head-of-government',
  government: 'head-of-government',
  parliament: 'speaker',
  ministry: 'minister',
  'national-security': 'national-security-chairman',
};

/** The office behind “head of …”, by what stands after it. */
export function officeOfHead(pieces: readonly Piece[]): Office[] {
  const head = pieces.find(({ label }) => label === 'h');
  const group = pieces.find(({ label }) => label === 'U');
  if (head === undefined) return [];
  if (group?.word?.of === 'delegation') return [{ slug: DELEGATION_HEAD, plural: true }];
  const body = pieces.find(({ label }) => label === 'B')?.word;
  const plural = head.word?.plural === true || group !== undefined || body?.plural === true;
  return [{ slug: headOf(body?.slug), plural }];
}

function headOf(body: string | undefined): string {
  if (body === undefined) return 'head-of-state';
  return HEADS[body] ?? (body.endsWith('-ministry') ? body.replace(/ministry$/, 'minister') : `${body}-head`);
}

/** The words behind “Minister of”, up to the next office, as a slug: of “Petroleum and Mines” the first. */
function portfolioAt(pieces: readonly Piece[], at: number, form: (token: number) => string): string | undefined {
  const own: string[] = [];
  for (const { label, first } of pieces.slice(at + 1)) {
    if (label === 'N')
      own.push(
        form(first)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, ''),
      );
    else if (!/[ouT]/.test(label)) break;
  }
  const slug = own.filter((word) => word !== '').join('-');
  return slug === '' ? undefined : slug;
}

function withPortfolio(slug: string, portfolio: string | undefined): string {
  return portfolio === undefined || !/(?:^|-)minister$/.test(slug)
    ? slug
    : slug.replace(/minister$/, `${portfolio}-minister`);
}

/** From the office that binds most to the least; who holds several is named by the first of these. */
const RANKS = [
  /^(?:president|head-of-state|king|queen|emir|sultan|emperor|crown-prince|leader|supreme-leader|chairman-of-the-presidency)$/,
  /^(?:prime-minister|head-of-government|chancellor)$/,
  /^(?:secretary-general|council-president|commission-president|commission-chairperson|high-representative|board-chairman)$/,
  /^foreign-minister$/,
  /^(?!deputy|vice|first-deputy).*minister$/,
  /^deputy-prime-minister$|^vice-president$/,
];

/** How high an office ranks: 0 for a head of state. */
export function rankOf(slug: string): number {
  const rank = RANKS.findIndex((pattern) => pattern.test(slug));
  return rank < 0 ? RANKS.length : rank;
}

/** The office that names the holder of several. */
export function chiefOffice(offices: readonly Office[]): Office | undefined {
  return offices.toSorted((a, b) => rankOf(a.slug) - rankOf(b.slug))[0];
}

/** The slug of an actor's office; empty for a state or organization. */
export function slugOf(actor: string): string {
  const slash = actor.indexOf('/');
  return slash < 0 ? '' : actor.slice(slash + 1);
}

/** Whether somebody of this office may be meant by that word: “the minister” by a foreign minister, “the head of state” by a president. */
export function answersTo(slug: string, word: string): boolean {
  if (slug === word) return true;
  if (word === 'minister') return /minister$/.test(slug) && slug !== 'prime-minister' && !/^deputy-prime/.test(slug);
  if (word === 'head-of-state') return rankOf(slug) === 0;
  if (word === 'head-of-government') return rankOf(slug) === 1;
  if (word === 'speaker') return slug.endsWith('speaker');
  if (word === 'secretary') return slug === 'foreign-minister' || slug === 'secretary-of-state';
  if (word === 'leader') return rankOf(slug) <= 2;
  return word.endsWith('-minister') && slug.endsWith(word);
}
