import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';
import type { Env } from './env.ts';

const app = new Hono<Env>().get('/', (context) => context.text(addressOf(context, ['127.0.0.1', '10.0.0.2'])));

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test.each([
  ['nothing is told', '192.0.2.7', undefined, '192.0.2.7'],
  ['a proxy tells it', '127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['a proxy tells it over IPv6', '::ffff:127.0.0.1', '2001:db8::7', '2001:db8::7'],
  ['a proxy adds to what the client made up', '127.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
  ['two proxies tell it', '127.0.0.1', '198.51.100.1, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
  ['the client itself tells it', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['a proxy tells nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['a proxy tells only of proxies', '127.0.0.1', '10.0.0.2', '127.0.0.1'],
])('the address of a request where %s', async (_, peer, told, expected) => {
  const headers = told === undefined ? {} : { 'x-forwarded-for': told };
  expect(await (await app.request('/', { headers }, from(peer))).text()).toBe(expected);
});

test('a request without a connection has none', async () => {
  expect(await (await app.request('/')).text()).toBe('');
});
