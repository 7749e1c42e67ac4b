import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { planView } from '../../../solver/checks/plan-view.ts';
import { scenarioView } from '../../../solver/checks/scenario-view.ts';
import { room, tighter } from '../../../solver/checks/slack.ts';
import { type Decision, planFor } from '../../support/plan-builder.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { weldingShop, welds } from './judge.ts';

const shop = weldingShop({ items: [{ item: 'BOOM', unitValue: 1000, stock: 4 }] });

async function seen(decision: Decision, bend: (plan: Plan) => Plan = (plan) => plan) {
  return planView(scenarioView(shop)!, bend(await planFor(shop, decision)));
}
const units = (row: Float64Array | undefined) => row && [...row];

describe('the rows of a plan by what they speak of', () => {
  test('volumes of a supplier and of an item, per quarter', async () => {
    const view = await seen(welds([6, 4], [0, 9]));
    expect(view.volumes.map(({ supplier, item, total, first }) => [supplier, item, total, first])).toEqual([
      ['S1', 'BOOM', 10, 1],
      ['S2', 'BOOM', 9, 2],
    ]);
    expect(units(view.volumeOf('S2', 'BOOM')?.units)).toEqual([0, 0, 9]);
    expect(units(view.madeOf('BOOM'))).toEqual([0, 6, 13]);
    expect(view.volumeOf('S3', 'BOOM')).toBeUndefined();
    expect(view.volumeOf('S1', 'JIB')).toBeUndefined();
    expect(view.madeOf('JIB')).toBeUndefined();
  });

  test('rows of the same quarter add up; rows of zero and of unknown quarters are left out', async () => {
    const view = await seen(welds([6, 4]), (plan) => {
      const [row] = plan.production;
      const more = [
        row!,
        { ...row!, period: '2030-Q1' },
        { ...row!, period: '2025-Q4' },
        { ...row!, supplier: 'S2', quantity: 0 },
      ];
      return { ...plan, production: [...plan.production, ...more] };
    });
    expect(units(view.volumeOf('S1', 'BOOM')?.units)).toEqual([0, 12, 4]);
    expect(view.volumeOf('S2', 'BOOM')).toBeUndefined();
  });

  test('a supplier with nothing but rows of zero or of unknown quarters has no volume', async () => {
    const view = await seen(welds([6, 4]), (plan) => {
      const [row] = plan.production;
      const idle = ['2030-Q1', '2025-Q4', '2026'].map((period) => ({ ...row!, supplier: 'S2', period }));
      return { ...plan, production: [...plan.production, ...idle, { ...row!, supplier: 'S2', quantity: 0 }] };
    });
    expect(view.volumes.map(({ supplier }) => supplier)).toEqual(['S1']);
    expect(view.volumeOf('S1', 'BOOM')?.total).toBe(10);
    expect(units(view.madeOf('BOOM'))).toEqual([0, 6, 4]);
  });

  test('awards of a supplier and of an item, standbys too', async () => {
    const view = await seen({ ...welds([10, 10]), standby: [['S2', 'BOOM']] });
    expect(view.awardOf('S2', 'BOOM')?.role).toBe('standby');
    expect(view.awardOf('S2', 'JIB')).toBeUndefined();
    expect(view.awardsOfItem.get('BOOM')?.map(({ supplier }) => supplier)).toEqual(['S1', 'S2']);
    expect([...view.awardsOfSupplier.keys()]).toEqual(['S1', 'S2']);
    expect(view.awardsOfItem.has('JIB')).toBe(false);
  });

  test('what is on hand at the start and at the end of each quarter', async () => {
    expect(units((await seen({})).stock.get('BOOM'))).toEqual([4, 0, 0]);
    const kept = await seen({ stock: [['BOOM', '2026-Q2', 3]] });
    expect(units(kept.stock.get('BOOM'))).toEqual([4, 0, 3]);
    const later = await seen({ stock: [['BOOM', '2026-Q3', 3]] });
    expect(units(later.stock.get('BOOM'))).toEqual([4, 0, 0]);
    const earlier = await seen({}, (plan) => ({
      ...plan,
      stock: [{ item: 'BOOM', period: '2025-Q4', quantity: 900 }],
    }));
    expect(units(earlier.stock.get('BOOM'))).toEqual([4, 0, 0]);
    const never = await seen({}, (plan) => ({ ...plan, stock: [{ item: 'JIB', period: '2026-Q3', quantity: 3 }] }));
    expect([...never.stock.keys()]).toEqual(['BOOM']);
  });

  test('deliveries of each quarter', async () => {
    const view = await seen({ delivered: [['BOOM', '2026-Q2', 7]] });
    expect(units(view.deliveredOf('BOOM'))).toEqual([0, 10, 7]);
    expect(view.deliveredOf('JIB')).toBeUndefined();
    const early = await seen({}, (plan) => ({
      ...plan,
      products: [...plan.products, { ...plan.products[0]!, period: '2025-Q4', delivered: 7 }],
    }));
    expect(units(early.deliveredOf('BOOM'))).toEqual([0, 10, 10]);
  });
});

describe('where needs reach before the start and demand beyond the end, as in the crane yard', () => {
  const stated = scenarioView(craneYard)!;
  const outside = ['2025-Q3', '2025-Q4', '2027-Q1', '2027-Q2'];

  test('those quarters have an index, yet nothing is made or stocked in them', async () => {
    expect(outside.map((label) => stated.indexOf(label))).toEqual([-1, 0, 5, 6]);
    const plan = await planFor(craneYard, craneYardDecision);
    const [made] = plan.production;
    const bent = planView(stated, {
      ...plan,
      production: [
        ...plan.production,
        ...outside.map((period) => ({ ...made!, period })),
        ...outside.map((period) => ({ ...made!, supplier: 'S4', period })),
      ],
      stock: [...plan.stock, ...outside.map((period) => ({ item: 'BOOM', period, quantity: 900 }))],
    });
    const straight = planView(stated, plan);
    expect(bent.volumes).toEqual(straight.volumes);
    expect(bent.madeOf('BOOM')).toEqual(straight.madeOf('BOOM'));
    expect(bent.stock).toEqual(straight.stock);
    expect(straight.stock.get('BOOM')![0]).toBe(2);
  });

  test('deliveries go on after the end and do not begin before the start', async () => {
    const plan = await planFor(craneYard, craneYardDecision);
    const early = { ...plan.products[0]!, period: '2025-Q4', delivered: 7 };
    const seenEarly = planView(stated, { ...plan, products: [...plan.products, early] });
    expect(units(seenEarly.deliveredOf('CRANE'))![0]).toBe(0);
    const [after] = plan.continuation.filter(({ product }) => product === 'CRANE');
    expect(after!.period).toBe('2027-Q1');
    const less = planView(stated, {
      ...plan,
      continuation: plan.continuation.map((row) => (row === after ? { ...row, delivered: 1 } : row)),
    });
    expect(units(less.deliveredOf('CRANE'))![5]).toBe(1);
  });
});

describe('slack', () => {
  test('of a count is the way to the nearer end that is stated', () => {
    expect(room(3, 1, 4)).toBe(1);
    expect(room(3, 2, 9)).toBe(1);
    expect(room(3, 1, undefined)).toBe(2);
    expect(room(3, undefined, 9)).toBe(6);
    expect(room(3, undefined, undefined)).toBeNull();
    expect(room(3, 5, undefined)).toBe(-2);
  });

  test('of two is the smaller, of one and none the one', () => {
    expect(tighter(2, 1)).toBe(1);
    expect(tighter(1, null)).toBe(1);
    expect(tighter(null, 2)).toBe(2);
    expect(tighter(null, null)).toBeNull();
  });
});
