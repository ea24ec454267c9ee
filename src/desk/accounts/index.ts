export { accountsOf } from './accounts.ts';
export type { AccountRequest, Accounts, LoggedIn, OidcPerson, TokenRequest } from './types.ts';
