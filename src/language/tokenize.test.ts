import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../model/index.ts';
import { tokenize } from './index.ts';

/** Tokens joined by spaces, a sentence a line. */
function cut(text: string, language: Language): string[] {
  const doc = tokenize(text, language);
  return Array.from({ length: doc.sentenceCount }, (_, sentence) => {
    const [first, end] = doc.sentenceRange(sentence);
    return Array.from({ length: end - first }, (_, index) => doc.form(first + index)).join(' ');
  });
}

describe('tokens', () => {
  test.each<[Language, string, string]>([
    ['en', "They don't, can't and won't.", "They do n't , ca n't and wo n't ."],
    ['en', 'It’s Asia’s; they’ve said we’ll see.', 'It ’s Asia ’s ; they ’ve said we ’ll see .'],
    ['en', 'One cannot go.', 'One can not go .'],
    ['en', 'a long-term, non-aggression pact', 'a long - term , non-aggression pact'],
    ['en', 'Mr. Lee and Dr. S. Omarov', 'Mr. Lee and Dr. S. Omarov'],
    ['en', 'trade of 3,000.5 bn, up 12%', 'trade of 3,000.5 bn , up 12 %'],
    ['en', 'at 7:30 p.m. on 11/28/2000', 'at 7:30 p.m. on 11/28/2000'],
    ['en', 'the U.S. and the U.K.', 'the U.S. and the U.K.'],
    ['en', 'see gov.kz, 24.kg, https://a.example/b?c=d.', 'see gov.kz , 24.kg , https://a.example/b?c=d .'],
    ['en', 'write to a.b@c.example!', 'write to a.b@c.example !'],
    ['en', '10km of road, 5pm', '10 km of road , 5 pm'],
    ['en', 'AT&T @handle #tag #1', 'AT&T @handle #tag # 1'],
    ['en', 'Good 👍🏽 news 🇰🇿 :)', 'Good 👍🏽 news 🇰🇿 :)'],
    ['en', '5\u00a0million\u200btonnes', '5 million tonnes'],
    ['ru', 'северо-западный 1-й из-за', 'северо-западный 1-й из-за'],
    ['ru', 'т.е. им. Абая, в г. Алматы', 'т. е. им. Абая , в г. Алматы'],
    ['ru', 'А.С. Орлов и С. Жумабаев', 'А. С. Орлов и С. Жумабаев'],
    ['ru', 'на 1,5 млн. тонн («Газ»)', 'на 1,5 млн. тонн ( « Газ » )'],
    ['kk', '2021 ж. 5-наурызда сондай-ақ', '2021 ж. 5 - наурызда сондай-ақ'],
    ['ky', '7-октябрда Ысык-Көлдө', '7 - октябрда Ысык-Көлдө'],
  ])('%s: %s', (language, text, tokens) => {
    expect(cut(text, language).join(' ')).toBe(tokens);
  });
});

type Example = readonly [language: Language, text: string, begins: readonly string[], mark: 'easy' | 'hard'];

/** Texts and the words that begin their sentences. The hard ones are cut wrongly by `Intl.Segmenter`. */
const SENTENCES: readonly Example[] = [
  ['en', 'The sides met. They agreed on trade.', ['The', 'They'], 'easy'],
  ['en', 'Talks were led by Mr. Adams and Gen. Baker of the U.S. Army.', ['Talks'], 'hard'],
  ['en', 'The minister, S. Omarov, left.', ['The'], 'hard'],
  ['en', 'It covers roads, rail, etc. The rest follows.', ['It', 'The'], 'easy'],
  ['en', 'The presidents met their neighbours.The talks went well.', ['The', 'The'], 'hard'],
  ['en', 'See the site gov.kz for No. 5 of the list.', ['See'], 'easy'],
  ['en', '“We agree.” The guest left.', ['“', 'The'], 'easy'],
  ['en', '"Will they come?" he asked.', ['"'], 'hard'],
  ['en', 'ASTANA. KAZINFORM – The council met today.', ['ASTANA', 'The'], 'hard'],
  ['en', 'LIMA, May 4 (Andina) — The council met today.', ['LIMA', 'The'], 'hard'],
  // Capitals without a dash: told in one pass, whatever their length.
  ['en', `${'MINISTERS OF THE TWO STATES MET AND AGREED '.repeat(15)}.`, ['MINISTERS'], 'easy'],
  ['en', 'OPEC – the group of exporters – met today.', ['OPEC'], 'easy'],
  ['ru', 'АШХАБАД, 4 мая – Министры провели встречу.', ['АШХАБАД', 'Министры'], 'hard'],
  ['en', 'Talks in Ulaanbaatar\n\nThe two ministers met', ['Talks', 'The'], 'easy'],
  ['en', 'The sides:\n1. agree to meet.\n2. open a bridge.', ['The', '1', '2'], 'easy'],
  ['en', 'a line that was wrapped by hand somewhere near its\neightieth column goes on.', ['a'], 'hard'],
  ['ru', 'Встреча прошла в г. Бишкек. Стороны обсудили торговлю.', ['Встреча', 'Стороны'], 'hard'],
  ['ru', 'Министр С. Жумабаев прибыл.', ['Министр'], 'hard'],
  ['ru', 'Обсуждены газ, нефть и т.д. Они довольны.', ['Обсуждены', 'Они'], 'easy'],
  ['ru', 'БИШКЕК, 27 января. /Кабар/. Президент принял посла.', ['БИШКЕК', 'Президент'], 'hard'],
  ['ru', '«Мы согласны!» — сказал гость. Все ушли.', ['«', 'Все'], 'easy'],
  ['ru', '— Да! — сказал он.\n— Нет.', ['—', '—'], 'easy'],
  ['kk', 'Кездесу 2021 ж. 5 наурызда өтті. Тараптар келісті.', ['Кездесу', 'Тараптар'], 'easy'],
  ['ky', 'Жолугушуу өттү. Тараптар макулдашты.', ['Жолугушуу', 'Тараптар'], 'easy'],
];

function begins(text: string, language: Language): string[] {
  const doc = tokenize(text, language);
  return Array.from(doc.tokens.sentenceStarts, (token) => doc.form(token));
}

function segmenterBegins(text: string, language: Language): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  return segments
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment }) => tokenize(segment, language).form(0));
}

describe('sentences', () => {
  test.each(SENTENCES)('%s: %s', (language, text, expected) => {
    expect(begins(text, language)).toEqual(expected);
  });

  test.each(SENTENCES.filter(([, , , mark]) => mark === 'hard'))(
    'Intl.Segmenter alone is not enough: %s: %s',
    (language, text, expected) => {
      expect(segmenterBegins(text, language)).not.toEqual(expected);
    },
  );

  test('have 200 tokens at most, cut at the best punctuation', () => {
    const doc = tokenize('word, '.repeat(150) + 'word; '.repeat(60) + 'word '.repeat(900), 'en');
    for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
      const [first, end] = doc.sentenceRange(sentence);
      expect(end - first).toBeLessThanOrEqual(200);
    }
    expect(doc.form(doc.sentenceRange(0)[1] - 1)).toBe(',');
  });
});

describe('any string', () => {
  const language = fc.constantFrom<Language>('en', 'ru', 'kk', 'ky');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(...' .,!?-–—\'"«»()/:;@#&0123abcАБВгдең\n\r\t\u00a0😀\ud800\u0301'),
      maxLength: 200,
    }),
    fc
      .array(fc.constantFrom('Mr.', 'т.д.', 'U.S.', '1.', '\n\n', ' ', "n't", '...', 'и', '»', 'https://', '@', 'a.b'))
      .map((parts) => parts.join('')),
  );

  test('is cut into ordered tokens that cover all but space', () => {
    fc.assert(
      fc.property(text, language, (text, language) => {
        const doc = tokenize(text, language);
        let at = 0;
        for (let token = 0; token < doc.length; token++) {
          expect(doc.startOf(token)).toBeGreaterThanOrEqual(at);
          expect(doc.endOf(token)).toBeGreaterThan(doc.startOf(token));
          expect(text.slice(at, doc.startOf(token))).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          at = doc.endOf(token);
        }
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
    );
  });

  test('has sentences that begin at 0, ascend and hold a token each', () => {
    fc.assert(
      fc.property(text, language, (text, language) => {
        const doc = tokenize(text, language);
        const starts = [...doc.tokens.sentenceStarts];
        expect(starts[0] ?? 0).toBe(0);
        expect(starts.length > 0).toBe(doc.length > 0);
        starts.forEach((start, index) => {
          expect(start).toBeLessThan(starts[index + 1] ?? doc.length);
        });
      }),
    );
  });

  test('takes time in proportion to its length', () => {
    for (const piece of ['a.', 'a-', "a'", '@a', '.', '1.', 'A.', '»', '&a', '"a" ']) {
      const long = piece.repeat(200_000 / piece.length);
      const begin = performance.now();
      tokenize(long, 'en');
      expect(performance.now() - begin, piece).toBeLessThan(5000);
    }
  });
});
