import { describe, expect, it } from 'vitest';
import { fromConllu } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import { clauseOf, clauseWordsOf, rangeOf, Tree, withoutCondition } from './index.ts';

/** One word a row: form, lemma, part of speech, features, head (from 1; 0 is the root), relation. */
type Row = readonly [form: string, lemma: string, upos: string, feats: string, head: number, relation: string];

function treeOf(language: Language, rows: readonly Row[], known: readonly string[] = []): Tree {
  const lines = rows.map(([form, lemma, upos, feats, head, relation], at) =>
    [at + 1, form, lemma, upos, '_', feats, head, relation, '_', '_'].join('\t'),
  );
  const doc = fromConllu(`${lines.join('\n')}\n\n`, language);
  return new Tree(doc, {
    ...words(language),
    reporting: new Set(['say']),
    known: new Map(known.map((lemma) => [lemma, true])),
    nouns: new Set(),
  });
}

function words(language: Language): NonNullable<ReturnType<typeof clauseWordsOf>> {
  const found = clauseWordsOf(language);
  if (found === undefined) throw new Error(`no clause data for ${language}`);
  return found;
}

const PAST = 'Mood=Ind|Tense=Past|VerbForm=Fin';

describe('a clause', () => {
  it('has subject and theme of an active verb', () => {
    const tree = treeOf('en', [
      ['Oslo', 'Oslo', 'PROPN', '_', 2, 'nsubj'],
      ['signed', 'sign', 'VERB', PAST, 0, 'root'],
      ['it', 'it', 'PRON', '_', 2, 'obj'],
    ]);
    expect(clauseOf(tree, words('en'), 1)).toMatchObject({
      subject: 0,
      theme: 2,
      passive: false,
      mood: 'actual',
      negative: false,
    });
  });

  it('has the subject of a passive as its theme, and its agent', () => {
    const tree = treeOf('en', [
      ['Pacts', 'pact', 'NOUN', '_', 3, 'nsubj:pass'],
      ['were', 'be', 'AUX', PAST, 3, 'aux:pass'],
      ['signed', 'sign', 'VERB', 'VerbForm=Part|Voice=Pass', 0, 'root'],
      ['by', 'by', 'ADP', '_', 5, 'case'],
      ['Oslo', 'Oslo', 'PROPN', '_', 3, 'obl'],
    ]);
    expect(clauseOf(tree, words('en'), 2)).toMatchObject({ theme: 0, passive: true, agent: 4 });
  });

  it('is planned with “will” and “are to”, desired with “should”, denied with “not”', () => {
    const will = treeOf('en', [
      ['They', 'they', 'PRON', '_', 4, 'nsubj'],
      ['will', 'will', 'AUX', 'VerbForm=Fin', 4, 'aux'],
      ['not', 'not', 'PART', '_', 4, 'advmod'],
      ['pay', 'pay', 'VERB', 'VerbForm=Inf', 0, 'root'],
    ]);
    expect(clauseOf(will, words('en'), 3)).toMatchObject({ mood: 'planned', negative: true, future: 1 });
    const areTo = treeOf('en', [
      ['They', 'they', 'PRON', '_', 4, 'nsubj'],
      ['are', 'be', 'AUX', 'Mood=Ind|Tense=Pres|VerbForm=Fin', 4, 'cop'],
      ['to', 'to', 'PART', '_', 4, 'mark'],
      ['pay', 'pay', 'VERB', 'VerbForm=Inf', 0, 'root'],
    ]);
    expect(clauseOf(areTo, words('en'), 3)).toMatchObject({ mood: 'planned' });
  });

  it('shares the auxiliary of the verb it is coordinated with', () => {
    const tree = treeOf('en', [
      ['They', 'they', 'PRON', '_', 3, 'nsubj'],
      ['will', 'will', 'AUX', 'VerbForm=Fin', 3, 'aux'],
      ['plan', 'plan', 'VERB', 'VerbForm=Inf', 0, 'root'],
      ['it', 'it', 'PRON', '_', 3, 'obj'],
      ['and', 'and', 'CCONJ', '_', 6, 'cc'],
      ['pay', 'pay', 'VERB', 'VerbForm=Inf', 3, 'conj'],
    ]);
    const first = clauseOf(tree, words('en'), 2);
    expect(clauseOf(tree, words('en'), 5, { clause: first, subject: first.subject })).toMatchObject({
      mood: 'planned',
      subject: 0,
    });
  });

  it('takes a Russian perfective in a present form for the future, whatever its tags', () => {
    const tree = treeOf('ru', [
      ['Стороны', 'сторона', 'NOUN', 'Case=Nom', 2, 'nsubj'],
      ['обеспечат', 'обеспечат', 'NOUN', '_', 0, 'root'],
      ['ввод', 'ввод', 'NOUN', 'Case=Acc', 2, 'obj'],
    ]);
    expect(tree.lemma(1)).toBe('обеспечить');
    expect(clauseOf(tree, words('ru'), 1)).toMatchObject({ mood: 'planned', future: 1, subject: 0 });
  });
});

describe('a mended tree', () => {
  it('joins a bare infinitive to its list, not to the finite verb', () => {
    const tree = treeOf('en', [
      ['They', 'they', 'PRON', '_', 2, 'nsubj'],
      ['agreed', 'agree', 'VERB', PAST, 0, 'root'],
      ['to', 'to', 'PART', '_', 4, 'mark'],
      ['build', 'build', 'VERB', 'VerbForm=Inf', 2, 'xcomp'],
      ['it', 'it', 'PRON', '_', 4, 'obj'],
      [',', ',', 'PUNCT', '_', 7, 'punct'],
      ['develop', 'develop', 'VERB', 'VerbForm=Inf', 2, 'conj'],
      ['ties', 'tie', 'NOUN', '_', 7, 'obj'],
    ]);
    expect(tree.head(6)).toBe(3);
  });

  it('finds the verb that was taken for part of a noun phrase', () => {
    const tree = treeOf('en', [
      ['They', 'they', 'PRON', '_', 2, 'nsubj'],
      ['agreed', 'agree', 'VERB', PAST, 0, 'root'],
      ['to', 'to', 'PART', '_', 4, 'mark'],
      ['simplify', 'simplify', 'VERB', 'VerbForm=Inf', 2, 'xcomp'],
      ['rules', 'rule', 'NOUN', '_', 4, 'obj'],
      ['and', 'and', 'CCONJ', '_', 8, 'cc'],
      ['digitise', 'digitise', 'NOUN', '_', 8, 'compound'],
      ['papers', 'paper', 'NOUN', '_', 5, 'conj'],
    ]);
    expect(tree.upos(6)).toBe('VERB');
    expect([tree.head(6), tree.head(7)]).toEqual([3, 6]);
  });

  it('lets a report behind its words govern them', () => {
    const tree = treeOf(
      'en',
      [
        ['Oslo', 'Oslo', 'PROPN', '_', 3, 'nsubj'],
        ['is', 'be', 'AUX', 'Mood=Ind|Tense=Pres|VerbForm=Fin', 3, 'cop'],
        ['ready', 'ready', 'ADJ', '_', 0, 'root'],
        [',', ',', 'PUNCT', '_', 6, 'punct'],
        ['she', 'she', 'PRON', '_', 6, 'nsubj'],
        ['said', 'say', 'VERB', PAST, 3, 'parataxis'],
      ],
      ['say'],
    );
    expect([tree.head(5), tree.head(2), tree.relation(2)]).toEqual([-1, 5, 'ccomp']);
  });
});

describe('a range', () => {
  it('leaves out the condition that the action hangs on', () => {
    const tree = treeOf('en', [
      ['extend', 'extend', 'VERB', 'VerbForm=Inf', 0, 'root'],
      ['it', 'it', 'PRON', '_', 1, 'obj'],
      ['if', 'if', 'SCONJ', '_', 5, 'mark'],
      ['tourists', 'tourist', 'NOUN', '_', 5, 'nsubj'],
      ['come', 'come', 'VERB', 'Tense=Pres|VerbForm=Fin', 1, 'advcl'],
    ]);
    const whole = rangeOf(tree, 0, () => false);
    expect(withoutCondition(tree, words('en'), 0, whole)).toEqual({ range: { first: 0, last: 1 }, conditional: true });
  });
});

describe('mending', () => {
  it('gives what is reported its predicate back, where that was taken for a participle of its subject', () => {
    const tree = treeOf('en', [
      ['Talks', 'talk', 'NOUN', '_', 9, 'nsubj'],
      ['in', 'in', 'ADP', '_', 3, 'case'],
      ['Oslo', 'Oslo', 'PROPN', '_', 1, 'nmod'],
      ['touched', 'touch', 'VERB', 'Tense=Past|VerbForm=Part', 3, 'acl'],
      ['fish', 'fish', 'NOUN', '_', 4, 'obj'],
      [',', ',', 'PUNCT', '_', 9, 'punct'],
      ['the', 'the', 'DET', '_', 8, 'det'],
      ['King', 'king', 'NOUN', '_', 9, 'nsubj'],
      ['said', 'say', 'VERB', PAST, 0, 'root'],
    ]);
    expect([tree.relation(3), tree.relation(0)]).toEqual(['ccomp', 'nsubj']);
    expect(tree.children(8)).toEqual([3, 5, 7]);
    expect(tree.children(3)).toContain(0);
  });
});
