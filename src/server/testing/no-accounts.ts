import type { Accounts } from '../../desk/index.ts';

const refuse = (): never => {
  throw new RangeError('the test has no accounts');
};

/** Accounts for tests that look at routes alone. */
export const noAccounts: Accounts = {
  logIn: refuse,
  logInWithOidc: refuse,
  noteRefusal: refuse,
  accountOfSession: refuse,
  accountOfToken: refuse,
  logOut: refuse,
  list: refuse,
  add: refuse,
  change: refuse,
  setPassword: refuse,
  changePassword: refuse,
  tokens: refuse,
  makeToken: refuse,
  revokeToken: refuse,
};
