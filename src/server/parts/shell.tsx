import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LANGUAGES } from '../../model/index.ts';
import { assetAddress } from '../http/assets.ts';
import type { PageContext, View, Who } from '../http/env.ts';
import { may, type Permission } from '../http/permissions.ts';
import { LANGUAGE_NAMES } from '../locale/locales.ts';
import type { MessageKey } from '../locale/message.ts';
import { useLocale, useView, ViewContext } from './locale-context.tsx';
import { MarkingMark } from './marks.tsx';

const NAVIGATION: readonly (readonly [address: string, label: MessageKey, needed?: Permission])[] = [
  ['/', 'nav.home'],
  ['/commitments', 'commitments.title'],
  ['/documents', 'nav.documents'],
  ['/areas', 'nav.areas'],
  ['/instruments', 'nav.instruments'],
  ['/actors', 'nav.actors'],
  ['/review', 'nav.review', 'decide'],
  ['/add', 'nav.add', 'add'],
  ['/help', 'nav.help'],
];

export interface PageProps {
  readonly title: string;
  /** Names of scripts in the folder of assets. */
  readonly scripts?: readonly string[];
  /** The address of a feed of what the page shows. */
  readonly feed?: string;
  readonly children?: Child;
}

/** Answers a request with a page. */
export function page(context: PageContext, content: Child, status: ContentfulStatusCode = 200) {
  const rendered = (<ViewContext.Provider value={context.get('view')}>{content}</ViewContext.Provider>).toString();
  context.header('cache-control', 'private, no-cache');
  context.header('vary', 'Cookie, Authorization, Accept-Language');
  return context.html(html`<!DOCTYPE html>${raw(rendered)}`, status);
}

/** The frame of every page. */
export function Page({ title, scripts = [], feed, children }: PageProps) {
  const view = useView();
  const { t } = view.locale;
  return (
    <html lang={view.locale.language} data-theme={view.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={view.theme ?? 'light dark'} />
        <title>{title === '' ? 'Readout' : `${title} · Readout`}</title>
        <link rel="icon" href={assetAddress('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetAddress('readout.css')} />
        {feed === undefined ? '' : <link rel="alternate" type="application/atom+xml" href={feed} />}
        {scripts.map((name) => (
          <script src={assetAddress(name)} type="module" />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {t('nav.skip')}
        </a>
        {view.who.kind === 'account' ? <WhoBar who={view.who} /> : ''}
        <Masthead view={view} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>{t('footer.source')}</p>
          {view.who.kind === 'user' ? <a href="/log">{t('log.title')}</a> : ''}
          <Switches view={view} />
        </footer>
      </body>
    </html>
  );
}

/** Who is logged in, and what is theirs alone. */
function WhoBar({ who }: { who: Extract<Who, { kind: 'account' }> }) {
  const { t, of } = useLocale();
  const { name, fullName, role, clearance } = who.account;
  return (
    <div class="who-bar">
      <span class="me">
        <span class="visually-hidden">{t('account.label')}</span>
        <a href="/account">{fullName ?? name}</a> <span>{of('role', role)}</span> <MarkingMark marking={clearance} />
      </span>
      {may(who, 'administer') ? <a href="/accounts">{t('accounts.title')}</a> : ''}
      {may(who, 'administer') ? <a href="/log">{t('log.title')}</a> : ''}
      <form action="/logout" method="post">
        <button type="submit" class="plain small">
          {t('account.logOut')}
        </button>
      </form>
    </div>
  );
}

function Masthead({ view }: { view: View }) {
  const { who, url, locale } = view;
  const { t } = locale;
  // Whoever is not in yet is offered nothing that would lead back to the log-in.
  if (who.kind === 'nobody')
    return (
      <header class="mast">
        <a class="brand" href="/">
          Readout
        </a>
      </header>
    );
  const isHere = (address: string) =>
    address === '/' ? url.pathname === '/' || url.pathname.startsWith('/pairs') : url.pathname.startsWith(address);
  return (
    <header class="mast">
      <a class="brand" href="/">
        Readout
      </a>
      <nav aria-label={t('nav.label')}>
        <ul>
          {NAVIGATION.filter(([, , needed = 'read']) => may(who, needed)).map(([address, label]) => (
            <li>
              <a href={address} aria-current={isHere(address) ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form action="/search" method="get" class="mast-search">
          <input
            type="search"
            name="q"
            aria-label={t('search.label')}
            placeholder={t('search.title')}
            value={url.pathname === '/search' ? (url.searchParams.get('q') ?? '') : ''}
          />
          <button type="submit">{t('search.button')}</button>
        </form>
      </search>
    </header>
  );
}

function Switches({ view: { locale, theme, address } }: { view: View }) {
  const { t } = locale;
  return (
    <div class="switches">
      <form action="/settings" method="post">
        <input type="hidden" name="back" value={address} />
        {LANGUAGES.map((language) => (
          <button
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={String(language === locale.language)}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </form>
      <form action="/settings" method="post">
        <input type="hidden" name="back" value={address} />
        {(['light', 'dark', 'system'] as const).map((one) => (
          <button type="submit" name="theme" value={one} aria-pressed={String(one === (theme ?? 'system'))}>
            {t(`theme.${one}`)}
          </button>
        ))}
      </form>
    </div>
  );
}
