import { expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { PlanInput } from '../../../../solver/plan.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { kernel } from '../../../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../../../solver/verify.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { planSmall } from '../../../support/plan-small.ts';
import { plannedByKernel } from '../../../support/planned-by-kernel.ts';
import { sixWelders } from '../../../support/six-welders.ts';
import { twoWelders } from '../../../support/two-welders.ts';

test('rules that cannot hold together are the conflict of an infeasible answer', async () => {
  const stated = twoWelders({
    rules: [
      { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true },
      { rule: 'member-count', max: 2 },
      { rule: 'lock', supplier: 'S1', item: 'FRAME', award: false },
    ],
  });
  const plan = await plannedByKernel(stated);
  expect(plan).toMatchObject({ status: 'infeasible', limits: { hit: null } });
  expect(plan.conflict.filter((line) => /lock-1|lock-3/.test(JSON.stringify(line)))).toHaveLength(2);
  expect(plan.conflict).toEqual((await planSmall(stated)).conflict);
});

test('a plan of a scenario in which the rules held does not hide that they do not hold here', async () => {
  const parent = await plannedByKernel(twoWelders());
  const stated = twoWelders({ rules: [{ rule: 'source-count', min: 3, strict: true }] });
  expect((await plannedByKernel(stated, { parent })).status).toBe('infeasible');
});

test('a stop before it begins leaves no plan, and from a parent the schedule of its awards', async () => {
  const stated = sixWelders();
  const hooks = { now: () => performance.now(), stop: Int32Array.of(1) };
  expect(await plannedByKernel(stated, { hooks })).toMatchObject({ status: 'unknown', limits: { hit: 'interrupt' } });
  const parent = await plannedByKernel(stated);
  const again = await plannedByKernel(stated, { hooks, parent });
  expect(again).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
  expect(again.awards).toEqual(parent.awards);
  expect(again.aims[1]!.value).toBeCloseTo(parent.aims[1]!.value, 6);
});

test('without time there is no plan, but the schedule of the awards of a parent, and time is said to be the limit', async () => {
  const hooks = { now: () => 0 };
  const problem = planningProblem(sixWelders({ solve: { timeLimit: 0 } }));
  expect(await kernel.decide(problem, engineOfTests, hooks)).toEqual({ status: 'unknown', hit: 'time' });
  const parent = await plannedByKernel(sixWelders());
  const plan = await kernel.decide(problem, engineOfTests, hooks, parent);
  expect(plan).toMatchObject({ status: 'feasible', hit: 'time' });
});

test('a time limit that a clock passes on the way leaves the best plan so far', async () => {
  const stated = twoWelders({ suppliers: [{ supplier: 'S1', onboardingCost: 500 }] });
  for (const seconds of [0.05, 0.5, 5]) {
    let ticks = 0;
    const now = () => 10 * ticks++;
    const limited = { ...stated, solve: { ...stated.solve, timeLimit: seconds } };
    const plan = await plannedByKernel(limited, { hooks: { now } });
    if (plan.status === 'unknown') expect(plan.limits.hit).toBe('time');
    else expect(plan.aims[0]!.value).toBeLessThanOrEqual(20);
  }
});

test('sources that a count asks for in a region are awarded, though none of them is among the cheapest', async () => {
  const stated = sixWelders({ rules: [{ rule: 'source-count', min: 2, scope: { region: 'NL42' } }] });
  const plan = await plannedByKernel(stated);
  expect(plan.status).toBe('optimal');
  const there = plan.awards.filter(({ supplier }) => ['S4', 'S5', 'S6'].includes(supplier));
  expect(there).toHaveLength(2);
  expect(plan.aims[1]!.value).toBeCloseTo((await planSmall(stated)).aims[1]!.value, 6);
});

test('a parent plan with one source does not do where two are asked for now', async () => {
  const parent = await plannedByKernel(sixWelders({ demand: [['FRAME', '2026-Q1', 4]] }));
  expect(parent.awards).toHaveLength(1);
  const stated = sixWelders({
    demand: [['FRAME', '2026-Q1', 4]],
    rules: [{ rule: 'source-count', min: 2 }],
  });
  const plan = await plannedByKernel(stated, { parent });
  expect(plan.awards).toHaveLength(2);
  expect(plan.aims[1]!.value).toBeCloseTo((await planSmall(stated)).aims[1]!.value, 6);
});

test('within 5 % the rounds suffice: prices bound what is claimed, and nothing whole is asked of the engine', async () => {
  const stated = sixWelders({ solve: { gap: 0.05 }, suppliers: [] });
  const whole: number[] = [];
  const engine: PlanInput['engine'] = {
    ...engineOfTests,
    solve: (model, limits, hooks, start) => {
      if (model.integer.includes(1) && model.rows.some((name) => name.startsWith('meet-requirement|'))) whole.push(1);
      return engineOfTests.solve(model, limits, hooks, start);
    },
  };
  const plan = await plannedByKernel(stated, { engine });
  expect(plan).toMatchObject({ status: 'optimal', certificate: { kind: 'prices' } });
  expect(plan.aims[1]!.gap).toBeLessThanOrEqual(0.05);
  expect(whole).toEqual([]);
});

test('each better plan that is told is verified and no worse than the one before', async () => {
  const told: Plan[] = [];
  const stated = sixWelders({ rules: [{ rule: 'share-cap', max: 0.35 }] });
  const plan = await plannedByKernel(stated, { better: (each) => void told.push(each) });
  expect(told.length).toBeGreaterThan(0);
  let [shortfall, cost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const each of told) {
    expect((await verifyPlan(stated, each)).violations).toEqual([]);
    expect(each).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
    const [short, euro] = each.aims.map(({ value }) => value);
    expect(short! < shortfall || (short! <= shortfall + 1e-6 && euro! < cost)).toBe(true);
    [shortfall, cost] = [short!, euro!];
  }
  expect(plan.aims[0]!.value).toBeLessThanOrEqual(shortfall + 1e-6);
});
