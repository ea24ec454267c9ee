import type { Context, Hono } from 'hono';
import type { Account, Desk, Previewer, Scope } from '../../desk/index.ts';
import type { Locale } from '../locale/locale.ts';
import type { Refreshing } from './standings.ts';

/** Who asks: the one user of a register without accounts, nobody who is known, or an account with what it may do. */
export type Who =
  | { readonly kind: 'user' }
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'account';
      readonly account: Account;
      readonly scopes: readonly Scope[];
      /** The log-in of a browser; absent where a token stands for the account. */
      readonly session: string | undefined;
    };

/** How one request wants its page, and whom it is for. */
export interface View {
  readonly locale: Locale;
  /** What the user chose; absent where the system decides. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Path and query of the page: where a switch leads back to. */
  readonly address: string;
  readonly url: URL;
  readonly who: Who;
}

export interface Env {
  Variables: {
    view: View;
    /** The register as the person of the request may see it. */
    desk: Desk;
    /** Brings the standings up to date. */
    refresher: Refreshing;
    /** Reads texts that are not filed. */
    previewer: Pick<Previewer, 'preview'>;
  };
}
export type App = Hono<Env>;
export type PageContext = Context<Env>;
