import { actorName, documents, holderOf, pairs } from '../../desk/index.ts';
import { isOfState, principalOf, ReadoutError } from '../../model/index.ts';
import { actorHref, pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { DocumentLine } from '../parts/names.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const PORTION = 50;

/** Actors: states and organizations with a record, and what the register has of one of them, an office or a person's office. */
export function addActorPages(app: App): void {
  app.get('/actors', async (context) => page(context, <ActorsPage pairs={await pairs(context.var.desk)} />));
  app.get('/actors/:principal/:office?', async (context) => {
    const { principal, office } = context.req.param();
    const actor = office === undefined ? principal : `${principal}/${office}`;
    const [texts, all] = await Promise.all([
      documents(context.var.desk, { actor, limit: PORTION }),
      pairs(context.var.desk),
    ]);
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
  const { t, language, when } = useLocale();
  const holder = holderOf(office, new Date().toISOString().slice(0, 10));
  if (holder === undefined) return <></>;
  const name = holder.name[language] ?? holder.name.en;
  return (
    <p class="meta">
      <span class="words">{name}</span>
      <span>{t('field.since', { date: when(holder.from) })}</span>
    </p>
  );
}
