import { describe, expect, test } from 'vitest';
import { bomStructure } from '../../../solver/checks/bom-structure.ts';
import { type Series, series, walkBom } from '../../../solver/checks/walk-bom.ts';
import { planFor } from '../../support/plan-builder.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';
import { contextFor } from './judge.ts';

const SPAN = { first: -1, last: 3 };
const within = (units: Series | undefined) => units && [-1, 0, 1, 2, 3].map((t) => units.at(t));
const seriesOf = (...units: readonly (readonly [t: number, units: number])[]) => {
  const made = series(SPAN);
  for (const [t, more] of units) made.add(t, more);
  return made;
};

describe('a series of units per period', () => {
  test('adds up what is added to a period, from its first to its last', () => {
    expect(within(seriesOf([-1, 1], [0, 2], [3, 5], [3, 1]))).toEqual([1, 2, 0, 0, 6]);
  });

  test('keeps nothing outside its span', () => {
    const outside = seriesOf([-2, 7], [4, 7]);
    expect(within(outside)).toEqual([0, 0, 0, 0, 0]);
    expect(outside.at(-2)).toBe(0);
    expect(outside.at(4)).toBe(0);
  });

  test('sums from a period to another, both included', () => {
    const units = seriesOf([-1, 1], [0, 10], [1, 100], [2, 1000], [3, 10_000]);
    expect(units.sum(-1, 3)).toBe(11_111);
    expect(units.sum(1, 2)).toBe(1100);
    expect(units.sum(3, 3)).toBe(10_000);
    expect(units.sum(2, 1)).toBe(0);
  });
});

describe('a walk down the bill of materials', () => {
  const walked = (statement: Statement, delivered: Series) => {
    const stated = scenario(statement);
    const needed = new Map([['CRANE', delivered]]);
    walkBom(stated, bomStructure(stated), SPAN, needed, (_, needs) => needs);
    return (item: string) => within(needed.get(item));
  };
  const cranes: Statement = {
    bom: [['CRANE', 'BOOM', 2], { parent: 'BOOM', item: 'PLATE', quantity: 3, scrap: 0.25 }],
    items: [
      { item: 'CRANE', leadTime: 1 },
      { item: 'BOOM', leadTime: 1 },
    ],
  };

  test('needs components a lead time earlier, scrap on top', () => {
    const of = walked(cranes, seriesOf([2, 10], [3, 20]));
    expect(of('CRANE')).toEqual([0, 0, 0, 10, 20]);
    expect(of('BOOM')).toEqual([0, 0, 20, 40, 0]);
    expect(of('PLATE')).toEqual([0, 80, 160, 0, 0]);
  });

  test('needs before the start fall in the first period where the policy says so', () => {
    const of = walked({ ...cranes, policy: { pastDue: 'first-period' } }, seriesOf([1, 5], [2, 10]));
    expect(of('BOOM')).toEqual([0, 0, 10 + 20, 0, 0]);
    expect(of('PLATE')).toEqual([0, 0, 120, 0, 0]);
  });

  test('adds what two parents need', () => {
    const shared = walked({ bom: [...(cranes.bom ?? []), ['CRANE', 'PLATE', 1]] }, seriesOf([2, 10]));
    expect(shared('PLATE')).toEqual([0, 0, 0, 80 + 10, 0]);
  });

  test('goes no further below what is not completed', () => {
    const stated = scenario(cranes);
    const needed = new Map([['CRANE', seriesOf([2, 10])]]);
    walkBom(stated, bomStructure(stated), SPAN, needed, (item, needs) => (item === 'BOOM' ? undefined : needs));
    expect(within(needed.get('BOOM'))).toEqual([0, 0, 20, 0, 0]);
    expect(needed.has('PLATE')).toBe(false);
  });
});

describe('what a plan completes and needs', () => {
  /** Ten cranes in each of two quarters, of two booms that S1 welds, of three bought plates. */
  const yard = (more: Statement = {}) =>
    scenario({
      periods: 2,
      programmes: [{ product: 'CRANE' }],
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['CRANE', '2026-Q2', 10],
      ],
      bom: [
        ['CRANE', 'BOOM', 2],
        ['BOOM', 'PLATE', 3],
      ],
      items: [{ item: 'PLATE', unitValue: 1, stock: 50 }],
      routing: [['BOOM', 'welding', 1]],
      capacity: [['S1', 'welding', 100]],
      ...more,
    });
  const production = [
    ['S1', 'BOOM', '2026-Q1', 25],
    ['S1', 'BOOM', '2026-Q2', 15],
  ] as const;
  const stock = [
    ['BOOM', '2026-Q1', 5],
    ['PLATE', '2026-Q1', 20],
  ] as const;
  const flowOf = async (stated: ReturnType<typeof yard>, decision: Parameters<typeof planFor>[1]) => {
    const { flow } = contextFor(stated, await planFor(stated, decision));
    const quarters = (units: Series | undefined) => units && [1, 2].map((t) => units.at(t));
    return {
      completed: (item: string) => quarters(flow.completed(item)),
      needed: (item: string) => quarters(flow.needed(item)),
    };
  };

  test('booms as they are made, plates as booms need them less what comes out of stock', async () => {
    const { completed, needed } = await flowOf(yard(), { production, stock });
    expect([completed('CRANE'), needed('CRANE')]).toEqual([
      [10, 10],
      [10, 10],
    ]);
    expect([completed('BOOM'), needed('BOOM')]).toEqual([
      [25, 15],
      [20, 20],
    ]);
    // 75 plates less 30 of the 50 on hand, then 45 less 20.
    expect([completed('PLATE'), needed('PLATE')]).toEqual([
      [45, 25],
      [75, 45],
    ]);
  });

  test('booms that nobody makes are not completed, whatever is needed', async () => {
    const { completed, needed } = await flowOf(yard(), {});
    expect([completed('BOOM'), needed('BOOM')]).toEqual([
      [0, 0],
      [20, 20],
    ]);
    expect(needed('PLATE')).toBeUndefined();
  });

  test('nothing is bought back when more leaves the stock than is needed', async () => {
    const items = [{ item: 'PLATE', unitValue: 1, stock: 500 }];
    const { completed } = await flowOf(yard({ items }), { production });
    expect(completed('PLATE')).toEqual([0, 45]);
  });

  test('an item that the plan never touches has no flow', async () => {
    const { completed, needed } = await flowOf(yard({ items: [{ item: 'SPARE' }] }), { production });
    expect([completed('SPARE'), needed('SPARE')]).toEqual([undefined, undefined]);
  });

  test('after the horizon everything is completed as needed, for the cranes that continue', async () => {
    const items = [{ item: 'CRANE', leadTime: 1 }];
    const stated = yard({ items });
    const { flow } = contextFor(stated, await planFor(stated, { production }));
    expect([1, 2, 3].map((t) => flow.completed('CRANE')?.at(t))).toEqual([10, 10, 10]);
    expect([0, 1, 2].map((t) => flow.needed('BOOM')?.at(t))).toEqual([20, 20, 20]);
  });
});
