import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

const nextEuro = async (stated: Scenario) => explainSmall(stated, await planSmall(stated), { nextEuro: true });

/**
 * Ten booms are required in each of two quarters, at ten hours of welding. S1 offers 60 hours a quarter at € 30 and has a robot of 10 more for
 * € 50; S2 the rest at € 50. A boom from S1 saves € 200.
 */
const BOOMS: Statement = {
  periods: 2,
  demand: [
    ['BOOM', '2026-Q1', 10],
    ['BOOM', '2026-Q2', 10],
  ],
  items: [{ item: 'BOOM', kind: 'make', certificates: ['ISO 3834-2'] }],
  routing: [['BOOM', 'welding', 10]],
  suppliers: [{ supplier: 'S1', hourlyRate: 30 }, { supplier: 'S2' }],
  capacity: [
    ['S1', 'welding', 60],
    ['S2', 'welding', 100],
  ],
  certificates: ['S1', 'S2'].map((supplier) => ({ supplier, certificate: 'ISO 3834-2' })),
};
const robot = {
  ...{ supplier: 'S1', process: 'welding', option: 'robot', hoursPerPeriod: 10 },
  ...{ capex: 50, leadTime: 0, maximum: 1 },
};

describe('machines and shifts', () => {
  // S3 would make two booms a quarter at € 200, each € 300 less than at S2, but obtains its certificate after the last quarter.
  const withCertificate: Statement = {
    ...BOOMS,
    suppliers: [...BOOMS.suppliers!, { supplier: 'S3', hourlyRate: 20 }],
    capacity: [...BOOMS.capacity!, ['S3', 'welding', 20]],
    certificates: [
      ...BOOMS.certificates!,
      { supplier: 'S3', certificate: 'ISO 3834-2', status: 'obtainable', leadTime: 2, cost: 600 },
    ],
    expansions: [robot],
  };

  test('one more robot saves € 7 a euro, and stands before a dearer certificate that saves more in all', async () => {
    const { improvements, withoutOption } = await nextEuro(scenario(withCertificate));
    const told = improvements!.map(({ kind, words, price, perEuro }) => [
      ...[kind, words, price],
      perEuro && Number(perEuro.least.toFixed(3)),
    ]);
    // One boom more in each quarter from S1 saves 2 × 200 − 50; the four from S3 save 4 × 300 − 600.
    expect(told.slice(0, 2)).toEqual([
      [
        'add-expansion',
        'one more robot for welding of BOOM at S1 (up to 2 instead of 1; 10 h a quarter from 2026-Q1 on)',
        50,
        7,
      ],
      ['hold-certificate', 'S3 obtains ISO 3834-2 at once', 600, 1],
    ]);
    // A tenth of 60 hours more in each quarter, at no price that is known.
    expect(improvements![2]).toMatchObject({ kind: 'add-hours', price: null, perEuro: null });
    expect(improvements![2]!.each).toEqual({ aim: 'cost', least: expect.closeTo(20, 3) });
    expect(withoutOption).toEqual([]);
  });

  test('a robot that costs more than its hours save is not told; one that costs nothing comes first', async () => {
    const at = (capex: number) => scenario({ ...withCertificate, expansions: [{ ...robot, capex, maximum: 0 }] });
    const dear = await nextEuro(at(401));
    expect(dear.improvements!.map(({ kind }) => kind)).not.toContain('add-expansion');
    const free = await nextEuro(at(0));
    expect(free.improvements![0]).toMatchObject({ kind: 'add-expansion', price: 0, perEuro: null });
    expect(free.improvements![0]!.each.least).toBeCloseTo(400, 3);
  });

  test('a robot that comes after the last quarter would save money at once; one with a lead time a quarter sooner', async () => {
    const late = await nextEuro(scenario({ ...BOOMS, expansions: [{ ...robot, leadTime: 2 }] }));
    const sooner = late.improvements!.find(({ kind }) => kind === 'expansion-sooner')!;
    expect(sooner.words).toBe(
      'robot for welding of BOOM at S1 can work from 2026-Q1 on (a lead time of 0 quarters instead of 2)',
    );
    // Two booms from S1 less € 50, for two quarters of time.
    expect(sooner).toMatchObject({ price: null, amount: 2, each: { aim: 'cost', least: expect.closeTo(175, 3) } });
    const next = await nextEuro(scenario({ ...BOOMS, expansions: [{ ...robot, leadTime: 1 }] }));
    const quarter = next.improvements!.find(({ kind }) => kind === 'expansion-sooner')!;
    expect(quarter.patch).toEqual([{ op: 'replace', path: '/expansions/0/leadTime', value: 0 }]);
    expect(quarter.each.least).toBeCloseTo(200, 3);
  });

  test('hours that are used up without any option: said, and no price', async () => {
    const { improvements, withoutOption } = await nextEuro(scenario(BOOMS));
    expect(withoutOption).toEqual([{ supplier: 'S1', process: 'welding' }]);
    expect(improvements!.map(({ kind, price }) => [kind, price])).toEqual([['add-hours', null]]);
  });

  test('nothing to gain: nothing is told, of machines neither', async () => {
    const capacity: Statement['capacity'] = [
      ['S1', 'welding', 200],
      ['S2', 'welding', 100],
    ];
    const { improvements, withoutOption } = await nextEuro(scenario({ ...BOOMS, capacity, expansions: [robot] }));
    expect({ improvements, withoutOption }).toEqual({ improvements: [], withoutOption: [] });
  });
});

describe('people', () => {
  /** One head works 10 hours a quarter: S1 of NL32 has five, S2 of NL41 four; ten booms a quarter take ten. */
  const people: Statement = {
    ...BOOMS,
    suppliers: [
      { supplier: 'S1', employees: 5, region: 'NL32' },
      { supplier: 'S2', employees: 4, region: 'NL41' },
    ],
    capacity: [
      ['S1', 'welding', 200],
      ['S2', 'welding', 200],
    ],
  };

  test('a hire at either firm ends the shortfall of a boom in each quarter', async () => {
    const rules: Statement['rules'] = [{ id: 'people', rule: 'labour', hiresPerPeriod: 0, productiveHours: 10 }];
    const stated = scenario({ ...people, rules });
    expect((await planSmall(stated)).aims[0]!.value).toBeCloseTo(2, 6);
    const { improvements } = await nextEuro(stated);
    const hires = improvements!.filter(({ kind }) => kind === 'add-hire');
    expect(hires.map(({ words }) => words).sort()).toEqual([
      'S1 hires up to 1 instead of 0 people a quarter (labour people)',
      'S2 hires up to 1 instead of 0 people a quarter (labour people)',
    ]);
    for (const { each, price, aims } of hires) {
      expect(price).toBe(null);
      expect(each).toEqual({ aim: 'shortfall', least: expect.closeTo(2, 6) });
      expect(aims[0]!.value).toBeCloseTo(0, 6);
    }
  });

  test('a limit of a region gives way in that region alone', async () => {
    const rules: Statement['rules'] = [
      { id: 'people', rule: 'labour', hiresPerPeriod: 3, regionHiresPerPeriod: 0, productiveHours: 10 },
    ];
    const { improvements } = await nextEuro(scenario({ ...people, rules }));
    const hires = improvements!.filter(({ kind }) => kind === 'add-hire');
    expect(hires.map(({ supplier, region, words }) => [supplier, region, words])).toEqual([
      [null, 'NL32', 'the firms of NL32 hire up to 1 instead of 0 people a quarter together (labour people)'],
      [null, 'NL41', 'the firms of NL41 hire up to 1 instead of 0 people a quarter together (labour people)'],
    ]);
    const [rule] = hires[0]!.patch;
    expect(rule).toMatchObject({ path: '/rules/0', value: { id: 'people', scope: { suppliers: ['S2'] } } });
  });

  test('without a rule on people nobody is said to be short of them', async () => {
    const { improvements } = await nextEuro(scenario(people));
    expect(improvements!.map(({ kind }) => kind)).not.toContain('add-hire');
  });
});
