import { sourceHref } from '../hrefs.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { figureWords } from '../parts/names.tsx';
import { Drawing } from './drawing.tsx';
import type { SeriesData } from './series-chart.ts';

/** Figures reported over time against the target, drawn, with the same as a table. */
export function Series({ series, drawing }: { series: SeriesData; drawing: string }) {
  const locale = useLocale();
  const { t, day } = locale;
  return (
    <figure class="series">
      {drawing === '' ? '' : <Drawing label={t('commitment.numbers')} svg={drawing} />}
      <table>
        <caption class="visually-hidden">{t('commitment.numbers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.date')}</th>
            <th scope="col">{t('series.figure')}</th>
            <th scope="col">{t('field.source')}</th>
          </tr>
        </thead>
        <tbody>
          {series.targets.map(({ value, date }) => (
            <tr class="target">
              <td>{date === undefined ? '' : day(date)}</td>
              <td class="number">
                {t('field.target')}: {figureWords(value, locale)}
              </td>
              <td />
            </tr>
          ))}
          {series.points.map((point) => (
            <tr>
              <td>{day(point.when ?? point.reported)}</td>
              <td class="number">{figureWords(point.figure, locale)}</td>
              <td>
                <a href={sourceHref({ document: point.document, id: point.mention })}>{point.words}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
