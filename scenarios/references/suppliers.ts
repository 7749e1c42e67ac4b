import type { Check } from './check.ts';

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
  const { suppliers, capacity, certificates, expansions } = draft.tables;
  suppliers.values.forEach(({ latitude, longitude }, index) => {
    if ((latitude === undefined) === (longitude === undefined)) return;
    const column = latitude === undefined ? 'latitude' : 'longitude';
    const message = 'only one of latitude and longitude is given';
    const place = draft.places.row('suppliers', suppliers.at[index]!, column);
    problem({ ...place, code: 'half-coordinates', message, expected: 'both or neither' });
  });
  warnOfPlaces(check);
  if ([capacity, expansions].every(({ whole, broken }) => whole && broken.length === 0)) {
    const able = new Set([...capacity.values, ...expansions.values].map((row) => row.supplier));
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

/** Options to expand that can never add an hour within the plan. */
export function warnOfIdleExpansions({ draft, calendar, warn }: Check): void {
  const { expansions } = draft.tables;
  expansions.values.forEach(({ supplier, option, hoursPerPeriod, leadTime, maximum }, index) => {
    const tell = (column: string, code: string, message: string) =>
      warn({ ...draft.places.row('expansions', expansions.at[index]!, column), code, message });
    if (hoursPerPeriod === 0) tell('hoursPerPeriod', 'meaningless-value', `${option} of ${supplier} adds no hours`);
    if (maximum === 0) tell('maximum', 'meaningless-value', `${option} of ${supplier} can be taken 0 times`);
    if (calendar === undefined || leadTime < calendar.periods) return;
    tell('leadTime', 'too-late', `${option} of ${supplier} has no hours before the last period, whenever it is bought`);
  });
}
