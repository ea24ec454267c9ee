import { type Finding, findings } from '../../desk/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import { commitmentHref, sourceHref, withQuery } from '../hrefs.ts';
import type { App, PageContext } from '../http/env.ts';
import { areaOf } from '../http/filters.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { StrengthMark } from '../parts/marks.tsx';
import { AreaTag, AreaTags, Parties, Source } from '../parts/names.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const PORTION = 50;

/** Findings of all pairs, by area and by kind. */
export function addFindingPages(app: App): void {
  app.get('/areas', (context) => page(context, <AreasPage />));
  app.get('/areas/:area', async (context) => {
    const area = areaOf(context.req.param('area'));
    const [commitments, progress] = await Promise.all([
      findings(context.var.desk, 'commitment', { area, limit: PORTION, ...(await portion(context)) }),
      findings(context.var.desk, 'progress', { area, limit: 20 }),
    ]);
    return page(context, <AreaPage area={area} commitments={commitments} progress={progress} />);
  });
  app.get('/instruments', async (context) => {
    const instruments = await findings(context.var.desk, 'instrument', { limit: PORTION, ...(await portion(context)) });
    return page(context, <InstrumentsPage instruments={instruments} />);
  });
}

/** From which finding on a list goes on: its day and id stand in the address. */
async function portion(context: PageContext) {
  const [date, id] = (context.req.query('after') ?? '').split('~');
  return date === undefined || id === undefined ? {} : { after: { date, id: id.replace('.', '#') } };
}

function NextPortion({ last, full }: { last: Pick<Finding, 'id' | 'date'> | undefined; full: boolean }) {
  const { url } = useView();
  const { t } = useLocale();
  if (last === undefined || !full) return null;
  return (
    <p class="page-links">
      <a href={withQuery(url, { after: `${last.date ?? ''}~${last.id.replace('#', '.')}` })}>{t('search.next')}</a>
    </p>
  );
}

function AreasPage() {
  const { t } = useLocale();
  return (
    <Page title={t('nav.areas')}>
      <PageHead title={t('nav.areas')}>
        <p class="lead">{t('areas.lead')}</p>
      </PageHead>
      <ul class="area-list">
        {AREAS.map((area) => (
          <li>
            <AreaTag area={area} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function AreaPage({
  area,
  commitments,
  progress,
}: {
  area: Area;
  commitments: readonly Finding<'commitment'>[];
  progress: readonly Finding<'progress'>[];
}) {
  const { t, of } = useLocale();
  const name = of('area', area);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <Page title={title}>
      <PageHead label={<a href="/areas">{t('nav.areas')}</a>} title={title} />
      <div class="columns">
        <Section title={t('kinds.commitment')}>
          {commitments.length === 0 ? <Empty>{t('areas.none')}</Empty> : ''}
          <ol class="lines">
            {commitments.map((finding) => (
              <CommitmentFinding finding={finding} />
            ))}
          </ol>
          <NextPortion last={commitments.at(-1)} full={commitments.length === PORTION} />
        </Section>
        <Section title={t('kinds.progress')}>
          {progress.length === 0 ? <Empty>{t('areas.noProgress')}</Empty> : ''}
          <ol class="lines">
            {progress.map((finding) => (
              <li class="line">
                <a class="line-title words" href={sourceHref(finding.mention)}>
                  {finding.mention.words}
                </a>
                <p class="meta">
                  <span>{of('progress', finding.item.kind)}</span>
                  <Source document={finding.document} mention={finding.mention} />
                </p>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  );
}

function CommitmentFinding({ finding }: { finding: Finding<'commitment'> }) {
  const { mention, document, id } = finding;
  return (
    <li class="line">
      <a class="line-title words" href={commitmentHref(id)}>
        {mention.words}
      </a>
      <p class="meta">
        <Parties actors={mention.parties} />
        <AreaTags areas={mention.areas} />
        <StrengthMark strength={mention.strength} />
        <Source document={document} mention={mention} />
      </p>
    </li>
  );
}

function InstrumentsPage({ instruments }: { instruments: readonly Finding<'instrument'>[] }) {
  const { t, of, day } = useLocale();
  return (
    <Page title={t('nav.instruments')}>
      <PageHead title={t('nav.instruments')}>
        <p class="lead">{t('instruments.lead')}</p>
      </PageHead>
      {instruments.length === 0 ? <Empty>{t('instruments.none')}</Empty> : ''}
      <ol class="lines wide">
        {instruments.map(({ mention, document, date }) => (
          <li class="line">
            <a class="line-title words" href={sourceHref(mention)}>
              {mention.title ?? mention.words}
            </a>
            <p class="meta">
              <span>{of('instrument', mention.type)}</span>
              <span>{of('instrumentStatus', mention.status)}</span>
              {date === undefined ? '' : <span>{day(date)}</span>}
              <Parties actors={mention.parties} />
              <Source document={document} mention={mention} />
            </p>
          </li>
        ))}
      </ol>
      <NextPortion last={instruments.at(-1)} full={instruments.length === PORTION} />
    </Page>
  );
}
