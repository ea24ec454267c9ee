import { capitalOnMap, type Dossier, type MeetingRecord, type Place, placeOnMap } from '../../desk/index.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { Section } from '../parts/section.tsx';

const WIDTH = 460;
const HEIGHT = 260;
const MARGIN = 46;

/** A place and how often it was met there. */
interface Spot {
  readonly place: Place;
  readonly meetings: number;
  readonly capital: boolean;
}

/** Where the two sides met: capitals as squares, places of meetings as circles as large as their number, with the same as a table. */
export function MeetingMap({ dossier: { summary, meetings, asOf } }: { dossier: Dossier }) {
  const { t, number } = useLocale();
  const spots = spotsOf(meetings, [summary.a, summary.b], asOf);
  if (spots.length < 2) return <></>;
  return (
    <Section title={t('map.title')}>
      <figure class="map">
        <MapDrawing spots={spots} />
        <table class="visually-hidden">
          <caption>{t('map.title')}</caption>
          <tbody>
            {spots.map(({ place, meetings: count }) => (
              <tr>
                <th scope="row">{place.name}</th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </Section>
  );
}

function spotsOf(meetings: readonly MeetingRecord[], states: readonly string[], day: string): Spot[] {
  const capitals = states.flatMap((state) => capitalOnMap(state, day) ?? []);
  const places = meetings
    .filter(({ status }) => status === 'held')
    .flatMap(({ place }) => (place === undefined ? [] : (placeOnMap(place) ?? [])));
  const counts = Map.groupBy([...capitals, ...places], ({ name }) => name);
  return [...counts.values()].flatMap((same) => {
    const [place] = same;
    if (place === undefined) return [];
    const capital = capitals.some(({ name }) => name === place.name);
    return [{ place, capital, meetings: same.length - (capital ? 1 : 0) }];
  });
}

interface Projection {
  x(place: Place): number;
  y(place: Place): number;
}

/** Equirectangular, true to scale in the middle of the places, which fill the drawing. */
function projectionOf(places: readonly Place[]): Projection {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const middle = [mid(longitudes), mid(latitudes)] as const;
  const squeeze = Math.cos((middle[1] * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(1, spread(longitudes) * squeeze),
    (HEIGHT - 2 * MARGIN) / Math.max(1, spread(latitudes)),
  );
  return {
    x: ({ longitude }) => Math.round(WIDTH / 2 + (longitude - middle[0]) * squeeze * scale),
    y: ({ latitude }) => Math.round(HEIGHT / 2 - (latitude - middle[1]) * scale),
  };
}

function mid(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function MapDrawing({ spots }: { spots: readonly Spot[] }) {
  const { t, number } = useLocale();
  const { x, y } = projectionOf(spots.map(({ place }) => place));
  const capitals = spots.filter(({ capital }) => capital);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('map.title')}>
      {capitals.length === 2 ? (
        <polyline class="between" points={capitals.map(({ place }) => `${x(place)},${y(place)}`).join(' ')} />
      ) : (
        ''
      )}
      {spots.map(({ place, meetings, capital }) => (
        <g>
          {meetings > 0 ? <circle class="met" cx={x(place)} cy={y(place)} r={4 + 3 * Math.sqrt(meetings)} /> : ''}
          {capital ? <rect class="capital" x={x(place) - 3} y={y(place) - 3} width="6" height="6" /> : ''}
          <text x={x(place) + 9} y={y(place) - 8}>
            {place.name}
            {meetings > 0 ? ` ${number(meetings)}` : ''}
          </text>
        </g>
      ))}
    </svg>
  );
}
