import { describe, expect, test } from 'vitest';
import { fromConllu, toConllu, tokenize } from '../index.ts';

const CONLLU = `# newpar
# sent_id = 1
# text = They don't agree (yet).
1\tThey\tthey\tPRON\t_\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tagree\tagree\tVERB\t_\tVerbForm=Inf\t0\troot\t_\t_
5\t(\t(\tPUNCT\t_\t_\t6\tpunct\t_\tSpaceAfter=No
6\tyet\tyet\tADV\t_\t_\t4\tadvmod\t_\tSpaceAfter=No
7\t)\t)\tPUNCT\t_\t_\t6\tpunct\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# newpar
# sent_id = 2
# text = Talks follow
1\tTalks\ttalk\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_
2\tfollow\tfollow\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_

`;

describe('fromConllu', () => {
  test('lays out the raw text, with paragraphs and surface tokens', () => {
    const doc = fromConllu(CONLLU, 'en');
    expect(doc.text).toBe("They don't agree (yet).\n\nTalks follow");
    expect([doc.form(1), doc.form(2)]).toEqual(['do', "n't"]);
    expect(doc.lemma(2)).toBe('not');
    expect(doc.head(3)).toBe(-1);
    expect([doc.head(8), doc.deprel(8)]).toEqual([9, 'nsubj']);
    expect(doc.sentenceCount).toBe(2);
  });

  test('shares out the letters of a surface token whose words are written otherwise', () => {
    const line = (id: string, form: string, head: number) => `${id}\t${form}\t_\tX\t_\t_\t${head}\tdep\t_\t_`;
    const doc = fromConllu(`1-2\tau\t_\t_\t_\t_\t_\t_\t_\t_\n${line('1', 'à', 0)}\n${line('2', 'le', 1)}\n`, 'en');
    expect([doc.form(0), doc.form(1)]).toEqual(['a', 'u']);
  });

  test('leaves empty nodes out', () => {
    expect(fromConllu(CONLLU.replace('5\t(', '4.1\tdo\tdo\tAUX\t_\t_\t_\t_\t_\t_\n5\t('), 'en').length).toBe(10);
  });

  test.each([
    ['too few columns', '1\tThey\tthey\n'],
    ['numbers that do not ascend', '2\tThey\tthey\tPRON\t_\t_\t0\troot\t_\t_\n'],
    ['a head that is no number', '1\tThey\tthey\tPRON\t_\t_\tx\troot\t_\t_\n'],
    ['a head outside the sentence', '1\tThey\tthey\tPRON\t_\t_\t7\troot\t_\t_\n'],
  ])('refuses %s', (_, conllu) => {
    expect(() => fromConllu(conllu, 'en')).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('toConllu', () => {
  test('writes what fromConllu read', () => {
    expect(toConllu(fromConllu(CONLLU, 'en'))).toBe(CONLLU);
  });

  test('writes tokens alone where there are no trees', () => {
    expect(toConllu(tokenize('They met.', 'en'))).toBe(
      '# newpar\n# sent_id = 1\n# text = They met.\n' +
        '1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n',
    );
  });

  test('gives nothing for nothing', () => {
    expect(toConllu(tokenize('', 'en'))).toBe('');
  });
});
