import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Marked, type RendererObject, type Token } from 'marked';
import { type Language, ReadoutError } from '../../model/index.ts';

/** A page of the documentation, as HTML. */
export interface HelpText {
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** Of the text itself: not every page is there in every language. */
  readonly language: Language;
}

/** The pages for those who work with the record, in the order to read them; the others are for those who run or extend the program. */
const FIRST = ['help', 'brief', 'review', 'codebook'];

/** In which languages a page is looked for: readers of Kazakh and Kyrgyz rather read Russian than English. */
const FALLBACKS = {
  en: ['en'],
  ru: ['ru', 'en'],
  kk: ['kk', 'ru', 'en'],
  ky: ['ky', 'ru', 'en'],
} as const satisfies Record<Language, readonly Language[]>;

const texts = new Map<string, HelpText>();

/** A page of the documentation in a language, else in the nearest that there is; rendered once. Throws `not-found`. */
export function helpText(name: string, language: Language): HelpText {
  const { use, more } = helpNames();
  const names = [...use, ...more];
  if (!names.includes(name))
    throw new ReadoutError('not-found', 'no help is called', name, `there are ${names.join(', ')}`);
  const key = `${language}/${name}`;
  const text = texts.get(key) ?? render(name, language);
  texts.set(key, text);
  return text;
}

/** The names of all pages: those for use, and the others. */
export function helpNames(): { readonly use: readonly string[]; readonly more: readonly string[] } {
  const names = readdirSync(folder())
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
  return {
    use: FIRST.filter((name) => names.includes(name)),
    more: names.filter((name) => !FIRST.includes(name)),
  };
}

function render(name: string, language: Language): HelpText {
  const english = readFileSync(fileOf(name, 'en'), 'utf8');
  const own = FALLBACKS[language].find((one) => existsSync(fileOf(name, one))) ?? 'en';
  const text = own === 'en' ? english : readFileSync(fileOf(name, own), 'utf8');
  const marked = new Marked({ async: false });
  marked.use({ walkTokens: leadToPages, renderer: headingsWithIds(idsOf(english)) });
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  const html = String(marked.parse(text.replace(/^# .+$/m, '')));
  // What is wider than the page is scrolled with the keyboard as well.
  return { name, title, html: html.replaceAll('<pre>', '<pre tabindex="0">'), language: own };
}

/** Files of the documentation lead to each other by their names. */
function leadToPages(token: Token): void {
  if (token.type === 'link') token.href = String(token.href).replace(/^(?:\.\/)?(\w[\w-]*)\.md/, '/help/$1');
}

/** The ids of a page's headings: those of the English words in every language, so that one address leads to one part. */
function idsOf(english: string): string[] {
  return [...english.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
  );
}

function headingsWithIds(ids: readonly string[]): RendererObject {
  let at = 0;
  return {
    heading({ tokens, depth }) {
      const id = ids[at++];
      return `<h${depth}${id === undefined ? '' : ` id="${id}"`}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  };
}

function fileOf(name: string, language: Language): string {
  return join(folder(), language === 'en' ? '' : language, `${name}.md`);
}

function folder(): string {
  let at = import.meta.dirname;
  while (!existsSync(join(at, 'docs', 'help.md'))) at = dirname(at);
  return join(at, 'docs');
}
