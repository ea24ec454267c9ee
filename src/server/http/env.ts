import type { Context, Hono } from 'hono';
import type { Desk } from '../../desk/index.ts';
import type { Locale } from '../locale/locale.ts';

/** How one request wants its page. */
export interface View {
  readonly locale: Locale;
  /** What the user chose; absent where the system decides. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Path and query of the page: where a switch leads back to. */
  readonly address: string;
  readonly url: URL;
}

export interface Env {
  Variables: {
    view: View;
    /** The register as the person of the request may see it. */
    desk: Desk;
  };
}
export type App = Hono<Env>;
export type PageContext = Context<Env>;
