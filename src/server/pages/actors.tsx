import { actorName, documents, type Follow, follows, holderOf, isGroup, pairs } from '../../desk/index.ts';
import { isOfState, principalOf, ReadoutError } from '../../model/index.ts';
import { actorHref, pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { FollowButton } from '../parts/follow.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { DocumentLine } from '../parts/names.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const PORTION = 50;
const EVERY_PAIR = 100_000;

/** Actors: states and organizations with a record, and what the register has of one of them, an office or a person's office. */
export function addActorPages(app: App): void {
  app.get('/actors', async (context) =>
    page(context, <ActorsPage pairs={await pairs(context.var.desk, { limit: EVERY_PAIR })} />),
  );
  app.get('/actors/:principal/:office?', async (context) => {
    const { principal, office } = context.req.param();
    const actor = office === undefined ? principal : `${principal}/${office}`;
    const [texts, all, followed] = await Promise.all([
      documents(context.var.desk, { actor, limit: PORTION }),
      pairs(context.var.desk, { limit: EVERY_PAIR }),
      follows(context.var.desk),
    ]);
    if (texts.length === 0 && actorName(actor, 'en') === actor)
      throw new ReadoutError('not-found', 'no text of the register names', actor, 'see the list of actors');
    return page(context, <ActorPage actor={actor} texts={texts} pairs={all} followed={followed} />);
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
  followed,
}: {
  actor: string;
  texts: Awaited<ReturnType<typeof documents>>;
  pairs: Awaited<ReturnType<typeof pairs>>;
  followed: readonly Follow[];
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
        {actor === principal ? <Follows actor={actor} followed={followed} /> : ''}
        <p class="page-links">
          <a href={`/commitments?actor=${encodeURIComponent(actor)}`}>{t('commitments.title')}</a>
        </p>
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

/** Buttons to follow every pair of an actor, and the pairs among its members. */
function Follows({ actor, followed }: { actor: string; followed: readonly Follow[] }) {
  const { t, actor: nameOf } = useLocale();
  return (
    <div class="buttons">
      <FollowButton
        what={{ kind: 'actor', actor }}
        followed={followed}
        label={t('follow.actor', { actor: nameOf(actor) })}
      />
      {isGroup(actor) ? (
        <FollowButton what={{ kind: 'group', group: actor }} followed={followed} label={t('follow.members')} />
      ) : (
        ''
      )}
    </div>
  );
}

/** Who holds an office today, as far as the tables know. */
function Holder({ office }: { office: string }) {
  const { t, language, when } = useLocale();
  const holder = holderOf(office, new Date().toISOString().slice(0, 10));
  if (holder === undefined) return null;
  const name = holder.name[language] ?? holder.name.en;
  return (
    <p class="meta">
      <span class="words">{name}</span>
      <span>{t('field.since', { date: when(holder.from) })}</span>
    </p>
  );
}
