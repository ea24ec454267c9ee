import { hasPhrase, phraseAt, type Sentence } from './sentence.ts';
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
    if (previous === undefined || previous.last < encounter.head || previous.telling === 'passing')
      found.push(encounter);
    else if (encounter.telling === 'held' && encounter.kind !== previous.kind && previous.kind !== 'visit') {
      found[found.length - 1] = shortened(sentence, previous, encounter.head);
      found.push({ ...encounter, first: encounter.head });
    }
  }
  return found;
}

/** “Held talks and then the seventh session”: the first ends before the second's noun phrase. */
function shortened({ doc }: Sentence, encounter: Encounter, before: number): Encounter {
  let last = before - 1;
  while (last > encounter.head && /^(?:ADJ|DET|NUM|ADV|CCONJ|PUNCT|ADP)$/.test(doc.upos(last))) last--;
  return { ...encounter, last };
}

function byVerb(sentence: Sentence, at: number): Encounter | undefined {
  const { doc } = sentence;
  const found = phraseAt(sentence, sentence.vocabulary.verbs, at);
  if (found === undefined || (doc.upos(at) !== 'VERB' && found.length === 1)) return undefined;
  if (!isEncounter(sentence, at, at + found.length, found.value)) return undefined;
  return encounterOf(sentence, found.value, 'verb', { head: at, headEnd: at + found.length - 1, event: at, first: at });
}

/** Each kind of verb asks for its own company: to receive somebody, to speak with somebody. */
function isEncounter(sentence: Sentence, at: number, behind: number, kind: EncounterKind): boolean {
  const { doc, mentions } = sentence;
  if (isVerbFinal(doc)) return true;
  switch (kind) {
    case 'reception':
      return isPassiveReception(sentence, behind) || isOfSomebody(sentence, at, behind);
    case 'call':
      return (
        /^(?:by|over|on|via|the|по|phone|telephone)$/.test(doc.form(at + 1)) || mentions.some(({ first }) => first > at)
      );
    case 'visit':
      return true;
    default:
      return (
        behind > at + 1 || hasPhrase(sentence, sentence.vocabulary.with, behind, behind + 1) || isMetBy(sentence, at)
      );
  }
}

/** “The presidents met in Geneva”, “agreed to meet next week”, but not “met the demand”. */
function isMetBy({ doc, mentions, times }: Sentence, at: number): boolean {
  const isNamed = (child: number): boolean =>
    [...mentions, ...times].some(({ first, last }) => child >= first && child <= last);
  const children = doc.children(at);
  if (children.some((child) => doc.relation(child) === 'obj' && !isNamed(child))) return false;
  const hasSubject = children.some((child) => doc.relation(child) === 'nsubj');
  return mentions.length > 0 || hasSubject || doc.feature(at, 'VerbForm') === 'Inf';
}

/** Whether the verb's object is somebody: an actor, or a word such as “ambassador”. */
function isOfSomebody(sentence: Sentence, at: number, behind: number): boolean {
  const next = sentence.mentions.find(({ first }) => first >= behind && first <= behind + 3);
  if (next !== undefined && isPersonal(next.kind))
    return !asksFor(sentence, at, next.last) && !greets(sentence, at, next.last);
  const { persons } = sentence.vocabulary;
  const isPerson = [behind, behind + 1].some((token) => phraseAt(sentence, persons, token) !== undefined);
  return isPerson && !asksFor(sentence, at, behind) && !greets(sentence, at, behind);
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
  return doc.form(at).toLowerCase() === 'welcomed' && !/^(?:to|at|in)$/.test(doc.form(last + 1));
}

function byNoun(sentence: Sentence, at: number): Encounter | undefined {
  const { doc, vocabulary } = sentence;
  const found = phraseAt(sentence, vocabulary.nouns, at);
  if (found === undefined || doc.upos(at) === 'VERB') return undefined;
  const last = at + found.length - 1;
  // “A summit telephone talk”: the noun behind says what it was.
  const isModifier = doc.language === 'en' && phraseAt(sentence, vocabulary.nouns, last + 1) !== undefined;
  if (isModifier && doc.upos(last + 1) !== 'VERB') return undefined;
  const kind = kindOf(sentence, at, last, found.value);
  const support = relativeBehind(sentence, last) ?? supportBefore(sentence, at) ?? supportBehind(sentence, last);
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
function isOfBody({ doc, vocabulary, end }: Sentence, first: number, last: number): boolean {
  for (let at = last + 1; at < end && at < last + 9; at++) {
    const form = doc.form(at).toLowerCase();
    if (/^(?:[,.;:]|with|с|со)$/.test(form) || doc.upos(at) === 'VERB') return false;
    if (vocabulary.bodies.has(form)) return true;
  }
  const before = doc.form(first - 1).toLowerCase();
  return /^\d+(?:st|nd|rd|th|-е|-го|-я)$/.test(before);
}

/** How far before its noun the verb that holds an encounter may stand. */
const BEFORE = 12;

function supportBefore(sentence: Sentence, noun: number): number | undefined {
  const { doc, vocabulary } = sentence;
  for (let at = noun - 1; at >= sentence.first && at > noun - BEFORE; at--) {
    const support = phraseAt(sentence, vocabulary.supports, at);
    if (support !== undefined && at + support.length <= noun)
      return asideBetween(sentence, at + support.length, noun) ? undefined : startOfSupport(sentence, at);
    if (doc.form(at) === ';' || doc.form(at) === ':' || isOtherVerb(doc, at)) return undefined;
  }
  return undefined;
}

/** «Приняли участие в»: the phrase begins with its verb. */
function startOfSupport(sentence: Sentence, at: number): number {
  const before = [at - 2, at - 1].find((start) => {
    const found = start < sentence.first ? undefined : phraseAt(sentence, sentence.vocabulary.supports, start);
    return found !== undefined && start + found.length > at;
  });
  return before ?? at;
}

function isOtherVerb(doc: Sentence['doc'], at: number): boolean {
  return doc.upos(at) === 'VERB' && doc.relation(at) !== 'amod' && doc.feature(at, 'VerbForm') !== 'Part';
}

/** “Signed a treaty after the talks”: a preposition right before the noun phrase sets the encounter aside. */
function asideBetween(sentence: Sentence, from: number, noun: number): boolean {
  const { doc, vocabulary } = sentence;
  for (let at = noun - 1; at >= from; at--) {
    const upos = doc.upos(at);
    if (upos === 'ADP')
      return phraseAt(sentence, vocabulary.asides, at) !== undefined && !isTimeOrPlace(sentence, at, noun);
    if (upos === 'VERB' || upos === 'PUNCT' || upos === 'SCONJ') return false;
  }
  return false;
}

/** «Провели в Бишкеке 12-е заседание»: the preposition belongs to a time or place that ends before the noun phrase. */
function isTimeOrPlace({ doc, times }: Sentence, preposition: number, noun: number): boolean {
  const time = times.find(({ first, last }) => first <= preposition && last >= preposition && last < noun);
  if (time !== undefined) return true;
  return doc.upos(preposition + 1) === 'PROPN' && preposition + (doc.language === 'ru' ? 1 : 2) < noun;
}

/** How far behind its noun a verb such as “took place” may stand. */
const BEHIND = 26;

function supportBehind(sentence: Sentence, noun: number): number | undefined {
  const { doc, vocabulary, end } = sentence;
  const part = partBehind(sentence, noun);
  if (part !== undefined || governorOf(sentence, noun)) return part;
  for (let at = noun + 1; at < end && at < noun + BEHIND; at++) {
    if (/^[;:]$/.test(doc.form(at)) || (doc.upos(at) === 'CCONJ' && verbFollows(doc, at + 1, Math.min(end, at + 3))))
      return undefined;
    if (phraseAt(sentence, vocabulary.supports, at) !== undefined) return at;
    if (phraseAt(sentence, vocabulary.cancelled, at) !== undefined) return at;
    if (doc.upos(at) === 'VERB' && doc.feature(at, 'VerbForm') === 'Fin') return undefined;
  }
  return undefined;
}

/** «В заседании приняли участие …»: who took part, and so that it was. */
function partBehind(sentence: Sentence, noun: number): number | undefined {
  for (let at = noun + 1; at < sentence.end && at < noun + 9; at++) {
    if (phraseAt(sentence, sentence.vocabulary.takingPart, at) !== undefined) return at;
    if (sentence.doc.upos(at) === 'VERB' || sentence.doc.upos(at) === 'PUNCT') return undefined;
  }
  return undefined;
}

/** «… во встрече, которая пройдет в мае»: a relative clause tells what becomes of it. */
function relativeBehind(sentence: Sentence, noun: number): number | undefined {
  const { doc, vocabulary, end } = sentence;
  for (let at = noun + 1; at < end - 2 && at < noun + 9; at++) {
    if (doc.form(at) !== ',') continue;
    const isParticiple = doc.feature(at + 1, 'VerbForm') === 'Part';
    if (isParticiple && phraseAt(sentence, vocabulary.supports, at + 1) !== undefined) return at + 1;
    if (!/^(?:which|котор\p{L}*)$/u.test(doc.form(at + 1).toLowerCase())) continue;
    for (let verb = at + 2; verb < end && verb < at + 6; verb++)
      if (phraseAt(sentence, vocabulary.supports, verb) !== undefined) return verb;
  }
  return undefined;
}

/** Whether a preposition governs the noun. */
function governorOf(sentence: Sentence, noun: number): boolean {
  const { doc, first, vocabulary } = sentence;
  for (let at = noun - 1; at >= first && at > noun - 6; at--) {
    const upos = doc.upos(at);
    if (upos === 'ADP') return phraseAt(sentence, vocabulary.asides, at) !== undefined;
    if (upos !== 'ADJ' && upos !== 'DET' && upos !== 'NUM' && upos !== 'PROPN' && upos !== 'NOUN') return false;
  }
  return false;
}

function encounterOf(
  sentence: Sentence,
  kind: EncounterKind,
  telling: Telling,
  at: Pick<Encounter, 'head' | 'headEnd' | 'event' | 'first'>,
): Encounter {
  const last = endOfClause(sentence, Math.max(at.headEnd, at.event));
  const encounter = { sentence, kind, telling, status: statusOf(sentence, at.event, last), ...at, last };
  // Kazakh and Kyrgyz put the verb last: what belongs to it stands before.
  if (!isVerbFinal(sentence.doc) || telling === 'passing') return encounter;
  return { ...encounter, first: sentence.first, last: Math.max(at.headEnd, at.event) };
}

function isVerbFinal({ language }: Sentence['doc']): boolean {
  return language === 'kk' || language === 'ky';
}

/** The last token of the clause: before a comma or “and” behind which another verb follows. */
function endOfClause({ doc, end, vocabulary }: Sentence, from: number): number {
  let last = from;
  for (let at = from + 1; at < end; at++) {
    const form = doc.form(at);
    if (/^[.;:!?»”]$/.test(form)) break;
    const upos = doc.upos(at);
    if ((form === ',' || upos === 'CCONJ') && verbFollows(doc, at + 1, end)) break;
    if (upos === 'SCONJ' || upos === 'AUX') break;
    if (upos === 'VERB' && doc.feature(at, 'VerbForm') === 'Fin' && vocabulary.supports.get(form) === undefined) break;
    if (upos !== 'PUNCT') last = at;
  }
  return last;
}

function verbFollows(doc: Sentence['doc'], from: number, end: number): boolean {
  for (let at = from; at < end && at < from + 6; at++) {
    if (/^(?:which|who|whose|that|where|котор\p{L}*|где)$/u.test(doc.form(at).toLowerCase())) return true;
    if (doc.upos(at) === 'VERB' || doc.upos(at) === 'AUX') return true;
    if (doc.upos(at) === 'PUNCT') return false;
  }
  return false;
}

const FUTURE = /^(?:will|shall|would|to|'ll|’ll|should)$/;

function statusOf(sentence: Sentence, event: number, last: number): Encounter['status'] {
  const { doc, vocabulary } = sentence;
  if (hasPhrase(sentence, vocabulary.cancelled, event - 6, last + 14)) return 'cancelled';
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
