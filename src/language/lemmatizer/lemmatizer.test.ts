import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UPOS, type Upos } from '../doc.ts';
import { readModelBytes } from '../model-bytes.ts';
import { applyScript, readScript, scriptOf, writeScript } from './edit-script.ts';
import { lemmatizerFrom } from './index.ts';
import { fillKeys, LEVELS, seedsOf } from './keys.ts';
import { modelOf, readModel, writeModel } from './model.ts';

describe('edit scripts', () => {
  test.each([
    ['talks', 'talk'],
    ['Agreements', 'agreement'],
    ['went', 'go'],
    ["n't", 'not'],
    ['ASTANA', 'Astana'],
    ['наибольший', 'большой'],
    ['Бишкеке', 'Бишкек'],
  ])('%s → %s', (form, lemma) => {
    const script = readScript(writeScript(scriptOf(form, lemma)));
    expect(applyScript(script, form)).toBe(lemma);
  });

  test('of any two strings make the one of the other, but for case', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (form, lemma) => {
        expect(applyScript(scriptOf(form, lemma), form)?.toLowerCase()).toBe(lemma.toLowerCase());
      }),
    );
  });
});

describe('models', () => {
  const keys = new Uint32Array(LEVELS);
  fillKeys(keys, 'talks', 'talks', seedsOf(UPOS.indexOf('NOUN'), '', new Set()));
  const model = modelOf([scriptOf('talks', 'talk')], ['Number'], new Map([[keys[4]!, 0]]));

  test('are read as they were written', () => {
    expect(readModel(writeModel(model))).toEqual(model);
  });

  test.each([
    ['foreign', new TextEncoder().encode('%PDF-1.7 and more that is no model')],
    ['empty', new Uint8Array(0)],
    ['truncated', writeModel(model).subarray(0, -3)],
    ['cut in the header', writeModel(model).subarray(0, 40)],
  ])('that are %s are refused', (_, bytes) => {
    expect(() => readModel(bytes)).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });

  test('use the most special key: an ending before the part of speech', () => {
    const lemmatizer = lemmatizerFrom(writeModel(model));
    expect(lemmatizer.lemma('walks', UPOS.indexOf('NOUN'), '')).toBe('walk');
    expect(lemmatizer.lemma('Walk', UPOS.indexOf('NOUN'), '')).toBe('walk');
  });
});

describe('lemmas', () => {
  test.each<['en' | 'ru', string, Upos, string, string]>([
    ['en', 'agreed', 'VERB', 'Mood=Ind|Tense=Past|VerbForm=Fin', 'agree'],
    ['en', 'countries', 'NOUN', 'Number=Plur', 'country'],
    ['en', 'met', 'VERB', 'Mood=Ind|Tense=Past|VerbForm=Fin', 'meet'],
    ['en', 'Presidents', 'NOUN', 'Number=Plur', 'president'],
    ['en', 'Bishkek', 'PROPN', 'Number=Sing', 'Bishkek'],
    ['ru', 'переговоров', 'NOUN', 'Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur', 'переговоры'],
    ['ru', 'сторон', 'NOUN', 'Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur', 'сторона'],
    [
      'ru',
      'договорились',
      'VERB',
      'Aspect=Perf|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Mid',
      'договориться',
    ],
    ['ru', 'торговое', 'ADJ', 'Case=Acc|Degree=Pos|Gender=Neut|Number=Sing', 'торговый'],
  ])('%s: %s', (language, form, upos, feats, lemma) => {
    const lemmatizer = lemmatizerFrom(readModelBytes(language).lemmas);
    expect(lemmatizer.lemma(form, UPOS.indexOf(upos), feats)).toBe(lemma);
  });
});
