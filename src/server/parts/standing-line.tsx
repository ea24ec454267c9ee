import type { DueCommitment, Standing } from '../../desk/index.ts';
import { commitmentHref } from '../hrefs.ts';
import { useLocale } from './locale-context.tsx';
import { SecretMark, StatusMark, StrengthMark } from './marks.tsx';
import { AreaTags, figureWords, Parties } from './names.tsx';

/** An undertaking in a list over all pairs: status, words, whose, about what, how firm, until when. */
export function StandingLine({ item }: { item: Standing }) {
  const locale = useLocale();
  const { t, day } = locale;
  const { id, words, status, parties, areas, strength, made, deadline, target, mentions, marking } = item;
  return (
    <li class="line commitment-line">
      <StatusMark status={status} />
      <div>
        <a class="line-title words" href={commitmentHref(id)}>
          {words === '' ? id : words}
        </a>
        <p class="meta">
          <Parties actors={parties} /> <AreaTags areas={areas} />
          <StrengthMark strength={strength} />
          {made === undefined ? '' : <span>{t('commitment.madeOn', { date: day(made) })}</span>}
          {deadline === undefined ? '' : <span class="due">{t('commitment.due', { date: day(deadline) })}</span>}
          {target === undefined ? '' : <span>{figureWords(target, locale)}</span>}
          {mentions > 1 ? <span>{t('commitment.times', { count: mentions })}</span> : ''}
          <SecretMark marking={marking} />
        </p>
      </div>
    </li>
  );
}

/** An undertaking by its deadline: how long there is, or how late it is. */
export function DueLine({ item }: { item: DueCommitment }) {
  const { t, day } = useLocale();
  const { id, words, status, parties, deadline, days, marking } = item;
  return (
    <li class="line due-line">
      <p class="due-day number">
        <time datetime={deadline}>{day(deadline)}</time>
        <span class={days < 0 ? 'warn' : 'quiet'}>
          {days < 0 ? t('home.daysLate', { count: -days }) : t('home.daysLeft', { count: days })}
        </span>
      </p>
      <div>
        <a class="line-title words" href={commitmentHref(id)}>
          {words === '' ? id : words}
        </a>
        <p class="meta">
          <StatusMark status={status} /> <Parties actors={parties} /> <SecretMark marking={marking} />
        </p>
      </div>
    </li>
  );
}

/** Says that some pairs have changed and are still being worked on. */
export function StaleNote({ stale }: { stale: number }) {
  const { t } = useLocale();
  if (stale === 0) return null;
  return (
    <p class="note" role="status">
      {t('standings.stale', { count: stale })}
    </p>
  );
}
