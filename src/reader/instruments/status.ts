import type { Doc } from '../../language/index.ts';
import { keyOf } from '../words/index.ts';
import type { DocumentPhrase, Reach } from './phrase.ts';
import type { RuleName } from './rules.ts';
import type { Status } from './vocabulary.ts';

/** What the sentence says happened to a document, and the word that says so. */
export interface Fate {
  readonly status: Status;
  readonly event: number;
  readonly rule: RuleName;
}

/** The fate of a document: from a word within its phrase, behind it, or before it; that of a list is shared. */
export function fateOf(reach: Reach, phrase: DocumentPhrase, before: Fate | undefined): Fate | undefined {
  const isSubject = reach.doc.relation(phrase.noun) === 'nsubj';
  const steps = isSubject ? [within, behind, ahead] : [within, participleBehind, ahead, behind];
  for (const step of steps) {
    const fate = step(reach, phrase);
    if (fate !== undefined) return ratifiedSince(reach, phrase, awaited(reach, phrase, fate));
  }
  return before === undefined ? undefined : { ...before, rule: 'list' };
}

/** “Once an agreement has been signed”: it has not been. */
function awaited({ doc, vocabulary, first }: Reach, phrase: DocumentPhrase, fate: Fate): Fate {
  const at = phrase.first - 1;
  const isAwaited =
    at >= first && doc.upos(at) === 'SCONJ' && vocabulary.prospects.get(keyOf(doc.form(at))) !== undefined;
  return isAwaited ? { ...fate, status: 'in-preparation' } : fate;
}

/** “The agreement signed in June has been ratified”: the later event counts. */
function ratifiedSince(reach: Reach, phrase: DocumentPhrase, fate: Fate): Fate {
  if (fate.status !== 'signed') return fate;
  for (let at = phrase.last + 1; at < reach.end && at < phrase.last + DISTANCE; at++)
    if (reach.doc.upos(at) !== 'NOUN' && eventAt(reach, at) === 'ratified')
      return prospective(reach, at, 'ratified') === 'ratified' ? { ...fate, status: 'ratified' } : fate;
  return fate;
}

/** “The draft agreement”, “the signed protocol”, «действующая дорожная карта», «проект договора». */
function within(reach: Reach, phrase: DocumentPhrase): Fate | undefined {
  for (let token = Math.max(reach.first, phrase.first - 1); token <= phrase.nounEnd; token++) {
    if (token === phrase.noun && phrase.noun === phrase.nounEnd) break;
    const isDraft = token >= phrase.first || reach.doc.upos(token) === 'NOUN';
    const status = isDraft ? eventAt(reach, token) : undefined;
    if (status !== undefined) return { status, event: token, rule: 'within' };
  }
  return undefined;
}

/** “An agreement signed in May”, «план, утвержденный в 2023 году». */
function participleBehind(reach: Reach, phrase: DocumentPhrase): Fate | undefined {
  const { doc, end } = reach;
  const at =
    doc.form(phrase.last + 1 < end ? phrase.last + 1 : phrase.last) === ',' ? phrase.last + 2 : phrase.last + 1;
  if (at >= end) return undefined;
  const isParticiple =
    doc.feature(at, 'VerbForm') === 'Part' || doc.relation(at) === 'acl' || doc.relation(at) === 'amod';
  const status = isParticiple ? eventAt(reach, at) : undefined;
  return status && { status: prospective(reach, at, status), event: at, rule: 'participle' };
}

/** How many tokens before or behind a phrase its event may stand. */
const DISTANCE = 22;

/** The nearest verb before it: “signed”, “agreed to draw up”, «обменялись», or a noun such as “signing”. */
function ahead(reach: Reach, phrase: DocumentPhrase): Fate | undefined {
  const { doc } = reach;
  if (isAmended(reach, phrase)) return undefined;
  for (let at = phrase.first - 1; at >= reach.first && at > phrase.first - DISTANCE; at--) {
    if (doc.form(at) === ';') return undefined;
    const status = eventAt(reach, at);
    if (status !== undefined && isStrongEnough(reach, at, phrase)) {
      return { status: prospective(reach, at, status), event: at, rule: 'before' };
    }
    if (isMainVerb(doc, at)) return undefined;
  }
  return undefined;
}

/** “Prepared amendments to the Agreement of 2010”: what is prepared is not the agreement. */
function isAmended({ keys, vocabulary, first, end }: Reach, phrase: DocumentPhrase): boolean {
  const wordAt = (index: number): string | undefined => (index < end ? keys[index] : undefined);
  return [2, 3].some((back) => {
    const at = phrase.first - back;
    return at >= first && vocabulary.amendments.match(wordAt, at) !== undefined;
  });
}

/** “The treaty was ratified”, “an agreement is being prepared”. */
function behind(reach: Reach, phrase: DocumentPhrase): Fate | undefined {
  const { doc } = reach;
  for (let at = phrase.last + 1; at < reach.end && at < phrase.last + DISTANCE; at++) {
    if (doc.form(at) === ';') return undefined;
    const status = eventAt(reach, at);
    const isClauseOfIts = doc.form(at) === ',' && at + 2 < reach.end && isRelative(doc, at + 1);
    if (isClauseOfIts) at = endOfClause(reach, at + 1);
    if (status !== undefined && (doc.upos(at) !== 'NOUN' || doc.language === 'kk' || doc.language === 'ky')) {
      return { status: prospective(reach, at, status), event: at, rule: 'behind' };
    }
    // “Remains under discussion”: what is told stands right behind the verb.
    const isTold = eventAt(reach, at + 1) !== undefined;
    if (doc.upos(at) === 'VERB' && doc.feature(at, 'VerbForm') !== 'Part' && !doc.form(at).endsWith('ing') && !isTold)
      return undefined;
  }
  return undefined;
}

/** Whether a relative clause begins here: “which …”, «проект которого …». */
function isRelative(doc: Doc, at: number): boolean {
  return [at, at + 1].some((token) => /^(?:which|that|whose|котор.*)$/.test(keyOf(doc.form(token))));
}

/** The comma that closes a clause, or the last token of the sentence. */
function endOfClause({ doc, end }: Reach, from: number): number {
  for (let at = from; at < end; at++) if (doc.form(at) === ',') return at;
  return end - 1;
}

function isMainVerb(doc: Doc, token: number): boolean {
  if (doc.upos(token) !== 'VERB') return false;
  const form = doc.feature(token, 'VerbForm');
  return form === 'Fin' || form === 'Conv' || form === 'Inf';
}

/** Events of preparation are common words: they count only right before the phrase. */
function isStrongEnough({ doc, vocabulary, keys, end }: Reach, event: number, phrase: DocumentPhrase): boolean {
  const wordAt = (index: number): string | undefined => (index < end ? keys[index] : undefined);
  const found = vocabulary.events.match(wordAt, event);
  const between = asideStart(doc, event, phrase.first) - (event + (found?.length ?? 1));
  return found?.value === 'signed' || found?.value === 'ratified' || between <= 5;
}

/** “Finalise, before that session, a memorandum”: where an aside in commas begins right before the phrase; else the phrase's own first token. */
function asideStart(doc: Doc, event: number, first: number): number {
  if (doc.form(first - 1) !== ',') return first;
  for (let at = first - 2; at > event && at > first - 9; at--) if (doc.form(at) === ',') return at;
  return first;
}

function eventAt({ keys, vocabulary, end }: Reach, token: number): Status | undefined {
  return vocabulary.events.match((index) => (index < end ? keys[index] : undefined), token)?.value;
}

/** “Will sign”, “to be signed”, «намерены подписать»: still in preparation. */
function prospective({ doc, vocabulary, times, first }: Reach, event: number, status: Status): Status {
  if (status !== 'signed' && status !== 'ratified') return status;
  if (doc.feature(event, 'VerbForm') === 'Inf' && doc.language !== 'en') return 'in-preparation';
  if (doc.feature(event, 'Tense') === 'Fut') return 'in-preparation';
  for (let at = event - 1; at >= first && at >= event - 4; at--) {
    if (doc.upos(at) === 'PUNCT' || doc.upos(at) === 'NOUN') break;
    // “May” is a month here.
    const isInTime = times.some((time) => at >= time.first && at <= time.last);
    if (!isInTime && vocabulary.prospects.get(keyOf(doc.form(at))) !== undefined) return 'in-preparation';
  }
  return status;
}
