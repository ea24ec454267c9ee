import { createRequire } from 'node:module';
import type { Feature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Degrees: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

type Country = Feature<Geometry, { readonly name: string }>;
type World = Topology<{ countries: GeometryCollection<{ readonly name: string }> }>;

const require = createRequire(import.meta.url);

let countries: readonly { readonly country: Country; readonly box: Box }[] | undefined;

/** The outlines of the countries that lie in a box at least in part, from Natural Earth at 1:110 million. */
export function outlinesIn([west, south, east, north]: Box): Country[] {
  countries ??= allCountries();
  return countries
    .filter(({ box: [w, s, e, n] }) => w < east && e > west && s < north && n > south)
    .map(({ country }) => country);
}

function allCountries() {
  const world: World = require('world-atlas/countries-110m.json');
  return feature(world, world.objects.countries).features.map((country) => ({ country, box: boxOf(country.geometry) }));
}

function boxOf(geometry: Geometry): Box {
  const positions = positionsOf(geometry);
  const longitudes = positions.map(([longitude = 0]) => longitude);
  const latitudes = positions.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}
