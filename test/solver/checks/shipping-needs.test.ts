import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { thereAtStart, usesOf } from '../../../solver/checks/shipping-needs.ts';
import { boomShippers, cheapestWay, lorryShippers } from '../../support/boom-shippers.ts';
import { type Decision, planFor } from '../../support/plan-builder.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { contextFor } from './judge.ts';

/** Units of an item that each place uses, by what takes it: `{ CRANE: { S3: 20 } }`. */
async function uses(stated: Scenario, decision: Decision, item: string) {
  const context = contextFor(stated, await planFor(stated, decision));
  const found = usesOf(context, context.stated.items.get(item)!);
  return Object.fromEntries([...found].map(([consumer, places]) => [consumer, Object.fromEntries(places)]));
}

const atStart = (stated: Scenario, item: string) => {
  const view = scenarioView(stated)!;
  return thereAtStart(view, view.items.get(item)!);
};

describe('what each place uses', () => {
  test('the maker of ten cranes uses twenty booms, the OEM ten cranes', async () => {
    expect(await uses(boomShippers(), cheapestWay, 'BOOM')).toEqual({ CRANE: { S3: 20 } });
    expect(await uses(boomShippers(), cheapestWay, 'CRANE')).toEqual({ CRANE: { null: 10 } });
  });

  test('of two makers of cranes each uses booms for its own', async () => {
    const two = boomShippers({
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'assembly', 100],
        ['S3', 'assembly', 100],
      ],
    });
    const production = [
      ['S1', 'BOOM', '2026-Q1', 20],
      ['S2', 'CRANE', '2026-Q1', 4],
      ['S3', 'CRANE', '2026-Q1', 6],
    ] as const;
    expect(await uses(two, { production }, 'BOOM')).toEqual({ CRANE: { S2: 8, S3: 12 } });
  });

  test('an award without volume uses nothing', async () => {
    const standby = boomShippers({
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'assembly', 100],
        ['S3', 'assembly', 100],
      ],
    });
    const production = [['S3', 'CRANE', '2026-Q1', 10]] as const;
    expect(await uses(standby, { production, standby: [['S2', 'CRANE']] }, 'BOOM')).toEqual({ CRANE: { S3: 20 } });
  });

  test('where nothing is completed the assembly takes the item, but uses none', async () => {
    const nothing = { delivered: [['CRANE', '2026-Q1', 0]] as const };
    expect(await uses(boomShippers(), nothing, 'BOOM')).toEqual({ CRANE: {} });
    expect(await uses(boomShippers(), nothing, 'CRANE')).toEqual({ CRANE: {} });
  });

  test('a fifth of scrap: two and a half booms for each crane', async () => {
    const bom = [{ parent: 'CRANE', item: 'BOOM', quantity: 2, scrap: 0.2 }];
    expect(await uses(boomShippers({ bom }), cheapestWay, 'BOOM')).toEqual({ CRANE: { S3: 25 } });
  });

  test('a kit on paper passes through what is in it', async () => {
    const kits = boomShippers({
      bom: [
        ['CRANE', 'KIT', 3],
        ['KIT', 'BOOM', 2],
      ],
      items: [
        { item: 'BOOM', weightKg: 500 },
        { item: 'CRANE', weightKg: 4000 },
        { item: 'KIT', kind: 'phantom' },
      ],
    });
    expect(await uses(kits, cheapestWay, 'BOOM')).toEqual({ CRANE: { S3: 60 } });
  });
});

describe('an OEM that assembles the cranes itself', () => {
  const assembled = (more: Statement = {}) =>
    boomShippers({
      periods: 2,
      demand: [
        ['CRANE', '2026-Q1', 10],
        ['CRANE', '2026-Q2', 5],
      ],
      routing: [['BOOM', 'welding', 1]],
      ...more,
    });

  test('uses the booms of what it completes, quarter by quarter', async () => {
    expect(await uses(assembled(), {}, 'BOOM')).toEqual({ CRANE: { null: 2 * (10 + 5) } });
    const delivered = [['CRANE', '2026-Q2', 4]] as const;
    expect(await uses(assembled(), { delivered }, 'BOOM')).toEqual({ CRANE: { null: 2 * (10 + 4) } });
  });

  test('needs none for cranes that come off the shelf', async () => {
    const items = [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
    ];
    expect(await uses(assembled({ items }), {}, 'BOOM')).toEqual({ CRANE: { null: 2 * (10 - 3 + 5) } });
  });

  test('took those of its first lead time before the start, unless past-due needs fall in the first quarter', async () => {
    const items = [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000, leadTime: 1 },
    ];
    expect(await uses(assembled({ items }), {}, 'BOOM')).toEqual({ CRANE: { null: 2 * 5 } });
    const policy = { pastDue: 'first-period' } as const;
    expect(await uses(assembled({ items, policy }), {}, 'BOOM')).toEqual({ CRANE: { null: 2 * (10 + 5) } });
  });
});

describe('booms that go past the crane to where the lorry is made', () => {
  const lorries = (more: Statement = {}) =>
    lorryShippers({
      suppliers: [
        { supplier: 'S1', latitude: 51, longitude: 5 },
        { supplier: 'S2', latitude: 52, longitude: 5 },
      ],
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'assembly', 100],
      ],
      ...more,
    });
  const production = [
    ['S1', 'BOOM', '2026-Q1', 14],
    ['S2', 'CRANE', '2026-Q1', 7],
    ['S2', 'LORRY', '2026-Q1', 10],
  ] as const;

  test('count for each lorry and not for the crane between', async () => {
    expect(await uses(lorries(), { production }, 'BOOM')).toEqual({ LORRY: { S2: 20 } });
    expect(await uses(lorries(), { production }, 'CRANE')).toEqual({ LORRY: { S2: 10 } });
  });

  test('go to the maker of the crane where nothing else is stated', async () => {
    const items = [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
    ];
    expect(await uses(lorries({ items }), { production }, 'BOOM')).toEqual({ CRANE: { S2: 14 } });
  });

  test('are not for an assembly that nobody asks for', async () => {
    const bom = [
      ['LORRY', 'CRANE', 1],
      ['CRANE', 'BOOM', 2],
      ['SPARE', 'BOOM', 1],
    ] as const;
    const items = [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
    ];
    expect(await uses(lorries({ bom, items }), { production }, 'BOOM')).toEqual({ CRANE: { S2: 14 } });
  });

  test('add up with those that the lorry takes itself', async () => {
    const bom = [
      ['LORRY', 'BOOM', 1],
      ['LORRY', 'CRANE', 1],
      ['CRANE', 'BOOM', 2],
    ] as const;
    expect(await uses(lorries({ bom }), { production }, 'BOOM')).toEqual({ LORRY: { S2: 30 } });
  });

  test('were there inside cranes on hand, beside booms on hand', () => {
    expect(atStart(lorries(), 'BOOM')).toBe(3 * 2);
    expect(atStart(lorries(), 'CRANE')).toBe(3);
    const items = [
      { item: 'BOOM', weightKg: 500, deliverTo: 'LORRY', stock: 4 },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
      { item: 'LORRY', weightKg: 9000, stock: 100 },
      { item: 'SPARE', stock: 50 },
    ];
    // A lorry on hand needs no boom any more, and a spare boom-carrier is on no way to a lorry.
    const bom = [
      ['LORRY', 'CRANE', 1],
      ['CRANE', 'BOOM', 2],
      ['SPARE', 'BOOM', 1],
    ] as const;
    expect(atStart(lorries({ items, bom }), 'BOOM')).toBe(4 + 3 * 2);
  });

  test('inside cranes on hand count also where lorries take a quarter to make', () => {
    const items = [
      { item: 'BOOM', weightKg: 500, deliverTo: 'LORRY' },
      { item: 'CRANE', weightKg: 4000, stock: 3, leadTime: 1 },
      { item: 'LORRY', weightKg: 9000, leadTime: 1 },
    ];
    // Twenty more in the ten lorries of the quarter, and twenty in those of the next: all due before the start.
    expect(atStart(lorries({ items }), 'BOOM')).toBe(3 * 2 + 20 + 20);
    const policy = { pastDue: 'first-period' } as const;
    expect(atStart(lorries({ items, policy }), 'BOOM')).toBe(3 * 2);
  });

  test('without deliverTo, only what is on hand was there', () => {
    const items = [
      { item: 'BOOM', weightKg: 500, stock: 4 },
      { item: 'CRANE', weightKg: 4000, stock: 3, leadTime: 1 },
      { item: 'LORRY', weightKg: 9000 },
    ];
    expect(atStart(lorries({ items }), 'BOOM')).toBe(4);
  });
});
