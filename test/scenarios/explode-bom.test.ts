import { describe, expect, it } from 'vitest';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { explosionOf, shown } from '../support/explosion.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

const needs = (statement: Statement, item: string, period: number) =>
  shown(explosionOf(scenario(statement)).needsOf(item, period));

describe('what one unit of a product needs', () => {
  it('is due as many periods earlier as the assemblies on its path take', () => {
    const items = [
      { item: 'CRANE', leadTime: 2 },
      { item: 'BOOM', leadTime: 1 },
      { item: 'TUBE', leadTime: 9 },
    ];
    const bom = [
      ['CRANE', 'BOOM', 2],
      ['BOOM', 'TUBE', 3],
    ] as const;
    expect(needs({ items, bom }, 'CRANE', 8)).toEqual({ 'BOOM@6': 2, 'TUBE@5': 6 });
  });

  it('adds up a sub-assembly shared over two paths, per period in which it is due', () => {
    const items = [
      { item: 'CRANE', leadTime: 1 },
      { item: 'BOOM', leadTime: 1 },
    ];
    const bom = [
      ['CRANE', 'BOOM', 2],
      ['CRANE', 'CABIN', 1],
      ['CRANE', 'BOLT', 4],
      ['BOOM', 'BOLT', 10],
      ['CABIN', 'BOLT', 5],
      ['BOLT', 'BAR', 0.5],
    ] as const;
    expect(needs({ items, bom }, 'CRANE', 4)).toEqual({
      'BOOM@3': 2,
      'CABIN@3': 1,
      'BOLT@3': 9,
      'BOLT@2': 20,
      'BAR@3': 4.5,
      'BAR@2': 10,
    });
  });

  it('passes through a phantom, which takes no time of its own', () => {
    const items = [
      { item: 'CRANE', leadTime: 1 },
      { item: 'KIT', kind: 'phantom' as const },
    ];
    const bom = [
      ['CRANE', 'KIT', 2],
      ['KIT', 'BOLT', 8],
    ] as const;
    expect(needs({ items, bom }, 'CRANE', 3)).toEqual({ 'KIT@2': 2, 'BOLT@2': 16 });
  });

  it('is gross: quantity ÷ (1 − scrap), level by level', () => {
    const bom = [
      { parent: 'BOOM', item: 'TUBE', quantity: 3, scrap: 0.25 },
      { parent: 'TUBE', item: 'STRIP', quantity: 1.5, scrap: 0.2 },
    ];
    const result = needs({ bom }, 'BOOM', 1);
    expect(result['TUBE@1']).toBeCloseTo(4, 12);
    expect(result['STRIP@1']).toBeCloseTo(7.5, 12);
  });

  it('may lie before the start and after the last period', () => {
    const statement: Statement = { periods: 2, items: [{ item: 'CRANE', leadTime: 3 }], bom: [['CRANE', 'BOOM', 1]] };
    expect(needs(statement, 'CRANE', 1)).toEqual({ 'BOOM@-2': 1 });
    expect(needs(statement, 'CRANE', 9)).toEqual({ 'BOOM@6': 1 });
  });

  it('leaves out the components of an item that is bought as it is', () => {
    const items = [{ item: 'ENGINE', kind: 'buy' as const, leadTime: 4 }];
    const bom = [
      ['CRANE', 'ENGINE', 1],
      ['ENGINE', 'PISTON', 8],
    ] as const;
    expect(needs({ items, bom }, 'CRANE', 1)).toEqual({ 'ENGINE@1': 1 });
  });

  it('is nothing for an item without components and for one that nobody knows', () => {
    const explosion = explosionOf(scenario({ bom: [['CRANE', 'BOOM', 1]] }));
    expect(explosion.needsOf('BOOM', 1)).toEqual([]);
    expect(explosion.needsOf('YACHT', 1)).toEqual([]);
  });

  it('takes item names as they are, even __proto__ and 00123', () => {
    const bom = [
      ['__proto__', '00123', 2],
      ['00123', 'constructor', 3],
    ] as const;
    expect(needs({ bom }, '__proto__', 1)).toEqual({ '00123@1': 2, 'constructor@1': 6 });
  });
});

describe('alternates and effective dates', () => {
  const alternates = (
    ...rows: readonly { item: string; priority: number; effectiveFrom?: string; effectiveTo?: string }[]
  ) => ({
    bom: rows.map((row) => ({ parent: 'CRANE', quantity: 1, alternateGroup: 'winch', ...row })),
  });

  it('of a group of alternates the lowest priority is used, and on a tie the first by item', () => {
    const statement = alternates(
      { item: 'WINCH-C', priority: 2 },
      { item: 'WINCH-B', priority: 1 },
      { item: 'WINCH-A', priority: 1 },
    );
    expect(needs(statement, 'CRANE', 1)).toEqual({ 'WINCH-A@1': 1 });
  });

  it('an alternate of lower priority steps in once the preferred one has ended', () => {
    const statement = alternates(
      { item: 'WINCH-A', priority: 1, effectiveTo: '2026-06-30' },
      { item: 'WINCH-B', priority: 2 },
    );
    expect(needs(statement, 'CRANE', 2)).toEqual({ 'WINCH-A@2': 1 });
    expect(needs(statement, 'CRANE', 3)).toEqual({ 'WINCH-B@3': 1 });
  });

  it('a line that ends a day before the last day of the period does not count in it', () => {
    const bom = [{ parent: 'CRANE', item: 'BOOM', quantity: 1, effectiveTo: '2026-06-29' }];
    expect(needs({ bom }, 'CRANE', 1)).toEqual({ 'BOOM@1': 1 });
    expect(needs({ bom }, 'CRANE', 2)).toEqual({});
  });

  it('a line that starts on the last day of the period counts in it', () => {
    const bom = [{ parent: 'CRANE', item: 'BOOM', quantity: 1, effectiveFrom: '2026-06-30' }];
    expect(needs({ bom }, 'CRANE', 1)).toEqual({});
    expect(needs({ bom }, 'CRANE', 2)).toEqual({ 'BOOM@2': 1 });
  });

  it('it is the period in which the parent is due that counts, also for a parent lower down', () => {
    const items = [
      { item: 'CRANE', leadTime: 1 },
      { item: 'BOOM', leadTime: 2 },
    ];
    const bom = [
      { parent: 'CRANE', item: 'BOOM', quantity: 1 },
      { parent: 'BOOM', item: 'TUBE-OLD', quantity: 1, effectiveTo: '2026-09-30' },
      { parent: 'BOOM', item: 'TUBE-NEW', quantity: 1, effectiveFrom: '2026-10-01' },
    ];
    expect(needs({ items, bom }, 'CRANE', 4)).toEqual({ 'BOOM@3': 1, 'TUBE-OLD@1': 1 });
    expect(needs({ items, bom }, 'CRANE', 5)).toEqual({ 'BOOM@4': 1, 'TUBE-NEW@2': 1 });
  });

  it('one item on two lines with different dates has both quantities only where both are effective', () => {
    const bom = [
      { parent: 'CRANE', item: 'BOLT', quantity: 10 },
      { parent: 'CRANE', item: 'BOLT', quantity: 4, effectiveFrom: '2026-05-01' },
    ];
    expect(needs({ bom }, 'CRANE', 1)).toEqual({ 'BOLT@1': 10 });
    expect(needs({ bom }, 'CRANE', 2)).toEqual({ 'BOLT@2': 14 });
  });

  it('before the start the lines of the first period are used', () => {
    const items = [{ item: 'CRANE', leadTime: 2 }];
    const bom = [
      { parent: 'CRANE', item: 'BOOM', quantity: 1 },
      { parent: 'BOOM', item: 'TUBE-OLD', quantity: 1, effectiveTo: '2025-12-31' },
      { parent: 'BOOM', item: 'TUBE-NEW', quantity: 1, effectiveFrom: '2026-01-01' },
    ];
    expect(needs({ items, bom }, 'CRANE', 1)).toEqual({ 'BOOM@-1': 1, 'TUBE-NEW@-1': 1 });
  });
});

describe('levels, order and lead time below', () => {
  const explosion = explosionOf(
    scenario({
      items: [
        { item: 'CRANE', leadTime: 1 },
        { item: 'BOOM', leadTime: 2 },
        { item: 'CABIN', leadTime: 3 },
        { item: 'BOLT', kind: 'make', leadTime: 7 },
      ],
      bom: [
        ['CRANE', 'BOOM', 1],
        ['CRANE', 'CABIN', 1],
        ['CRANE', 'BOLT', 1],
        ['BOOM', 'TUBE', 1],
        ['TUBE', 'BOLT', 1],
        ['CABIN', 'BOLT', 1],
      ],
    }),
  );

  it('a low-level code is the longest way down from the top', () => {
    expect(Object.fromEntries(explosion.levels)).toEqual({ CRANE: 0, BOOM: 1, CABIN: 1, TUBE: 2, BOLT: 3 });
  });

  it('parents come before their components', () => {
    const at = (item: string) => explosion.order.indexOf(item);
    expect(at('CRANE')).toBeLessThan(at('BOOM'));
    expect(at('TUBE')).toBeLessThan(at('BOLT'));
    expect(at('CABIN')).toBeLessThan(at('BOLT'));
  });

  it('adds lead times of assemblies along the longest path, and none of an item without components', () => {
    expect(explosion.leadTimeBelow('CRANE')).toBe(4);
    expect(explosion.leadTimeBelow('BOOM')).toBe(2);
    expect(explosion.leadTimeBelow('BOLT')).toBe(0);
    expect(explosion.leadTimeBelow('YACHT')).toBe(0);
  });
});

describe('a bill of materials that contains itself', () => {
  const cycles = (bom: Statement['bom']) => {
    const exploded = explodeBom(scenario({ bom: bom ?? [] }));
    return exploded.ok ? [] : exploded.cycles;
  };

  it('is named item by item, in the order in which the items contain each other', () => {
    const bom = [
      ['CRANE', 'BOOM', 1],
      ['BOOM', 'TUBE', 1],
      ['TUBE', 'CLAMP', 1],
      ['CLAMP', 'BOOM', 1],
    ] as const;
    expect(cycles(bom)).toEqual([['BOOM', 'TUBE', 'CLAMP']]);
  });

  it('has every knot named, also an item that is its own component', () => {
    const bom = [
      ['CRANE', 'BOOM', 1],
      ['BOOM', 'CRANE', 1],
      ['CABIN', 'CABIN', 1],
      ['DOOR', 'HINGE', 1],
      ['HINGE', 'PIN', 1],
      ['HINGE', 'DOOR', 1],
      ['PIN', 'HINGE', 1],
    ] as const;
    expect(cycles(bom)).toEqual([['BOOM', 'CRANE'], ['CABIN'], ['DOOR', 'HINGE']]);
  });

  it('has a shortest cycle named where there are several through its first item', () => {
    const bom = [
      ['A', 'B', 1],
      ['B', 'C', 1],
      ['C', 'A', 1],
      ['A', 'C', 1],
    ] as const;
    expect(cycles(bom)).toEqual([['A', 'C']]);
  });

  it('is found even where dates keep its lines from ever being effective together', () => {
    const bom = [
      { parent: 'A', item: 'B', quantity: 1, effectiveTo: '2026-06-30' },
      { parent: 'B', item: 'A', quantity: 1, effectiveFrom: '2026-07-01' },
    ];
    expect(cycles(bom)).toEqual([['A', 'B']]);
  });
});

describe('a bill of materials of 10,000 levels', () => {
  const name = (k: number) => `L${String(k).padStart(5, '0')}`;
  const chain = Array.from({ length: 10_000 }, (_, k) => [name(k), name(k + 1), 1] as const);

  it('is exploded without running out of stack', () => {
    const items = [{ item: name(0), leadTime: 3 }];
    const explosion = explosionOf(scenario({ bom: chain, items }));
    expect(explosion.levels.get(name(10_000))).toBe(10_000);
    expect(explosion.needsOf(name(0), 5)).toHaveLength(10_000);
    expect(explosion.needsOf(name(0), 5).at(-1)).toEqual({ item: name(10_000), period: 2, quantity: 1 });
  });

  it('answers the same for every sub-assembly, however often it is asked', () => {
    const explosion = explosionOf(scenario({ bom: chain }));
    const lengths = (from: number) => [1, 2].map((t) => explosion.needsOf(name(from), t).length);
    for (let from = 0; from < 200; from += 1) expect(lengths(from)).toEqual([10_000 - from, 10_000 - from]);
    expect(explosion.needsOf(name(9_998), 7)).toEqual([
      { item: name(9_999), period: 7, quantity: 1 },
      { item: name(10_000), period: 7, quantity: 1 },
    ]);
  });

  it('has its cycle found when the last item contains the first', () => {
    const exploded = explodeBom(scenario({ bom: [...chain, [name(10_000), name(0), 1]] }));
    expect(exploded.ok ? [] : exploded.cycles.map((cycle) => cycle.length)).toEqual([10_001]);
  });
});
