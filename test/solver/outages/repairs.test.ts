import { expect, test } from 'vitest';
import { unprotectedOf } from '../../../solver/outages/plan-rows.ts';
import { type PlanningProblem, planningProblem } from '../../../solver/problem.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { inRepairs } from '../../../solver/strategies/outages/in-repairs.ts';
import type { Found, Strategy } from '../../../solver/strategies/strategy.ts';
import { engineOfTests } from '../../support/highs.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** Ten frames a quarter of two hours each; either welder could make twelve, S1 cheaper. One outage takes a quarter. */
const problem = planningProblem(
  twoWelders({
    capacity: [
      ['S1', 'welding', 24],
      ['S2', 'welding', 24],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50 },
      { supplier: 'S2', hourlyRate: 60, onboardingCost: 1000 },
    ],
    rules: [{ rule: 'survive-outage', timeToRecover: 1, losses: 1, requalification: false, serviceLevel: 0.9 }],
  }),
);

/** A strategy that knows of S1 alone, with so many of its hours. */
const single = (hours: number): Strategy => ({
  name: 'kernel',
  async decide(asked, ...rest) {
    const own: PlanningProblem = {
      ...asked,
      capacity: (supplier, process, t) =>
        supplier === 'S1' ? Math.min(hours, asked.capacity(supplier, process, t)) : 0,
    };
    const decided = (await monolithic.decide(own, ...rest)) as Found;
    return { ...decided, bounds: decided.bounds.map((bound) => ({ ...bound, bound: 0 })) };
  },
});

async function repairedBy(strategy: Strategy, now: () => number = () => performance.now()) {
  const told: number[] = [];
  const hooks = { now, better: (found: Found) => void told.push(unprotectedOf(found.outages!.rules)) };
  const { outages, status, hit } = (await inRepairs(strategy).decide(problem, engineOfTests, hooks)) as Found;
  return { left: unprotectedOf(outages!.rules), entered: outages!.entered, status, hit, told };
}

test('a plan of one source gets another one that stands by', async () => {
  const { left, entered, told } = await repairedBy(single(24));
  expect(told[0]).toBeCloseTo(18, 6);
  expect(left).toBeCloseTo(0, 6);
  expect(entered).toBe(2);
});

test('a plan that is short delivers more by what protects it, and is protected then', async () => {
  const { left, told } = await repairedBy(single(10));
  expect(told[0]).toBeCloseTo(9, 6);
  expect(told.length).toBeGreaterThan(1);
  expect(left).toBeCloseTo(0, 6);
});

test('when time is up the plan before repairs stands, with how it stands', async () => {
  let asked = 0;
  const { left, hit, told } = await repairedBy(single(24), () => 1e9 * asked++);
  expect(told).toHaveLength(1);
  expect(left).toBeCloseTo(18, 6);
  expect(hit).toBe('time');
});
