import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDesk, loadExamples, openDesk } from './index.ts';
import { packRecord, unpackRecord } from './packed-record.ts';
import { pairRecord } from './pair-record.ts';
import { requirePair } from './pairs.ts';

test('a record comes out as it was packed, each mention one object', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-packed-'));
  const desk = await openDesk({ database: join(folder, 'register.sqlite') });
  try {
    await loadExamples(desk);
    const record = await pairRecord(desk.register, 'KAZ-KGZ', (await requirePair(desk, 'KAZ-KGZ')).revision);
    const packed = packRecord(record);
    const unpacked = unpackRecord(packed);
    expect(unpacked).toEqual(record);
    expect(packed.length).toBeLessThan(JSON.stringify(record).length / 5);
    const told = new Set<unknown>(unpacked.progress);
    const evidence = unpacked.commitments.flatMap((one) => one.evidence.map(({ mention }) => mention));
    expect(evidence.some((mention) => told.has(mention))).toBe(true);
  } finally {
    await closeDesk(desk);
    rmSync(folder, { recursive: true, force: true });
  }
});
