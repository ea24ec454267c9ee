import { type CommitmentView, STATUSES, type Status } from '../../desk/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import { withQuery } from '../hrefs.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { StatusMark } from '../parts/marks.tsx';
import { AreaTag } from '../parts/names.tsx';
import { Scroll } from '../parts/section.tsx';

/** Commitments by area and status; each number leads to those behind it. */
export function CommitmentMatrix({ views }: { views: readonly CommitmentView[] }) {
  const { t } = useLocale();
  const counts = countsOf(views);
  const countOf = (area: Area, status: Status) => counts.get(`${area} ${status}`) ?? 0;
  const statuses = STATUSES.filter((status) => views.some((view) => view.status?.status === status));
  const areas = AREAS.filter((area) => views.some(({ record }) => record.areas.includes(area)));
  const most = Math.max(1, ...counts.values());
  return (
    <Scroll label={t('dossier.matrix')}>
      <table class="matrix">
        <caption class="visually-hidden">{t('dossier.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('filter.area')}</th>
            {statuses.map((status) => (
              <th scope="col" class="turned">
                <StatusMark status={status} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr>
              <th scope="row">
                <AreaTag area={area} />
              </th>
              {statuses.map((status) => (
                <td>
                  <Cell count={countOf(area, status)} most={most} area={area} status={status} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** How many there are of each area and status, by `area status`. */
function countsOf(views: readonly CommitmentView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record, status } of views)
    for (const area of new Set(status === undefined ? [] : record.areas)) {
      const key = `${area} ${status?.status}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

function Cell({ count, most, area, status }: { count: number; most: number; area: Area; status: Status }) {
  const { url } = useView();
  const { number, of } = useLocale();
  if (count === 0) return <span class="none">·</span>;
  const heat = Math.ceil((count / most) * 4);
  return (
    <a
      class={`cell number heat-${heat} status-${status}`}
      href={`${withQuery(url, { area, status })}#commitments`}
      aria-label={`${of('area', area)}, ${of('status', status)}: ${number(count)}`}
    >
      {number(count)}
    </a>
  );
}
