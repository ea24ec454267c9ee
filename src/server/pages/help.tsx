import { raw } from 'hono/html';
import { helpNames, helpText } from '../help/texts.ts';
import type { App } from '../http/env.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

/** The documentation as pages, from the files that make it in the package. */
export function addHelpPages(app: App): void {
  app.get('/help', (context) => page(context, <HelpPage name="help" />));
  app.get('/help/:name', (context) => page(context, <HelpPage name={context.req.param('name')} />));
}

function HelpPage({ name }: { name: string }) {
  const { t, language } = useLocale();
  const text = helpText(name, language);
  const { use, more } = helpNames();
  return (
    <Page title={text.title}>
      <PageHead label={t('nav.help')} title={text.title} lang={text.language}>
        {text.language === language ? (
          ''
        ) : (
          <p class="quiet small">{t(text.language === 'ru' ? 'help.inRussian' : 'help.inEnglish')}</p>
        )}
      </PageHead>
      <nav aria-label={t('nav.help')}>
        <Contents names={use} current={name} />
        <details class="small" open={more.includes(name)}>
          <summary>{t('help.more')}</summary>
          <Contents names={more} current={name} />
        </details>
      </nav>
      <article class="prose" lang={text.language}>
        {raw(text.html)}
      </article>
    </Page>
  );
}

function Contents({ names, current }: { names: readonly string[]; current: string }) {
  const { language } = useLocale();
  return (
    <ul class="prose-contents">
      {names.map((name) => {
        const text = helpText(name, language);
        return (
          <li>
            <a
              href={name === 'help' ? '/help' : `/help/${name}`}
              lang={text.language}
              aria-current={name === current ? 'page' : undefined}
            >
              {text.title}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
