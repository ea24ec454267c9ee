import { verbFollows } from './clause.ts';
import { phraseAt, type Sentence } from './sentence.ts';

/** The verb that tells what became of an encounter named by a noun: its first token. Undefined where it is only named in passing. */
export function supportOf(sentence: Sentence, noun: number, nounEnd: number): number | undefined {
  return relativeBehind(sentence, nounEnd) ?? supportBefore(sentence, noun) ?? supportBehind(sentence, nounEnd);
}

/** How far before its noun the verb that holds an encounter may stand. */
const BEFORE = 12;

/** The verb before a noun that holds the encounter: “held talks”. */
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

/** The verb behind a noun that tells what became of it: “the talks ended”. */
function supportBehind(sentence: Sentence, noun: number): number | undefined {
  const { doc, vocabulary, end } = sentence;
  const part = partBehind(sentence, noun);
  if (part !== undefined || governorOf(sentence, noun)) return part;
  const main = behindRelative(sentence, noun);
  if (main !== undefined) return main;
  for (let at = noun + 1; at < end && at < noun + BEHIND; at++) {
    if (/^[;:]$/.test(doc.form(at)) || opensClause(sentence, at)) return undefined;
    if (phraseAt(sentence, vocabulary.supports, at) !== undefined) return at;
    if (phraseAt(sentence, vocabulary.cancelled, at) !== undefined) return at;
    if (doc.upos(at) === 'VERB' && doc.feature(at, 'VerbForm') === 'Fin') return heldByWill(sentence, at);
  }
  return undefined;
}

/** “… and was told”, but not the talks of “Ghana and Togo were held”. */
function opensClause({ doc, end }: Sentence, at: number): boolean {
  if (doc.upos(at) !== 'CCONJ') return false;
  return verbFollows(doc, at + 1, Math.min(end, doc.upos(at + 1) === 'PROPN' ? at + 2 : at + 3));
}

/** “The forum that the mayors should have opened last week will begin on Friday”: the verb of the main clause. */
function behindRelative(sentence: Sentence, noun: number): number | undefined {
  const { doc, end } = sentence;
  if (!/^(?:that|which)$/.test(doc.form(noun + 1))) return undefined;
  let hasVerb = false;
  for (let at = noun + 2; at < end && at < noun + BEHIND; at++) {
    if (hasVerb && /^(?:will|shall)$/.test(doc.form(at)))
      return [at + 1, at + 2, at + 3].find(
        (verb) => verb < end && phraseAt(sentence, sentence.vocabulary.supports, verb) !== undefined,
      );
    if (doc.upos(at) === 'VERB') hasVerb = true;
  }
  return undefined;
}

/** «Раунд консультаций послы решили устроить»: the infinitive of a verb of will. */
function heldByWill(sentence: Sentence, verb: number): number | undefined {
  const { doc, end } = sentence;
  if (doc.language !== 'ru') return undefined;
  for (let at = verb + 1; at < end && at <= verb + 3; at++)
    if (doc.feature(at, 'VerbForm') === 'Inf' && phraseAt(sentence, sentence.vocabulary.supports, at) !== undefined)
      return at;
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
  // “After the ceremony the talks began”.
  if (doc.relation(noun) === 'nsubj') return false;
  for (let at = noun - 1; at >= first && at > noun - 6; at--) {
    const upos = doc.upos(at);
    if (upos === 'ADP') return phraseAt(sentence, vocabulary.asides, at) !== undefined;
    if (upos !== 'ADJ' && upos !== 'DET' && upos !== 'NUM' && upos !== 'PROPN' && upos !== 'NOUN') return false;
  }
  return false;
}
