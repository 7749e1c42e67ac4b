import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanningProblem, planningProblem } from '../../../../solver/problem.ts';
import { type UsualFlow, usualFlow } from '../../../../solver/strategies/kernel/usual-flow.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { scenario } from '../../../support/scenario-builder.ts';

/** need[i,t] at a flow, and the growth of the item's stock in t. */
function balance({ needs, stocked }: PlanningProblem, { delivered, stock }: UsualFlow, item: string, t: number) {
  const need = needs(item, t).reduce(
    (sum, { kind, of, at, quantity }) => sum + quantity * (kind === 'delivery' ? delivered : stock)[of]![at]!,
    0,
  );
  const of = stocked.findIndex((entry) => entry.item === item);
  return { need, growth: of < 0 ? 0 : stock[of]![t]! - stock[of]![t - 1]! };
}

test('what is completed is what is needed and the growth of the stock, never less than 0', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.boolean(), async (document, half) => {
      const problem = planningProblem(await parsed(document));
      const delivered = problem.demands.map(({ required }) => required.map((units) => units / 2));
      const flow = half ? usualFlow(problem, delivered) : usualFlow(problem);
      for (const { item } of problem.packages) {
        for (let t = 1; t <= problem.horizon; t++) {
          const { need, growth } = balance(problem, flow, item.item, t);
          expect(flow.completed.get(item.item)![t]).toBeCloseTo(need + growth, 9);
          expect(need + growth).toBeGreaterThan(-1e-9);
        }
      }
    }),
    { seed: seedOf(), numRuns: runs(300) },
  ),
);

test('stock keeps its safety, never grows beyond it, and of what may not grow none is made', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const problem = planningProblem(await parsed(document));
      const { stock } = usualFlow(problem);
      problem.stocked.forEach(({ initial, safety, safetyFrom, mayGrow }, of) => {
        expect(stock[of]![0]).toBe(initial);
        for (let t = 1; t <= problem.horizon; t++) {
          const [before, now] = [stock[of]![t - 1]!, stock[of]![t]!];
          const floor = t >= safetyFrom ? safety : 0;
          expect(now).toBeGreaterThanOrEqual(floor);
          expect(now).toBeLessThanOrEqual(Math.max(before, mayGrow ? floor : 0));
        }
      });
    }),
    { seed: seedOf(), numRuns: runs(300) },
  ),
);

test('five booms on hand, two kept for safety: cranes take them first, then new ones fill up', () => {
  const item = { kind: 'make', leadTime: 0, materialCost: 0, critical: false, certificates: [] } as const;
  const problem = planningProblem(
    scenario({
      periods: 3,
      programmes: [{ product: 'CRANE' }],
      demand: [
        ['CRANE', '2026-Q1', 1],
        ['CRANE', '2026-Q2', 2],
        ['CRANE', '2026-Q3', 2],
      ],
      items: [
        { ...item, item: 'CRANE', stock: 1, safetyStock: 0 },
        { ...item, item: 'BOOM', stock: 5, safetyStock: 2 },
      ],
      bom: [['CRANE', 'BOOM', 2]],
      routing: [
        ['CRANE', 'mechanical assembly', 1],
        ['BOOM', 'welding', 1],
      ],
      capacity: [
        ['S1', 'mechanical assembly', 8],
        ['S1', 'welding', 8],
      ],
    }),
  );
  const { delivered, stock, completed } = usualFlow(problem);
  // The crane on hand is delivered first and needs no booms; then 4 a quarter: 5 − 4 = 1 is 1 short of the 2, and later 4 are made.
  expect([...delivered[0]!].slice(0, 4)).toEqual([0, 1, 2, 2]);
  expect(problem.stocked.map((entry, of) => [entry.item, [...stock[of]!]])).toEqual([
    ['BOOM', [5, 5, 2, 2]],
    ['CRANE', [1, 0, 0, 0]],
  ]);
  expect([...completed].map(([name, units]) => [name, [...units]])).toEqual([
    ['BOOM', [0, 0, 1, 4]],
    ['CRANE', [0, 0, 2, 2]],
  ]);
});
