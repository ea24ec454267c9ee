import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LANGUAGES } from '../../model/index.ts';
import { assetAddress } from '../http/assets.ts';
import type { PageContext, View } from '../http/env.ts';
import type { MessageKey } from '../locale/locale.ts';
import { LANGUAGE_NAMES } from '../locale/locales.ts';
import { useView, ViewContext } from './locale-context.tsx';

const NAVIGATION: readonly (readonly [address: string, label: MessageKey])[] = [
  ['/', 'nav.home'],
  ['/documents', 'nav.documents'],
  ['/areas', 'nav.areas'],
  ['/instruments', 'nav.instruments'],
  ['/actors', 'nav.actors'],
  ['/review', 'nav.review'],
  ['/add', 'nav.add'],
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
  context.header('vary', 'Cookie, Accept-Language');
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
        <Masthead view={view} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>{t('footer.source')}</p>
          <Switches view={view} />
        </footer>
      </body>
    </html>
  );
}

function Masthead({ view: { locale, url } }: { view: View }) {
  const { t } = locale;
  const isHere = (address: string) =>
    address === '/' ? url.pathname === '/' || url.pathname.startsWith('/pairs') : url.pathname.startsWith(address);
  return (
    <header class="mast">
      <a class="brand" href="/">
        Readout
      </a>
      <nav aria-label={t('nav.label')}>
        <ul>
          {NAVIGATION.map(([address, label]) => (
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
            placeholder={t('search.label')}
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
