import { type LookupAddress, lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ReadoutError } from '../model/index.ts';
import { documentsOfStream, type SourceItem } from '../sources/index.ts';

const REDIRECTS = 3;
const TIMEOUT = 15_000;

/** So many bytes, and for so many milliseconds, are taken from one address: a site could go on for ever. */
interface Limits {
  readonly bytes: number;
  readonly time: number;
}
const LIMITS: Limits = { bytes: 100_000_000, time: 600_000 };

/** Networks that are nobody's business on the public internet (RFC 6890): this machine, private, link-local and reserved ones. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the public internet; IPv4 within IPv6 counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address may be asked; for tests another rule than `isPublicAddress` can be given. */
type MayAsk = (address: string) => boolean;

/**
 * The documents at an address of the public internet. The address that a name leads to is judged where the connection is made, so that no
 * second look-up can lead elsewhere (DNS rebinding); redirections are judged alike. Throws `bad-input`, `forbidden`, `not-found` or `too-large`.
 */
export async function* documentsAt(
  address: string,
  mayAsk: MayAsk = isPublicAddress,
  limits: Limits = LIMITS,
): AsyncGenerator<SourceItem> {
  const answer = await follow(webAddress(address), mayAsk, REDIRECTS);
  try {
    for await (const item of documentsOfStream(within(answer, limits, address))) yield withAddress(item, address);
  } finally {
    answer.destroy();
  }
}

async function* within(
  answer: AsyncIterable<Uint8Array>,
  { bytes, time }: Limits,
  address: string,
): AsyncGenerator<Uint8Array> {
  const end = Date.now() + time;
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > bytes || Date.now() > end)
      throw new ReadoutError('too-large', 'there is no end to what is at', address, 'download it and add the file');
    yield chunk;
  }
}

function withAddress(item: SourceItem, address: string): SourceItem {
  if (item.kind === 'refused') return { ...item, place: address };
  return { ...item, place: address, document: { ...item.document, url: item.document.url ?? address } };
}

function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new ReadoutError('bad-input', 'not an address of the web:', address, 'give one that begins with https://');
}

async function follow(url: URL, mayAsk: MayAsk, left: number): Promise<IncomingMessage> {
  const answer = await ask(url, mayAsk);
  const { statusCode = 0, headers } = answer;
  if (statusCode >= 200 && statusCode < 300) return answer;
  answer.destroy();
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined && left > 0)
    return follow(webAddress(new URL(headers.location, url).href), mayAsk, left - 1);
  throw new ReadoutError('not-found', `the site answered ${statusCode} for`, url.href, 'check the address');
}

function ask(url: URL, mayAsk: MayAsk): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address in digits is not looked up, and so must be judged here.
  if (isIP(host) !== 0 && !mayAsk(host)) return Promise.reject(forbidden(url.hostname));
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    get(url, { lookup: guarded(mayAsk), timeout: TIMEOUT, headers: { 'user-agent': 'readout' } }, resolve)
      .on('timeout', function (this: { destroy(error: Error): void }) {
        this.destroy(new ReadoutError('not-found', 'no answer in time from', url.href, 'try again later'));
      })
      .on('error', (cause) => reject(cause instanceof ReadoutError ? cause : unreachable(url, cause)));
  });
}

/** A look-up that gives only addresses that may be asked. */
function guarded(mayAsk: MayAsk): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) callback(error, []);
      else if (!addresses.every(({ address }) => mayAsk(address))) callback(forbidden(hostname), []);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function forbidden(host: string): ReadoutError {
  return new ReadoutError(
    'forbidden',
    'not a site of the public internet:',
    host,
    'download the page and add the file',
  );
}

function unreachable(url: URL, cause: Error): ReadoutError {
  return new ReadoutError(
    'not-found',
    `the site cannot be reached (${cause.message}):`,
    url.href,
    'check the address',
    { cause },
  );
}
