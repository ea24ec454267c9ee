import {
  type DocumentSummary,
  type MeetingPage,
  meeting,
  participantName,
  type SidesComparison,
} from '../../desk/index.ts';
import { idInAddress, pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { CommitmentLine } from '../parts/commitment-line.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { ActorLink, Parties, Source } from '../parts/names.tsx';
import { Empty, Facts, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { ComparisonTable } from './comparison.tsx';

/** One meeting, with both sides' accounts of it. */
export function addMeetingPage(app: App): void {
  app.get('/meetings/:id', async (context) =>
    page(context, <MeetingView found={await meeting(context.var.desk, idInAddress(context.req.param('id')))} />),
  );
}

function MeetingView({ found }: { found: MeetingPage }) {
  const { t, of, when, actor, list, number, language, place } = useLocale();
  const { record, documents, commitments, comparisons, pair } = found;
  const day = record.when ?? record.date;
  const where = record.place === undefined ? undefined : place(record.place, record.date);
  const title = [day === undefined ? t('meeting.undated') : when(day), where]
    .filter((part) => part !== undefined)
    .join(', ');
  return (
    <Page title={`${list(record.parties.map(actor))}, ${title}`}>
      <PageHead
        label={
          <>
            {t('meeting.title')} · <a href={pairHref(pair)}>{pair.split('-').map(actor).join(' – ')}</a>
          </>
        }
        title={title}
      >
        <p class="meta">
          <span class={`meeting-status ${record.status}`}>{of('meeting', record.status)}</span>
          {record.formats.map((format) => (
            <span>{of('format', format)}</span>
          ))}
        </p>
      </PageHead>
      <div class="columns">
        <div>
          <Contradictions found={found} />
          <Accounts comparisons={comparisons} />
          <Section title={t('meeting.commitments')} count={number(commitments.length)}>
            {commitments.length === 0 ? <Empty>{t('meeting.noCommitments')}</Empty> : ''}
            <ol class="lines">
              {commitments.map((view) => (
                <CommitmentLine view={view} />
              ))}
            </ol>
          </Section>
        </div>
        <div>
          <Section title={t('field.participants')}>
            <Facts facts={[[t('field.parties'), <Parties actors={record.parties} />]]} />
            <ul class="participants">
              {record.participants.map((one) => (
                <li>
                  <span class="words">{participantName(one, record.date, language)}</span>{' '}
                  {one.office === undefined ? '' : <ActorLink actor={one.office} />}
                </li>
              ))}
            </ul>
          </Section>
          <MeetingTexts found={found} documents={documents} />
        </div>
      </div>
    </Page>
  );
}

function MeetingTexts({ found: { record }, documents }: { found: MeetingPage; documents: readonly DocumentSummary[] }) {
  const { t, actor } = useLocale();
  const sources = new Map(documents.map((document) => [document.id, document]));
  return (
    <Section title={t('meeting.texts')}>
      <ul class="lines">
        {record.mentions.map((mention) => {
          const side = sources.get(mention.document)?.side;
          return (
            <li class="line">
              <blockquote class="words">{mention.words}</blockquote>
              <p class="meta">
                <Source document={sources.get(mention.document)} mention={mention} />
                {side === undefined ? '' : <span>{t('document.voice', { side: actor(side) })}</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Contradictions({ found: { record } }: { found: MeetingPage }) {
  const { t, of, number, when, place } = useLocale();
  const told = (field: string, value: string): string =>
    field === 'date' ? when(value) : field === 'place' ? place(value) : value;
  if (record.contradictions.length === 0) return null;
  return (
    <Section title={t('meeting.contradictions')}>
      <Facts
        facts={record.contradictions.map(
          ({ field, values }) =>
            [
              of('contradiction', field),
              values.map(({ value, mentions }) => `${told(field, value)} (${number(mentions.length)})`).join(' ≠ '),
            ] as const,
        )}
      />
    </Section>
  );
}

function Accounts({ comparisons }: { comparisons: readonly SidesComparison[] }) {
  const { t } = useLocale();
  return (
    <Section title={t('meeting.accounts')}>
      {comparisons.length === 0 ? <Empty>{t('meeting.one')}</Empty> : ''}
      {comparisons.map((comparison) => (
        <ComparisonTable comparison={comparison} />
      ))}
    </Section>
  );
}
