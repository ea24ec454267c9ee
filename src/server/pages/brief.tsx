import { BRIEF_FORMATS, type Brief, brief, type PairSummary, pairs } from '../../desk/index.ts';
import { type ActorId, ReadoutError } from '../../model/index.ts';
import { commitmentHref, documentHref, pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { recordExport } from '../http/exports.ts';
import { dayOf } from '../http/filters.ts';
import { languageOf, locale } from '../locale/locales.ts';
import { Choice, Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { SecretMark, StatusMark } from '../parts/marks.tsx';
import { PairChoice } from '../parts/pair-choice.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

type BriefPart = Brief['sections'][number];
type Line = BriefPart['groups'][number]['lines'][number];

/** The brief for the next talks of a pair, as a page and as files. */
export function addBriefPages(app: App): void {
  app.get('/brief', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const all = await pairs(context.var.desk);
    const pair = query.get('pair') || all[0]?.pair;
    const request = { ...requestOf(query), words: context.get('view').locale };
    const written = pair === undefined ? undefined : await brief(context.var.desk, pair, request);
    return page(context, <BriefPage pair={pair} pairs={all} brief={written} />);
  });
  app.get('/pairs/:pair/brief/:format', async (context) => {
    const { pair, format } = context.req.param();
    const { type, write } = formatOf(format);
    const { url, locale: own } = context.get('view');
    const words = locale(languageOf(url.searchParams.get('lang') ?? undefined) ?? own.language);
    const hrefOf = ({ document, span }: { document: string; span: readonly [number, number] }): string =>
      `${url.origin}${documentHref(document)}#s=${span[0]}-${span[1]}`;
    const text = await brief(context.var.desk, pair, { ...requestOf(url.searchParams), words });
    await recordExport(context);
    const file = await write(text, { words, hrefOf });
    const disposition = `attachment; filename="brief-${pair.replaceAll(/[^\w-]/g, '')}.${format}"`;
    return context.body(typeof file === 'string' ? file : Uint8Array.from(file), 200, {
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'private, no-cache',
      vary: 'Cookie, Accept-Language',
    });
  });
}

function requestOf(query: URLSearchParams) {
  return { asOf: dayOf(query, 'asOf'), for: query.get('for') || undefined };
}

function formatOf(name: string) {
  const known = Object.entries(BRIEF_FORMATS).find(([format]) => format === name);
  if (known !== undefined) return known[1];
  throw new ReadoutError(
    'not-found',
    'no brief is written as',
    name,
    `ask for ${Object.keys(BRIEF_FORMATS).join(', ')}`,
  );
}

function BriefPage({
  pair,
  pairs: all,
  brief: written,
}: {
  pair: string | undefined;
  pairs: readonly PairSummary[];
  brief: Brief | undefined;
}) {
  const { t, when, actor } = useLocale();
  const day = written === undefined ? '' : t('dossier.asOf', { date: when(written.asOf) });
  return (
    <Page title={written?.title ?? t('brief.title')}>
      <PageHead
        label={
          pair === undefined ? undefined : (
            <>
              <a href={pairHref(pair)}>{pair.split('-').map(actor).join(' – ')}</a> · {day}{' '}
              <SecretMark marking={written?.marking} />
            </>
          )
        }
        title={t('brief.title')}
      >
        <p class="lead">{t('brief.lead')}</p>
      </PageHead>
      {all.length === 0 ? '' : <BriefForm pair={pair} pairs={all} members={all.find((one) => one.pair === pair)} />}
      {written === undefined ? <Empty>{t('home.empty')}</Empty> : <BriefText brief={written} />}
    </Page>
  );
}

function BriefText({ brief: { sections } }: { brief: Brief }) {
  const { t, number } = useLocale();
  const lengthOf = ({ groups }: BriefPart): number =>
    groups.reduce((sum, { lines, more }) => sum + lines.length + more, 0);
  if (sections.length === 0) return <Empty>{t('brief.none')}</Empty>;
  return (
    <div class="brief-page">
      <nav class="brief-contents" aria-label={t('brief.contents')}>
        <p class="label">{t('brief.contents')}</p>
        <ol>
          {sections.map((section) => (
            <li>
              <a href={`#${section.id}`}>{section.title}</a> <span class="quiet">{number(lengthOf(section))}</span>
            </li>
          ))}
        </ol>
      </nav>
      <div class="brief">
        {sections.map((section) => (
          <BriefSection section={section} />
        ))}
      </div>
    </div>
  );
}

function BriefForm({
  pair,
  pairs: all,
  members,
}: {
  pair: string | undefined;
  pairs: readonly PairSummary[];
  members: PairSummary | undefined;
}) {
  const { t, actor, language } = useLocale();
  const { url } = useView();
  const sides: readonly ActorId[] = members === undefined ? [] : [members.a, members.b];
  const query = new URLSearchParams(url.search);
  query.delete('pair');
  query.set('lang', language);
  return (
    <form class="filters" method="get" action="/brief" autocomplete="off">
      <PairChoice pairs={all} chosen={pair} />
      <Choice
        name="for"
        label={t('brief.for')}
        chosen={url.searchParams.get('for') ?? ''}
        none={t('brief.bothSides')}
        options={sides.map((side) => [side, actor(side)])}
      />
      <Day name="asOf" label={t('filter.asOf')} chosen={url.searchParams.get('asOf') ?? ''} />
      <button type="submit">{t('filter.apply')}</button>
      <p class="chosen">
        {pair === undefined
          ? ''
          : ['docx', 'pdf', 'md', 'html'].map((format) => (
              <a href={`/pairs/${pair}/brief/${format}?${query}`}>
                {t('brief.download', { format: format.toUpperCase() })}
              </a>
            ))}
      </p>
    </form>
  );
}

function BriefSection({ section }: { section: BriefPart }) {
  const { t } = useLocale();
  return (
    <Section id={section.id} title={section.title}>
      {section.groups.map((group) => (
        <>
          {group.title === undefined ? '' : <h3 class="group-title">{group.title}</h3>}
          <ul class="lines">
            {group.lines.map((line) => (
              <BriefLine line={line} />
            ))}
          </ul>
          {group.more > 0 ? <p class="quiet small">{t('brief.more', { count: group.more })}</p> : ''}
        </>
      ))}
    </Section>
  );
}

function BriefLine({ line: { text, detail, status, commitment, citations } }: { line: Line }) {
  const { day, t } = useLocale();
  return (
    <li class="line">
      <p class="words">{text}</p>
      {detail === undefined ? '' : <p class="quiet small words">{detail}</p>}
      <p class="meta">
        {status === undefined ? '' : <StatusMark status={status} />}
        {citations.map(({ publisher, date, document, span }) => (
          <a href={`${documentHref(document)}#s=${span[0]}-${span[1]}`}>
            {publisher}
            {date === undefined ? '' : `, ${day(date)}`}
          </a>
        ))}
        {commitment === undefined ? '' : <a href={commitmentHref(commitment)}>{t('commitment.open')}</a>}
      </p>
    </li>
  );
}
