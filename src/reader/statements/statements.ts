import type { Statement } from '../../model/index.ts';
import { areasInContext, areasInText, areasOnTopic } from '../areas/index.ts';
import {
  type ClauseWords,
  clauseOf,
  clauseWordsOf,
  rangeOf,
  spanOf,
  Tree,
  withoutCondition,
} from '../clauses/index.ts';
import { confidenceOf } from '../confidence.ts';
import type { Block, BlockKind, WithAmounts } from '../setting.ts';
import { castOf } from './cast.ts';
import type { Content } from './contents.ts';
import type { Opening, Sentences } from './context.ts';
import { conjuncts } from './coordination.ts';
import type { FrameIndex } from './frame.ts';
import { isPredicate, OPEN_SCOPE, visit } from './interpret.ts';
import { framesOf } from './lexicon.ts';
import { propose } from './propose.ts';
import type { Proposition, ToldClause } from './proposition.ts';
import { undertake } from './undertake.ts';

/** The reader's findings up to what each clause says. */
export interface WithStatements extends WithAmounts {
  readonly tree: Tree | undefined;
  readonly propositions: readonly Proposition[];
  /** Every clause that was read, statement or not. */
  readonly told: readonly ToldClause[];
  /** As many as there are propositions, in their order. */
  readonly statements: readonly Statement[];
}

/** Parts of a page that make no statements (codebook, section 10). */
const SILENT = new Set<BlockKind>(['headline', 'heading', 'question', 'caption', 'related', 'annex', 'ignored']);

/** Adds what each clause says; nothing in a language without clause data. */
export function findStatements(setting: WithAmounts): WithStatements {
  const words = clauseWordsOf(setting.doc.language);
  const index = framesOf(setting.doc.language);
  if (words === undefined || index === undefined || setting.doc.trees === undefined)
    return { ...setting, tree: undefined, propositions: [], told: [], statements: [] };
  const context = contextOf(setting, words, index);
  for (let sentence = 0; sentence < setting.doc.sentenceCount; sentence++) readSentence(context, sentence);
  const propositions = context.propositions.toSorted((a, b) => a.range.first - b.range.first);
  return {
    ...setting,
    tree: context.tree,
    propositions,
    told: context.told,
    statements: propositions.map((proposition) => statementOf(setting, proposition)),
  };
}

function contextOf(setting: WithAmounts, words: ClauseWords, index: FrameIndex): Sentences {
  const tree = new Tree(setting.doc, {
    ...words,
    reporting: index.reporting,
    known: index.byLemma,
    nouns: index.nouns,
  });
  return {
    setting,
    tree,
    words,
    index,
    cast: castOf(setting, tree, words),
    transparent: index.classes.transparent ?? new Set(),
    seen: new Set(),
    body: 0,
    basis: undefined,
    openings: new Map(),
    attributions: new Map(),
    propositions: [],
    told: [],
  };
}

function readSentence(context: Sentences, sentence: number): void {
  const { setting, tree } = context;
  const [first, end] = setting.doc.sentenceRange(sentence);
  const block = setting.blockAt(first);
  if (SILENT.has(block.kind)) return;
  if (isAddress(tree, first, end)) return;
  context.body = first >= block.first && first < block.body ? block.body : first;
  const before = context.propositions.length;
  const opening = openingOf(context, block);
  for (let token = first; token < end; token++) {
    if (tree.head(token) >= 0 || token < context.body) continue;
    if (opening !== undefined) continueList(context, opening, token);
    else visitRoot(context, token);
  }
  if (block.kind === 'signature') keepOnly(context, before, 'sign');
}

/** “Dear colleagues!”: whom the words are addressed to. */
function isAddress(tree: Tree, first: number, end: number): boolean {
  if (tree.form(end - 1) !== '!') return false;
  for (let token = first; token < end; token++)
    if (tree.upos(token) === 'VERB' || tree.upos(token) === 'AUX') return false;
  return true;
}

function visitRoot(context: Sentences, token: number): void {
  if (isPredicate(context, token) || context.index.byLemma.has(context.tree.lemma(token)))
    visit(context, token, OPEN_SCOPE);
  else
    for (const child of context.tree.tokensOf(token))
      if (isClauseBelow(context, child)) visit(context, child, { ...OPEN_SCOPE, aside: true });
}

/** A clause below a root that is none itself, as in a fragment or a broken tree. */
function isClauseBelow(context: Sentences, token: number): boolean {
  const relation = context.tree.relation(token);
  return (
    (relation === 'acl' || relation === 'parataxis' || relation === 'ccomp' || relation === 'advcl') &&
    isPredicate(context, token)
  );
}

function keepOnly(context: Sentences, from: number, act: Proposition['act']): void {
  const kept = context.propositions.slice(from).filter((proposition) => proposition.act === act);
  context.propositions.splice(from, context.propositions.length - from, ...kept);
}

/** “… the parties agreed to:” – what the items of the list are read under. */
function openingOf({ setting, openings }: Sentences, block: Block): Opening | undefined {
  if (block.introducedBy === undefined) return undefined;
  const introducing = setting.blocks[block.introducedBy];
  return introducing === undefined ? undefined : openings.get(introducing.first);
}

function continueList(context: Sentences, { reading, match }: Opening, root: number): void {
  const { tree, words } = context;
  const heads = [root, ...conjuncts(tree, root)].filter((head) => tree.upos(head) !== 'PUNCT');
  const contents = heads.map((head): Content => {
    const range = rangeOf(tree, head, (child) => (heads.includes(child) && child !== head) || child < context.body);
    const hasOwnSubject = clauseOf(tree, words, head).subject !== undefined;
    return {
      kind: hasOwnSubject ? 'clause' : tree.upos(head) === 'VERB' ? 'infinitive' : 'nominal',
      head,
      ...withoutCondition(tree, words, head, range),
    };
  });
  for (const content of contents) {
    const own = {
      ...reading,
      range: content.range,
      clause: { ...reading.clause, head: Math.min(reading.clause.head, content.range.first) },
    };
    if (match.frame.kind === 'undertake') undertake(context, own, match, [content]);
    else
      propose(context, own, {
        rule: match.frame.id,
        act: match.frame.act,
        mood: match.frame.modality ?? 'actual',
        match,
      });
  }
}

function statementOf(setting: WithAmounts, proposition: Proposition): Statement {
  const { rule, range, act, speaker, sources, targets, negative, mood, quoted } = proposition;
  return {
    spans: [spanOf(setting.doc, range)],
    act,
    ...(speaker === undefined ? {} : { speaker }),
    sources: [...sources],
    targets: [...targets],
    polarity: negative ? 'negative' : 'positive',
    modality: mood,
    areas: areasIn(setting, proposition),
    quoted,
    rule,
    confidence: confidenceOf('statement', rule),
  };
}

/** Acts that open a subject of their own: what was spoken of before says nothing about them. */
const UNCONNECTED: ReadonlySet<Statement['act']> = new Set(['consult', 'sign', 'invite']);

/** The areas of its own words, or else of what goes before in its sentence, or mostly in its paragraph or text. */
function areasIn(setting: WithAmounts, { act, range: { first, last } }: Proposition): Statement['areas'] {
  const { doc, blockAt } = setting;
  if (UNCONNECTED.has(act)) return areasInContext(doc, first, last, doc.sentenceRange(doc.sentenceOf(first))[0]);
  // Thanks and praise are for what they name.
  const find = act === 'support' ? areasInText : areasOnTopic;
  return [...find(setting, first, last, blockAt(first).first)];
}
