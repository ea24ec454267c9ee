import type { Doc } from '../../language/index.ts';
import type { Progress } from '../../model/index.ts';
import { figureOf } from '../amounts/index.ts';
import { areasOnTopic } from '../areas/index.ts';
import { isGerund, type Range, spanOf, type Tree } from '../clauses/index.ts';
import type { WithCommitments } from '../commitments/index.ts';
import { confidenceOf } from '../confidence.ts';
import type { WithAmounts } from '../setting.ts';
import type { ToldClause } from '../statements/index.ts';
import { type ProgressRule, progressRulesFor } from './rules.ts';

/** The reader's findings up to what became of earlier undertakings. */
export interface WithProgress extends WithCommitments {
  readonly progress: readonly Progress[];
}

/** Adds the claims of progress: every clause that was read and that one of the rules fits. */
export function findProgress(setting: WithCommitments): WithProgress {
  const { tree } = setting;
  const { language } = setting.doc;
  if (tree === undefined) return { ...setting, progress: [] };
  const claims = setting.told.flatMap((told) => {
    const words = lowerCased(setting, told.range);
    const rules = progressRulesFor(language, tree.lemma(told.clause.head));
    const rule = rules.find((candidate) => fits(setting, tree, candidate, told, words));
    return rule === undefined ? [] : [{ told, rule }];
  });
  const found: Claim[] = [];
  for (const claim of claims.toSorted(byEvidence))
    if (!found.some((other) => covers(other.told.range, claim.told.range))) found.push(claim);
  found.sort((a, b) => a.told.range.first - b.told.range.first);
  const joined = joinedClaims(setting, found);
  return { ...setting, progress: joined.map(({ told, rule }) => progressOf(setting, told, rule)) };
}

/** Claims that make one: each is joined to the one before it where that says the same thing. */
function joinedClaims({ doc }: WithAmounts, claims: readonly Claim[]): Claim[] {
  const joined: Claim[] = [];
  for (const claim of claims) {
    const before = joined.at(-1);
    if (before === undefined || !isContinued(doc, before, claim)) joined.push(claim);
    else {
      const range = { first: before.told.range.first, last: claim.told.range.last };
      joined[joined.length - 1] = { rule: before.rule, told: { ...before.told, range } };
    }
  }
  return joined;
}

/**
 * “The tramway is late: only two stops have been built”: how late. “Trade grew by a tenth and reached 2 billion”: what it came to by
 * growing, since the second verb has the subject of the first.
 */
function isContinued(doc: Doc, before: Claim, claim: Claim): boolean {
  const { first } = claim.told.range;
  if (claim.rule.kind !== 'progress' || before.told.range.last >= first) return false;
  const gap = doc.text.slice(doc.endOf(before.told.range.last), doc.startOf(first));
  if (before.rule.kind === 'delayed') return /^\s*[:;]\s*(?:only |just )?$/u.test(gap);
  const isOfSameSubject = claim.told.clause.subject !== undefined && claim.told.clause.subject < first;
  return before.rule.kind === 'progress' && isOfSameSubject && /^,?\s+(?:and|и)\s+$/u.test(gap);
}

interface Claim {
  readonly told: ToldClause;
  readonly rule: ProgressRule;
}

/** What a predicate tells goes first; of claims by words alone the innermost, as an outer clause has the words of its parts too. */
function byEvidence(a: Claim, b: Claim): number {
  const isByWords = Number(a.rule.lemmas === undefined) - Number(b.rule.lemmas === undefined);
  return isByWords !== 0 || a.rule.lemmas !== undefined ? isByWords : length(a.told.range) - length(b.told.range);
}

function length({ first, last }: Range): number {
  return last - first;
}

/** Whether one claim lies within the other: a clause and its own part tell one thing. */
function covers(a: Range, b: Range): boolean {
  return (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
}

function fits(setting: WithAmounts, tree: Tree, rule: ProgressRule, told: ToldClause, words: string): boolean {
  const { clause, range, mood, undertakes } = told;
  if (tellsNothing(tree, clause.head)) return false;
  // «Поставили задачу довести торговлю до 2 млрд»: an aim is no report of a figure.
  if (undertakes && rule.kind !== 'revised' && hasAmount(setting, range)) return false;
  // “should have been finished by now”
  if (mood === 'hypothetical' || (mood === 'desired' && rule.kind !== 'delayed')) return false;
  if (mood === 'planned' && (rule.notPlanned === true || rule.kind !== 'revised')) return false;
  if (rule.negative !== undefined && rule.negative !== clause.negative) return false;
  if (rule.passive === true && !clause.passive) return false;
  if ((rule.past === true || rule.perfect === true) && !isPast(tree, clause.head)) return false;
  if (rule.subjects !== undefined && !isAbout(tree, told, rule.subjects)) return false;
  if (rule.words !== undefined && !rule.words.some((phrase) => holds(words, phrase))) return false;
  if (rule.unless?.some((phrase) => holds(words, phrase)) === true) return false;
  if (rule.needsFigure === true && !hasNumber(tree, range)) return false;
  return rule.needsTime !== true || setting.times.some((time) => time.first >= range.first && time.last <= range.last);
}

/**
 * What is undertaken, wished or only describes tells of nothing yet: infinitives, gerunds and participles without an auxiliary,
 * and in English a verb without a subject of its own, but for a past one that is coordinated.
 */
function tellsNothing(tree: Tree, head: number): boolean {
  const children = tree.children(head).map((child) => tree.relation(child));
  const form = tree.feature(head, 'VerbForm');
  if (tree.doc.language !== 'en') return form === 'Inf' && !children.includes('aux');
  if (isGerund(tree, head) && !children.includes('aux')) return true;
  // “Trade grew by a tenth and *reached* 2 billion.”
  if (tree.relation(head) === 'conj' && form === 'Fin' && tree.feature(head, 'Tense') === 'Past') return false;
  return (
    tree.upos(head) === 'VERB' &&
    !children.some((relation) => relation === 'nsubj' || relation === 'csubj' || relation === 'expl')
  );
}

/** The predicate or one of its auxiliaries is in the past or a perfect form. */
function isPast(tree: Tree, head: number): boolean {
  if (tree.feature(head, 'Tense') === 'Past' || tree.feature(head, 'VerbForm') === 'Part') return true;
  return tree
    .children(head)
    .some(
      (child) =>
        tree.relation(child) === 'aux' && (tree.lemma(child) === 'have' || tree.feature(child, 'Tense') === 'Past'),
    );
}

/** The clause's subject (or, without one, its object or what it describes) is one of the words, or says one of them. */
function isAbout(tree: Tree, { clause }: ToldClause, words: ReadonlySet<string>): boolean {
  const top = tree.relation(clause.head) === 'conj' ? tree.head(clause.head) : clause.head;
  const described = tree.relation(top) === 'acl' ? tree.head(top) : undefined;
  const topics = [clause.subject, clause.passive ? undefined : clause.theme, described].filter(
    (token) => token !== undefined,
  );
  return topics.some(
    (topic) =>
      words.has(tree.lemma(topic)) ||
      tree
        .children(topic)
        .some(
          (child) =>
            ['compound', 'nmod', 'conj', 'amod'].includes(tree.relation(child)) && words.has(tree.lemma(child)),
        ),
  );
}

/** The words of a range, to look for phrases in. */
function lowerCased({ doc }: WithAmounts, { first, last }: Range): string {
  const [start, end] = doc.spanOf(first, last);
  return doc.text.slice(start, end).toLowerCase();
}

/** Whether the phrase stands among the words, not within one. */
function holds(words: string, phrase: string): boolean {
  const at = words.indexOf(phrase);
  return at >= 0 && !/[\p{L}\d]/u.test(words[at - 1] ?? ' ') && !/[\p{L}\d]/u.test(words[at + phrase.length] ?? ' ');
}

function hasNumber(tree: Tree, { first, last }: Range): boolean {
  for (let token = first; token <= last; token++) if (tree.upos(token) === 'NUM') return true;
  return false;
}

function hasAmount({ amounts }: WithAmounts, range: Range): boolean {
  return amounts.some(({ first, last }) => first >= range.first && last <= range.last);
}

function progressOf(setting: WithCommitments, { range }: ToldClause, rule: ProgressRule): Progress {
  const figure = figureOf(setting.doc, setting.amounts, range.first, range.last);
  const time = setting.times.find(({ first, last }) => first >= range.first && last <= range.last);
  return {
    spans: [spanOf(setting.doc, range)],
    kind: rule.kind,
    areas: [...areasOnTopic(setting, range.first, range.last, 0)],
    ...(figure === undefined ? {} : { figure }),
    ...(time === undefined ? {} : { date: time.value }),
    rule: rule.id,
    confidence: confidenceOf('progress', rule.id),
  };
}
