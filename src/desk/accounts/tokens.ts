import { randomUUID } from 'node:crypto';
import { ReadoutError, scopesOf } from '../../model/index.ts';
import { type Account, deleteToken, findToken, insertToken, listTokens, type Register } from '../../register/index.ts';
import { requireAccount } from './administer.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { Accounts, TokenRequest } from './types.ts';

const LONGEST_DAYS = 366;

/** Tells a token from other secrets, for people and for programs that look for lost ones. */
const PREFIX = 'readout_';

/** Tokens by which programs come in as an account. */
export function tokensOf(
  register: Register,
): Pick<Accounts, 'accountOfToken' | 'tokens' | 'makeToken' | 'revokeToken'> {
  return {
    async accountOfToken(secret) {
      const found = await findToken(register, hashOfSecret(secret));
      if (found === undefined) return undefined;
      const { account, token } = found;
      if (!account.active || Date.parse(token.expiresAt) <= Date.now()) return undefined;
      // The role may have been lowered since.
      return { account, scopes: scopesOf(account.role).filter((scope) => token.scopes.includes(scope)) };
    },
    tokens: (accountId) => listTokens(register, accountId),
    async makeToken(accountId, request) {
      const account = await requireAccount(register, accountId);
      requireGoodToken(request, account);
      const secret = `${PREFIX}${newSecret()}`;
      const now = Date.now();
      const token = {
        id: randomUUID(),
        name: request.name.trim(),
        scopes: scopesOf(account.role).filter((scope) => request.scopes.includes(scope)),
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + request.days * 86_400_000).toISOString(),
      };
      const detail = { name: token.name, scopes: token.scopes, expiresAt: token.expiresAt };
      const note = { who: account.name, action: 'token-made', subject: token.id, detail } as const;
      await insertToken(register, accountId, token, hashOfSecret(secret), note);
      return { ...token, token: secret };
    },
    async revokeToken(accountId, tokenId) {
      const { name: who } = await requireAccount(register, accountId);
      const note = { who, action: 'token-revoked', subject: tokenId } as const;
      if (!(await deleteToken(register, accountId, tokenId, note)))
        throw new ReadoutError('not-found', 'no such token:', tokenId, 'list the tokens to see them');
    },
  };
}

function requireGoodToken({ name, scopes, days }: TokenRequest, { role }: Account): void {
  if (name.trim() === '' || name.length > 100)
    throw new ReadoutError('bad-input', 'not a name for a token:', name, 'say in a few words what it is for');
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    throw new ReadoutError('bad-input', 'not a time for a token:', `${days} days`, `take 1 to ${LONGEST_DAYS} days`);
  if (scopes.length === 0)
    throw new ReadoutError(
      'bad-input',
      'a token that permits nothing',
      '',
      `take some of ${scopesOf(role).join(', ')}`,
    );
  const missing = scopes.filter((scope) => !scopesOf(role).includes(scope));
  if (missing.length > 0)
    throw new ReadoutError(
      'forbidden',
      'the account may not do what the token is to permit:',
      missing.join(', '),
      `take some of ${scopesOf(role).join(', ')}`,
    );
}
