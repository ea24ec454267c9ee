import { describe, expect, it } from 'vitest';
import { ModelFile } from './model-file.ts';
import { Net } from './net.ts';
import { randomModel } from './random-model.ts';
import { referenceScores } from './reference-net.ts';

const SENTENCES = [
  ['The', 'two', 'ministers', 'met', 'in', 'Osh', 'on', '5', 'May', '.'],
  ['They', 'agreed', 'to', 'meet', 'again', '.'],
  ['Agreed', '.'],
  ['!'],
];
/** What integers and the approximated functions may add up to in scores of a size around 1. */
const TOLERANCE = 0.03;

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  for (const [at, value] of expected.entries()) expect(Math.abs(actual[at]! - value)).toBeLessThan(TOLERANCE);
}

describe('the net', () => {
  const file = new ModelFile(randomModel('en', ['the', 'met', 'ministers', '.']));
  const net = new Net(file);
  const rows = SENTENCES.flat().length;
  const sentences = SENTENCES.map((forms) => Int32Array.from(forms, (form) => net.types.slot(form)));
  net.run({ sentences, rows });

  for (const [sentence, forms] of SENTENCES.entries()) {
    const reference = referenceScores(file, forms);

    it(`scores tags as plain arithmetic does: ${forms.join(' ')}`, () => {
      const scores = net.tagScores(rows);
      for (const [token, expected] of reference.tags.entries())
        expectClose(scores.subarray(net.rowOf(sentence, token) * net.tagWidth), expected);
    });

    it(`scores arcs as plain arithmetic does: ${forms.join(' ')}`, () => {
      expectClose(net.arcScores(sentence, forms.length), reference.arcs.flat());
    });

    it(`scores labels as plain arithmetic does: ${forms.join(' ')}`, () => {
      const last = forms.length - 1;
      const row = (token: number) => Int32Array.of(net.rowOf(sentence, token));
      expectClose(net.labelScores(row(0), row(last)), reference.label(0, last));
    });
  }

  it('forgets forms when it knows too many, and goes on', () => {
    for (let at = 0; at < 20000; at++) {
      net.types.makeRoom(1);
      net.types.slot(`w${at}`);
    }
    net.types.makeRoom(10);
    const again = Int32Array.from(SENTENCES[1]!, (form) => net.types.slot(form));
    net.run({ sentences: [again], rows: again.length });
    expectClose(net.tagScores(1), referenceScores(file, SENTENCES[1]!).tags[0]!);
  });
});
