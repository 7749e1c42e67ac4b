import { type Check, spokenPlace } from './check.ts';

/** The Netherlands in Europe, in degrees. */
const NETHERLANDS = { south: 50.5, north: 53.7, west: 3.2, east: 7.3 };

const isDutch = (latitude: number, longitude: number): boolean =>
  latitude >= NETHERLANDS.south &&
  latitude <= NETHERLANDS.north &&
  longitude >= NETHERLANDS.west &&
  longitude <= NETHERLANDS.east;

/** Coordinates of Dutch suppliers that lie elsewhere: most likely mistyped. */
function warnOfPlaces({ draft, warn }: Check): void {
  const { suppliers } = draft.tables;
  suppliers.values.forEach(({ supplier, country, latitude, longitude }, index) => {
    if (country !== 'NL' || latitude === undefined || longitude === undefined || isDutch(latitude, longitude)) return;
    const hint = isDutch(longitude, latitude) ? '; latitude and longitude swapped?' : '';
    const message = `the place of ${supplier} is not in the Netherlands, though its country is NL${hint}`;
    const place = draft.places.row('suppliers', suppliers.at[index]!, 'latitude');
    warn({ ...place, code: 'outside-country', message, found: `${latitude}, ${longitude}` });
  });
}

/** Checks suppliers and their certificates. */
export function checkSuppliers(check: Check): void {
  const { draft, problem, warn } = check;
  const { suppliers, capacity, certificates } = draft.tables;
  suppliers.values.forEach(({ latitude, longitude }, index) => {
    if ((latitude === undefined) === (longitude === undefined)) return;
    const column = latitude === undefined ? 'latitude' : 'longitude';
    const message = 'only one of latitude and longitude is given';
    const place = draft.places.row('suppliers', suppliers.at[index]!, column);
    problem({ ...place, code: 'half-coordinates', message, expected: 'both or neither' });
  });
  warnOfPlaces(check);
  if (capacity.whole && capacity.broken.length === 0) {
    const able = new Set(capacity.values.map((row) => row.supplier));
    const idle = suppliers.values.filter((row) => !able.has(row.supplier)).map((row) => row.supplier);
    const more = idle.length > 5 ? ` and ${idle.length - 5} more` : '';
    const message = `suppliers without capacity, which can get no work: ${idle.slice(0, 5).join(', ')}${more}`;
    if (idle.length > 0) warn({ ...draft.places.table('suppliers'), code: 'no-capacity', message });
  }
  certificates.values.forEach((row, index) => {
    if (row.status !== 'held' || (row.leadTime === 0 && row.cost === 0)) return;
    const column = row.leadTime === 0 ? 'cost' : 'leadTime';
    const message = `${row.certificate} is held, so its ${column} means nothing`;
    warn({ ...draft.places.row('certificates', certificates.at[index]!, column), code: 'meaningless-value', message });
  });
}

/** No expansion can be planned yet. */
export function refuseExpansions({ draft, problem }: Check): void {
  const { expansions } = draft.tables;
  const [first] = [...expansions.at].sort((a, b) => a - b);
  if (first === undefined) return;
  const place = draft.places.row('expansions', first);
  const message = `expansions are not implemented yet (${expansions.at.length} from ${spokenPlace(place)} on)`;
  problem({ ...place, code: 'not-implemented', message, expected: 'no rows' });
}
