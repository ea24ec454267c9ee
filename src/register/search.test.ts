import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fileAll,
  type LemmaQuery,
  openRegister,
  type Register,
  refile,
  type SearchFilters,
  searchDocuments,
} from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const FILINGS = [
  sampleFiling(0, { words: 'open a border crossing at karasu' }),
  sampleFiling(1, { words: 'border trade and border control', date: '2022-05-26', areas: ['border'] }),
  sampleFiling(2, { words: 'мост через реку торгово_экономический', language: 'ru', parties: ['KAZ', 'UZB'] }),
  sampleFiling(3, { words: 'crossing the border is not and or near(\'x\') \\ "quoted"' }),
];

/** A query in short: words set apart by spaces must all occur, `+` joins a phrase, `|` separates alternatives. */
function query(short: string): LemmaQuery {
  return { terms: short.split(' ').map((term) => ({ anyOf: term.split('|').map((wording) => wording.split('+')) })) };
}

await describeOnStores('search', (store) => {
  let register: Register;

  beforeAll(async () => {
    register = await openRegister(await store.newPlace());
    await fileAll(register, FILINGS, linkToFirst, '2026-01-01T00:00:00Z');
  });
  afterAll(() => register.close());

  async function found(short: string, filters: SearchFilters = {}): Promise<string[]> {
    const { hits } = await searchDocuments(register, query(short), filters);
    return hits.map(({ document }) => document.title.replace('Talk ', '')).sort();
  }

  describe('what is found', () => {
    test.for([
      ['border', ['0', '1', '3']],
      ['border crossing', ['0', '3']],
      ['border+crossing', ['0']],
      ['karasu|trade', ['0', '1']],
      ['border trade|karasu', ['0', '1']],
      ['мост', ['2']],
      ['торгово_экономический', ['2']],
      ['торгово', []],
      ['bord', []],
      ['nowhere', []],
      ["near('x')", ['3']],
    ] as const)('%s', async ([short, expected]) => {
      expect(await found(short)).toEqual(expected);
    });

    test.for([
      [{ pair: 'KAZ-UZB' }, []],
      [{ pair: 'KAZ-KGZ' }, ['0', '1', '3']],
      [{ actor: 'KGZ' }, ['0', '1', '3']],
      [{ area: 'border' }, ['1']],
      [{ language: 'ru' }, []],
      [{ from: '2022-01-01' }, ['1']],
      [{ to: '2021-12-31' }, ['0', '3']],
      [{ pair: 'KAZ-KGZ', area: 'transport', language: 'en', from: '2021-01-01', to: '2021-12-31' }, ['0', '3']],
    ] as const)('border, within %o', async ([filters, expected]) => {
      expect(await found('border', filters)).toEqual(expected);
    });
  });

  test('nothing is looked for: nothing is found', async () => {
    expect(await searchDocuments(register, { terms: [] }, {})).toEqual({ hits: [], more: false });
  });

  test('pages, and the tokens for marks', async () => {
    const first = await searchDocuments(register, query('border'), {}, { limit: 2 });
    const second = await searchDocuments(register, query('border'), {}, { offset: 2, limit: 2 });
    expect([first.hits.length, first.more, second.hits.length, second.more]).toEqual([2, true, 1, false]);
    const [hit] = first.hits;
    const token = hit?.lemmas.indexOf('border') ?? -1;
    expect(hit?.text.slice(hit.starts[token], hit.ends[token])).toBe('border');
  });

  test('a new reading replaces the words of the old', async () => {
    await fileAll(register, [sampleFiling(9, { words: 'first' })], linkToFirst, 'now');
    const filing = sampleFiling(9, { words: 'first' });
    await refile(register, { ...filing, lemmas: { ...filing.lemmas, lemmas: ['talk9', 'second'] } }, linkToFirst);
    expect([await found('first'), await found('second')]).toEqual([[], ['9']]);
  });

  test('a token without a lemma keeps its place and is not looked for', async () => {
    const filing = sampleFiling(4, { words: 'ferry harbour' });
    const [first = '', ...rest] = filing.lemmas.lemmas;
    await fileAll(
      register,
      [{ ...filing, lemmas: { ...filing.lemmas, lemmas: ['', ...rest] } }],
      linkToFirst,
      '2026-01-01T00:00:00Z',
    );
    expect(await found('ferry+harbour')).toEqual(['4']);
    expect(await found(first)).toEqual([]);
  });
});
