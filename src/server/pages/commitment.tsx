import {
  type CommitmentView as CommitmentData,
  type CommitmentPage,
  clearestMention,
  commitment,
  type DocumentSummary,
  decisionsAbout,
  meeting,
  STATUS_RULES,
} from '../../desk/index.ts';
import { Series } from '../charts/series.tsx';
import { seriesChart } from '../charts/series-chart.ts';
import { idInAddress, meetingHref, pairHref, sourceHref, withQuery } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { dayOf } from '../http/filters.ts';
import { CommitmentLine } from '../parts/commitment-line.tsx';
import { Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { StatusMark, StrengthMark } from '../parts/marks.tsx';
import { AreaTags, figureWords, Parties, Source } from '../parts/names.tsx';
import { Facts, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { DecisionSection } from './decisions.tsx';
import { type HistoryStep, historyOf } from './history.ts';

/** One undertaking with its history. */
export function addCommitmentPage(app: App): void {
  app.get('/commitments/:id', async (context) => {
    const asOf = dayOf(new URL(context.req.url).searchParams, 'asOf');
    const found = await commitment(context.var.desk, idInAddress(context.req.param('id')), asOf);
    const { record, meeting: made } = found;
    const { series } = found;
    const [decisions, related, drawing] = await Promise.all([
      Promise.all(record.mentions.map(({ id }) => decisionsAbout(context.var.desk, id))),
      made === undefined ? [] : meeting(context.var.desk, made.id).then(({ commitments }) => commitments),
      series === undefined ? '' : seriesChart(series, context.get('view').locale),
    ]);
    const others = related.filter((view) => view.record.id !== record.id);
    return page(context, <CommitmentView found={found} decisions={decisions} related={others} drawing={drawing} />);
  });
}

interface ViewProps {
  readonly found: CommitmentPage;
  readonly decisions: Parameters<typeof DecisionSection>[0]['decisions'];
  /** The other commitments of its meeting. */
  readonly related: readonly CommitmentData[];
  /** Its numbers, drawn. */
  readonly drawing: string;
}

function CommitmentView({ found, decisions, related, drawing }: ViewProps) {
  const { t, actor } = useLocale();
  const { record, status, series, documents, pair } = found;
  const clearest = clearestMention(record, { asOf: found.asOf });
  const sources = new Map(documents.map((document) => [document.id, document]));
  return (
    <Page title={clearest?.words ?? t('kind.commitment')}>
      <PageHead
        label={
          <>
            {t('kind.commitment')} · <a href={pairHref(pair)}>{pair.split('-').map(actor).join(' – ')}</a>
          </>
        }
        title={clearest?.words}
        lang={sources.get(clearest?.document ?? '')?.language}
      >
        <p class="standing">
          <StatusMark status={status?.status} />
          {status === undefined || status.rule === 'open.made' ? '' : <RuleWords rule={status.rule} />}
        </p>
      </PageHead>
      <div class="columns">
        <div>
          <Section title={t('commitment.history')}>
            <History steps={historyOf(found)} sources={sources} />
          </Section>
          {series === undefined ? (
            ''
          ) : (
            <Section title={t('commitment.numbers')}>
              <Series series={series} drawing={drawing} />
            </Section>
          )}
        </div>
        <div>
          <CommitmentFacts found={found} source={sources.get(record.mentions[0]?.document ?? '')} />
          <AsOf day={found.asOf} />
          <DecisionSection subject={record.id} decisions={decisions} />
          {related.length === 0 ? (
            ''
          ) : (
            <Section title={t('commitment.related')}>
              <ol class="lines">
                {related.map((view) => (
                  <CommitmentLine view={view} />
                ))}
              </ol>
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}

function CommitmentFacts({ found, source }: { found: CommitmentPage; source: DocumentSummary | undefined }) {
  const locale = useLocale();
  const { t, when, percent } = locale;
  const { record, meeting } = found;
  const first = record.mentions[0];
  if (first === undefined) return null;
  const { deadline, target } = { deadline: record.deadlines.at(-1)?.value, target: record.targets.at(-1)?.value };
  return (
    <Section title={t('commitment.facts')}>
      <Facts
        facts={[
          [t('field.parties'), <Parties actors={record.parties} />],
          [
            t('field.beneficiaries'),
            first.beneficiaries.length === 0 ? undefined : <Parties actors={first.beneficiaries} />,
          ],
          [t('field.areas'), <AreaTags areas={record.areas} />],
          [t('field.strength'), <StrengthMark strength={record.strengths.at(-1)?.value ?? first.strength} />],
          [t('field.deadline'), deadline === undefined ? undefined : when(deadline)],
          [t('field.target'), target === undefined ? undefined : figureWords(target, locale)],
          [t('field.made'), first.date === undefined ? undefined : when(first.date)],
          [t('commitment.meeting'), meeting === undefined ? undefined : <MeetingOf meeting={meeting} />],
          [t('field.instrument'), first.instrument],
          [t('field.conditional'), first.conditional ? t('commitment.conditional') : undefined],
          [t('field.source'), <Source document={source} mention={first} />],
          [t('field.rule'), <code>{first.rule}</code>],
          [t('field.confidence'), percent(first.confidence)],
        ]}
      />
    </Section>
  );
}

function MeetingOf({ meeting }: { meeting: NonNullable<CommitmentPage['meeting']> }) {
  const { when, t, place } = useLocale();
  const day = meeting.when ?? meeting.date;
  const where = meeting.place === undefined ? undefined : place(meeting.place, meeting.date);
  const words = [where, day === undefined ? undefined : when(day)].filter((part) => part !== undefined);
  return <a href={meetingHref(meeting.id)}>{words.length === 0 ? t('meeting.title') : words.join(', ')}</a>;
}

/** By which rule a status was given: its reason, and its id. */
function RuleWords({ rule }: { rule: string }) {
  const { of } = useLocale();
  const english = STATUS_RULES.find(({ id }) => id === rule)?.reason ?? rule;
  const told = of('rule', rule);
  return (
    <span class="rule-words">
      {told === rule ? english : told} <code>{rule}</code>
    </span>
  );
}

function History({ steps, sources }: { steps: readonly HistoryStep[]; sources: ReadonlyMap<string, DocumentSummary> }) {
  const { t, of, when } = useLocale();
  return (
    <ol class="history">
      {steps.map(({ kind, date, mention, change }) => (
        <li class={`step step-${kind}${change === undefined ? '' : ` status-${change.status}`}`}>
          <p class="step-head">
            <time datetime={date}>{date === undefined ? t('meeting.undated') : when(date)}</time>
            <span class="step-kind">{of('step', kind)}</span>
            {change === undefined ? '' : <StatusMark status={change.status} />}
          </p>
          {mention === undefined ? (
            ''
          ) : (
            <blockquote class="words">
              <a href={sourceHref(mention)}>{mention.words}</a>
            </blockquote>
          )}
          <p class="meta">
            {mention === undefined ? '' : <Source document={sources.get(mention.document)} mention={mention} />}
            {change === undefined || kind === 'made' ? '' : <RuleWords rule={change.rule} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

function AsOf({ day }: { day: string }) {
  const { t } = useLocale();
  const { url } = useView();
  return (
    <form method="get" action={url.pathname} class="filters as-of" autocomplete="off">
      <Day name="asOf" label={t('filter.asOf')} chosen={day} />
      <button type="submit">{t('filter.apply')}</button>
      {url.searchParams.has('asOf') ? <a href={withQuery(url, { asOf: undefined })}>{t('filter.today')}</a> : ''}
    </form>
  );
}
