import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { rowOf } from '../../support/formulated.ts';
import { type BomStatement, type Statement, scenario } from '../../support/scenario-builder.ts';

/** Units that an award to S1 lets it make of an item over the horizon. */
const most = (of: Scenario, item: string): number => -rowOf(of, `award-link|S1|${item}`).terms[`a|S1|${item}`]!;

/** Ten cranes in one quarter, each of one turret of three gears. S1 welds turrets and gears and has hours for all of them. */
const cranes = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    programmes: [{ product: 'CRANE' }],
    demand: [['CRANE', '2026-Q1', 10]],
    bom: [
      ['CRANE', 'TURRET', 1],
      ['TURRET', 'GEAR', 3],
    ],
    routing: [
      ['TURRET', 'welding', 1],
      ['GEAR', 'welding', 1],
    ],
    capacity: [['S1', 'welding', 100_000]],
    ...statement,
  });

describe('stock of a sub-assembly asks for components beyond what is due', () => {
  test('four turrets of safety stock ask for twelve more gears', () => {
    const safe = cranes({
      items: [
        { item: 'TURRET', safetyStock: 4 },
        { item: 'GEAR', safetyStock: 5 },
      ],
    });
    expect(most(safe, 'TURRET')).toBe(10 + 4);
    expect(most(safe, 'GEAR')).toBe(30 + 5 + 3 * 4);
  });

  test('through every level', () => {
    const deep = cranes({
      bom: [
        ['CRANE', 'TURRET', 1],
        ['TURRET', 'GEAR', 3],
        ['GEAR', 'PIN', 2],
      ],
      routing: [
        ['TURRET', 'welding', 1],
        ['GEAR', 'welding', 1],
        ['PIN', 'welding', 1],
      ],
      items: [
        { item: 'TURRET', safetyStock: 4 },
        { item: 'GEAR', safetyStock: 5 },
      ],
    });
    expect(most(deep, 'PIN')).toBe(60 + 6 * 4 + 2 * 5);
  });

  test('turrets that a share floor forces ask for their gears too', () => {
    const floor = cranes({ rules: [{ rule: 'share-floor', min: 0.5, scope: { items: ['TURRET'] } }] });
    expect(most(floor, 'TURRET')).toBe(10 + 5);
    expect(most(floor, 'GEAR')).toBe(30 + 3 * 5);
  });

  test('none is asked for where no stock is kept', () => {
    expect(most(cranes(), 'TURRET')).toBe(10);
    expect(most(cranes(), 'GEAR')).toBe(30);
  });
});

describe('units worth making to take dear components off the shelf, where holding costs', () => {
  const costs = { holdingRate: 0.2 };
  const turret = { item: 'TURRET', unitValue: 100 };
  const gears = (stock: number) => ({ item: 'GEAR', unitValue: 500, stock });

  test('twelve gears on hand are four turrets, and their twelve gears', () => {
    const shelf = cranes({ costs, items: [turret, gears(12)] });
    expect(most(shelf, 'TURRET')).toBe(10 + 4);
    expect(most(shelf, 'GEAR')).toBe(30 + 12);
  });

  test('on top of safety stock', () => {
    const shelf = cranes({ costs, items: [{ ...turret, safetyStock: 1 }, gears(12)] });
    expect(most(shelf, 'TURRET')).toBe(10 + 1 + 4);
    expect(most(shelf, 'GEAR')).toBe(30 + 3 * (1 + 4));
  });

  test('nothing, where holding costs nothing', () => {
    const free = cranes({ items: [turret, gears(12)] });
    expect(most(free, 'TURRET')).toBe(10);
    expect(most(free, 'GEAR')).toBe(30);
  });

  test('with a quarter of scrap, twelve gears on hand are three turrets', () => {
    const bom: readonly BomStatement[] = [
      ['CRANE', 'TURRET', 1],
      { parent: 'TURRET', item: 'GEAR', quantity: 3, scrap: 0.25 },
    ];
    expect(most(cranes({ costs, bom, items: [turret, gears(12)] }), 'TURRET')).toBe(10 + 3);
  });

  test('as many as the component that lasts longest allows', () => {
    const bom: readonly BomStatement[] = [
      ['CRANE', 'TURRET', 1],
      ['TURRET', 'BOLT', 4],
      ['TURRET', 'GEAR', 3],
    ];
    const bolts = { item: 'BOLT', unitValue: 1, stock: 40 };
    expect(most(cranes({ costs, bom, items: [turret, bolts, gears(12)] }), 'TURRET')).toBe(10 + 10);
  });

  test('also of gears that a share floor forces', () => {
    const forced = cranes({
      costs,
      items: [turret, gears(0)],
      rules: [{ rule: 'share-floor', min: 0.5, scope: { items: ['GEAR'] } }],
    });
    expect(most(forced, 'TURRET')).toBe(10 + 15 / 3);
    expect(most(forced, 'GEAR')).toBe(30 + 15 + 3 * 5);
  });

  test.each([
    ['names in the order of the levels', 'A-TURRET', 'B-GEAR', 'C-PIN'],
    ['names against the order of the levels', 'C-TURRET', 'B-GEAR', 'A-PIN'],
  ])('and up through every level: %s', (_, top, gear, pin) => {
    const bom: readonly BomStatement[] = [
      ['CRANE', top, 1],
      [top, gear, 3],
      [gear, pin, 2],
      [pin, 'WIRE', 2],
    ];
    const items = [
      { item: top, unitValue: 1 },
      { item: gear, unitValue: 1 },
      { item: pin, unitValue: 1 },
      { item: 'WIRE', unitValue: 500, stock: 48 },
    ];
    const routing = [
      { item: top, process: 'welding' },
      { item: gear, process: 'welding' },
      { item: pin, process: 'welding' },
    ];
    // 48 wires are 24 pins, 12 gears and 4 turrets.
    expect(most(cranes({ costs, bom, items, routing }), top)).toBe(10 + 4);
  });

  test('where what is late is still delivered', () => {
    const policy = { backlog: 'carried' } as const;
    const shelf = cranes({
      costs,
      policy,
      items: [
        { ...turret, safetyStock: 1 },
        { item: 'GEAR', stock: 12 },
      ],
    });
    // The four turrets are worth a crane each, as if it were on stock too.
    expect(most(shelf, 'TURRET')).toBe(10 + 4 + 4 + 1);
  });
});

describe('where what is late is still delivered, all that could ever be needed', () => {
  const policy = { backlog: 'carried' } as const;

  test('of a sub-assembly and its safety stock, times what goes into it', () => {
    const safe = cranes({ policy, items: [{ item: 'TURRET', safetyStock: 4 }] });
    expect(most(safe, 'TURRET')).toBe(10 + 4);
    expect(most(safe, 'GEAR')).toBe(3 * (10 + 4));
  });

  test('of forced volume too', () => {
    const rules = [{ rule: 'share-floor', min: 0.5, scope: { items: ['TURRET'] } }] as const;
    expect(most(cranes({ policy, rules }), 'TURRET')).toBe(10 + 5);
    expect(most(cranes({ policy, rules }), 'GEAR')).toBe(3 * (10 + 5));
  });

  test('with a quarter of scrap, four gears go into a turret', () => {
    const bom: readonly BomStatement[] = [
      ['CRANE', 'TURRET', 1],
      { parent: 'TURRET', item: 'GEAR', quantity: 3, scrap: 0.25 },
    ];
    expect(most(cranes({ policy, bom }), 'GEAR')).toBe(4 * 10);
  });

  test.each([
    ['names in the order of the levels', 'A-CRANE', 'B-TURRET', 'C-GEAR'],
    ['names against the order of the levels', 'C-CRANE', 'B-TURRET', 'A-GEAR'],
  ])('down through every level: %s', (_, crane, top, gear) => {
    const deep = cranes({
      policy,
      programmes: [{ product: crane }],
      demand: [[crane, '2026-Q1', 10]],
      bom: [
        [crane, top, 1],
        [top, gear, 3],
        [gear, 'PIN', 2],
      ],
      routing: [
        [top, 'welding', 1],
        [gear, 'welding', 1],
        ['PIN', 'welding', 1],
      ],
    });
    expect([top, gear, 'PIN'].map((item) => most(deep, item))).toEqual([10, 30, 60]);
  });
});

describe('below a dated BOM line, where usage can move between quarters', () => {
  /** Ten cranes in each of three quarters; S1 can make 1, 1 and 1,000 units of each item. */
  const dated = (line: { readonly effectiveFrom?: string; readonly effectiveTo?: string }) =>
    cranes({
      periods: 3,
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['CRANE', '2026-Q2', 10],
        ['CRANE', '2026-Q3', 10],
      ],
      bom: [
        ['CRANE', 'MAST', 1],
        { parent: 'CRANE', item: 'TURRET', ...line },
        ['TURRET', 'BOLT', 1],
        ['TURRET', 'GEAR', 3],
        ['GEAR', 'PIN', 2],
      ],
      routing: ['MAST', 'TURRET', 'BOLT', 'GEAR', 'PIN'].map((item) => [item, 'welding', 1] as const),
      capacity: [
        { supplier: 'S1', process: 'welding', hoursPerPeriod: 1 },
        { supplier: 'S1', process: 'welding', hoursPerPeriod: 1000, period: '2026-Q3' },
      ],
    });

  test.each([
    ['from the second quarter on', { effectiveFrom: '2026-04-01' }],
    ['to the end of the second quarter', { effectiveTo: '2026-06-30' }],
  ])('effective %s, all cranes could be built when it is', (_, line) => {
    const turrets = dated(line);
    expect(['TURRET', 'BOLT', 'GEAR', 'PIN'].map((item) => most(turrets, item))).toEqual([30, 30, 90, 180]);
    expect(most(turrets, 'MAST')).toBe(1 + 1 + 10);
  });

  test('of an undated line only what is due from the quarter on counts', () => {
    expect(['TURRET', 'BOLT', 'GEAR', 'PIN', 'MAST'].map((item) => most(dated({}), item))).toEqual([
      1 + 1 + 10,
      1 + 1 + 10,
      1 + 1 + 30,
      1 + 1 + 60,
      1 + 1 + 10,
    ]);
  });
});
