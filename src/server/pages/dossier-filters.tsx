import { STATUSES } from '../../desk/index.ts';
import { AREAS } from '../../model/index.ts';
import { withQuery } from '../hrefs.ts';
import { Choice, Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';

/** The filters of a dossier: a form, and what is chosen as tags that can be taken off. */
export function DossierFilterForm({ members }: { members: readonly [string, string] }) {
  const { of, t, actor } = useLocale();
  const { url } = useView();
  const chosen = (name: string): string => url.searchParams.get(name) ?? '';
  const sides: readonly (readonly [string, string])[] = [
    ...members.map((member) => [member, actor(member)] as const),
    ['joint', t('side.joint')],
  ];
  return (
    <form class="filters" method="get" action={url.pathname} aria-label={t('dossier.filters')} autocomplete="off">
      <Choice
        name="area"
        label={t('filter.area')}
        chosen={chosen('area')}
        options={AREAS.map((area) => [area, of('area', area)])}
      />
      <Choice
        name="status"
        label={t('filter.status')}
        chosen={chosen('status')}
        options={STATUSES.map((status) => [status, of('status', status)])}
      />
      <Choice name="side" label={t('filter.side')} chosen={chosen('side')} options={sides} />
      <Day name="from" label={t('filter.from')} chosen={chosen('from')} />
      <Day name="to" label={t('filter.to')} chosen={chosen('to')} />
      <Day name="asOf" label={t('filter.asOf')} chosen={chosen('asOf')} />
      <button type="submit">{t('filter.apply')}</button>
      <ChosenFilters />
    </form>
  );
}

const NAMES = ['area', 'status', 'side', 'from', 'to', 'asOf'] as const;

function ChosenFilters() {
  const { url } = useView();
  const { t, of, actor, day } = useLocale();
  const chosen = NAMES.flatMap((name) => {
    const value = url.searchParams.get(name) ?? '';
    return value === '' ? [] : [{ name, value }];
  });
  if (chosen.length === 0) return null;
  const wordsOf = (name: string, value: string): string => {
    if (name === 'side') return value === 'joint' ? t('side.joint') : actor(value);
    return name === 'area' || name === 'status' ? of(name, value) : `${t(`filter.${name as 'from'}`)}: ${day(value)}`;
  };
  return (
    <p class="chosen">
      {chosen.map(({ name, value }) => (
        <a
          class="chip"
          href={withQuery(url, { [name]: undefined })}
          aria-label={t('filter.remove', { value: wordsOf(name, value) })}
        >
          {wordsOf(name, value)} <span aria-hidden="true">×</span>
        </a>
      ))}
      <a href={url.pathname}>{t('filter.clear')}</a>
    </p>
  );
}
