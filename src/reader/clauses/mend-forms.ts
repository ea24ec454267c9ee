import { attach, type Draft } from './draft.ts';

/** Word forms that leave no doubt, whatever a tagger makes of them. */
export interface FormWords {
  /** Forms of the future by their lemma: «выделит», «примут». */
  readonly futureForms: ReadonlyMap<string, string>;
  /** Short passive participles by the verb's lemma: «достигнута», «решено». */
  readonly participleForms: ReadonlyMap<string, string>;
  /** Short adjectives that govern an infinitive: «готова», «намерены». */
  readonly shortPredicates: ReadonlyMap<string, string>;
  readonly infinitiveEndings: readonly string[];
  /** How perfective verbs that no list has are told: prefix, ending, and endings of imperfective ones that look alike. */
  readonly perfectivePrefixes: readonly string[];
  readonly perfectiveEndings: readonly string[];
  readonly imperfectiveEndings: readonly string[];
}

/** Gives the token the part of speech, lemma and place that its form tells. */
export function mendForm(draft: Draft, words: FormWords, token: number, end: number): void {
  const form = draft.forms[token]!;
  const future = words.futureForms.get(form);
  const participle = future === undefined ? words.participleForms.get(form) : undefined;
  if (future !== undefined) asVerb(draft, token, future, FUTURE);
  else if (participle !== undefined) asVerb(draft, token, participle, PARTICIPLE);
  else if (looksPerfective(draft, words, token)) draft.mended.set(token, FUTURE);
  else if (isInfinitiveByForm(draft, words, token)) asVerb(draft, token, form, INFINITIVE);
  const short = words.shortPredicates.get(form);
  if (short !== undefined) asPredicate(draft, token, short, end);
}

const FUTURE = new Map([
  ['VerbForm', 'Fin'],
  ['Tense', 'Fut'],
]);
const PARTICIPLE = new Map([
  ['VerbForm', 'Part'],
  ['Voice', 'Pass'],
  ['Variant', 'Short'],
]);

/** «отремонтирует»: a prefixed verb in a present form, which is the future of a perfective verb. */
function looksPerfective({ upos, forms, doc }: Draft, words: FormWords, token: number): boolean {
  if (upos[token] !== 'VERB' || words.perfectivePrefixes.length === 0) return false;
  if (
    doc.feature(token, 'Tense') === 'Past' ||
    doc.feature(token, 'VerbForm') !== 'Fin' ||
    doc.feature(token, 'Mood') === 'Imp'
  )
    return false;
  const form = forms[token]!;
  const has = (ending: string): boolean => form.endsWith(ending);
  return (
    words.perfectiveEndings.some(has) &&
    !words.imperfectiveEndings.some(has) &&
    words.perfectivePrefixes.some((prefix) => form.startsWith(prefix) && form.length > prefix.length + 4)
  );
}

const INFINITIVE = new Map([['VerbForm', 'Inf']]);

/** «будут *поощрять*»: an infinitive beside its auxiliary that the tagger did not know. */
function isInfinitiveByForm(draft: Draft, { infinitiveEndings }: FormWords, token: number): boolean {
  const { upos, forms } = draft;
  if (upos[token] === 'VERB' || upos[token] === 'AUX') return false;
  return infinitiveEndings.some((ending) => forms[token]!.endsWith(ending)) && hasChild(draft, token, 'aux');
}

function asVerb(draft: Draft, token: number, lemma: string, features: ReadonlyMap<string, string>): void {
  const { upos, lemmas, relations, heads, mended } = draft;
  lemmas[token] = lemma;
  mended.set(token, features);
  if (upos[token] === 'VERB') return;
  upos[token] = 'VERB';
  const marked = hasChild(draft, token, 'mark');
  if (marked && ['obj', 'nmod', 'obl', 'nsubj'].includes(relations[token]!)) relations[token] = 'ccomp';
  else if (relations[token] === 'amod' && heads[token]! > token && heads[heads[token]!] === -1)
    exchange(draft, token, heads[token]!, 'nsubj');
  claimArguments(draft, token, features === FUTURE);
}

/** What was hung on the noun that the verb was taken for: its subject in front, its object behind. */
function claimArguments({ heads, relations, upos }: Draft, verb: number, isActive: boolean): void {
  for (let token = Math.max(0, verb - 8); token < verb + 8; token++) {
    if (heads[token] !== verb || relations[token] !== 'nmod' || !['NOUN', 'PROPN', 'PRON'].includes(upos[token] ?? ''))
      continue;
    relations[token] = token < verb ? 'nsubj' : isActive ? 'obj' : 'nsubj';
    if (token > verb) return;
  }
}

/** «сторона *готова* поставить»: the adjective is the predicate, the infinitive its complement. */
function asPredicate(draft: Draft, token: number, lemma: string, end: number): void {
  const { upos, lemmas, heads, relations, doc } = draft;
  lemmas[token] = lemma;
  upos[token] = 'ADJ';
  for (let next = token + 1; next < Math.min(end, token + 12); next++) {
    if (upos[next] !== 'VERB' || doc.feature(next, 'VerbForm') !== 'Inf') continue;
    if (heads[next] === token) return;
    const isAbove = heads[token] === next || heads[heads[token]!] === next;
    if (!isAbove && heads[next] !== heads[token]) return;
    exchange(draft, token, isAbove ? next : token, 'xcomp');
    if (!isAbove) attach(draft, next, token, 'xcomp');
    for (let before = Math.max(0, token - 15); before < token; before++)
      if (heads[before] === next && ['nsubj', 'mark', 'cc', 'obl'].includes(relations[before]!)) heads[before] = token;
    return;
  }
}

/** Puts the token where `above` hangs, and `above` below it. */
function exchange(draft: Draft, token: number, above: number, relation: string): void {
  const { heads, relations } = draft;
  if (token === above) return;
  heads[token] = heads[above]!;
  relations[token] = relations[above]!;
  attach(draft, above, token, relation);
}

function hasChild({ heads, relations }: Draft, parent: number, relation: string): boolean {
  for (let token = Math.max(0, parent - 15); token < parent; token++)
    if (heads[token] === parent && relations[token] === relation) return true;
  return false;
}

/** “12. The Parties will …”: the number heads nothing. */
export function mendNumber(draft: Draft, first: number, end: number): void {
  const { upos, forms, heads, relations } = draft;
  if (upos[first] !== 'NUM' || !/^[.)]$/.test(forms[first + 1] ?? '')) return;
  const above = heads[first]!;
  const predicate = above >= 0 ? above : firstPredicate(draft, first, end);
  if (predicate === undefined) return;
  if (above < 0) {
    heads[predicate] = -1;
    relations[predicate] = 'root';
  }
  for (let token = first + 1; token < end; token++) {
    if (heads[token] !== first) continue;
    const isSubject = token < predicate && ['NOUN', 'PROPN', 'PRON'].includes(upos[token]!);
    attach(draft, token, predicate, isSubject ? 'nsubj' : relations[token]!);
  }
  attach(draft, first, predicate, 'discourse');
}

function firstPredicate({ heads, upos, relations }: Draft, number: number, end: number): number | undefined {
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && (upos[token] === 'VERB' || upos[token] === 'AUX')) return token;
  const clausal = ['parataxis', 'conj', 'appos'];
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && clausal.includes(relations[token]!)) return token;
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && upos[token] !== 'PUNCT') return token;
  return undefined;
}

/** «*поэтапно* устранять барьеры»: an adverb that was put in its verb's place. */
export function mendAdverb(draft: Draft, token: number): void {
  const { upos, relations, heads, doc } = draft;
  const verb = token + 1;
  if (
    upos[token] !== 'ADV' ||
    relations[token] !== 'conj' ||
    heads[verb] !== token ||
    doc.feature(verb, 'VerbForm') !== 'Inf'
  )
    return;
  exchange(draft, verb, token, 'advmod');
}

/** «Лидеры отметили *успех*»: of two subjects of an active verb the one behind it is its object. */
export function mendSecondSubject(draft: Draft, token: number): void {
  const { relations, heads, upos, doc } = draft;
  const verb = heads[token]!;
  if (doc.language !== 'ru' || relations[token] !== 'nsubj' || verb < 0 || verb > token || upos[verb] !== 'VERB')
    return;
  if (
    doc.deprel(token).endsWith(':pass') ||
    draft.mended.get(verb) === PARTICIPLE ||
    doc.feature(verb, 'Voice') === 'Pass'
  )
    return;
  if (hasChild(draft, verb, 'nsubj')) relations[token] = 'obj';
}
