import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsAt, isPublicAddress } from './fetch-address.ts';

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::127.0.0.1', false],
  ['::ffff:0:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::7f00:1', false],
  ['2001::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:4860:4860::8888', true],
  ['fec0::1', false],
  ['192.0.2.1', false],
  ['localhost', false],
])('%s is of the public internet: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

describe('documents at an address', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer(({ url }, answer) => {
      if (url === '/away') answer.writeHead(302, { location: 'http://10.0.0.1/' }).end();
      else if (url === '/file') answer.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else if (url === '/loop') answer.writeHead(302, { location: '/loop' }).end();
      else if (url === '/endless') setInterval(() => answer.write('{"text": "a"}\n'.repeat(100)), 5).unref();
      else if (url === '/gone') answer.writeHead(410).end();
      else answer.end('Talks in Astana\n\nKazakhstan and Kyrgyzstan agreed to build a road.');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const here = (address: string): boolean => address === '127.0.0.1';

  async function first(address: string, mayAsk?: (address: string) => boolean) {
    const { value } = await documentsAt(address, mayAsk).next();
    return value;
  }

  test('are read, and know where they come from', async () => {
    expect(await first(`${origin}/text`, here)).toMatchObject({
      kind: 'document',
      document: { url: `${origin}/text` },
    });
  });

  test.each([
    { bytes: 20_000, time: 60_000 },
    { bytes: 1_000_000_000, time: 100 },
  ])('are not waited for without end: %o', async (limits) => {
    const all = async () => {
      let count = 0;
      for await (const item of documentsAt(`${origin}/endless`, here, limits))
        count += item.kind === 'document' ? 1 : 0;
      return count;
    };
    await expect(all()).rejects.toMatchObject({ code: 'too-large' });
  });

  test.each([
    ['an address in digits', (o: string) => o, undefined, 'forbidden'],
    ['a name that leads to this machine', (o: string) => o.replace('127.0.0.1', 'localhost'), undefined, 'forbidden'],
    ['a redirection into a private network', (o: string) => `${o}/away`, here, 'forbidden'],
    ['a redirection to a file', (o: string) => `${o}/file`, here, 'bad-input'],
    ['redirections without end', (o: string) => `${o}/loop`, here, 'not-found'],
    ['a page that is gone', (o: string) => `${o}/gone`, here, 'not-found'],
    ['what is no address', () => 'file:///etc/passwd', here, 'bad-input'],
  ] as const)('%s is refused', async (_, addressOf, mayAsk, code) => {
    await expect(first(addressOf(origin), mayAsk)).rejects.toMatchObject({ code });
  });
});
