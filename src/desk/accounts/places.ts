import { isIP } from 'node:net';

/**
 * What tries to log in are counted by: the address itself of IPv4; of IPv6 the network that it is in, its first 64 bits, since whoever has one
 * address there has all of them.
 */
export function placeOf(address: string): string {
  if (isIP(address) !== 6) return address;
  // Read as an address of the web, which has one way of writing each.
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [before = [], after] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':')));
  const zeros = after === undefined ? 0 : 8 - before.length - after.length;
  return `${[...before, ...Array<string>(zeros).fill('0'), ...(after ?? [])].slice(0, 4).join(':')}::/64`;
}
