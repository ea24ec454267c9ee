import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../model/index.ts';
import type { Filing } from './index.ts';
import {
  documentsOfPair,
  fileAll,
  findDocument,
  findingsOfPair,
  listPairs,
  openRegister,
  refile,
  searchDocuments,
} from './index.ts';

test('smoke', async () => {
  const r = await openRegister(join(mkdtempSync(join(tmpdir(), 'reg-')), 'r.sqlite'));
  const document = documentOf('Road built.\n\nThey agreed to build a road.', { publishedAt: '2021-03-02' });
  const filing: Filing = {
    document,
    title: 'Road built.',
    reading: {
      reader: '1',
      document: { id: document.id, kind: 'readout', language: 'en' },
      actorMentions: [],
      meetings: [],
      statements: [],
      commitments: [],
      instruments: [],
      progress: [],
    },
    findings: [
      {
        id: `${document.id}-c1-2`,
        kind: 'commitment',
        ordinal: 0,
        date: '2021-03-02',
        pairs: ['KAZ-KGZ'],
        areas: ['transport'],
        words: 'x',
        item: {
          spans: [[1, 2]],
          parties: ['KAZ'],
          beneficiaries: [],
          areas: ['transport'],
          strength: 3,
          conditional: false,
          reaffirms: false,
          rule: 'x',
          confidence: 1,
        },
      },
    ],
    pairs: ['KAZ-KGZ'],
    actors: ['KAZ'],
    lemmas: { lemmas: ['road', 'build', '.'], starts: Uint32Array.of(0, 5, 10), ends: Uint32Array.of(4, 10, 11) },
  };
  expect(await fileAll(r, [filing], 'now')).toEqual(['added']);
  expect(await fileAll(r, [filing], 'now')).toEqual(['known']);
  console.log(await listPairs(r), await findingsOfPair(r, 'commitment', 'KAZ-KGZ', { areas: ['transport'] }));
  expect(await refile(r, filing)).toBe(true);
  console.log(await listPairs(r), await documentsOfPair(r, 'KAZ-KGZ'));
  console.log(
    JSON.stringify(
      await searchDocuments(
        r,
        { terms: [{ anyOf: [['road'], ['x']] }] },
        { pair: 'KAZ-KGZ', language: 'en', area: 'transport', from: '2020-01-01' },
      ),
    ),
  );
  console.log(await findDocument(r, document.id));
  await r.close();
});
