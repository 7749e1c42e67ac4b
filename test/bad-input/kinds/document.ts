/** A scenario as a JSON document. */
export type Document = Readonly<Record<string, unknown>>;

/** One kind of bad JSON document: what is wrong, in words, and how a good one comes to have it. */
export interface DocumentKind {
  readonly what: string;
  readonly damage: (document: Document) => unknown;
}

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (document: Document, table: string): readonly Row[] => document[table] as readonly Row[];

/** A kind in which some keys of one row of a table, or of one rule or programme, have other values (undefined: none). */
const row = (what: string, table: string, index: number, change: Row): DocumentKind => ({
  what,
  damage: (document) => ({
    ...document,
    [table]: rowsOf(document, table).map((one, at) => (at === index ? { ...one, ...change } : one)),
  }),
});

const block = (what: string, key: string, change: Row): DocumentKind => ({
  what,
  damage: (document) => ({ ...document, [key]: { ...(document[key] as Row), ...change } }),
});

const set = (what: string, change: Row): DocumentKind => ({ what, damage: (document) => ({ ...document, ...change }) });

const added = (what: string, table: string, extra: Row): DocumentKind => ({
  what,
  damage: (document) => ({ ...document, [table]: [...rowsOf(document, table), extra] }),
});

const twice = (what: string, table: string): DocumentKind => ({
  what,
  damage: (document) => ({ ...document, [table]: [...rowsOf(document, table), rowsOf(document, table)[0]!] }),
});

/** What careless programs send. */
export const documentKinds: readonly DocumentKind[] = [
  { what: 'nothing', damage: () => null },
  { what: 'a list', damage: () => [] },
  { what: 'a text', damage: () => 'tiny' },
  { what: 'an empty block', damage: () => ({}) },
  set('no name', { name: undefined }),
  set('a locale', { locale: 'comma' }),
  set('a misspelt table', { supliers: [] }),
  set('a table that is no list', { bom: {} }),
  set('a table of words', { bom: ['CRANE', 'BOOM'] }),
  set('no suppliers', { suppliers: undefined }),
  set('no rows of suppliers', { suppliers: [] }),
  set('no routing', { routing: undefined }),
  set('no demand and no programme', { programmes: [], demand: [] }),
  block('a month in a quarterly calendar', 'calendar', { start: '2026-01' }),
  block('a negative number of periods', 'calendar', { periods: -8 }),
  block('a misspelt key of a block', 'costs', { holdingrate: 0.1 }),
  block('a number as text', 'costs', { holdingRate: '0.1' }),
  row('a product that is no item', 'programmes', 0, { product: 'CRAN' }),
  row('a rule that nobody knows', 'rules', 0, { rule: 'sharecaps' }),
  row('a share above one', 'rules', 1, { max: 1.4 }),
  row('a missing value', 'bom', 0, { quantity: undefined }),
  row('a misspelt key in a row', 'quotes', 0, { unitprice: 3 }),
  row('a number for a name', 'items', 0, { item: 123 }),
  row('a negative quantity', 'bom', 0, { quantity: -1 }),
  row('an infinite quantity, which JSON writes as null', 'bom', 0, { quantity: null }),
  row('a quantity beyond all measure', 'bom', 0, { quantity: 1e300 }),
  row('a misspelt component', 'bom', 1, { item: 'BOOMM' }),
  row('a supplier that nobody knows', 'quotes', 0, { supplier: 'S9' }),
  row('a period of another grain', 'demand', 0, { period: '2027-03' }),
  row('a period beyond the horizon', 'demand', 0, { period: '2030-Q1' }),
  row('a date that is none', 'certificates', 1, { validUntil: '2028-02-30' }),
  row('a date as people write it', 'certificates', 1, { validUntil: '30-6-2028' }),
  row('a yes in words', 'incumbents', 0, { qualified: 'yes' }),
  row('certificates in one text', 'items', 1, { certificates: 'ISO 9001;EN 1090-2' }),
  row('a misspelt certificate', 'items', 1, { certificates: ['ISO 9010'] }),
  row('half a place', 'suppliers', 0, { longitude: undefined }),
  row('no price for a pair that is eligible', 'suppliers', 2, { hourlyRate: undefined }),
  row('half a surrogate pair', 'suppliers', 0, { name: 'Al\uD800fa' }),
  twice('a row twice', 'capacity'),
  added('a circle', 'bom', { parent: 'BOOM', item: 'CRANE', quantity: 1 }),
  added('a machine for a misspelt process', 'expansions', {
    supplier: 'S1',
    process: 'weldin',
    option: 'robot',
    hoursPerPeriod: 400,
    capex: 1,
  }),
];

/** Texts that are not JSON. */
export const notJson: Readonly<Record<string, string>> = {
  'an empty text': '',
  'a text cut off': '{ "name": "tiny",\n  "calendar": {',
  'a comma too many': '{\n  "name": "tiny",\n}',
  'a key without quotation marks': '{\n  name: "tiny" }',
  'a comma that is missing': '{\n  "name": "tiny"\n  "rules": [] }',
  'a number that is none': '{ "name": "tiny",\n  "solve": { "gap": NaN } }',
  'YAML instead': 'name: tiny\ncalendar: { start: 2026-Q1 }\n',
};
