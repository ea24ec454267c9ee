import type { Doc } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import en from '../languages/en/places.json' with { type: 'json' };
import kk from '../languages/kk/places.json' with { type: 'json' };
import ky from '../languages/ky/places.json' with { type: 'json' };
import ru from '../languages/ru/places.json' with { type: 'json' };

/** What a language's `places.json` holds: words by which a state's name shows to be a place. */
type Cues = Readonly<Record<keyof typeof en, ReadonlySet<string>>>;

function cuesOf(file: typeof en): Cues {
  const set = (words: string): ReadonlySet<string> => new Set(words.split('|').filter((word) => word !== ''));
  return {
    inside: set(file.inside),
    toward: set(file.toward),
    motion: set(file.motion),
    direct: set(file.direct),
    directions: set(file.directions),
    areas: set(file.areas),
    partners: set(file.partners),
    clause: set(file.clause),
    thanks: set(file.thanks),
    address: set(file.address),
    stance: set(file.stance),
    hosting: set(file.hosting),
  };
}

const CUES: Readonly<Record<Language, Cues>> = { en: cuesOf(en), ru: cuesOf(ru), kk: cuesOf(kk), ky: cuesOf(ky) };

/** How many tokens back a verb of motion still governs “to”. */
const REACH = 14;

/** A name among its neighbours: the tokens of the phrase, and the first token of its sentence. */
interface Site {
  readonly doc: Doc;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** Whether the name of a state stands for its territory: “in Kenya”, “a visit to Kenya”, «из Кении», “southern Kenya”. */
export function isPlace(site: Site): boolean {
  const cues = CUES[site.doc.language];
  if (site.doc.language === 'kk' || site.doc.language === 'ky') return isTurkicPlace(site);
  const before = wordBefore(site, 1);
  if (cues.directions.has(before) || cues.direct.has(before)) return true;
  if (cues.toward.has(before)) return isLocative(site) || movesTo(site, cues);
  if (cues.inside.has(before)) return true;
  const owner = /^(?:of|в|на)$/.test(before) ? wordBefore(site, 2) : before;
  return cues.areas.has(owner) && (site.doc.language === 'ru' || before === 'of');
}

/** «в Казахстане» but «поставки в Казахстан»: only the one form of place has this ending. */
function isLocative({ doc, last }: Site): boolean {
  return doc.language === 'ru' && /(?:[еи]|ах|ях)$/u.test(doc.form(last));
}

function movesTo(site: Site, { motion }: Cues): boolean {
  for (let back = 2; back <= REACH; back++) if (motion.has(wordBefore(site, back))) return true;
  return false;
}

/** The locative and the ablative: «Қазақстанда», «Кыргызстандан». */
function isTurkicPlace({ doc, last }: Site): boolean {
  return (
    /(?:[дт][аеоө]ғы?|[дт][аеоө]|[дт][аеоө]н|[дт][аеоө]гы|ғ[аы]|[кг][аеоө])$/u.test(doc.form(last)) &&
    !/стан$/u.test(doc.form(last))
  );
}

/** Whether a capital's name stands for the government that sits there: “Tokyo agreed”, “talks with Tokyo”, “Tokyo's position”. */
export function isGovernment(site: Site): boolean {
  const { doc, first, last } = site;
  if (doc.language === 'kk' || doc.language === 'ky') return false;
  const cues = CUES[doc.language];
  const [before, after] = [wordBefore(site, 1), doc.form(Math.min(last + 1, doc.length - 1)).toLowerCase()];
  if (/^['’]s?$/.test(after)) return !cues.inside.has(before);
  if (
    /^[,–—(\p{Lu}]/u.test(doc.form(Math.min(last + 1, doc.length - 1))) ||
    (cues.hosting.has(after) && after.length > 3)
  )
    return false;
  if (isAddressed(site, cues)) return true;
  if (before === 'to' && cues.thanks.has(wordBefore(site, 2))) return true;
  if (cues.partners.has(before)) return before !== 'between' && before !== 'on';
  if (/^(?:and|и)$/.test(before) && /^\p{Lu}/u.test(doc.form(Math.max(0, first - 2)))) return isJointSubject(site);
  if (isDated(site) && looksLikeVerb(doc, last + 1)) return true;
  if (doc.trees !== undefined && doc.relation(last) === 'nsubj' && !cues.inside.has(before)) return true;
  return (first === site.sentence || cues.clause.has(before)) && looksLikeVerb(doc, last + 1);
}

/** “Oslo and Rome differ”, «матч примут Осло и Рим»: the second of two names that act together. */
function isJointSubject({ doc, first, last, sentence }: Site): boolean {
  if (doc.trees === undefined) return false;
  if (first - 2 === sentence && last + 1 < doc.length && doc.upos(last + 1) === 'VERB') return true;
  const head = doc.head(last);
  return doc.relation(last) === 'conj' && head === first - 2 && doc.relation(head) === 'nsubj';
}

/** «18 января Дели заявил»: a date at the head of the clause. */
function isDated(site: Site): boolean {
  return (
    /^(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/.test(
      wordBefore(site, 1),
    ) && /^\d{1,2}$/.test(wordBefore(site, 2))
  );
}

/** A subject or the object of an appeal by the tree; by its neighbours the owner of a position. */
function isAddressed(site: Site, cues: Cues): boolean {
  const { doc, last } = site;
  const before = wordBefore(site, 1);
  if (cues.stance.has(before === 'of' ? wordBefore(site, 2) : before) && (before === 'of' || doc.language === 'ru'))
    return true;
  if (doc.trees === undefined) return false;
  const head = doc.head(last);
  const verb = head >= 0 && doc.upos(head) === 'VERB' ? doc.lemma(head) : '';
  return /^i?obj$/.test(doc.relation(last)) && cues.address.has(verb);
}

/** Whether a verb follows, an adverb or a particle between allowed. Without trees, any word in small letters will do. */
function looksLikeVerb(doc: Doc, token: number): boolean {
  for (let at = token; at < Math.min(token + 3, doc.length); at++) {
    const upos = doc.trees === undefined ? 'X' : doc.upos(at);
    if (upos === 'X')
      return /^\p{Ll}{2,}/u.test(doc.form(at)) && !/^(?:and|or|in|on|of|at|и|или|в|на|с)$/.test(doc.form(at));
    if (upos === 'VERB' || upos === 'AUX') return true;
    if (upos !== 'ADV' && upos !== 'PART') return false;
  }
  return false;
}

/** The lower-cased word so many tokens before the name, articles not counted; empty before the sentence's beginning. */
function wordBefore({ doc, first, sentence }: Site, back: number): string {
  let left = back;
  for (let at = first - 1; at >= sentence; at--) {
    const word = doc.form(at).toLowerCase();
    if (word !== 'the' && --left === 0) return word;
  }
  return '';
}
