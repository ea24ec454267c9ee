import type { Doc } from '../../language/index.ts';
import type { Piece } from './pieces.ts';
import type { Word } from './vocabulary.ts';

/** Labels that hang on what stands behind: «страны Союза» but «страны договорились». */
export function relabel(doc: Doc, pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at): Piece => {
    if (piece.label === "'" && joinsNames(doc, piece, pieces[at - 1], pieces[at + 1])) return { ...piece, label: 'j' };
    if (doc.language === 'en' && isAgency(doc, pieces, at)) return { ...piece, label: 'q' };
    if (doc.language !== 'ru' || piece.word === undefined) return piece;
    const next = pieces[at + 1]?.label ?? '';
    if (piece.label === 'p' && isObject(doc, piece.first))
      return as(piece, { kind: 'pronoun', person: 3, number: 'singular' }, 'i');
    if (piece.label === 'Y' && isPlural(doc, pieces[at - 1])) return as(piece, COUNTRIES, 'U');
    if (piece.label === 'm' && !/[OrGmn]/.test(next)) return as(piece, COUNTRIES, 'U');
    if (piece.label === 'U' && /[Orn]/.test(next) && /^(?:стран|государств)/u.test(doc.form(piece.first).toLowerCase()))
      return as(piece, { kind: 'membership' }, 'm');
    if (piece.label === 'U' && next === 'S' && /^правительств/u.test(doc.form(piece.first).toLowerCase()))
      return as(piece, { kind: 'body', slug: '' }, 'B');
    if (piece.label === 'B' && next === 'Q') return as(piece, { kind: 'group', of: 'states' }, 'U');
    return piece;
  });
}

/** Last words of the names that states give their bodies. */
const AGENCIES =
  /^(?:Authority|Agency|Fund|Bank|Service|Bureau|Board|Corporation|Company|Administration|Institute|Foundation)$/;

/** “Qatar Investment Authority”: a state, one to three capitalized words and what kind of body it is. */
function isAgency(doc: Doc, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!;
  if (!/[Nn]/.test(piece.label) || !AGENCIES.test(doc.form(piece.first))) return false;
  const labels = pieces.slice(Math.max(0, at - 5), at).map(({ label }) => label);
  return /[SD]'?N{1,3}$/.test(labels.join(''));
}

/** “Shia’ Al-Sudani”: an apostrophe within a name. */
function joinsNames(doc: Doc, { first }: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  return doc.form(first).length === 1 && /[NP]/.test(before?.label ?? '') && /[NPv]/.test(after?.label ?? '');
}

/** «наши страны», «наших стран» beside «нашей страны». */
function isPlural(doc: Doc, before: Piece | undefined): boolean {
  return (
    before?.label === 'p' &&
    /(?:[шв]и|[шв]их|[шв]ими?)$/u.test(doc.form(before.first).toLowerCase()) &&
    !/ей$/u.test(doc.form(before.first))
  );
}

/** What one does to a person and not to a thing. */
const ADDRESSED = /^(?:поблагодари|поздрави|пригласи|завери|проинформирова|попроси|призва|приветствова|встрети)/;

/** «по его словам»; «поздравил его с праздником», but «его визит». */
function isObject(doc: Doc, token: number): boolean {
  if (!/^(?:его|её|ее)$/iu.test(doc.form(token)) || token === 0 || token + 1 >= doc.length) return false;
  const [before, after] = [doc.form(token - 1).toLowerCase(), doc.form(token + 1).toLowerCase()];
  if (before === 'по' && /^(?:словам|мнению|утверждению|оценке|убеждению|признанию)$/.test(after)) return true;
  return ADDRESSED.test(before) && (doc.trees === undefined || doc.upos(token + 1) === 'ADP');
}

/** Countries mean the parties only where they are counted or ours. */
const COUNTRIES: Word = { kind: 'group', of: 'states', needs: 'quantity' };

function as(piece: Piece, word: Word, label: string): Piece {
  return { ...piece, label, word };
}
