import { useLocale } from '../parts/locale-context.tsx';
import { Section } from '../parts/section.tsx';
import { Drawing } from './drawing.tsx';
import type { Spot } from './map-chart.ts';

/** Where the two sides met, drawn, with the same as a table. */
export function MeetingMap({ spots, drawing }: { spots: readonly Spot[]; drawing: string }) {
  const { t, number, place: nameOf } = useLocale();
  if (drawing === '') return null;
  return (
    <Section title={t('map.title')}>
      <figure>
        <Drawing label={t('map.title')} svg={drawing} />
        <figcaption class="small quiet">{t('map.note')}</figcaption>
        <table class="visually-hidden">
          <caption>{t('map.title')}</caption>
          <tbody>
            {spots.map(({ place, meetings }) => (
              <tr>
                <th scope="row">{nameOf(place.name)}</th>
                <td>{number(meetings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </Section>
  );
}
