import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 32 random bytes. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. It has too much chance in it to need salt or slowness. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
