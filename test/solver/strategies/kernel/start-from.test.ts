import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { Rule } from '../../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import type { PlanInput } from '../../../../solver/plan.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { oracle } from '../../../support/oracle/oracle.ts';
import { toNumber } from '../../../support/oracle/rational.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { plannedByKernel, roundsOnly } from '../../../support/planned-by-kernel.ts';
import type { Statement } from '../../../support/scenario-builder.ts';
import { sixWelders } from '../../../support/six-welders.ts';

const room = (value: number): number => 1e-6 * Math.max(1, Math.abs(value));

/** An engine that notes whether each model it is given has whole-number columns. */
function noting() {
  const whole: boolean[] = [];
  const engine: PlanInput['engine'] = {
    ...engineOfTests,
    solve: (model, ...asked) => {
      whole.push(model.integer.includes(1));
      return engineOfTests.solve(model, ...asked);
    },
  };
  return { engine, whole };
}

/** So many frames are due at six welders; a fifth of the cost may stay open. */
const welders = (due: number, statement: Statement = {}) =>
  sixWelders({ demand: [['FRAME', '2026-Q1', due]], ...statement, solve: { gap: 0.2, ...statement.solve } });

const suppliersOf = ({ awards }: Plan): readonly string[] => awards.map(({ supplier }) => supplier).sort();

test('awards that still do are scheduled once, and within the gap that is all', async () => {
  const parent = await plannedByKernel(welders(10));
  const { engine, whole } = noting();
  const plan = await plannedByKernel(welders(11), { engine, parent });
  expect(suppliersOf(plan)).toEqual(['S1', 'S2', 'S3']);
  expect(plan).toMatchObject({ status: 'optimal', limits: { hit: null } });
  expect(whole).toEqual([false]);
});

test('awards that fall short of a higher demand get more of the cheapest, without a choice among all', async () => {
  const parent = await plannedByKernel(welders(4));
  expect(suppliersOf(parent)).toEqual(['S1']);
  const { engine, whole } = noting();
  const plan = await plannedByKernel(welders(10), { engine, parent });
  expect(suppliersOf(plan)).toEqual(['S1', 'S2', 'S3']);
  expect(plan.aims[0]!.value).toBeCloseTo(0, 9);
  // Onboarding of S1, S2 and S3: 600; four frames at 2 · 50 euro, four at 2 · 60 and two at 2 · 70.
  expect(plan.aims[1]!.value).toBeCloseTo(1760, 6);
  // The schedule of S1 alone, what it lacks, the schedule of all three.
  expect(whole).toEqual([false, false, false]);
});

test('awards of a firm whose hours are gone are made up for by others', async () => {
  const parent = await plannedByKernel(welders(10));
  const hours = [1, 2, 3, 4, 5, 6].map((firm) => [`S${firm}`, 'welding', firm === 2 ? 0 : 8] as const);
  const plan = await plannedByKernel(welders(10, { capacity: hours }), { parent });
  expect(suppliersOf(plan)).toEqual(['S1', 'S3', 'S4']);
  expect(plan.status).toBe('optimal');
});

test('where nobody can make what is due, a parent changes nothing of the plan', async () => {
  const parent = await plannedByKernel(welders(20));
  const stated = welders(30, { solve: { gap: 0.01 } });
  const [cold, warm] = [await plannedByKernel(stated), await plannedByKernel(stated, { parent })];
  // Six firms make four each.
  expect(warm.aims.map(({ value }) => value)).toEqual(cold.aims.map(({ value }) => expect.closeTo(value, 6)));
  expect(warm.aims[0]!.value).toBeCloseTo(6, 6);
});

test('without time for more, a schedule that is short is better than none', async () => {
  const parent = await plannedByKernel(welders(4));
  const hooks = { now: () => performance.now(), stop: Int32Array.of(1) };
  const plan = await plannedByKernel(welders(10), { hooks, parent });
  expect(plan).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
  expect(plan.aims[0]!.value).toBeCloseTo(6, 6);
});

test('a rule that asks for two sources where the parent has one is met by the cheapest other', async () => {
  const parent = await plannedByKernel(welders(4));
  const { engine, whole } = noting();
  const stated = welders(4, { rules: [{ rule: 'source-count', min: 2 }] });
  const plan = await plannedByKernel(stated, { engine, parent });
  expect(suppliersOf(plan)).toEqual(['S1', 'S2']);
  expect(whole[0]).toBe(false);
  expect(plan.status).toBe('optimal');
});

const times = (factor: number) => (stated: Scenario, at: number) => ({
  ...stated,
  demand: stated.demand.map((row, number) =>
    number === at % stated.demand.length ? { ...row, quantity: row.quantity * factor } : row,
  ),
  programmes: stated.programmes.map((programme) =>
    programme.demand
      ? { ...programme, demand: { ...programme.demand, baseline: programme.demand.baseline * factor } }
      : programme,
  ),
});

const hours = (factor: number) => (stated: Scenario, at: number) => ({
  ...stated,
  capacity: stated.capacity.map((row, number) =>
    number === at % stated.capacity.length ? { ...row, hoursPerPeriod: row.hoursPerPeriod * factor } : row,
  ),
});

const withRule = (rule: (stated: Scenario, at: number) => Rule) => (stated: Scenario, at: number) => ({
  ...stated,
  rules: [...stated.rules, rule(stated, at)],
});

/** What a planner changes: one figure of demand or capacity, or one rule. */
const CHANGES: readonly ((stated: Scenario, at: number) => Scenario)[] = [
  ...[times(0.7), times(1.05), times(1.4), hours(0), hours(0.5), hours(1.5)],
  (stated, at) => ({ ...stated, rules: stated.rules.filter((_, number) => number !== at % stated.rules.length) }),
  withRule(({ suppliers }, at) => ({
    ...{ id: 'changed', rule: 'exclude' as const },
    suppliers: [suppliers[at % suppliers.length]!.supplier],
  })),
  withRule(() => ({ id: 'changed', rule: 'source-count', min: 2, strict: false })),
];

const changed = fc.record({ document: smallScenario, change: fc.constantFrom(...CHANGES), at: fc.nat(20) });

test(
  'planned from the plan before a change, it verifies, claims nothing that is not so and keeps the gap that a plan from nothing keeps',
  {
    timeout: 300_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(changed, async ({ document, change, at }) => {
        const gap = { ...document, solve: { ...document.solve, gap: 0.05 } };
        const parent = await plannedByKernel(await parsed(gap));
        const stated = await parsed(change(gap, at));
        const [cold, warm] = [await plannedByKernel(stated), await plannedByKernel(stated, { parent })];
        expect(warm.status).toBe(cold.status);
        if (cold.status === 'infeasible') return;
        const answer = oracle(stated);
        if (answer.status === 'infeasible') throw new Error(`a plan of an infeasible scenario is ${warm.status}`);
        const [least, cheapest] = [toNumber(answer.shortfall), toNumber(answer.cost)];
        expect(warm.aims[0]!.bound).toBeLessThanOrEqual(least + room(least));
        expect(warm.aims[0]!.value).toBeGreaterThanOrEqual(least - room(least));
        expect(warm.aims[1]!.bound).toBeLessThanOrEqual(cheapest + room(cheapest));
        expect((await plannedByKernel(stated, { parent })).digest).toBe(warm.digest);
      }),
      { seed: seedOf(), numRuns: runs(8) },
    ),
);

test('by the rounds alone a plan from a parent verifies too', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(changed, async ({ document, change, at }) => {
      const gap = { ...document, solve: { ...document.solve, gap: 0.02 } };
      const parent = await plannedByKernel(await parsed(gap), { engine: roundsOnly });
      await plannedByKernel(await parsed(change(gap, at)), { engine: roundsOnly, parent });
    }),
    { seed: seedOf(), numRuns: runs(8) },
  ),
);
