import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { ReadoutError } from '../../model/index.ts';

const SHORTEST = 12;
const LONGEST = 256;

/** OWASP's first choice for scrypt: 128 MB and about half a second a try. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** So many are hashed at a time: each takes its memory, and log-ins are open to everybody. */
const AT_ONCE = 2;

/** So many wait for that, which takes them a quarter of a minute; more are refused. */
const MOST_WAITING = 50;
const WAIT_SECONDS = 15;

/** Throws `bad-input` where a password is too short or too long. */
export function requireGoodPassword(password: string): void {
  const { length } = [...password];
  if (length >= SHORTEST && length <= LONGEST) return;
  throw new ReadoutError(
    'bad-input',
    length < SHORTEST ? 'the password is too short' : 'the password is too long',
    '',
    `take ${SHORTEST} to ${LONGEST} characters, for example some words that nobody would put together`,
  );
}

/**
 * The password as it is stored: `scrypt:N:r:p:salt:key`, so that the cost can be raised later and old ones still be checked. Throws
 * `too-many-requests` where too many wait already, as `isPassword` does.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(':');
}

/** Whether a password is the one that was hashed. Where there is none to compare with, the same work is done, so that time tells nothing. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = '', expected = ''] = hash?.split(':') ?? [];
  if (hash === undefined || expected === '') {
    await derive(password, randomBytes(SALT_BYTES), COST);
    return false;
  }
  const key = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(expected, 'base64url');
  return wanted.length === key.length && timingSafeEqual(key, wanted);
}

const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) throw tooBusy();
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await scryptKey(password, salt, { ...cost, maxmem: 256 * cost.N * cost.r });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The value of the fault is the number of seconds to wait. */
function tooBusy(): ReadoutError {
  return new ReadoutError(
    'too-many-requests',
    'too many people log in just now; the seconds to wait:',
    String(WAIT_SECONDS),
    'try again then',
  );
}

function scryptKey(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  // The same letters may be typed composed or not.
  const letters = password.normalize('NFKC').slice(0, 4 * LONGEST);
  return new Promise((resolve, reject) => {
    scrypt(letters, salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
