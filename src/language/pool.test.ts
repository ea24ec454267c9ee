import { afterAll, describe, expect, test } from 'vitest';
import { ParsePool, parse, toConllu } from './index.ts';

const TEXTS = Array.from({ length: 12 }, (_, index) => ({
  text: `The delegation of country ${index} met the minister. They signed ${index + 2} documents.`,
  language: 'en' as const,
}));

describe('ParsePool', () => {
  const pool = new ParsePool({ threads: 2, queue: 3 });
  afterAll(() => pool.close());

  test('gives what one thread gives, in order', async () => {
    const found: string[] = [];
    for await (const doc of pool.parseAll(TEXTS)) found.push(toConllu(doc));
    expect(found).toEqual(TEXTS.map(({ text, language }) => toConllu(parse(text, language))));
  });

  test('draws no more items than its queue holds', async () => {
    let drawn = 0;
    function* items(): Generator<{ text: string; language: 'en' }> {
      for (const item of TEXTS) {
        drawn++;
        yield item;
      }
    }
    const parsed = pool.parseAll(items());
    await parsed.next();
    expect(drawn).toBe(3);
    for await (const _ of parsed);
    expect(drawn).toBe(TEXTS.length);
  });

  test('speaks several languages at once', async () => {
    const [english, russian] = await Promise.all([
      pool.parse('They agreed.', 'en'),
      pool.parse('Они договорились.', 'ru'),
    ]);
    expect(english.length).toBe(3);
    expect(russian.language).toBe('ru');
  });

  test('rejects what is given to it when it is closed', async () => {
    const closed = new ParsePool({ threads: 1 });
    await closed.close();
    await expect(closed.parse('They agreed.', 'en')).rejects.toMatchObject({ code: 'conflict' });
  });
});
