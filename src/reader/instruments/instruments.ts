import { membersOf } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import type { ActorId, Area, Instrument, InstrumentType, IsoDateOrInterval } from '../../model/index.ts';
import { isOfState, principalsOf } from '../../model/index.ts';
import { areasInContext, areasOf } from '../areas/index.ts';
import type { Block, WithTimes } from '../setting.ts';
import { keyOf, keysOf } from '../words/index.ts';
import { type DocumentPhrase, phrasesIn, type Reach } from './phrase.ts';
import { RULES } from './rules.ts';
import { type Fate, fateOf } from './status.ts';
import { titleOf } from './title.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The documents that the text tells of as signed, adopted, ratified, in force or in preparation (codebook, section 6). */
export function findInstruments(setting: WithTimes): Instrument[] {
  const vocabulary = vocabularyOf(setting.doc.language);
  const found: Found[] = [];
  for (const block of setting.blocks) {
    if (block.kind === 'headline') found.push(...headlineOf(setting, block, vocabulary));
    else if (READ.has(block.kind))
      for (const reach of sentencesOf(setting, block, vocabulary)) readSentence(reach, found);
  }
  return found.map((each) => instrumentOf(setting, each));
}

const READ: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list-item']);

interface Found {
  readonly phrase: DocumentPhrase;
  readonly fate: Fate;
}

function* sentencesOf(setting: WithTimes, block: Block, vocabulary: Vocabulary): Generator<Reach> {
  const { doc, times } = setting;
  for (let first = block.body; first < block.end; ) {
    const end = Math.min(block.end, doc.sentenceRange(doc.sentenceOf(first))[1]);
    yield {
      doc,
      keys: keysOf(doc),
      vocabulary,
      times: times.filter((time) => time.first >= first && time.last < end),
      first,
      end,
    };
    first = end;
  }
}

function readSentence(reach: Reach, found: Found[]): void {
  let before: Found | undefined = selectsFrom(reach, found);
  let reached = reach.first;
  for (const phrase of phrasesIn(reach)) {
    const isNested = phrase.first < reached;
    const listed = before !== undefined && isListed(reach, before.phrase, phrase) ? before.fate : undefined;
    const fate = isNested ? named(reach, phrase) : (fateOf(reach, phrase, listed) ?? named(reach, phrase));
    reached = Math.max(reached, phrase.last + 1);
    if (fate === undefined || !isTold(reach, phrase, fate)) continue;
    if (isBackReference(reach, { phrase, fate }, found)) continue;
    before = { phrase, fate };
    found.push(before);
  }
}

/** “Among these is …”: the documents told of last, of which the sentence picks some. */
function selectsFrom({ doc, vocabulary, first }: Reach, found: readonly Found[]): Found | undefined {
  const last = found.at(-1);
  if (last === undefined || vocabulary.selections.get(keyOf(doc.form(first))) === undefined) return undefined;
  return { ...last, phrase: { ...last.phrase, last: first } };
}

/** Papers and plans of no name are documents between states only once they are signed; identity documents never are. */
function isTold({ doc }: Reach, { type, noun, nounEnd, first }: DocumentPhrase, { status, rule }: Fate): boolean {
  if (type === 'programme' && noun === nounEnd) return status === 'signed';
  if (type !== 'other') return true;
  if (noun > first && doc.upos(noun - 1) === 'NOUN' && doc.language === 'en') return false;
  return status === 'signed' || rule === 'participle' || rule === 'behind';
}

/** Whether only commas, “and” and the like stand between two phrases. */
function isListed({ doc, vocabulary }: Reach, left: DocumentPhrase, right: DocumentPhrase): boolean {
  for (let at = left.last + 1; at < right.first; at++)
    if (
      !isBetween(doc.upos(at)) &&
      !isPronounOrCopula(doc, at) &&
      !isListMark(doc, at) &&
      vocabulary.selections.get(keyOf(doc.form(at))) === undefined
    )
      return false;
  return true;
}

/** “(ii)”, “b)”: the mark of a list within a sentence. */
function isListMark(doc: Doc, token: number): boolean {
  return (
    /^\(?(?:[ivx]+|[a-zа-я]|\d{1,2})\)?$/iu.test(doc.form(token)) && /\)$/.test(doc.form(token) + doc.form(token + 1))
  );
}

function isPronounOrCopula(doc: Doc, token: number): boolean {
  return doc.upos(token) === 'PRON' || doc.upos(token) === 'DET' || doc.upos(token) === 'AUX';
}

function isBetween(upos: string): boolean {
  return upos === 'PUNCT' || upos === 'CCONJ' || upos === 'ADV';
}

/** A treaty or agreement called by its name, of which nothing is told, is in force. */
function named({ doc }: Reach, phrase: DocumentPhrase): Fate | undefined {
  const isOfYear = /^\d{4}$/.test(doc.form(phrase.nounEnd + 1));
  const isName = phrase.hasComplement && (/^\p{Lu}/u.test(doc.form(phrase.noun)) || isOfYear);
  const isBinding = phrase.type === 'treaty' || phrase.type === 'agreement' || (phrase.type === 'contract' && isOfYear);
  if (!isName || !isBinding) return undefined;
  return { status: 'in-force', event: phrase.noun, rule: 'named' };
}

/** “The document”, “this agreement”: one that was told of before. */
function isBackReference({ doc, vocabulary }: Reach, { phrase, fate }: Found, found: readonly Found[]): boolean {
  if (vocabulary.back.get(keyOf(doc.form(phrase.first))) !== undefined) return true;
  const isOpen = vocabulary.open.get(keyOf(doc.form(phrase.first))) !== undefined;
  if (isOpen || phrase.hasComplement) return found.some((other) => isSame(doc, other.phrase, phrase));
  const isNew = fate.rule === 'within' || (!isDefinite(doc, phrase) && fate.status === 'signed');
  return !isNew && found.some(({ phrase: other }) => other.type === phrase.type || phrase.type === 'other');
}

function isDefinite(doc: Doc, { first }: DocumentPhrase): boolean {
  return keyOf(doc.form(first)) === 'the';
}

/** Whether two phrases have the same words, whatever their endings; one may say less of what the document is about. */
function isSame(doc: Doc, a: DocumentPhrase, b: DocumentPhrase): boolean {
  if (a.type !== b.type || a.hasComplement !== b.hasComplement) return false;
  const [first, second] = [stemsOf(doc, a), stemsOf(doc, b)];
  return a.hasComplement ? first.startsWith(second) || second.startsWith(first) : first === second;
}

function stemsOf(doc: Doc, { first, noun, last, hasComplement }: DocumentPhrase): string {
  let stems = '';
  for (let at = hasComplement ? noun : first; at <= last; at++)
    if (doc.upos(at) !== 'DET') stems += ` ${keyOf(doc.form(at)).slice(0, 5)}`;
  return stems;
}

/** A joint statement whose headline is its own title. */
function headlineOf(setting: WithTimes, block: Block, vocabulary: Vocabulary): Found[] {
  if (setting.facts.kind !== 'joint-statement') return [];
  const { doc, times, mentions } = setting;
  const named = principalsOf(mentions.filter(({ last }) => last < block.end).flatMap(({ actors }) => actors));
  if (named.length < 2) return [];
  const reach: Reach = { doc, keys: keysOf(doc), vocabulary, times, first: block.first, end: block.end };
  const noun = headNoun(reach);
  const of = noun === undefined ? block.end : noun.first + noun.length;
  // “Joint statement by …” heads a text of many; “Joint Statement of …” is a title.
  if (noun === undefined || of + 2 > block.end || /^(?:by|on|following|after)$/.test(keyOf(doc.form(of)))) return [];
  const phrase: DocumentPhrase = {
    first: block.first,
    last: block.end - 1,
    noun: noun.first,
    nounEnd: of - 1,
    type: noun.value,
    hasComplement: true,
  };
  return [{ phrase, fate: { status: 'signed', event: reach.first, rule: 'headline' } }];
}

/** What a headline calls the document: its first word or words, or in Russian those behind an adjective («Лимское заявление министров»). */
function headNoun({ doc, keys, vocabulary, first, end }: Reach) {
  const wordAt = (index: number): string | undefined => (index < end ? keys[index] : undefined);
  const own = vocabulary.nouns.match(wordAt, first);
  if (own !== undefined || doc.language !== 'ru' || doc.upos(first) !== 'ADJ') return own && { ...own, first };
  const isStatement = keys[first + 1] === 'заявление';
  const behind = isStatement ? JOINT_STATEMENT : vocabulary.nouns.match(wordAt, first + 1);
  return behind && { ...behind, first: first + 1 };
}

const JOINT_STATEMENT = { value: 'joint-statement', length: 1 } as const satisfies {
  value: InstrumentType;
  length: number;
};

function instrumentOf(setting: WithTimes, { phrase, fate }: Found): Instrument {
  const { doc } = setting;
  const title = titleOf(doc, phrase);
  const date = dateOf(setting, phrase, fate);
  return {
    spans: [doc.spanOf(phrase.first, phrase.last)],
    type: phrase.type,
    ...(title === undefined ? {} : { title }),
    parties: partiesOf(setting, phrase),
    ...(date === undefined ? {} : { date }),
    status: fate.status,
    areas: areasOfDocument(setting, phrase, fate),
    rule: `${doc.language}.instrument.${fate.rule}`,
    confidence: RULES[fate.rule].confidence,
  };
}

/** What a document is about: by its own words, or for those that must be about something, by the words before it. */
function areasOfDocument({ doc }: WithTimes, { first, last, type, noun }: DocumentPhrase, { rule }: Fate): Area[] {
  const own = areasOf(doc, first, last);
  if (own.length > 0) return own;
  if (rule === 'headline') return ['politics'];
  if (!SUBSTANTIAL.has(type)) return [];
  const [sentence] = doc.sentenceRange(doc.sentenceOf(noun));
  return areasInContext(doc, first, last, sentence);
}

const SUBSTANTIAL: ReadonlySet<InstrumentType> = new Set(['treaty', 'agreement', 'programme', 'roadmap', 'contract']);

/** The states and organizations named in the sentence before the phrase or in it, or else those of the document. */
function partiesOf(setting: WithTimes, phrase: DocumentPhrase): ActorId[] {
  const { doc, mentions } = setting;
  const [first, end] = doc.sentenceRange(doc.sentenceOf(phrase.noun));
  const named = principalsOf(
    mentions.filter((mention) => mention.first >= first && mention.last < end).flatMap(({ actors }) => actors),
  );
  const known = new Set(principalsOf(setting.parties));
  const among = named.filter((actor) => known.has(actor));
  return withoutTheirUnions(among.length > 1 ? among : [...known]);
}

/** The parties without organizations that only gather the others. */
function withoutTheirUnions(parties: readonly ActorId[]): ActorId[] {
  const states = parties.filter(isOfState);
  const isUnion = (actor: ActorId): boolean => {
    const members = membersOf(actor);
    return states.length > 1 && states.every((state) => members.includes(state));
  };
  return parties.filter((actor) => isOfState(actor) || !isUnion(actor)).sort();
}

/** The day of signing: that named beside the event; for what was just signed, the day of publication. */
function dateOf(setting: WithTimes, phrase: DocumentPhrase, fate: Fate): IsoDateOrInterval | undefined {
  const { doc, times, facts } = setting;
  if (fate.status === 'in-preparation' || fate.status === 'terminated') return undefined;
  const [first, end] = doc.sentenceRange(doc.sentenceOf(phrase.noun));
  const inName = times.find((time) => time.first > phrase.nounEnd && time.last <= phrase.last && time.bound === 'at');
  if (inName !== undefined) return inName.behind ?? inName.value;
  if (fate.status === 'in-force') return undefined;
  const beside = times.find((time) => time.first >= first && time.last < end && time.bound === 'at');
  return beside === undefined ? facts.publishedAt : (beside.behind ?? beside.value);
}
