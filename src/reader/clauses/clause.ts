import type { Statement } from '../../model/index.ts';
import type { Tree } from './tree.ts';
import type { ClauseWords } from './words.ts';

export type Mood = Statement['modality'];

/** A predicate with its arguments: one clause of a sentence. Tokens throughout; `undefined` where there is none. */
export interface Clause {
  /** The verb, or the noun or adjective that a copula makes the predicate. */
  readonly head: number;
  readonly subject: number | undefined;
  readonly passive: boolean;
  /** What the act is done to or about: the object of an active verb, the subject of a passive one. */
  readonly theme: number | undefined;
  /** Who does it, where a passive verb says so. */
  readonly agent: number | undefined;
  readonly negative: boolean;
  readonly mood: Mood;
  /** The auxiliary of the future or, where the verb itself is in the future, the verb. */
  readonly future: number | undefined;
  /** `would`, `could`: what it means depends on whether the clause is reported. */
  readonly distanced: boolean;
}

/** What a clause takes over from the one that it is coordinated with or hangs on. */
export interface Inherited {
  readonly subject?: number | undefined;
  readonly clause?: Clause | undefined;
}

const SUBJECTS = ['nsubj', 'csubj'];
const OBJECTS = ['obj'];

/** The clause that a predicate heads. */
export function clauseOf(tree: Tree, words: ClauseWords, predicate: number, inherited: Inherited = {}): Clause {
  const head = infinitiveBehindCopula(tree, words, predicate) ?? predicate;
  const own = head === predicate ? tree.children(head) : [...tree.children(predicate), ...tree.children(head)];
  const subjects = own.filter((child) => isSubject(tree, child));
  const found = subjects.findLast((child) => child < head) ?? subjects[0];
  const subject = antecedentOf(tree, words, found);
  const passive = isPassive(tree, head);
  // “which the state closed”: two subjects, of which the pronoun is what is acted on.
  const relative = subjects.length > 1 ? antecedentOf(tree, words, subjects[0]) : undefined;
  const object =
    own.find((child) => OBJECTS.includes(tree.relation(child))) ??
    own.find((child) => isBehindParticle(tree, words, child, head));
  const acted = antecedentOf(tree, words, object) ?? relative;
  const theme = passive ? (subject ?? acted ?? inherited.subject) : acted;
  const mood = moodOf(
    tree,
    words,
    own,
    head,
    head !== predicate || isCopularInfinitive(tree, words, head),
    inherited.clause,
  );
  return {
    head,
    subject: subject ?? (passive && inherited.clause?.passive === false ? undefined : inherited.subject),
    passive,
    theme,
    agent: passive ? own.find((child) => isAgent(tree, words, child)) : undefined,
    negative: isNegative(tree, words, own, subject, object),
    ...mood,
  };
}

function isSubject(tree: Tree, child: number): boolean {
  return SUBJECTS.includes(tree.relation(child)) && !isExpletive(tree, child) && tree.introducers(child).length === 0;
}

/** What a relative pronoun stands for; any other token is itself. */
function antecedentOf(tree: Tree, words: ClauseWords, token: number | undefined): number | undefined {
  if (token === undefined || tree.upos(token) === 'NOUN') return token;
  if (!words.relatives.has(tree.lemma(token)) && !words.relatives.has(tree.form(token))) return token;
  for (let at = tree.head(token); at >= 0; at = tree.head(at)) {
    const noun = tree.head(at);
    if (tree.relation(at) === 'acl' && noun >= 0 && noun !== token) return noun;
  }
  return token;
}

/** “handed over a convoy”, where the particle was taken for a preposition. */
function isBehindParticle(tree: Tree, words: ClauseWords, child: number, head: number): boolean {
  if (tree.relation(child) !== 'obl' || child < head) return false;
  return tree.children(child).some((particle) => particle === head + 1 && words.particles.has(tree.form(particle)));
}

/** “The sides are to meet”: the predicate is the infinitive. */
function infinitiveBehindCopula(tree: Tree, words: ClauseWords, predicate: number): number | undefined {
  if (!words.copulas.has(tree.lemma(predicate))) return undefined;
  return tree
    .children(predicate)
    .find((child) => child > predicate && tree.relation(child) === 'xcomp' && isInfinitive(tree, words, child));
}

/** The same where the copula hangs on the infinitive; in the past (“was to have been”) it is no plan. */
function isCopularInfinitive(tree: Tree, words: ClauseWords, head: number): boolean {
  if (tree.upos(head) !== 'VERB' || !isInfinitive(tree, words, head)) return false;
  const copula = tree
    .children(head)
    .find((child) => child < head && words.copulas.has(tree.lemma(child)) && tree.relation(child) !== 'aux:pass');
  return copula !== undefined && tree.feature(copula, 'VerbForm') === 'Fin' && tree.feature(copula, 'Tense') === 'Pres';
}

/** Whether the token heads an infinitive with its mark, or is one by its form in a language without marks. */
export function isInfinitive(tree: Tree, words: ClauseWords, token: number): boolean {
  if (words.infinitiveMarks.size === 0) return tree.feature(token, 'VerbForm') === 'Inf';
  if (isGerund(tree, token)) return false;
  return tree
    .children(token)
    .some((child) => child < token && tree.relation(child) === 'mark' && words.infinitiveMarks.has(tree.form(child)));
}

/** Whether the token is an English verb in -ing that stands as a noun would. */
export function isGerund(tree: Tree, token: number): boolean {
  return (
    tree.doc.language === 'en' &&
    tree.upos(token) === 'VERB' &&
    tree.form(token).endsWith('ing') &&
    tree.feature(token, 'VerbForm') !== 'Inf'
  );
}

function isExpletive(tree: Tree, token: number): boolean {
  return tree.relation(token) === 'expl' || (tree.relation(token) === 'nsubj' && tree.form(token) === 'there');
}

function isPassive(tree: Tree, head: number): boolean {
  if (tree.children(head).some((child) => tree.hasSubtype(child, 'pass'))) return true;
  if (tree.feature(head, 'Voice') === 'Pass') return true;
  return (
    tree.relation(head) === 'acl' &&
    tree.feature(head, 'VerbForm') === 'Part' &&
    tree.feature(head, 'Tense') === 'Past' &&
    tree.doc.language === 'en'
  );
}

function isAgent(tree: Tree, words: ClauseWords, child: number): boolean {
  const relation = tree.relation(child);
  if (relation !== 'obl' && relation !== 'nmod') return false;
  if (tree.hasSubtype(child, 'agent')) return true;
  const introducers = tree.introducers(child);
  if (words.agents.size > 0) return introducers.some((word) => words.agents.has(word));
  return introducers.length === 0 && tree.feature(child, 'Case') === 'Ins';
}

function isNegative(
  tree: Tree,
  words: ClauseWords,
  own: readonly number[],
  subject: number | undefined,
  object: number | undefined,
): boolean {
  const denied = own.some(
    (child) =>
      words.negators.has(tree.lemma(child)) && tree.relation(child) !== 'cc' && tree.relation(child) !== 'nsubj',
  );
  return denied || isNegativePhrase(tree, words, subject) || isNegativePhrase(tree, words, object);
}

/** “no one”, “no decision”. */
function isNegativePhrase(tree: Tree, words: ClauseWords, token: number | undefined): boolean {
  if (token === undefined) return false;
  if (words.negativeWords.has(tree.lemma(token))) return true;
  return tree
    .children(token)
    .some((child) => tree.relation(child) === 'det' && child < token && words.negators.has(tree.lemma(child)));
}

function moodOf(
  tree: Tree,
  words: ClauseWords,
  own: readonly number[],
  head: number,
  isToInfinitive: boolean,
  shared: Clause | undefined,
): Pick<Clause, 'mood' | 'future' | 'distanced'> {
  for (const child of own) {
    const relation = tree.relation(child);
    if (relation !== 'aux' && relation !== 'cop') continue;
    const mood = auxiliaryMood(tree, words, child);
    if (mood === 'would') return { mood: 'planned', future: child, distanced: true };
    if (mood !== undefined) return { mood, future: mood === 'planned' ? child : undefined, distanced: false };
  }
  if (isToInfinitive) return { mood: 'planned', future: head, distanced: false };
  if (tree.feature(head, 'Tense') === 'Fut') return { mood: 'planned', future: head, distanced: false };
  if (shared !== undefined && sharesAuxiliary(tree, own, head, shared))
    return { mood: shared.mood, future: shared.mood === 'planned' ? head : undefined, distanced: shared.distanced };
  return { mood: 'actual', future: undefined, distanced: false };
}

function auxiliaryMood(tree: Tree, words: ClauseWords, token: number): Mood | 'would' | undefined {
  const mood = words.auxiliaries[tree.lemma(token)] ?? words.auxiliaries[tree.form(token)];
  // Russian «быть» is an auxiliary of the future only in its own future.
  if (mood === 'planned' && words.copulas.has(tree.lemma(token)) && tree.feature(token, 'Tense') !== 'Fut')
    return undefined;
  return mood;
}

/** “will support … and finance …”: a bare form coordinated with one that has the auxiliary. */
function sharesAuxiliary(tree: Tree, own: readonly number[], head: number, shared: Clause): boolean {
  if (shared.mood === 'actual' || own.some((child) => tree.relation(child) === 'aux')) return false;
  const form = tree.feature(head, 'VerbForm');
  if (shared.passive && form === 'Part') return true;
  return (
    form === 'Inf' ||
    (tree.doc.language === 'en' && tree.upos(head) === 'VERB' && form !== 'Fin' && form !== 'Part' && form !== 'Ger')
  );
}
