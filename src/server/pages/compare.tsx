import { dossier, type MeetingPage, type MeetingRecord, meeting, type PairSummary, pairs } from '../../desk/index.ts';
import { pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { PairChoice } from '../parts/pair-choice.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { ComparisonTable } from './comparison.tsx';
import { MeetingLine } from './dossier.tsx';

/** How many meetings are set out at once. */
const SHOWN = 6;

/** What the two sides of a pair tell of the same meetings, where they differ. */
export function addComparePage(app: App): void {
  app.get('/compare', async (context) => {
    const all = await pairs(context.var.desk);
    const pair = context.req.query('pair') ?? all[0]?.pair;
    const told = pair === undefined ? [] : (await dossier(context.var.desk, pair)).meetings.filter(isToldTwice);
    const meetings = await Promise.all(told.slice(0, SHOWN).map(({ id }) => meeting(context.var.desk, id)));
    return page(context, <ComparePage pair={pair} pairs={all} meetings={meetings} />);
  });
}

function isToldTwice({ mentions }: MeetingRecord): boolean {
  return new Set(mentions.map(({ document }) => document)).size > 1;
}

function ComparePage({
  pair,
  pairs: all,
  meetings,
}: {
  pair: string | undefined;
  pairs: readonly PairSummary[];
  meetings: readonly MeetingPage[];
}) {
  const { t, actor } = useLocale();
  const compared = meetings.filter(({ comparisons }) => comparisons.length > 0);
  return (
    <Page title={t('dossier.compare')}>
      <PageHead
        label={pair === undefined ? '' : <a href={pairHref(pair)}>{pair.split('-').map(actor).join(' – ')}</a>}
        title={t('dossier.compare')}
      >
        <p class="lead">{t('compare.lead')}</p>
      </PageHead>
      <form class="filters" method="get" action="/compare" autocomplete="off">
        <PairChoice pairs={all} chosen={pair} />
        <button type="submit">{t('filter.apply')}</button>
      </form>
      {compared.length === 0 ? <Empty>{t('compare.none')}</Empty> : ''}
      {compared.map(({ record, comparisons }) => (
        <Section title={t('meeting.title')}>
          <ul class="lines">
            <MeetingLine meeting={record} />
          </ul>
          {comparisons.map((comparison) => (
            <ComparisonTable comparison={comparison} />
          ))}
        </Section>
      ))}
    </Page>
  );
}
