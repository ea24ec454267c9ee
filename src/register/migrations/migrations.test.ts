import { expect, test } from 'vitest';
import {
  changeMarking,
  fileAll,
  findPair,
  listDecisions,
  listDocuments,
  openRegister,
  searchDocuments,
  setting,
} from '../index.ts';
import { createFirst, insertOfFirst } from '../testing/first-version.ts';
import { linkToFirst, sampleFiling } from '../testing/sample-filing.ts';
import { describeOnStores } from '../testing/stores.ts';

const NOW = '2026-01-01T00:00:00Z';

await describeOnStores('a register of the first version', (store) => {
  test('is brought up to date with all that is in it, once', async () => {
    const place = await store.newPlace();
    const old = sampleFiling(1);
    await createFirst(place);
    await insertOfFirst(place, old);
    await (await openRegister(place)).close();
    const register = await openRegister(place);
    expect(await listDocuments(register)).toMatchObject([{ id: old.document.id, marking: 'public' }]);
    expect(await findPair(register, 'KAZ-KGZ')).toMatchObject({
      documents: 1,
      commitments: 2,
      firstDate: '2021-03-02',
    });
    expect(await listDecisions(register)).toMatchObject([{ subject: old.document.id, marking: 'public' }]);
    expect(await setting(register, 'key')).toBe('value');
    const found = async (clearance: 'public' | 'principals') => {
      const { hits } = await searchDocuments(register.at(clearance), { terms: [{ anyOf: [['talk1']] }] }, {});
      return hits.map(({ document }) => document.id);
    };
    expect(await found('public')).toEqual([old.document.id]);
    await fileAll(register, [old, sampleFiling(2)], linkToFirst, NOW);
    expect(await findPair(register, 'KAZ-KGZ')).toMatchObject({ documents: 2, commitments: 4 });
    await changeMarking(register, old.document.id, 'principals');
    expect(await found('principals')).toEqual([old.document.id]);
    const rows = await register.db.selectFrom('finding_pairs').select('marking').execute();
    expect(rows.map(({ marking }) => marking).sort()).toEqual([0, 0, 0, 2, 2, 2]);
    if (register.dialect.kind === 'postgres') expect(await found('public')).toEqual([]);
    await register.close();
  });
});
