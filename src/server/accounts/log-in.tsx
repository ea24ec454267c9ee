import { ReadoutError } from '../../model/index.ts';
import { addressOf } from '../http/address.ts';
import type { App, PageContext } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { localAddress } from '../http/view.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { sessionIn, takeSession } from './credentials.ts';
import { enter } from './enter.ts';
import type { AccountSite } from './site.ts';

/** Log-in by name and password, and log-out. */
export function addLogIn(app: App, site: AccountSite): void {
  const { accounts, oidc, proxies } = site;
  app.get('/login', (context) => {
    const back = localAddress(context.req.query('back') ?? '/');
    if (context.var.view.who.kind === 'account') return context.redirect(back, 303);
    return logInPage(context, { back, oidc: oidc !== undefined });
  });
  app.post('/login', async (context) => {
    const { name = '', password = '', back: given = '/' } = await formOf(context);
    const back = localAddress(given);
    try {
      const { session } = await accounts.logIn(name.trim(), password, addressOf(context, proxies));
      return await enter(context, site, session, back);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      return logInPage(context, { back, oidc: oidc !== undefined, name, fault });
    }
  });
  app.post('/logout', async (context) => {
    const session = sessionIn(context);
    if (session !== undefined) await accounts.logOut(session, addressOf(context, proxies));
    takeSession(context);
    // The back button must not bring pages out of the browser's memory to whoever sits there next.
    context.header('clear-site-data', '"cache"');
    return context.redirect('/login', 303);
  });
}

/** Why the log-in is asked for again: wrong words, too many of them, or no confirmation by the provider. */
type Fault =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'refused' };

/** What a person is told of a log-in that was refused; undefined where something else broke. */
function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof ReadoutError)) return undefined;
  if (error.code === 'unauthorized') return { kind: 'wrong' };
  return error.code === 'too-many-requests' ? { kind: 'wait', seconds: Number(error.value) || 60 } : undefined;
}

const WORDS = { wrong: 'login.wrong', refused: 'login.refused' } as const;

interface LogInProps {
  readonly back: string;
  /** Whether there is a provider to log in at. */
  readonly oidc: boolean;
  readonly name?: string;
  readonly fault?: Fault;
}

/** The page with the form; its status says why it is shown again. */
export function logInPage(context: PageContext, props: LogInProps) {
  const { fault } = props;
  context.header('cache-control', 'no-store');
  if (fault?.kind === 'wait') context.header('retry-after', String(fault.seconds));
  const status = fault === undefined ? 200 : fault.kind === 'wait' ? 429 : 401;
  return page(context, <LogInPage {...props} />, status);
}

function LogInPage({ back, oidc, name = '', fault }: LogInProps) {
  const { t } = useLocale();
  return (
    <Page title={t('login.title')}>
      <div class="log-in">
        <PageHead title={t('login.title')}>
          <p class="lead">{t('login.lead')}</p>
        </PageHead>
        {fault === undefined ? '' : <FaultLine fault={fault} />}
        <form method="post" action="/login" class="stacked">
          <input type="hidden" name="back" value={back} />
          <label>
            <span class="label">{t('account.name')}</span>
            <input
              type="text"
              name="name"
              value={name}
              required
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              autofocus={name === ''}
            />
          </label>
          <label>
            <span class="label">{t('account.password')}</span>
            <input
              type="password"
              name="password"
              required
              autocomplete="current-password"
              autofocus={name !== ''}
              aria-describedby={fault === undefined ? undefined : 'log-in-fault'}
            />
          </label>
          <button type="submit">{t('login.button')}</button>
        </form>
        {oidc ? (
          <p class="log-in-other">
            <a href={`/login/oidc?${new URLSearchParams({ back })}`}>{t('login.provider')}</a>
          </p>
        ) : (
          ''
        )}
        <p class="quiet small">{t('login.help')}</p>
      </div>
    </Page>
  );
}

function FaultLine({ fault }: { fault: Fault }) {
  const { t } = useLocale();
  return (
    <p role="alert" id="log-in-fault" class="fault">
      {fault.kind === 'wait' ? t('login.wait', { minutes: Math.ceil(fault.seconds / 60) }) : t(WORDS[fault.kind])}
    </p>
  );
}
