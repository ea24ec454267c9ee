import { actorName, type Desk, documents, type Finding, findings, holderOf, pairs } from '../../desk/index.ts';
import { AREAS, type Area, isOfState, principalOf, ReadoutError } from '../../model/index.ts';
import { actorHref, commitmentHref, pairHref, sourceHref, withQuery } from '../hrefs.ts';
import type { App, PageContext } from '../http/env.ts';
import { areaOf } from '../http/filters.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { StrengthMark } from '../parts/marks.tsx';
import { AreaTag, AreaTags, DocumentLine, Parties, Source } from '../parts/names.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const PORTION = 50;

/** Findings of all pairs, by area and by kind. */
export function addFindingPages(app: App, desk: Desk): void {
  app.get('/areas', (context) => page(context, <AreasPage />));
  app.get('/areas/:area', async (context) => {
    const area = areaOf(context.req.param('area'));
    const [commitments, progress] = await Promise.all([
      findings(desk, 'commitment', { area, limit: PORTION, ...(await portion(context)) }),
      findings(desk, 'progress', { area, limit: 20 }),
    ]);
    return page(context, <AreaPage area={area} commitments={commitments} progress={progress} />);
  });
  app.get('/instruments', async (context) => {
    const instruments = await findings(desk, 'instrument', { limit: PORTION, ...(await portion(context)) });
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
  if (last === undefined || !full) return <></>;
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
  return (
    <Page title={of('area', area)}>
      <PageHead label={t('nav.areas')} title={of('area', area)} />
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

/** Actors: states and organizations with a record, and what the register has of one of them, an office or a person's office. */
export function addActorPages(app: App, desk: Desk): void {
  app.get('/actors', async (context) => page(context, <ActorsPage pairs={await pairs(desk)} />));
  app.get('/actors/:principal/:office?', async (context) => {
    const { principal, office } = context.req.param();
    const actor = office === undefined ? principal : `${principal}/${office}`;
    const [texts, all] = await Promise.all([documents(desk, { actor, limit: PORTION }), pairs(desk)]);
    if (texts.length === 0 && actorName(actor, 'en') === actor)
      throw new ReadoutError('not-found', 'no text of the register names', actor, 'see the list of actors');
    return page(context, <ActorPage actor={actor} texts={texts} pairs={all} />);
  });
}

function ActorsPage({ pairs: all }: { pairs: Awaited<ReturnType<typeof pairs>> }) {
  const { t, actor, number } = useLocale();
  const counts = new Map<string, number>();
  for (const { a, b, documents: count } of all)
    for (const one of [a, b]) counts.set(one, (counts.get(one) ?? 0) + count);
  const actors = [...counts].sort((x, y) => y[1] - x[1]);
  return (
    <Page title={t('nav.actors')}>
      <PageHead title={t('nav.actors')} />
      {actors.length === 0 ? <Empty>{t('home.empty')}</Empty> : ''}
      {[true, false].map((states) => (
        <ul class="actor-list">
          {actors
            .filter(([id]) => isOfState(id) === states)
            .map(([id, count]) => (
              <li>
                <a href={actorHref(id)} class="words">
                  {actor(id)}
                </a>{' '}
                <span class="quiet number">{number(count)}</span>
              </li>
            ))}
        </ul>
      ))}
    </Page>
  );
}

function ActorPage({
  actor,
  texts,
  pairs: all,
}: {
  actor: string;
  texts: Awaited<ReturnType<typeof documents>>;
  pairs: Awaited<ReturnType<typeof pairs>>;
}) {
  const locale = useLocale();
  const { t } = locale;
  const principal = principalOf(actor);
  const own = all.filter(({ a, b }) => a === principal || b === principal);
  return (
    <Page title={locale.actor(actor)}>
      <PageHead
        label={principal === actor ? t('nav.actors') : <a href={actorHref(principal)}>{locale.actor(principal)}</a>}
        title={locale.actor(actor)}
      >
        <Holder office={actor} />
      </PageHead>
      <div class="columns">
        <Section title={t('actor.texts')}>
          {texts.length === 0 ? <Empty>{t('actor.none')}</Empty> : ''}
          <ol class="lines">
            {texts.map((document) => (
              <DocumentLine document={document} />
            ))}
          </ol>
        </Section>
        <Section title={t('home.pairs')}>
          <ul class="lines">
            {own.map(({ pair, a, b, commitments }) => (
              <li class="line">
                <a class="line-title words" href={pairHref(pair)}>
                  {locale.actor(a)} – {locale.actor(b)}
                </a>
                <p class="meta">{t('pair.commitments', { count: commitments })}</p>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

/** Who holds an office today, as far as the tables know. */
function Holder({ office }: { office: string }) {
  const { t, language, day } = useLocale();
  const holder = holderOf(office, new Date().toISOString().slice(0, 10));
  if (holder === undefined) return <></>;
  const name = holder.name[language] ?? holder.name.en;
  return (
    <p class="meta">
      <span class="words">{name}</span>
      <span>{t('field.since', { date: day(holder.from) })}</span>
    </p>
  );
}
