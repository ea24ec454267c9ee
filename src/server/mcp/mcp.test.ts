import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleSite, exampleSite } from '../testing/example.ts';
import { createMcpServer } from './index.ts';

let site: ExampleSite;
const client = new Client({ name: 'test', version: '1' });

beforeAll(async () => {
  site = await exampleSite();
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([createMcpServer(site.desk, '1').connect(far), client.connect(near)]);
}, 120_000);
afterAll(async () => {
  await client.close();
  await site.close();
});

async function ask(name: string, args: Record<string, unknown>): Promise<string> {
  const { content } = await client.callTool({ name, arguments: args });
  return JSON.stringify(content);
}

describe('an assistant', () => {
  test('finds the tools', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search', 'commitments', 'brief', 'compare', 'document']);
  });

  test.each([
    ['search', { words: 'border crossing' }, /permalink.*#s=\d+-\d+/],
    ['commitments', { state: 'Kazakhstan', other: 'Кыргызстан', status: 'fulfilled' }, /statusRule.*mentions/],
    ['brief', { state: 'KAZ', other: 'KGZ', for: 'KAZ' }, /\/documents\/\w+#s=/],
    ['commitments', { state: 'KAZ', other: 'Atlantis' }, /no state or organization is known as/],
    ['document', { id: 'none' }, /the register has no document/],
  ])('asks %s', async (name, args, expected) => {
    expect(await ask(name, args)).toMatch(expected);
  });
});
