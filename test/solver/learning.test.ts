import { describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { learnedParts, learningCurves } from '../../scenarios/learning.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { planScenario } from '../../solver/plan.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../solver/strategies/strategy.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { engineOfTests } from '../support/highs.ts';
import { byRounds } from '../support/planned-by-kernel.ts';
import { type RuleStatement, type Statement, scenario } from '../support/scenario-builder.ts';

const learning = (more: object = {}): RuleStatement => ({
  ...{ rule: 'learning', model: 'crawford', rate: 0.8, floor: 0.1 },
  ...more,
});

/** S1 welds frames of ten hours each; so many hours in each of so many quarters, and so many frames due at their end. */
const frames = (
  hours: number,
  due: readonly number[],
  rules: readonly RuleStatement[],
  more: Statement = {},
): Scenario =>
  scenario({
    periods: due.length,
    routing: [['FRAME', 'welding', 10]],
    capacity: [['S1', 'welding', hours]],
    demand: due.map((units, t) => ['FRAME', `2026-Q${t + 1}`, units] as const),
    items: [{ item: 'FRAME', kind: 'make', unitValue: 100 }],
    quotes: [],
    rules,
    ...more,
  });

const plannedBy = async (stated: Scenario, strategy: Strategy): Promise<Plan> => {
  const sha256 = await scenarioSha256(stated);
  const plan = await planScenario({
    scenario: stated,
    sha256,
    engine: engineOfTests,
    strategy,
    hooks: { now: () => performance.now() },
  });
  expect((await verifyPlan(stated, plan)).violations).toEqual([]);
  return plan;
};

async function plansOf(stated: Scenario, strategies: readonly Strategy[] = [monolithic]): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const strategy of strategies) plans.push(await plannedBy(stated, strategy));
  return plans;
}

const BOTH = [monolithic, kernel];

const made = (plan: Plan): number => plan.production.reduce((sum, { quantity }) => sum + quantity, 0);
const curve = (rule: RuleStatement, more: Statement = {}) =>
  learningCurves(frames(10, [1], [rule], more))('S1', 'FRAME')!;

describe('the curves', () => {
  test('of Crawford: each doubling takes the hours of the unit to the rate', () => {
    const { unit, upTo } = curve(learning());
    expect([1, 2, 4, 8].map(unit)).toEqual([1, 0.8, 0.64, 0.512].map((part) => expect.closeTo(part, 12)));
    expect(unit(3)).toBeCloseTo(3 ** Math.log2(0.8), 12);
    expect(upTo(2.5)).toBeCloseTo(1.8 + 0.5 * 3 ** Math.log2(0.8), 12);
  });

  test('of Wright: each doubling takes the average of all units so far to the rate', () => {
    const { upTo } = curve(learning({ model: 'wright' }));
    expect([1, 2, 4, 8].map((units) => upTo(units) / units)).toEqual(
      [1, 0.8, 0.64, 0.512].map((part) => expect.closeTo(part, 12)),
    );
  });

  test('go no lower than the floor, and at the rate 1 nowhere', () => {
    const { unit } = curve(learning({ floor: 0.7 }));
    expect([2, 3, 4].map(unit)).toEqual([0.8, expect.closeTo(0.7021, 4), 0.7]);
    expect(curve(learning({ rate: 1 })).upTo(1000)).toBeCloseTo(1000, 9);
  });

  test('count what an incumbent makes in a year as made: 4 a year, so that the 4th unit is its 8th', () => {
    const { unit } = curve(learning(), { incumbents: [{ supplier: 'S1', item: 'FRAME', quantityPerPeriod: 1 }] });
    expect(unit(1)).toBe(1);
    expect(unit(6)).toBeCloseTo((10 / 5) ** Math.log2(0.8), 12);
  });

  test('of two rules: each unit takes the most that any leaves it', () => {
    const { unit } = learningCurves(frames(10, [1], [learning(), learning({ rate: 0.6, floor: 0.75 })]))(
      'S1',
      'FRAME',
    )!;
    expect([2, 3, 4].map(unit)).toEqual([0.8, 0.75, 0.75]);
  });

  test('are undone by what so many hours suffice for', () => {
    const { upTo, within } = curve(learning());
    for (const units of [0, 0.3, 1, 7.25, 100]) expect(within(upTo(units))).toBeCloseTo(units, 9);
  });

  test('of periods go on where the period before ended', () => {
    expect([...learnedParts(curve(learning()), Float64Array.of(0, 1, 1, 0, 2))]).toEqual(
      [1, 1, 0.8, 3 ** Math.log2(0.8), (3 ** Math.log2(0.8) + 0.64) / 2].map((part) => expect.closeTo(part, 12)),
    );
  });
});

describe('a plan', () => {
  test('makes what the hours suffice for when they fall: 18 hours for two frames, not 17.9', async () => {
    for (const plan of await plansOf(frames(18, [2], [learning()]), BOTH)) {
      expect([plan.status, made(plan)]).toEqual(['optimal', expect.closeTo(2, 5)]);
      expect(plan.rampUp[0]!.hours).toBeCloseTo(18, 4);
    }
    for (const plan of await plansOf(frames(17.9, [2], [learning()]))) expect(made(plan)).toBeCloseTo(1 + 7.9 / 8, 4);
  });

  test('needs fewer hours in the second quarter than in the first, and reaches the fixed point of its passes', async () => {
    const stated = frames(24, [3, 4], [learning()], { policy: { stock: 'none', shortfallTolerance: 0 } });
    const { within, upTo } = learningCurves(stated)('S1', 'FRAME')!;
    const first = Math.min(3, within(2.4));
    const all = first + Math.min(4, within(upTo(first) + 2.4) - first);
    for (const plan of await plansOf(stated)) {
      expect(made(plan)).toBeCloseTo(all, 4);
      expect(plan.aims[0]!.conditional!.gap).toBeLessThan(1e-4);
    }
  });

  test('is only called optimal where no plan can be better, whatever it learns', async () => {
    for (const plan of await plansOf(frames(24, [9, 9], [learning()]))) {
      const [shortfall] = plan.aims;
      expect(shortfall!.bound).toBeLessThan(shortfall!.value);
      expect([plan.status, plan.limits.hit]).toEqual(['feasible', 'learning']);
    }
  });

  test('with learning is no worse than without', async () => {
    const due = [4, 6, 8];
    const [without] = await plansOf(frames(40, due, []));
    for (const plan of await plansOf(frames(40, due, [learning({ model: 'wright', rate: 0.9, floor: 0.5 })])))
      expect(plan.aims[0]!.value).toBeLessThanOrEqual(without!.aims[0]!.value + 1e-6);
  });

  test('takes as many people as its learned hours need', async () => {
    const people: RuleStatement = { rule: 'labour', productiveHours: 9, hiresPerPeriod: 0 };
    const stated = frames(100, [2], [learning(), people], { suppliers: [{ supplier: 'S1', employees: 2 }] });
    for (const plan of await plansOf(stated)) expect(made(plan)).toBeCloseTo(2, 4);
  });

  test('grows by its learned hours where a ramp-rate says how fast', async () => {
    const pace: RuleStatement = { rule: 'ramp-rate', max: 0.5 };
    const stated = frames(30, [2, 4, 6], [learning(), pace], { policy: { stock: 'none', shortfallTolerance: 0 } });
    for (const plan of await plansOf(stated, BOTH)) expect(made(plan)).toBeGreaterThan(2 + 2.7);
  });

  test('buys no machine for hours that it learns to do without', async () => {
    const robot = {
      supplier: 'S1',
      process: 'welding',
      option: 'robot',
      hoursPerPeriod: 10,
      capex: 500,
      leadTime: 0,
      maximum: 1,
    };
    for (const plan of await plansOf(frames(18, [2], [learning()], { expansions: [robot] })))
      expect(plan.expansions).toEqual([]);
    for (const plan of await plansOf(frames(17, [2], [learning()], { expansions: [robot] })))
      expect(plan.expansions).toHaveLength(1);
  });

  test('by prices alone carries prices that bound it whatever is learnt, and no others', async () => {
    const plan = await byRounds(frames(24, [9, 9], [learning()]));
    if (plan.certificate.kind !== 'prices') throw new Error('the bounds are not by prices');
    const [shortfall] = plan.aims;
    expect(shortfall!.bound).toBeGreaterThan(0);
    expect(shortfall!.conditional!.bound).toBeGreaterThan(shortfall!.bound);
    const stated = frames(24, [9, 9], [learning()]);
    const bolder = {
      ...plan,
      aims: plan.aims.map((aim) => ({ ...aim, bound: aim.conditional!.bound, gap: aim.conditional!.gap })),
    };
    const { violations } = await verifyPlan(stated, bolder);
    expect(violations.map(({ check }) => check)).toContain('price-bounds');
  });

  test('leaves who is out of scope at the stated hours', async () => {
    const scoped = learning({ scope: { suppliers: ['S2'] } });
    const more = {
      capacity: [
        ['S1', 'welding', 18],
        ['S2', 'welding', 0],
      ],
    } as const;
    for (const plan of await plansOf(frames(18, [2], [scoped], { capacity: [...more.capacity] })))
      expect(made(plan)).toBeCloseTo(1.8, 5);
  });
});
