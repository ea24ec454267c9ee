import { matchNames, type NameEntry, type NameKind, type NameMatch, officeOf } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import type { Block } from '../setting.ts';
import { wholeMinister } from './portfolios.ts';
import { relabel } from './relabel.ts';
import { findWords, vocabularyOf, WORD_LABELS, type Word, type WordMatch } from './vocabulary.ts';

const NAME_LABELS = {
  state: 'S',
  demonym: 'D',
  compound: 'C',
  capital: 'K',
  city: 'k',
  metonym: 'M',
  organization: 'O',
  group: 'G',
  office: 'F',
  person: 'P',
} as const satisfies Record<NameKind, string>;

/**
 * A token or several that count as one where phrases are sought. The label is one character (see `WORD_LABELS`); besides these
 * `N` is a capitalized word, `f` a minister of whatever, `I` an initial, `j` what joins parts of a name, `'` the possessive clitic, `,` `-` `"` marks, `x` all else.
 */
export interface Piece {
  readonly label: string;
  readonly first: number;
  readonly last: number;
  /** What the name can mean, likeliest first. */
  readonly entries: readonly NameEntry[];
  readonly word?: Word;
}

interface Tokens {
  readonly doc: Doc;
  readonly forms: readonly string[];
  readonly lower: readonly string[];
  /** Of the document: index of the first token in `forms`. */
  readonly first: number;
  /** A headline in which every word is capitalized: there a capital says nothing. */
  readonly titleCase: boolean;
}

/** The pieces of one sentence or line: the tokens from `first` up to but not including `end`. */
export function piecesOf(doc: Doc, first: number, end: number, block: Block): Piece[] {
  const forms = Array.from({ length: end - first }, (_, index) => doc.form(first + index));
  const tokens: Tokens = {
    doc,
    forms,
    lower: forms.map((form) => form.toLowerCase()),
    first,
    titleCase: block.kind === 'headline' && isTitleCase(forms),
  };
  return relabel(doc, cut(tokens));
}

function isTitleCase(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /^\p{L}{4,}/u.test(form));
  return words.length > 3 && words.filter((form) => /^\p{Lu}/u.test(form)).length > words.length * 0.8;
}

/** Names by the tables of states, offices and people; common words by the language's vocabulary; the longer one wins. */
function cut(tokens: Tokens): Piece[] {
  const { doc, forms, lower, first } = tokens;
  const names = new Map(matchNames(forms, doc.language).map((match) => [match.first, match]));
  const vocabulary = vocabularyOf(doc.language);
  const pieces: Piece[] = [];
  for (let at = 0; at < forms.length; ) {
    const name = names.get(at);
    const longest = findWords(vocabulary, lower, at, lower.length, doc.language);
    const cutting = longest === undefined ? undefined : nameCutBy(names, at, longest.length);
    const words = cutting === undefined ? longest : findWords(vocabulary, lower, at, cutting, doc.language);
    const nameLength = name === undefined ? 0 : name.last - name.first + 1;
    const piece =
      words !== undefined && (words.length > nameLength || (words.length === nameLength && outweighs(words, name)))
        ? wordPiece(words.words, at, words.length, pieces)
        : name === undefined || isMonth(tokens, name, pieces.at(-1))
          ? tokenPiece(tokens, at)
          : namePiece(wholeMinister(name, names, tokens));
    const usable = isUsable(tokens, piece) ? piece : tokenPiece(tokens, at);
    pieces.push({ ...usable, first: usable.first + first, last: usable.last + first });
    at = usable.last + 1;
  }
  return pieces;
}

const NOUNS = new Set<string>(['V', 'U', 'B', 'R', 'L', 'h', 'W', 'Y', 'n']);

/** “By May 2019” tells a time and “Prime Minister May” a person. */
function isMonth({ forms }: Tokens, { first, last }: NameMatch, before: Piece | undefined): boolean {
  return first === last && CALENDAR.test(forms[first]!) && !/[FfHNPI]/.test(before?.label ?? '');
}

/** “Premier He Lifeng”: a capital behind a word in the middle of a sentence. */
function isNameInside(forms: readonly string[], at: number): boolean {
  return (
    /^(?:He|She)$/.test(forms[at]!) && at > 0 && /^\p{L}/u.test(forms[at - 1]!) && /^\p{Lu}/u.test(forms[at + 1] ?? '')
  );
}

/** “They head the delegations” has no head in it; and “the Union” is written with a capital. */
function isUsable({ doc, first, forms }: Tokens, { label, first: at, last }: Piece): boolean {
  // “HE” is “His Excellency” and nobody's pronoun.
  if (label === 'i' && (forms[at] === 'HE' || isNameInside(forms, at))) return false;
  // “Von der Leyen”, “Al-Sudani” at the head of a sentence: a part of the name.
  if (label === 'v') return !/^\p{Lu}/u.test(forms[at]!);
  if (!NOUNS.has(label)) return true;
  if (label === 'n')
    return at === last && at > 0 && (/^\p{Lu}/u.test(forms[at]!) || /^(?:bank|банк\p{L}{0,2})$/u.test(forms[at]!));
  return doc.trees === undefined || doc.upos(first + last) !== 'VERB';
}

/** “of the Republic” must not take the beginning of “Republic of India”. */
function nameCutBy(names: ReadonlyMap<number, NameMatch>, at: number, length: number): number | undefined {
  for (let inner = at + 1; inner < at + length; inner++) if ((names.get(inner)?.last ?? 0) >= at + length) return inner;
  return undefined;
}

/** What the vocabulary says of a word in a phrase goes before the bare name of an office: “leader”, “governments”. */
function outweighs({ words }: WordMatch, name: NameMatch | undefined): boolean {
  return name?.entries[0]?.kind === 'office' && words.some(({ kind }) => PHRASAL.has(kind));
}

const PHRASAL = new Set<Word['kind']>(['group', 'side', 'body', 'role', 'roles', 'people', 'service']);

function namePiece({ first, last, entries }: NameMatch): Piece {
  const [entry] = entries;
  const slug = entry?.kind === 'office' ? (entry.office ?? '') : '';
  const body = slug !== '' && officeOf(slug)?.body === true ? bodyWord(slug, entry?.plural ?? false) : undefined;
  if (body !== undefined) return { label: WORD_LABELS[body.kind], first, last, entries: [], word: body };
  const label = GENERIC.has(slug) ? 'f' : NAME_LABELS[entry!.kind];
  return { label, first, last, entries };
}

/** Offices whose portfolio may follow in words that no table has. */
const GENERIC = new Set(['minister', 'deputy-minister']);

function bodyWord(slug: string, plural: boolean): Word {
  if (slug === 'press-service') return { kind: 'service' };
  if (slug === 'delegation') return plural ? { kind: 'group', of: 'delegation' } : { kind: 'side' };
  return { kind: 'body', slug, plural };
}

/** Of several readings of a word, the one that the piece before it speaks for. */
function wordPiece(words: readonly Word[], at: number, length: number, before: readonly Piece[]): Piece {
  const previous = before.at(-1)?.label ?? '';
  const word =
    words.find(({ kind }) => suits(kind, previous)) ??
    words.find(({ kind }) => kind !== 'side' || words.length === 1) ??
    words[0]!;
  return { label: WORD_LABELS[word.kind], first: at, last: at + length - 1, entries: [], word };
}

/** «казахстанской стороны» but «двух сторон»; “his country” but “two countries”. */
function suits(kind: Word['kind'], previous: string): boolean {
  if (kind === 'side' || kind === 'people' || kind === 'body') return previous === 'D' || previous === 'C';
  if (kind === 'country') return previous === 'p';
  if (kind === 'group') return previous === 'Q';
  return false;
}

const CAPITALIZED = /^\p{Lu}[\p{L}\p{M}’'ʼ]+$/u;
/** Months and weekdays stand before names and are none. */
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
const INITIAL = /^\p{Lu}(?:\.\p{Lu})*\.?$/u;

function tokenPiece({ doc, forms, lower, first, titleCase }: Tokens, at: number): Piece {
  const form = forms[at]!;
  return { label: labelOf(), first: at, last: at, entries: [] };

  function labelOf(): string {
    if (form === 'HE') return 'H';
    if (INITIAL.test(form) && form.length < 7) return 'I';
    if (CAPITALIZED.test(form)) return isName() ? 'N' : 'x';
    if (/^[-‐‑–—]+$/u.test(form)) return joins() ? 'j' : '-';
    if (/^(?:['’]s?|s['’])$/u.test(form)) return "'";
    if (form === ',') return ',';
    if (/^(?:[«»“”"„()[\]]|&laquo;|&raquo;|&quot;)$/u.test(form)) return '"';
    return form === '.' && at > 0 && /^\p{Lu}\p{L}{0,3}$/u.test(forms[at - 1]!) ? 'j' : 'x';
  }

  /** A hyphen with no blank on either side. */
  function joins(): boolean {
    const start = doc.startOf(first + at);
    return (
      at > 0 &&
      doc.endOf(first + at - 1) === start &&
      at + 1 < forms.length &&
      doc.startOf(first + at + 1) === start + form.length
    );
  }

  function isName(): boolean {
    if (CALENDAR.test(form)) return false;
    const upos = doc.trees === undefined ? 'X' : doc.upos(first + at);
    if (upos === 'PROPN') return true;
    if (upos !== 'X')
      return (
        !titleCase &&
        at > 0 &&
        upos !== 'VERB' &&
        upos !== 'AUX' &&
        upos !== 'ADP' &&
        upos !== 'SCONJ' &&
        upos !== 'ADV'
      );
    return !titleCase && (at > 0 || CAPITALIZED.test(forms[1] ?? '')) && lower[at] !== 'on';
  }
}
