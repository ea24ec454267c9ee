import { principalsOf } from '../../model/index.ts';
import { endOfClause } from './clause.ts';
import { hasPhrase, phraseAt, type Sentence } from './sentence.ts';
import { supportOf } from './supports.ts';
import type { EncounterKind } from './vocabulary.ts';

/** How plainly the text tells of an encounter: by a verb of meeting, by a noun that a verb holds, or only in passing. */
type Telling = 'verb' | 'held' | 'passing';

/** A place of the text that tells of an encounter. Tokens throughout; `first` and `last` are within. */
export interface Encounter {
  readonly sentence: Sentence;
  readonly kind: EncounterKind;
  readonly telling: Telling;
  readonly status: 'held' | 'scheduled' | 'cancelled';
  /** The verb or noun that names it, and its last token where it is of several words. */
  readonly head: number;
  readonly headEnd: number;
  /** The verb that tells what becomes of it; the head where that is a verb. */
  readonly event: number;
  readonly first: number;
  readonly last: number;
}

/** The encounters that a sentence tells of, from left to right. */
export function encountersIn(sentence: Sentence): Encounter[] {
  const found: Encounter[] = [];
  for (let at = sentence.first; at < sentence.end; at++) {
    const encounter = byVerb(sentence, at) ?? byNoun(sentence, at);
    if (encounter === undefined) continue;
    at = encounter.headEnd;
    const previous = found.at(-1);
    // «Заседание комиссии»: one phrase.
    if (previous !== undefined && encounter.head === previous.headEnd + 1 && !isSubject(sentence, at)) continue;
    if (previous === undefined || previous.last < encounter.head || previous.telling === 'passing')
      found.push(encounter);
    else if (encounter.telling === 'held' && encounter.kind !== previous.kind && previous.kind !== 'visit') {
      found[found.length - 1] = shortened(sentence, previous, encounter.head);
      found.push({ ...encounter, first: encounter.head });
    }
  }
  return found;
}

/** «Накануне визита саммит открыли …»: the second noun is no part of the first one's phrase. */
function isSubject({ doc }: Sentence, at: number): boolean {
  return doc.language === 'ru' && doc.feature(at, 'Case') === 'Nom' && doc.relation(at) === 'nsubj';
}

/** “Held talks and then the seventh session”: the first ends before the second's noun phrase. */
function shortened({ doc }: Sentence, encounter: Encounter, before: number): Encounter {
  let last = before - 1;
  while (last > encounter.head && /^(?:ADJ|DET|NUM|ADV|CCONJ|PUNCT|ADP)$/.test(doc.upos(last))) last--;
  return { ...encounter, last };
}

function byVerb(sentence: Sentence, at: number): Encounter | undefined {
  const { doc } = sentence;
  const found = callAt(sentence, at) ?? phraseAt(sentence, sentence.vocabulary.verbs, at);
  if (found === undefined || (doc.upos(at) !== 'VERB' && found.length === 1) || isDenied(sentence, at))
    return undefined;
  if (!isEncounter(sentence, at, at + found.length, found.value)) return undefined;
  return encounterOf(sentence, found.value, 'verb', { head: at, headEnd: at + found.length - 1, event: at, first: at });
}

/** “Talked on Friday over the phone”, «по телефону переговорил»: a verb of talking and near it what one talked by. */
function callAt(sentence: Sentence, at: number): { value: EncounterKind; length: number } | undefined {
  const { doc, vocabulary, first, end } = sentence;
  if (doc.upos(at) !== 'VERB' || phraseAt(sentence, vocabulary.talking, at) === undefined) return undefined;
  let last = at;
  while (last + 1 < end && last < at + 14 && doc.upos(last + 1) !== 'VERB' && doc.form(last + 1) !== ',') last++;
  const isCall =
    hasPhrase(sentence, vocabulary.means, at - 3, last) || hasPhrase(sentence, vocabulary.means, first, first);
  return isCall ? { value: 'call', length: 1 } : undefined;
}

/** “The two premiers never met”. */
function isDenied(sentence: Sentence, at: number): boolean {
  const reach = sentence.doc.language === 'ru' ? 1 : 3;
  return hasPhrase(sentence, sentence.vocabulary.negation, at - reach, at - 1);
}

/** “We look forward to welcoming you”. */
function isExpected(sentence: Sentence, at: number): boolean {
  return hasPhrase(sentence, sentence.vocabulary.expectation, at - 4, at - 1);
}

/** Each kind of verb asks for its own company: to receive somebody, to speak with somebody. */
function isEncounter(sentence: Sentence, at: number, behind: number, kind: EncounterKind): boolean {
  const { doc, mentions } = sentence;
  if (isVerbFinal(doc)) return true;
  switch (kind) {
    case 'greeting':
    case 'reception':
      if (isExpected(sentence, at)) return mentions.length > 0 || doc.upos(behind) === 'PRON';
      if (doc.language === 'en' && doc.form(at).endsWith('ing')) return false;
      return isPassiveReception(sentence, behind) || isOfSomebody(sentence, at, behind);
    case 'ceremony':
    case 'inspection':
      return isJoint(sentence, at);
    case 'call':
      return (
        hasPhrase(sentence, sentence.vocabulary.means, at - 3, at + 14) ||
        /^(?:by|over|on|via|the|по|phone|telephone)$/.test(doc.form(at + 1)) ||
        mentions.some(({ first }) => first > at)
      );
    case 'visit':
      return mentions.some(
        ({ kind: who, first, head }) =>
          (first < at || isSubjectOf(sentence, head, at)) && (isPersonal(who) || who === 'group' || who === 'pronoun'),
      );
    default:
      return (
        behind > at + 1 || hasPhrase(sentence, sentence.vocabulary.with, behind, behind + 1) || isMetBy(sentence, at)
      );
  }
}

/** «В июне Лиму посетит президент»: the subject stands behind its verb. */
function isSubjectOf({ doc }: Sentence, noun: number, verb: number): boolean {
  return doc.language === 'ru' && doc.head(noun) === verb && doc.relation(noun) === 'nsubj';
}

/** “The two ministers inspected the dam”: people of several states do it together. */
function isJoint({ doc, mentions }: Sentence, at: number): boolean {
  if (doc.children(at).some((child) => doc.deprel(child).endsWith(':pass'))) return false;
  const people = mentions.filter(({ kind, last }) => last < at && (isPersonal(kind) || kind === 'group'));
  return principalsOf(people.flatMap(({ actors }) => actors)).length > 1;
}

/** “The presidents met in Geneva”, “agreed to meet next week”, but not “met the demand”. */
function isMetBy({ doc, mentions, times }: Sentence, at: number): boolean {
  const isNamed = (child: number): boolean =>
    [...mentions, ...times].some(({ first, last }) => child >= first && child <= last);
  const children = doc.children(at);
  // “The demand was met.”
  if (children.some((child) => doc.deprel(child).endsWith(':pass'))) return false;
  if (children.some((child) => doc.relation(child) === 'obj' && !isNamed(child))) return false;
  const hasSubject = children.some((child) => doc.relation(child) === 'nsubj');
  return mentions.length > 0 || hasSubject || doc.feature(at, 'VerbForm') === 'Inf';
}

/** Whether the verb's object is somebody: an actor, or a word such as “ambassador”. */
function isOfSomebody(sentence: Sentence, at: number, behind: number): boolean {
  const reach = behind + (isParticiple(sentence, behind) ? 12 : 3);
  const next = sentence.mentions.find(
    ({ kind, first }) => first >= behind && first <= reach && (isPersonal(kind) || reach === behind + 3),
  );
  if (next !== undefined && isPersonal(next.kind))
    return !asksFor(sentence, at, next.last) && !greets(sentence, at, next.last);
  const { persons } = sentence.vocabulary;
  const isPerson = [behind, behind + 1].some((token) => phraseAt(sentence, persons, token) !== undefined);
  return isPerson && !asksFor(sentence, at, behind) && !greets(sentence, at, behind);
}

/** «Принял прибывшего с визитом премьер-министра»: what is said of the guest stands before him. */
function isParticiple({ doc }: Sentence, at: number): boolean {
  return doc.language === 'ru' && doc.upos(at) === 'VERB' && doc.feature(at, 'Case') !== undefined;
}

function isPersonal(kind: string): boolean {
  return kind === 'person' || kind === 'office' || kind === 'delegation';
}

function isPassiveReception({ doc, mentions }: Sentence, behind: number): boolean {
  if (doc.form(behind) !== 'by') return false;
  return doc.upos(behind + 1) === 'PROPN' || mentions.some(({ first }) => first > behind && first <= behind + 3);
}

/** “Called on the authorities to conclude …” asks and does not visit. */
function asksFor({ doc, end }: Sentence, at: number, last: number): boolean {
  if (doc.form(at + 1) !== 'on' && doc.form(at + 1) !== 'upon') return false;
  for (let token = last + 1; token < end - 1 && token < last + 8; token++)
    if (doc.form(token) === 'to' && doc.upos(token + 1) === 'VERB') return true;
  return false;
}

/** “Welcomed the guest” greets; “welcomed the guest to the palace” receives. */
function greets({ doc }: Sentence, at: number, last: number): boolean {
  return /^welcome[ds]?$/.test(doc.form(at).toLowerCase()) && !/^(?:to|at|in)$/.test(doc.form(last + 1));
}

function byNoun(sentence: Sentence, at: number): Encounter | undefined {
  const { doc, vocabulary } = sentence;
  const found = phraseAt(sentence, vocabulary.nouns, at);
  if (found === undefined || (doc.upos(at) === 'VERB' && found.length === 1)) return undefined;
  const last = at + found.length - 1;
  // “A summit telephone talk”: the noun behind says what it was.
  const isModifier = doc.language === 'en' && phraseAt(sentence, vocabulary.nouns, last + 1) !== undefined;
  if (isModifier && doc.upos(last + 1) !== 'VERB') return undefined;
  const kind = kindOf(sentence, at, last, found.value);
  const support = supportOf(sentence, at, last);
  // Talks are held; a visit is only set for a day.
  const isSupported =
    support !== undefined && (kind !== 'visit' || phraseAt(sentence, vocabulary.planned, support) !== undefined);
  const event = isSupported ? support : undefined;
  if (event === undefined)
    return encounterOf(sentence, kind === 'talks' ? found.value : kind, 'passing', {
      head: at,
      headEnd: last,
      event: at,
      first: at,
    });
  return encounterOf(sentence, kind, 'held', { head: at, headEnd: last, event, first: Math.min(event, at) });
}

/** A meeting of a named body is a session; a session of nobody named is but a part of talks. */
function kindOf(sentence: Sentence, first: number, last: number, kind: EncounterKind): EncounterKind {
  if (kind !== 'talks' && (kind !== 'session' || first < last)) return kind;
  const isGeneric = kind === 'talks' || /^(?:session|sitting|заседани)/.test(sentence.keys[first] ?? '');
  return isOfBody(sentence, first, last) ? 'session' : isGeneric ? 'talks' : kind;
}

/** “The sixth meeting of the Council”: the sitting of a named body. */
function isOfBody(sentence: Sentence, first: number, last: number): boolean {
  const { doc, vocabulary, end } = sentence;
  for (let at = last + 1; at < end && at < last + 9; at++) {
    const form = doc.form(at).toLowerCase();
    if (/^(?:[,.;:]|with|с|со)$/.test(form) || doc.upos(at) === 'VERB') return false;
    if (vocabulary.bodies.has(form) || phraseAt(sentence, vocabulary.nouns, at)?.value === 'session') return true;
  }
  const before = doc.form(first - 1).toLowerCase();
  return /^\d+(?:st|nd|rd|th|-е|-го|-я)$/.test(before);
}

function encounterOf(
  sentence: Sentence,
  kind: EncounterKind,
  telling: Telling,
  at: Pick<Encounter, 'head' | 'headEnd' | 'event' | 'first'>,
): Encounter {
  const last = endOfClause(sentence, Math.max(at.headEnd, at.event));
  const encounter = { sentence, kind, telling, status: statusOf(sentence, at.head, at.event, last), ...at, last };
  // Kazakh and Kyrgyz put the verb last: what belongs to it stands before.
  if (!isVerbFinal(sentence.doc) || telling === 'passing') return encounter;
  return { ...encounter, first: sentence.first, last: Math.max(at.headEnd, at.event) };
}

function isVerbFinal({ language }: Sentence['doc']): boolean {
  return language === 'kk' || language === 'ky';
}

const FUTURE = /^(?:will|shall|would|to|'ll|’ll|should)$/;

/** Held, to come or cancelled: by the verb that tells of it and the words around. */
function statusOf(sentence: Sentence, head: number, event: number, last: number): Encounter['status'] {
  const { doc, vocabulary } = sentence;
  // What becomes of something named by a noun may be told behind its clause.
  const reach = doc.upos(head) === 'VERB' || event < head ? last : last + 14;
  if (hasPhrase(sentence, vocabulary.cancelled, event - 6, reach)) return 'cancelled';
  if (isExpected(sentence, event)) return 'scheduled';
  if (doc.feature(event, 'Tense') === 'Fut' || phraseAt(sentence, vocabulary.planned, event) !== undefined)
    return 'scheduled';
  if (doc.language === 'ru' && doc.feature(event, 'VerbForm') === 'Inf') return 'scheduled';
  for (let at = event - 1; at >= sentence.first && at >= event - 4; at--) {
    const upos = doc.upos(at);
    if (FUTURE.test(doc.form(at).toLowerCase()) && upos !== 'ADP') return 'scheduled';
    if (upos === 'PUNCT' || upos === 'PROPN' || upos === 'CCONJ' || (upos === 'NOUN' && doc.upos(event) === 'VERB'))
      break;
  }
  return hasPhrase(sentence, vocabulary.next, event - 4, last) && !isPast(sentence, event) ? 'scheduled' : 'held';
}

function isPast({ doc }: Sentence, event: number): boolean {
  return doc.feature(event, 'Tense') === 'Past' && doc.upos(event) === 'VERB';
}
