import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { raw } from 'hono/html';
import { Marked, type Token } from 'marked';
import { ReadoutError } from '../../model/index.ts';
import type { App } from '../http/env.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

interface HelpText {
  readonly title: string;
  readonly html: string;
}

/** The documentation as pages, from the files that make it in the package. */
export function addHelpPages(app: App): void {
  app.get('/help', (context) => page(context, <HelpPage name="help" />));
  app.get('/help/:name', (context) => page(context, <HelpPage name={context.req.param('name')} />));
}

const texts = new Map<string, HelpText>();

/** A file of the documentation, rendered once. Throws `not-found`. */
function helpText(name: string): HelpText {
  const known = texts.get(name);
  if (known !== undefined) return known;
  if (!helpNames().includes(name))
    throw new ReadoutError('not-found', 'no help is called', name, `there are ${helpNames().join(', ')}`);
  const text = rendered(readFileSync(join(folder(), `${name}.md`), 'utf8'));
  texts.set(name, text);
  return text;
}

function rendered(markdown: string): HelpText {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  const marked = new Marked({ async: false });
  marked.use({ walkTokens: leadToPages });
  const html = String(marked.parse(markdown.replace(/^# .+$/m, '')));
  // What is wider than the page is scrolled with the keyboard as well.
  return { title, html: html.replaceAll('<pre>', '<pre tabindex="0">') };
}

/** Files of the documentation lead to each other by their names. */
function leadToPages(token: Token): void {
  if (token.type === 'link') token.href = String(token.href).replace(/^(?:\.\/)?(\w[\w-]*)\.md/, '/help/$1');
}

function helpNames(): string[] {
  return readdirSync(folder())
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
}

function folder(): string {
  let at = import.meta.dirname;
  while (!existsSync(join(at, 'docs', 'help.md'))) at = dirname(at);
  return join(at, 'docs');
}

function HelpPage({ name }: { name: string }) {
  const { t } = useLocale();
  const { title, html } = helpText(name);
  return (
    <Page title={title}>
      <PageHead label={t('nav.help')} title={title} />
      <nav aria-label={t('nav.help')}>
        <ul class="prose-contents">
          {helpNames().map((one) => (
            <li>
              <a href={one === 'help' ? '/help' : `/help/${one}`} aria-current={one === name ? 'page' : undefined}>
                {helpText(one).title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article class="prose" lang="en">
        {raw(html)}
      </article>
    </Page>
  );
}
