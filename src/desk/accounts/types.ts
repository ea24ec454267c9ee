import type { Marking, Role, Scope } from '../../model/index.ts';
import type { Account, AccountChange, OidcIdentity, Token } from '../../register/index.ts';

/** What a new account is to be; without a password it cannot log in by name. */
export interface AccountRequest {
  readonly name: string;
  readonly fullName?: string | undefined;
  readonly role: Role;
  readonly clearance: Marking;
  readonly password?: string | undefined;
}

/** Who comes from the provider of OpenID Connect, with a name that is wished for. */
export interface OidcPerson extends OidcIdentity {
  readonly name: string;
  readonly fullName?: string | undefined;
}

/** A token to be made: for so many days, with permissions that the account has. */
export interface TokenRequest {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** An account that has logged in, and the secret of its session. */
export interface LoggedIn {
  readonly account: Account;
  readonly session: string;
}

/** Who keeps accounts: one of them, or whoever runs the program. */
export type Actor = Pick<Account, 'name' | 'clearance'>;

/**
 * The accounts of a register. `by` is who acts: nobody gives a clearance above their own, or touches an account that has one; that is
 * `forbidden`. `address` is where a request comes from.
 */
export interface Accounts {
  /** Throws `unauthorized` where name or password is wrong, `too-many-requests` after too many tries. */
  logIn(name: string, password: string, address: string): Promise<LoggedIn>;
  /** Whoever comes for the first time gets an account as reader of what is public. Throws `unauthorized` where it is inactive. */
  logInWithOidc(person: OidcPerson, address: string): Promise<LoggedIn>;
  /** Writes into the log that a log-in at the provider was refused; no more than a few times for each place. */
  noteRefusal(address: string): Promise<void>;
  /** The account of a session's secret; undefined where the session is over. */
  accountOfSession(session: string): Promise<Account | undefined>;
  /** The account of a token and what the token permits; undefined where it is no longer good. */
  accountOfToken(token: string): Promise<{ readonly account: Account; readonly scopes: readonly Scope[] } | undefined>;
  logOut(session: string, address: string): Promise<void>;

  list(): Promise<Account[]>;
  /** Throws `bad-input`, and `conflict` where the name is taken. */
  add(account: AccountRequest, by: Actor): Promise<Account>;
  /** Throws `not-found`, and `conflict` where no active administrator would be left. */
  change(id: string, change: AccountChange, by: Actor): Promise<Account>;

  /** Ends the account's sessions and tokens. Throws `bad-input`, `not-found`. */
  setPassword(id: string, password: string, by: Actor): Promise<void>;
  /** Ends the account's sessions but the one given. Throws `unauthorized` where the old one is wrong, `bad-input`, `too-many-requests`. */
  changePassword(id: string, old: string, password: string, session?: string): Promise<void>;

  tokens(accountId: string): Promise<Token[]>;
  /** The secret is told this once. Throws `bad-input`, `forbidden`, `not-found`, and `conflict` where there are too many. */
  makeToken(accountId: string, request: TokenRequest): Promise<Token & { readonly token: string }>;
  /** Throws `not-found`. */
  revokeToken(accountId: string, tokenId: string): Promise<void>;
}
