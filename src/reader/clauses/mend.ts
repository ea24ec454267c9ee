import { attach, type Draft, isWithin } from './draft.ts';
import { type FormWords, mendAdverb, mendForm, mendNumber, mendSecondSubject } from './mend-forms.ts';

/** What the mending of trees needs to know of a language. */
export interface MendingWords extends FormWords {
  /** Lemmas of verbs that govern a content clause: “…, the Minister said”. */
  readonly reporting: ReadonlySet<string>;
  /** Verbs that a tagger takes for nouns where no “to” stands before them. */
  readonly actions: ReadonlySet<string>;
  /** Endings that only verbs have. */
  readonly verbEndings: readonly string[];
  readonly infinitiveMarks: ReadonlySet<string>;
  /** Auxiliaries of the future. */
  readonly futureAuxiliaries: ReadonlySet<string>;
  /** Lemmas that the frames know, and the endings by which forms of them are told. */
  readonly known: ReadonlyMap<string, unknown>;
  /** Nouns that the frames ask for, and what may stand at a noun's end. */
  readonly nouns: ReadonlySet<string>;
  readonly nounEndings: readonly string[];
  readonly irregulars: Readonly<Record<string, string>>;
  readonly inflections: readonly (readonly [ending: string, instead: string])[];
}

/**
 * Mends what parsers get wrong in lists of undertakings and in reports, where the words leave no doubt:
 * verbs tagged as nouns in a list of infinitives, bare infinitives coordinated with the finite verb that governs the list,
 * verbs coordinated with nouns, and a report behind what it reports.
 */
export function mend(draft: Draft, words: MendingWords): void {
  for (let sentence = 0; sentence < draft.doc.sentenceCount; sentence++) {
    const [first, end] = draft.doc.sentenceRange(sentence);
    mendNumber(draft, first, end);
    for (let token = first; token < end; token++) {
      mendForm(draft, words, token, end);
      mendAdverb(draft, token);
      mendSecondSubject(draft, token);
      mendLemma(draft, words, token);
      mendNounLemma(draft, words, token);
      mendFiniteVerb(draft, token);
      mendHiddenVerb(draft, words, token, first);
    }
    for (let token = first; token < end; token++) {
      mendAuxiliary(draft, words, token, end);
      mendSequel(draft, words, token, first);
      mendCoordination(draft, words, token, first);
      mendRepeatedPreposition(draft, token);
      mendObject(draft, token);
    }
    mendReport(draft, words, first, end);
  }
}

/** “to simplify rules and *digitalise* documents”: a verb that was taken for part of the noun phrase behind it. */
function mendHiddenVerb(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { upos, forms, relations, heads } = draft;
  if (
    upos[token] === 'AUX' ||
    !(isDescribing(draft, words, token) || (upos[token] !== 'VERB' && isVerbForm(words, forms[token]!)))
  )
    return;
  if (words.infinitiveMarks.has(forms[token - 1] ?? '')) {
    mendMarkedVerb(draft, token);
    return;
  }
  const before = upos[token - 1] === 'ADV' ? token - 2 : token - 1;
  if (before < first || !(forms[before] === ',' || relations[before] === 'cc' || forms[before] === ';')) return;
  if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'ADP'].includes(upos[token + 1] ?? '')) return;
  const infinitive = nearestInfinitive(draft, token, first);
  if (infinitive === undefined) return;
  const phrase = heads[token]!;
  upos[token] = 'VERB';
  draft.infinitives.add(token);
  const isInPhrase = phrase > token && ['compound', 'amod', 'nmod', 'flat'].includes(relations[token]!);
  attach(draft, token, infinitive, 'conj');
  if (isInPhrase) attach(draft, phrase, token, 'obj');
}

/** “readiness to *modernise* …”, “are to *complete* the works”, where the verb was taken for part of the noun phrase behind it. */
function mendMarkedVerb(draft: Draft, token: number): void {
  const { upos, relations, heads, infinitives } = draft;
  const next = upos[token + 1] ?? '';
  if (!['DET', 'PRON', 'PUNCT', 'ADJ', 'NOUN', 'NUM', 'PROPN'].includes(next)) return;
  const noun = heads[token]!;
  const describes = noun > token && ['amod', 'compound', 'nmod'].includes(relations[token]!);
  if (!describes && upos[token - 1] !== 'PART' && !['DET', 'PRON', 'PUNCT', 'ADJ'].includes(next)) return;
  upos[token] = 'VERB';
  infinitives.add(token);
  if (describes) putInPlace(draft, token, noun);
  attach(draft, token - 1, token, 'mark');
  if (relations[token] === 'nmod' || relations[token] === 'obl') relations[token] = 'acl';
}

/** The verb takes the place of the noun that it was taken to describe, which becomes its object. */
function putInPlace(draft: Draft, verb: number, noun: number): void {
  const { relations, heads } = draft;
  heads[verb] = heads[noun]!;
  relations[verb] = relations[noun]!;
  for (let at = Math.max(0, verb - 15); at < verb; at++) if (heads[at] === noun) heads[at] = verb;
  attach(draft, noun, verb, 'obj');
}

/** A bare verb that was hung on the noun behind it as if it described it: “expand trade, *deepen* cooperation”. */
function isDescribing(draft: Draft, words: MendingWords, token: number): boolean {
  const { upos, relations, heads } = draft;
  return (
    upos[token] === 'VERB' &&
    ['amod', 'compound'].includes(relations[token]!) &&
    heads[token]! > token &&
    isBare(draft, words, token)
  );
}

function isVerbForm({ actions, verbEndings }: MendingWords, form: string): boolean {
  return actions.has(form) || verbEndings.some((ending) => form.length > ending.length + 3 && form.endsWith(ending));
}

/** The last infinitive before the token that is not itself below another one of its list. */
function nearestInfinitive(
  { doc, upos, heads, relations, infinitives }: Draft,
  token: number,
  first: number,
): number | undefined {
  for (let at = token - 1; at >= first; at--) {
    if (upos[at] !== 'VERB') continue;
    if (infinitives.has(at)) return at;
    if (doc.feature(at, 'VerbForm') !== 'Inf') continue;
    const isPurpose = relations[at] === 'advcl' || relations[at] === 'acl';
    const above = heads[at]!;
    if (isPurpose && above >= 0 && doc.feature(above, 'VerbForm') === 'Inf') continue;
    return at;
  }
  return undefined;
}

/** “Canada *imposed* sanctions”: a verb with a subject of its own does not describe the noun behind it. */
function mendFiniteVerb(draft: Draft, token: number): void {
  const { upos, relations, heads } = draft;
  const noun = heads[token]!;
  if (upos[token] !== 'VERB' || relations[token] !== 'amod' || noun < token || !hasChildBefore(draft, token, ['nsubj']))
    return;
  const { [noun]: above } = heads;
  const relation = relations[noun]!;
  heads[token] = above!;
  relations[token] = relation;
  attach(draft, noun, token, 'obj');
}

/** “undertakes”, “instructed” left as they are by the lemmatizer: the lemma that a frame knows. */
function mendLemma({ upos, forms, lemmas }: Draft, words: MendingWords, token: number): void {
  const { known, inflections, irregulars } = words;
  if (upos[token] !== 'VERB' || known.has(lemmas[token]!)) return;
  const form = forms[token]!;
  const irregular = irregulars[form];
  if (irregular !== undefined) lemmas[token] = irregular;
  for (const [ending, instead] of inflections) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    const undoubled = instead === '' && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
    const lemma = [stem + instead, undoubled].find((word) => known.has(word));
    if (lemma === undefined) continue;
    lemmas[token] = lemma;
    return;
  }
}

/** “and *will*, as always, support”: an auxiliary that was taken for a verb of its own. */
function mendAuxiliary(draft: Draft, words: MendingWords, token: number, end: number): void {
  const { upos, relations, heads, lemmas } = draft;
  if (upos[token] !== 'AUX' || relations[token] !== 'conj' || !words.futureAuxiliaries.has(lemmas[token]!)) return;
  for (let verb = token + 1; verb < Math.min(end, token + 8); verb++) {
    if (upos[verb] !== 'VERB' || !isBare(draft, words, verb)) continue;
    if (heads[verb] === token) {
      heads[verb] = heads[token]!;
      relations[verb] = relations[token]!;
    }
    attach(draft, token, verb, 'aux');
    return;
  }
}

/** “to hold A, *to convene* B and to open C”: the middle of the list, taken for a purpose. */
function mendSequel(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { relations, heads, upos, doc, forms } = draft;
  if (relations[token] !== 'advcl' || upos[token] !== 'VERB' || !hasMark(draft, words, token, first)) return;
  if (!isInfinitive(draft, heads[token]!) || forms[token - 2] !== ',') return;
  const [, end] = doc.sentenceRange(doc.sentenceOf(token));
  for (let next = token + 1; next < end; next++) {
    if (heads[next] !== token || relations[next] !== 'conj' || !hasMark(draft, words, next, token)) continue;
    relations[token] = 'conj';
    return;
  }
}

const LOOSE = ['parataxis', 'advcl', 'xcomp', 'ccomp'];

/** Whether a comma or conjunction stands before the token or its adverb. */
function followsComma({ forms, upos, relations }: Draft, token: number, first: number): boolean {
  const before = upos[token - 1] === 'ADV' ? token - 2 : token - 1;
  return before > first && (forms[before] === ',' || relations[before] === 'cc');
}

/** «протоколу» left without its lemma: the noun of the frames that has its stem. */
function mendNounLemma({ upos, forms, lemmas, doc }: Draft, { nouns, nounEndings }: MendingWords, token: number): void {
  if (nounEndings.length === 0 || nouns.has(lemmas[token]!)) return;
  const form = forms[token]!;
  const isNoun = upos[token] === 'NOUN' || (upos[token] === 'PROPN' && doc.form(token) === form);
  if (!isNoun) return;
  for (let cut = 0; cut <= LONGEST_CASE_ENDING && form.length - cut >= SHORTEST_STEM; cut++) {
    const stem = form.slice(0, form.length - cut);
    const ending = nounEndings.find((candidate) => nouns.has(stem + candidate));
    if (ending === undefined) continue;
    lemmas[token] = stem + ending;
    return;
  }
}

const LONGEST_CASE_ENDING = 3;
const SHORTEST_STEM = 4;

/** A verb is coordinated with a verb of the same form: of its list, or of the report that it goes on with. */
function mendCoordination(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { doc, heads, relations, upos } = draft;
  const isListed =
    LOOSE.includes(relations[token]!) &&
    followsComma(draft, token, first) &&
    isBare(draft, words, token) &&
    !hasMark(draft, words, token, first);
  if ((relations[token] !== 'conj' && !isListed) || upos[token] !== 'VERB') return;
  const head = heads[token]!;
  if (head < 0) return;
  const isArgument = ['nmod', 'obl', 'obj', 'nsubj'].includes(relations[head]!);
  const isVerb = (!isArgument && (upos[head] === 'VERB' || upos[head] === 'AUX')) || isPredicative(draft, head);
  const isMarked = hasMark(draft, words, token, first);
  if (isFiniteBelowInfinitive(draft, token, head) && joinFinite(draft, token, head)) return;
  if (isMarked && isVerb && !isInfinitive(draft, head) && joinList(draft, token, head)) return;
  if (isListed && isInfinitive(draft, head)) relations[token] = 'conj';
  else if (!isVerb || (isMarked && !isInfinitive(draft, head))) joinNearestVerb(draft, words, token, head, isMarked);
  else if (isBare(draft, words, token) && !isBare(draft, words, head) && doc.feature(head, 'VerbForm') !== 'Inf')
    joinList(draft, token, head);
  else if (goesOnReporting(draft, words, token, head)) joinReport(draft, token, head);
}

function isPredicative({ heads, relations }: Draft, head: number): boolean {
  for (let at = Math.max(0, head - 12); at < head; at++)
    if (heads[at] === head && (relations[at] === 'cop' || relations[at] === 'nsubj')) return true;
  return false;
}

function isInfinitive({ doc, infinitives }: Draft, token: number): boolean {
  return infinitives.has(token) || doc.feature(token, 'VerbForm') === 'Inf';
}

/** “to VERB”. */
function hasMark({ heads, forms, relations }: Draft, words: MendingWords, token: number, first: number): boolean {
  for (let at = Math.max(first, token - 4); at < token; at++)
    if (heads[at] === token && relations[at] === 'mark' && words.infinitiveMarks.has(forms[at]!)) return true;
  return false;
}

function joinNearestVerb(draft: Draft, words: MendingWords, token: number, head: number, isMarked: boolean): void {
  const { doc, heads, upos } = draft;
  const form = doc.feature(token, 'VerbForm');
  const bare = isMarked || isBare(draft, words, token);
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    if (above >= token || upos[above] !== 'VERB') continue;
    const isLike = bare ? isInfinitive(draft, above) : doc.feature(above, 'VerbForm') === form;
    if (!isLike) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** “offered to share … and *proposed*”, “determined to protect … and *would* plant”: no member of the infinitive. */
function isFiniteBelowInfinitive(draft: Draft, token: number, head: number): boolean {
  const { doc, forms, lemmas } = draft;
  if (!isInfinitive(draft, head) || hasChildBefore(draft, head, ['aux'])) return false;
  if (hasChildBefore(draft, token, ['aux'])) return true;
  if (doc.language === 'en') return forms[token] !== lemmas[token] && !forms[token]!.endsWith('ing');
  return doc.feature(token, 'VerbForm') === 'Fin';
}

function joinFinite(draft: Draft, token: number, head: number): boolean {
  const { heads, upos } = draft;
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    if (isInfinitive(draft, above) || (upos[above] !== 'VERB' && !isPredicative(draft, above))) continue;
    attach(draft, token, above, 'conj');
    return true;
  }
  return false;
}

/** “recalled that … had come and *announced* that …”: no member of the first report, whose verb has another form. */
function goesOnReporting(draft: Draft, { reporting }: MendingWords, token: number, head: number): boolean {
  const { doc, heads, lemmas } = draft;
  if (!reporting.has(lemmas[token]!) || heads[head]! < 0 || doc.feature(token, 'VerbForm') !== 'Fin') return false;
  if (hasChildBefore(draft, token, ['nsubj', 'aux'])) return false;
  return hasChildBefore(draft, head, ['aux']) || doc.feature(head, 'Tense') !== doc.feature(token, 'Tense');
}

function hasChildBefore({ heads, relations }: Draft, parent: number, names: readonly string[]): boolean {
  for (let at = Math.max(0, parent - 15); at < parent; at++)
    if (heads[at] === parent && names.includes(relations[at]!)) return true;
  return false;
}

function joinReport(draft: Draft, token: number, head: number): void {
  const { doc, heads, upos } = draft;
  const tense = doc.feature(token, 'Tense');
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    const isLike = doc.feature(above, 'VerbForm') === 'Fin' && doc.feature(above, 'Tense') === tense;
    if (upos[above] !== 'VERB' || !(isLike || hasChildBefore(draft, above, ['aux']))) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** “on the use of A and *on* the building of B”: coordinated with what has the same preposition. */
function mendRepeatedPreposition(draft: Draft, token: number): void {
  const { heads, relations, upos } = draft;
  if (relations[token] !== 'conj' || !isNominal(draft, token)) return;
  const own = caseOf(draft, token);
  if (own === undefined || caseOf(draft, heads[token]!) === own) return;
  const start = upos[heads[token]!] === 'VERB' ? lastIntroduced(draft, token, own) : heads[token]!;
  for (let above = start; above >= 0 && upos[above] !== 'VERB'; above = heads[above]!) {
    if (caseOf(draft, above) !== own) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** A noun, or a gerund that stands as one. */
function isNominal({ upos, forms, doc }: Draft, token: number): boolean {
  if (upos[token] === 'NOUN' || upos[token] === 'PROPN') return true;
  return doc.language === 'en' && upos[token] === 'VERB' && forms[token]!.endsWith('ing');
}

/** The nearest noun to the left that hangs on the same verb with the preposition. */
function lastIntroduced(draft: Draft, token: number, preposition: string): number {
  const { heads, upos } = draft;
  for (let at = token - 1; at > heads[token]!; at--)
    if (upos[at] === 'NOUN' && heads[at] === heads[token] && caseOf(draft, at) === preposition) return at;
  return -1;
}

function caseOf({ heads, relations, lemmas }: Draft, token: number): string | undefined {
  for (let at = Math.max(0, token - 8); at < token; at++)
    if (heads[at] === token && (relations[at] === 'case' || relations[at] === 'mark')) return lemmas[at];
  return undefined;
}

/** An object in front of its infinitive belongs to the verb before it: “build *a centre*, unlock the potential”. */
function mendObject(draft: Draft, token: number): void {
  const { heads, relations, upos, doc, forms } = draft;
  const head = heads[token]!;
  if (doc.language !== 'en' || relations[token] !== 'obj' || head < token || !isInfinitive(draft, head)) return;
  let hasComma = false;
  for (let at = token + 1; at < head; at++) hasComma ||= forms[at] === ',';
  if (!hasComma) return;
  for (let at = token - 1; at >= Math.max(0, token - 8); at--) {
    if (upos[at] !== 'VERB') continue;
    attach(draft, token, at, 'obj');
    return;
  }
}

/** A bare English verb form without subject or auxiliary. */
function isBare(
  { doc, forms, lemmas, heads, relations, infinitives }: Draft,
  { infinitiveMarks }: MendingWords,
  token: number,
): boolean {
  if (infinitives.has(token)) return true;
  if (infinitiveMarks.size === 0 ? doc.feature(token, 'VerbForm') !== 'Inf' : forms[token] !== lemmas[token])
    return false;
  for (let at = Math.max(0, token - 12); at < token; at++)
    if (heads[at] === token && ['nsubj', 'aux', 'cop'].includes(relations[at]!)) return false;
  return true;
}

/** “agreed to expand trade, *develop* ties”: the list goes on below what the finite verb governs. */
function joinList(draft: Draft, token: number, finite: number): boolean {
  const { doc, upos, heads, infinitives } = draft;
  if (
    doc.feature(finite, 'VerbForm') === 'Fin' &&
    doc.feature(finite, 'Tense') === 'Pres' &&
    doc.feature(token, 'VerbForm') !== 'Inf'
  )
    return false;
  for (let at = finite + 1; at < token; at++) {
    if (
      upos[at] !== 'VERB' ||
      !(infinitives.has(at) || doc.feature(at, 'VerbForm') === 'Inf') ||
      !isWithin(draft, at, finite)
    )
      continue;
    if (heads[at] === finite || upos[heads[at]!] !== 'VERB') {
      attach(draft, token, at, 'conj');
      return true;
    }
  }
  return false;
}

/** “A and B, the Minister said”: the report is made to govern what stands before it, as a report in front does. */
function mendReport(draft: Draft, words: MendingWords, first: number, end: number): void {
  const { heads, relations, upos, lemmas, doc } = draft;
  for (let token = first + 3; token < end; token++) {
    if (
      upos[token] !== 'VERB' ||
      !words.reporting.has(lemmas[token]!) ||
      heads[token]! < 0 ||
      doc.feature(token, 'VerbForm') !== 'Fin'
    )
      continue;
    if (
      !['conj', 'advcl', 'parataxis'].includes(relations[token]!) ||
      !isBehindComma(draft, token, first) ||
      hasChildBefore(draft, token, ['mark']) ||
      governsBehind(draft, token, end)
    )
      continue;
    const root = rootOf(draft, token);
    const content = childIn(draft, token, first, token, 'ccomp');
    const old = { head: heads[token]!, relation: relations[token]! };
    claimSubject(draft, token);
    claimSubjectBehind(draft, token, end);
    if (old.relation === 'conj' && content === undefined && hasChildBefore(draft, token, ['cc'])) continue;
    draft.heads[token] = -1;
    draft.relations[token] = 'root';
    attach(draft, root, token, 'ccomp');
    if (content !== undefined) attach(draft, content, old.head, 'conj');
    return;
  }
}

/** The noun between comma and verb is the reporter, whatever it was hung on. */
function claimSubject(draft: Draft, token: number): void {
  const { heads, relations, upos } = draft;
  for (let at = token - 1; at >= Math.max(0, token - 8) && upos[at] !== 'PUNCT'; at--) {
    if (relations[at] !== 'nsubj' || heads[at] === token) continue;
    heads[at] = token;
    return;
  }
}

/** «…, – подчеркнул *глава* кабинета»: without another subject, the noun behind the verb. */
function claimSubjectBehind({ heads, relations, doc, upos }: Draft, token: number, end: number): void {
  if (doc.language !== 'ru') return;
  for (let at = Math.max(0, token - 8); at < Math.min(end, token + 8); at++)
    if (heads[at] === token && relations[at] === 'nsubj') return;
  for (let at = token + 1; at < Math.min(end, token + 5); at++)
    if (
      heads[at] === token &&
      ['obj', 'nmod', 'obl', 'iobj'].includes(relations[at]!) &&
      (upos[at] === 'NOUN' || upos[at] === 'PROPN')
    ) {
      relations[at] = 'nsubj';
      return;
    }
}

/** Nothing but its subject stands between the reporting verb and the comma before it. */
function isBehindComma({ forms, heads, upos }: Draft, token: number, first: number): boolean {
  for (let at = token - 1; at > first; at--) {
    if (forms[at] === ',' || upos[at] === 'PUNCT') return true;
    if (upos[at] === 'VERB' || upos[at] === 'CCONJ' || upos[at] === 'SCONJ' || (heads[at]! < at - 8 && heads[at]! >= 0))
      return false;
  }
  return false;
}

function governsBehind({ heads, relations, doc }: Draft, token: number, end: number): boolean {
  // «…, – подчеркнул глава кабинета»: the subject behind its verb.
  const isSubjectBehind = (verb: number, at: number): boolean => doc.language === 'ru' && at <= verb + 4;
  for (let at = token + 1; at < end; at++)
    if (
      heads[at] === token &&
      (['ccomp', 'xcomp', 'csubj'].includes(relations[at]!) || (relations[at] === 'obj' && !isSubjectBehind(token, at)))
    )
      return true;
  return false;
}

function childIn(
  { heads, relations }: Draft,
  head: number,
  from: number,
  to: number,
  relation: string,
): number | undefined {
  for (let at = from; at < to; at++) if (heads[at] === head && relations[at] === relation) return at;
  return undefined;
}

function rootOf({ heads }: Draft, token: number): number {
  let at = token;
  while (heads[at]! >= 0) at = heads[at]!;
  return at;
}
