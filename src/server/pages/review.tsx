import {
  type Desk,
  decide,
  type Mention,
  type PairSummary,
  pairs,
  type ReviewItem,
  reviewQueue,
  textAround,
  undo,
  waiting,
} from '../../desk/index.ts';
import { pairHref } from '../hrefs.ts';
import type { App, PageContext } from '../http/env.ts';
import { formOf } from '../http/form.ts';
import { staleFor } from '../http/standings.ts';
import { Lines } from '../parts/lines.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { StaleNote } from '../parts/standing-line.tsx';
import { decisionIn } from './decision-form.ts';
import type { Excerpt } from './review-item.tsx';
import { ItemCard } from './review-item.tsx';

/** How many items the list beside the current one shows. */
const AHEAD = 15;

/** The queue of what waits for a person, worked with the keyboard. */
export function addReviewPages(app: App): void {
  app.get('/review', async (context) => {
    const pair = context.req.query('pair');
    if (pair === undefined) {
      const [all, waits, stale] = await Promise.all([
        pairs(context.var.desk, { limit: 100_000 }),
        waiting(context.var.desk),
        staleFor(context),
      ]);
      return page(context, <ReviewPairs pairs={all} waits={waits} stale={stale} />);
    }
    const queue = await reviewQueue(context.var.desk, pair);
    const at = placeIn(context, queue.length);
    const item = queue[at];
    const excerpts = item === undefined ? [] : await excerptsOf(context.var.desk, item);
    const done = context.req.query('done');
    return page(context, <ReviewPage pair={pair} queue={queue} at={at} excerpts={excerpts} done={done} />);
  });
  app.post('/review/decide', async (context) => {
    const form = await formOf(context);
    const { id } = await decide(context.var.desk, decisionIn(form));
    return context.redirect(addressOf(form, { done: id }), 303);
  });
  app.post('/review/undo', async (context) => {
    const form = await formOf(context);
    await undo(context.var.desk, form.id ?? '', { why: '' });
    return context.redirect(addressOf(form, {}), 303);
  });
}

/** Which item of the queue is worked on: the first where the address does not say. */
function placeIn(context: PageContext, length: number): number {
  const at = Number(context.req.query('at') ?? '0');
  return Number.isInteger(at) ? Math.max(0, Math.min(at, length - 1)) : 0;
}

function addressOf({ pair = '', at = '0' }: Readonly<Record<string, string>>, more: Record<string, string>): string {
  return `/review?${new URLSearchParams({ pair, at, ...more })}`;
}

async function excerptsOf(desk: Desk, item: ReviewItem): Promise<Excerpt[]> {
  if (item.kind === 'finding') return [{ mention: item.mention, around: await textAround(desk, item.mention) }];
  const { a, b } = item.link;
  const ends = [
    { id: a, mention: item.a },
    { id: b, mention: item.b },
  ];
  // The ends of a reprint are documents: their beginnings are shown.
  return Promise.all(
    ends.map(async ({ id, mention }) => ({
      mention,
      around: await textAround(desk, mention ?? { document: id, spans: [] }),
    })),
  );
}

interface ReviewProps {
  readonly pair: string;
  readonly queue: readonly ReviewItem[];
  readonly at: number;
  readonly excerpts: readonly Excerpt[];
  /** The decision made last, which can be taken back. */
  readonly done: string | undefined;
}

function ReviewPage({ pair, queue, at, excerpts, done }: ReviewProps) {
  const { t, actor, number } = useLocale();
  const item = queue[at];
  return (
    <Page title={t('review.title')} scripts={['review.js']}>
      <PageHead label={<a href={pairHref(pair)}>{pair.split('-').map(actor).join(' – ')}</a>} title={t('review.title')}>
        <p class="meta" role="status">
          <span>{t('review.left', { count: queue.length })}</span>
          {done === undefined ? '' : <Done pair={pair} at={at} done={done} />}
        </p>
      </PageHead>
      <div class="columns review">
        <div>
          {item === undefined ? (
            <Empty>{t('review.empty')}</Empty>
          ) : (
            <ItemCard item={item} excerpts={excerpts} pair={pair} at={at} last={queue.length - 1} />
          )}
        </div>
        <Section title={t('review.queue')} count={number(queue.length)}>
          <ol class="lines queue">
            {queue.slice(Math.max(0, at - 2), at + AHEAD).map((one, index) => (
              <QueueLine item={one} pair={pair} at={Math.max(0, at - 2) + index} current={one === item} />
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  );
}

function Done({ pair, at, done }: { pair: string; at: number; done: string }) {
  const { t } = useLocale();
  return (
    <form method="post" action="/review/undo" class="inline">
      <input type="hidden" name="pair" value={pair} />
      <input type="hidden" name="at" value={String(at)} />
      <input type="hidden" name="id" value={done} />
      {t('review.done')}{' '}
      <button type="submit" class="plain" data-key="u">
        {t('review.undo')} <kbd>u</kbd>
      </button>
    </form>
  );
}

function QueueLine({ item, pair, at, current }: { item: ReviewItem; pair: string; at: number; current: boolean }) {
  const { of } = useLocale();
  const mention: Mention | undefined = item.kind === 'finding' ? item.mention : (item.a ?? item.b);
  const kind = item.kind === 'finding' ? of('kind', item.mention.kind) : of('link', item.link.kind);
  return (
    <li class="line">
      <a class="line-title" href={`/review?pair=${pair}&at=${at}`} aria-current={current ? 'true' : undefined}>
        <span class="label">{kind}</span> {mention?.words.slice(0, 80) ?? item.id}
      </a>
    </li>
  );
}

interface ReviewPairsProps {
  readonly pairs: readonly PairSummary[];
  readonly waits: ReadonlyMap<string, number>;
  readonly stale: number;
}

/** The pairs of which something waits, those with most first. */
function ReviewPairs({ pairs: all, waits, stale }: ReviewPairsProps) {
  const { t, actor } = useLocale();
  const known = new Map(all.map((summary) => [summary.pair, summary]));
  const queues = [...waits].flatMap(([pair, count]) => {
    const summary = known.get(pair);
    return summary === undefined ? [] : [{ ...summary, count }];
  });
  return (
    <Page title={t('review.title')}>
      <PageHead title={t('review.title')}>
        <p class="lead">{t('review.lead')}</p>
      </PageHead>
      <StaleNote stale={stale} />
      {queues.length === 0 ? <Empty>{all.length === 0 ? t('home.empty') : t('review.empty')}</Empty> : ''}
      <Lines
        name="queues"
        limit={100}
        items={queues}
        line={({ pair, a, b, count }) => (
          <li class="line">
            <a class="line-title words" href={`/review?pair=${pair}`}>
              {actor(a)} – {actor(b)}
            </a>
            <p class="meta">{t('review.waiting', { count })}</p>
          </li>
        )}
      />
    </Page>
  );
}
