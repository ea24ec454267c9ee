import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everyDocument, findingsOfDocument, findPair, openRegister, type Register, searchDocuments } from './index.ts';
import { sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const ADDER = fileURLToPath(new URL('./testing/adder.ts', import.meta.url));
const KILLS = 20;
const BATCH = 3;

/** Lets a process add documents from a number on and kills it in the middle; gives the numbers that it said were on disk. */
async function addUntilKilled(place: string, first: number, batches: number): Promise<number[]> {
  const adder = spawn(process.execPath, [ADDER, place, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const numbers: number[] = [];
  for await (const line of createInterface({ input: adder.stdout })) {
    const number = Number(line);
    for (let index = 0; index < BATCH; index++) numbers.push(number + index);
    if (numbers.length !== batches * BATCH) continue;
    await sleep(Math.random() * 6);
    adder.kill('SIGKILL');
  }
  return numbers;
}

async function expectWhole(register: Register, acknowledged: readonly number[]): Promise<void> {
  const stored = new Map<string, number>();
  let commitments = 0;
  for await (const { document, reading } of everyDocument(register)) {
    stored.set(document.id, reading.commitments.length);
    commitments += reading.commitments.length;
  }
  for (const number of acknowledged) expect(stored.has(sampleFiling(number).document.id)).toBe(true);
  expect(stored.size % BATCH).toBe(0);
  expect(await findPair(register, 'KAZ-KGZ')).toMatchObject({ documents: stored.size, commitments });
  for (const number of acknowledged.slice(-BATCH)) {
    const { document } = sampleFiling(number);
    expect(await findingsOfDocument(register, document.id)).toHaveLength(3);
    const { hits } = await searchDocuments(register, { terms: [{ anyOf: [[`talk${number}`]] }] }, {});
    expect(hits.map((hit) => hit.document.id)).toEqual([document.id]);
  }
}

await describeOnStores('several processes', (store) => {
  test('make one new register and fill it with the same documents at the same time', { timeout: 60_000 }, async () => {
    const place = await store.newPlace();
    const numbers = await Promise.all([5, 6, 7].map((batches) => addUntilKilled(place, 0, batches)));
    const register = await openRegister(place);
    await expectWhole(register, numbers.flat());
    await register.close();
  });

  test(`killed ${KILLS} times while adding: what was acknowledged is there, nothing is torn`, {
    timeout: 240_000,
  }, async () => {
    const place = await store.newPlace();
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await addUntilKilled(place, kill * 1000, 1 + (kill % 7))));
      const register = await openRegister(place);
      await expectWhole(register, acknowledged);
      await register.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * BATCH);
  });
});
