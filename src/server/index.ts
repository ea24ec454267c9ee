import { Hono } from 'hono';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { type Accounts, type Desk, type Previewer, previewerHere, type Refresher } from '../desk/index.ts';
import { addAccountPage } from './accounts/account.tsx';
import { addAccountsPages } from './accounts/accounts.tsx';
import { gate } from './accounts/gate.ts';
import { addLog } from './accounts/log.tsx';
import { addLogIn } from './accounts/log-in.tsx';
import { addOidcLogIn } from './accounts/log-in-oidc.ts';
import { type OidcSettings, oidcOf } from './accounts/oidc.ts';
import type { AccountSite } from './accounts/site.ts';
import { addApi } from './api/index.ts';
import { addFeeds } from './feeds/index.ts';
import { addAssets } from './http/assets.ts';
import { deskOfRequest, previewerOfRequest } from './http/desk.ts';
import type { App, Env } from './http/env.ts';
import { addHealth } from './http/health.ts';
import { LOOPBACK, onlyFor } from './http/hosts.ts';
import { limitBodies, limitFiles } from './http/limits.ts';
import { logFault } from './http/log.ts';
import { refreshingAfterChanges } from './http/standings.ts';
import { addSwitches, viewOfRequest } from './http/view.ts';
import { addActorPages } from './pages/actors.tsx';
import { addAddPages } from './pages/add.tsx';
import { addBriefPages } from './pages/brief.tsx';
import { addCommitmentPage } from './pages/commitment.tsx';
import { addCommitmentsPage } from './pages/commitments.tsx';
import { addComparePage } from './pages/compare.tsx';
import { addDecisionForms } from './pages/decisions.tsx';
import { addDocumentPages } from './pages/document.tsx';
import { addDossier } from './pages/dossier.tsx';
import { addFindingPages } from './pages/findings.tsx';
import { addFollows } from './pages/follows.tsx';
import { addHelpPages } from './pages/help.tsx';
import { addHome } from './pages/home.tsx';
import { addMeetingPage } from './pages/meeting.tsx';
import { addProblemPages } from './pages/problem.tsx';
import { addReviewPages } from './pages/review.tsx';
import { addSearchPage } from './pages/search.tsx';

/** What the server may be told beside its register. */
export interface AppOptions {
  /** Is given what broke; nothing of it is shown to users. */
  readonly log?: (error: unknown) => void;
  /** Who may come in; where they are left out, everybody is the one user of this machine. */
  readonly accounts?: Accounts;
  /** A provider at which people may log in as well. */
  readonly oidc?: OidcSettings;
  /** The addresses of proxies, beside this machine, whose word about where a request comes from is believed. */
  readonly proxies?: readonly string[];
  /** The address at which people reach it, `https://desk.example`, where that is not this machine: that of the proxy before it. */
  readonly url?: string;
  /** Brings the standings up to date; where it is left out, somebody else has to. */
  readonly refresher?: Pick<Refresher, 'soon'>;
  /** Reads texts that are not filed; where it is left out, whoever has a long one read holds up everybody else. */
  readonly previewer?: Pick<Previewer, 'preview'>;
}

/** The addresses of this machine, where a proxy before the server usually stands. */
const LOCAL: readonly string[] = ['127.0.0.1', '::1'];

const NO_REFRESHER: Pick<Refresher, 'soon'> = { soon: () => undefined };

/** The parts of the site, each of which adds its routes. */
const PARTS: readonly ((app: App) => void)[] = [
  addApi,
  addHome,
  addDossier,
  addDocumentPages,
  addCommitmentsPage,
  addCommitmentPage,
  addFollows,
  addMeetingPage,
  addSearchPage,
  addFindingPages,
  addActorPages,
  addReviewPages,
  addDecisionForms,
  addBriefPages,
  addComparePage,
  addAddPages,
  addFeeds,
  addHelpPages,
  addLog,
];

/** The pages and the API over an open register. Throws `bad-input` where the provider of log-ins has no safe address. */
export function createApp(desk: Desk, options: AppOptions = {}): App {
  const { log = logFault, url, accounts, oidc, proxies = [] } = options;
  const { refresher = NO_REFRESHER, previewer = previewerHere() } = options;
  const site = url === undefined ? undefined : new URL(url);
  const app: App = new Hono<Env>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
    compress(),
    // An export is sent as it is made: a digest of all of it would have to be waited for, and all of it kept meanwhile.
    except(['/export/*', '/commitments.csv'], etag()),
    viewOfRequest(site, { kind: accounts === undefined ? 'user' : 'nobody' }),
    onlyFor(site === undefined ? LOOPBACK : [site.hostname, ...LOOPBACK]),
    csrf(site === undefined ? {} : { origin: site.origin }),
    limitBodies(),
  );
  addAssets(app);
  addHealth(app);
  if (accounts === undefined) app.use(deskOfRequest(desk));
  else
    addAccounts(app, desk, {
      accounts,
      oidc: oidc === undefined ? undefined : oidcOf(oidc),
      proxies: [...LOCAL, ...proxies],
      log,
    });
  limitFiles(app);
  app.use(refreshingAfterChanges(refresher), previewerOfRequest(previewer));
  addSwitches(app);
  for (const add of PARTS) add(app);
  addProblemPages(app, log);
  return app;
}

/** Everything from here on is for those who log in. */
function addAccounts(app: App, desk: Desk, site: AccountSite): void {
  app.use(gate(desk, site));
  addLogIn(app, site);
  if (site.oidc !== undefined) addOidcLogIn(app, site, site.oidc);
  addAccountPage(app, site);
  addAccountsPages(app, site);
}

/** Answers an assistant on standard input and output until it closes its end. What only this needs is loaded here. */
export async function serveMcp(desk: Desk, version: string): Promise<void> {
  const { serveOverStdio } = await import('./mcp/stdio.ts');
  await serveOverStdio(desk, version);
}

export { locale } from './locale/locales.ts';
