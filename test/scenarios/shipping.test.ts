import { describe, expect, test } from 'vitest';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { kilometres, ratePerKm } from '../../scenarios/shipping.ts';
import { boomShippers, DEGREE_KM } from '../support/boom-shippers.ts';
import { TINY_TEXTS, tinyFiles, tinyText } from '../support/tiny-files.ts';

describe('the great circle', () => {
  test('is 111.195 km for a degree of latitude, and for one of longitude on the equator', () => {
    expect(kilometres({ latitude: 51, longitude: 5 }, { latitude: 52, longitude: 5 })).toBeCloseTo(111.195, 3);
    expect(kilometres({ latitude: 0, longitude: 5 }, { latitude: 0, longitude: 6 })).toBeCloseTo(DEGREE_KM, 9);
  });

  test('is half of that for a degree of longitude at sixty degrees north, nearly', () => {
    expect(kilometres({ latitude: 60, longitude: 5 }, { latitude: 60, longitude: 6 })).toBeCloseTo(55.595, 2);
  });

  test('is nothing to the same place and half the circumference to the other side', () => {
    expect(kilometres({ latitude: 52, longitude: 5 }, { latitude: 52, longitude: 5 })).toBe(0);
    expect(kilometres({ latitude: 52, longitude: 5 }, { latitude: -52, longitude: -175 })).toBeCloseTo(
      180 * DEGREE_KM,
      6,
    );
  });
});

test('half a tonne costs half the tariff a kilometre, what has no weight nothing', () => {
  const { costs, items } = boomShippers();
  expect(items.map((item) => ratePerKm({ costs }, item))).toEqual([0.5, 4]);
});

/** The problems of the tiny folder with transport priced, weights given and the stated items delivered elsewhere. */
async function problemsOf(
  changes: Readonly<Record<string, string>> = {},
  items = weighed(),
): Promise<readonly string[]> {
  const yaml = tinyText('scenario.yaml', 'holdingRate: 0.1', 'transportPerTonneKm: 0.12');
  const read = await readScenarioFolder(tinyFiles({ 'scenario.yaml': yaml, 'items.csv': items, ...changes }));
  return read.ok
    ? []
    : read.problems.map(({ file, line, column, message }) => `${file}:${line}: ${column}: ${message}`);
}

/** The items with weights, and with what the second column says of where they go. */
const weighed = (deliverTo: Readonly<Record<string, string>> = {}, weight = '250'): string =>
  TINY_TEXTS['items.csv']!.trimEnd()
    .split('\n')
    .map(
      (line, at) => `${line},${at === 0 ? 'weightKg,deliverTo' : `${weight},${deliverTo[line.split(',')[0]!] ?? ''}`}`,
    )
    .join('\n');

describe('where transport is priced', () => {
  test('places and weights are enough', async () => expect(await problemsOf()).toEqual([]));

  test('a made item without a weight, a firm or an OEM without coordinates is named', async () => {
    expect(await problemsOf({}, weighed({}, ''))).toEqual([
      'items.csv:3: weightKg: BOOM is made by suppliers but has no weightKg, while costs.transportPerTonneKm prices transport',
      'items.csv:4: weightKg: FRAME is made by suppliers but has no weightKg, while costs.transportPerTonneKm prices transport',
    ]);
    expect(await problemsOf({ 'suppliers.csv': tinyText('suppliers.csv', '52.3,4.9', ',') })).toEqual([
      'suppliers.csv:3: latitude: S2 can make something but has no coordinates, while costs.transportPerTonneKm prices transport',
    ]);
    const nowhere = tinyText(
      'scenario.yaml',
      'name: Example OEM, latitude: 51.97, longitude: 5.91',
      'name: Example OEM',
    );
    const priced = nowhere.replace('holdingRate: 0.1', 'transportPerTonneKm: 0.12');
    expect(await problemsOf({ 'scenario.yaml': priced })).toEqual([
      expect.stringContaining('the OEM of CRANE has no latitude and longitude'),
    ]);
  });
});

describe('a part delivered to the maker of an assembly', () => {
  test('has to go into that assembly, and into nothing else', async () => {
    expect(await problemsOf({}, weighed({ BOOM: 'CRANE' }))).toEqual([]);
    expect(await problemsOf({}, weighed({ BOOM: 'FRAME' }))).toEqual([
      'items.csv:3: deliverTo: BOOM does not go into FRAME',
    ]);
    expect(await problemsOf({}, weighed({ BOOM: 'BOOM' }))).toEqual([
      'items.csv:3: deliverTo: BOOM does not go into BOOM',
    ]);
    expect(await problemsOf({}, weighed({ FRAME: 'BOOM' }))).toEqual([
      'items.csv:4: deliverTo: FRAME does not go into BOOM',
    ]);
  });

  test('has to name an item that is made, over a bill that does not change', async () => {
    expect(await problemsOf({}, weighed({ BOOM: '00123' }))).toEqual([
      'items.csv:3: deliverTo: BOOM can be delivered only to the makers of a made item',
    ]);
    expect(await problemsOf({}, weighed({ BOOM: 'CRAIN' }))).toEqual(['items.csv:3: deliverTo: unknown item']);
    const bolts = `supplier,item,unitPrice,process\nS1,00123,15,milling\n`;
    expect(await problemsOf({ 'quotes.csv': bolts }, weighed({ '00123': 'FRAME' }))).toEqual(
      expect.arrayContaining([expect.stringContaining('00123 also goes into BOOM, which is no part of FRAME')]),
    );
    expect(await problemsOf({ 'quotes.csv': bolts }, weighed({ '00123': 'CRANE' }))).toEqual(
      expect.arrayContaining([expect.stringContaining('the bill of CRANE changes over time (FRAME → 00123)')]),
    );
  });
});
