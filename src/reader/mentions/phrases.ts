import { membersOf, type NameEntry } from '../../knowledge/index.ts';
import { type ActorId, type IsoDate, principalOf } from '../../model/index.ts';
import { type Match, matchPhrases, type RuleName } from './grammar.ts';
import { type Office, officeOfHead, officesOfPieces } from './offices.ts';
import type { Piece } from './pieces.ts';
import { beginAlike } from './spelling.ts';
import type { Word } from './vocabulary.ts';

/** A person's name in the text. */
export interface PersonName {
  readonly first: number;
  readonly last: number;
  /** The words of the name, without titles and initials. */
  readonly words: readonly string[];
  /** Those whom the tables know under this name. */
  readonly entries: readonly NameEntry[];
  readonly female: boolean;
}

/** A phrase that may name actors, taken apart but not yet resolved; `first` and `last` are tokens. */
export interface Phrase {
  readonly rule: RuleName;
  readonly first: number;
  readonly last: number;
  /** The first token of the noun itself, behind articles and owners. */
  readonly core: number;
  /** “two”: 2, “all”: 0. */
  readonly quantity?: number;
  readonly determined: boolean;
  /** “his”, “our”: the token of a possessive pronoun. */
  readonly possessive?: number;
  /** The states and organizations whose office, side or body it is. */
  readonly owners: readonly ActorId[];
  /** The owner is an organization taken together with its members: “the presidents of the member states”. */
  readonly ofMembers: boolean;
  readonly offices: readonly Office[];
  /** “former president”: not the holder of the office. */
  readonly former: boolean;
  /** “the President of the Republic”, «глава нашего государства». */
  readonly home: boolean;
  readonly names: readonly PersonName[];
  /** The word that makes the phrase what it is: a role, a group, a body. */
  readonly word?: Word;
  /** What a name that stands alone can mean. */
  readonly entries: readonly NameEntry[];
}

type Range = readonly [first: number, end: number] | undefined;

/** The phrases of one sentence, in order. */
export function phrasesOf(
  pieces: readonly Piece[],
  date: IsoDate | undefined,
  form: (token: number) => string,
): Phrase[] {
  return matchPhrases(pieces)
    .filter(({ rule }) => rule !== 'service')
    .map((match) => phraseOf(pieces, match, date, form));
}

function phraseOf(
  pieces: readonly Piece[],
  match: Match,
  date: IsoDate | undefined,
  form: (token: number) => string,
): Phrase {
  const { rule, first, end, parts } = match;
  const within = (range: Range): readonly Piece[] => (range === undefined ? [] : pieces.slice(...range));
  const all = pieces.slice(first, end);
  const offices = rule === 'headed' ? officeOfHead(all) : officesOfPieces(within(parts.office), form);
  const names = namesOf(within(parts.names), form);
  const before = all.slice(0, 3);
  const quantity = (before.find(({ label }) => label === 'Q') ?? all.find(({ label }) => label === 'Q'))?.word?.number;
  const core = coreOf(all, match);
  const possessive = (rule === 'headed' ? all : before).find(({ label }) => label === 'p')?.first;
  const kept = trimmed(all, names, offices);
  return {
    rule,
    first: kept[0]!.first,
    last: kept.at(-1)!.last,
    core: core?.first ?? kept[0]!.first,
    ...(typeof quantity === 'number' ? { quantity } : {}),
    determined: before.some(({ label }) => label === 'T'),
    ...(possessive === undefined ? {} : { possessive }),
    owners: ownersOf([...within(parts.own), ...within(parts.list)], offices, date),
    ofMembers: within(parts.list)[0]?.label === 'm' || rule === 'members',
    offices,
    former: within(parts.office).some(({ label }) => label === 'w'),
    home: all.some(({ label }) => label === 'z') || (rule === 'headed' && possessive !== undefined),
    names: offices.every(({ plural }) => !plural) && rule === 'office' ? names.slice(0, 1) : names,
    ...(core?.word === undefined ? {} : { word: core.word }),
    entries:
      rule === 'principal' || rule === 'capital'
        ? (all.findLast(({ entries }) => entries.length > 0)?.entries ?? [])
        : [],
  };
}

/** A singular office has one holder: what follows his name belongs to somebody else. */
function trimmed(all: readonly Piece[], names: readonly PersonName[], offices: readonly Office[]): readonly Piece[] {
  const [holder, next] = names;
  if (next === undefined || offices.length === 0 || offices.some(({ plural }) => plural)) return withoutTail(all);
  return withoutTail(all.filter(({ last }) => last <= holder!.last));
}

/** A clitic, comma or joiner at the end is no part of the phrase. */
function withoutTail(all: readonly Piece[]): readonly Piece[] {
  const last = all.findLastIndex(({ label }) => !/[',&j-]/.test(label));
  return all.slice(0, Math.max(1, last + 1));
}

const CORE_LABELS: Readonly<Partial<Record<RuleName, RegExp>>> = {
  side: /V/,
  people: /[WY]/,
  role: /R/,
  roles: /L/,
  group: /U/,
  country: /Y/,
  pair: /Q/,
  agency: /[SD]/,
  honorific: /H/,
  institution: /n/,
  others: /E/,
  members: /m/,
  pronoun: /i/,
  body: /B/,
  office: /[Ff]/,
  headed: /h/,
  organ: /c/,
};

function coreOf(all: readonly Piece[], { rule }: Match): Piece | undefined {
  const label = CORE_LABELS[rule];
  return label === undefined ? undefined : all.find((piece) => label.test(piece.label));
}

/** The states and organizations behind names, adjectives, groups and seats; the members of “the member states of”. */
function ownersOf(pieces: readonly Piece[], offices: readonly Office[], date: IsoDate | undefined): ActorId[] {
  const members = pieces.some(({ label }) => label === 'm');
  const owners = pieces.flatMap(({ label, entries, word }): readonly ActorId[] => {
    if (label === 'r') return membersOf(word?.id ?? '', date);
    const ids = (entries[0]?.ids ?? []).map(principalOf);
    return members && label === 'O' ? ids.flatMap((id) => membersOf(id, date)) : ids;
  });
  const titled = owners.length > 0 ? [] : offices.flatMap(({ owner }) => owner ?? []);
  return [...new Set([...owners, ...titled])];
}

/** Names set apart by commas and “and”; two people known by name who stand side by side are two names too. */
function namesOf(pieces: readonly Piece[], form: (token: number) => string): PersonName[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (/[,&]/.test(piece.label)) runs.push([]);
    else if (run === undefined || (piece.label === 'P' && run.some(isWholePerson))) runs.push([piece]);
    else run.push(piece);
  }
  return runs.flatMap((run) => nameOf(run, form));
}

/** Whom the tables know by the name. Where only a part of it is theirs, the rest must begin like another part: no “Pablo” is an “Yván”. */
function knownAs(own: readonly Piece[], form: (token: number) => string): readonly NameEntry[] {
  const known = own.find(({ label }) => label === 'P');
  const others = own.filter(({ label }) => label === 'N').map(({ first }) => form(first));
  return (known?.entries ?? []).filter(
    ({ part, key = '' }) =>
      part === 'full' ||
      others.length === 0 ||
      others.some((word) => key.split('-').some((own) => beginAlike(own, word))),
  );
}

function isWholePerson({ entries }: Piece): boolean {
  return entries.some(({ kind, part }) => kind === 'person' && part === 'full');
}

function nameOf(run: readonly Piece[], form: (token: number) => string): PersonName[] {
  const own = run.filter(({ label }) => /[NP]/.test(label));
  if (own.length === 0) return [];
  const tokens = own.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => form(first + at)),
  );
  return [
    {
      first: run.find(({ label }) => label !== 'H')!.first,
      last: own.at(-1)!.last,
      words: tokens.filter((token) => /^\p{L}[\p{L}\p{M}’'ʼ-]+$/u.test(token)),
      entries: knownAs(own, form),
      female: run.some(({ word }) => word?.kind === 'honorific' && word.female === true),
    },
  ];
}
