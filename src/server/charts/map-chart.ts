import { actorName, capitalOnMap, type Dossier, type MeetingRecord, type Place, placeOnMap } from '../../desk/index.ts';
import type { Locale } from '../locale/locale.ts';
import { type Box, outlinesIn } from './outlines.ts';
import { drawn } from './plot.ts';

/** A place and how often it was met there. */
export interface Spot {
  readonly place: Place;
  readonly meetings: number;
  readonly capital: boolean;
}

/** The capitals of the two sides, and the places where they met. */
export function spotsOf({ summary, meetings, asOf }: Dossier): Spot[] {
  const capitals = [summary.a, summary.b].flatMap((state) => capitalOnMap(state, asOf) ?? []);
  const places = meetings.flatMap(placeOf);
  const byName = Map.groupBy([...capitals, ...places], ({ name }) => name);
  return [...byName.values()].flatMap((same) => {
    const [place] = same;
    if (place === undefined) return [];
    const capital = capitals.some(({ name }) => name === place.name);
    return [{ place, capital, meetings: same.length - (capital ? 1 : 0) }];
  });
}

function placeOf({ place, status }: MeetingRecord): Place[] {
  const found = status !== 'held' || place === undefined ? undefined : placeOnMap(place);
  return found === undefined ? [] : [found];
}

/** The two states, their capitals as squares, places of meetings as circles as large as their number; as SVG; empty for less than two places, or where nobody met. */
export async function mapChart(
  spots: readonly Spot[],
  states: readonly string[],
  { place: nameOf, number }: Locale,
): Promise<string> {
  if (spots.length < 2 || spots.every(({ meetings }) => meetings === 0)) return '';
  const box = boxAround(spots);
  const [west, south, east, north] = box;
  const outlines = outlinesIn(box);
  const names = states.map((state) => actorName(state, 'en'));
  const own = outlines.filter(({ properties: { name } }) => names.includes(name));
  const at = { x: ({ place }: Spot) => place.longitude, y: ({ place }: Spot) => place.latitude };
  const corners = [
    [west, south],
    [east, north],
  ];
  return drawn(({ dot, frame, geo, text }) => ({
    width: 460,
    height: 280,
    margin: 0,
    projection: { type: 'mercator', domain: { type: 'MultiPoint', coordinates: corners }, clip: 'frame' },
    r: { range: [0, 14], zero: true },
    marks: [
      geo(outlines, { fill: 'var(--sheet)', stroke: 'var(--hairline)' }),
      geo(own, { fill: 'var(--wash)', stroke: 'var(--rule)' }),
      dot(
        spots.filter(({ meetings }) => meetings > 0),
        {
          ...at,
          r: 'meetings',
          fill: 'var(--meeting)',
          fillOpacity: 0.35,
          stroke: 'var(--meeting)',
        },
      ),
      dot(
        spots.filter(({ capital }) => capital),
        { ...at, r: 3, symbol: 'square', fill: 'var(--ink)' },
      ),
      text(labelled(spots, (north - south) / 9), {
        ...at,
        text: ({ place, meetings }: Spot) =>
          [nameOf(place.name), ...(meetings === 0 ? [] : [number(meetings)])].join(' '),
        dy: -12,
        fill: 'var(--ink)',
        stroke: 'var(--sheet)',
        strokeWidth: 3,
      }),
      frame({ stroke: 'var(--hairline)' }),
    ],
  }));
}

/** The spots whose names have room: capitals first, then those of most meetings; others near by stay without. */
function labelled(spots: readonly Spot[], room: number): Spot[] {
  const weight = ({ capital, meetings }: Spot): number => (capital ? 1000 : 0) + meetings;
  const chosen: Spot[] = [];
  for (const spot of spots.toSorted((a, b) => weight(b) - weight(a))) {
    const isNear = ({ place: { latitude, longitude } }: Spot): boolean =>
      Math.abs(latitude - spot.place.latitude) < room && Math.abs(longitude - spot.place.longitude) < 3 * room;
    if (!chosen.some(isNear)) chosen.push(spot);
  }
  return chosen;
}

/** A box around the places, with room on every side. */
function boxAround(spots: readonly Spot[]): Box {
  const longitudes = spots.map(({ place }) => place.longitude);
  const latitudes = spots.map(({ place }) => place.latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const room = Math.max(4, (east - west) * 0.25, (north - south) * 0.35);
  return [west - room, Math.max(-70, south - room), east + room, Math.min(80, north + room)];
}
