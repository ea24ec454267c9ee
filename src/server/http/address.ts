import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { PageContext } from './env.ts';

/**
 * The network address that a request comes from; '' where it is not known. What a proxy says of it (`X-Forwarded-For`) counts only where the
 * proxy is one of those that are trusted: anybody can write the header.
 */
export function addressOf(context: PageContext, proxies: readonly string[]): string {
  const peer = peerOf(context);
  if (!proxies.includes(peer)) return peer;
  const told = context.req.header('x-forwarded-for')?.split(',').map(plain).reverse() ?? [];
  const first = told.find((address) => !proxies.includes(address));
  return first !== undefined && isIP(first) !== 0 ? first : peer;
}

function peerOf(context: PageContext): string {
  // Requests of tests come without a connection.
  const connection: unknown = context.env;
  if (typeof connection !== 'object' || connection === null || !('incoming' in connection)) return '';
  return plain(getConnInfo(context).remote.address ?? '');
}

/** An IPv4 address as such, where a socket of IPv6 tells it. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
}
