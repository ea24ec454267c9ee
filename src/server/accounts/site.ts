import type { Accounts } from '../../desk/index.ts';
import type { Oidc } from './oidc.ts';

/** What the pages of accounts work with. */
export interface AccountSite {
  readonly accounts: Accounts;
  readonly oidc: Oidc | undefined;
  /** The addresses of the proxies whose word about who asks is believed. */
  readonly proxies: readonly string[];
  readonly log: (error: unknown) => void;
}
