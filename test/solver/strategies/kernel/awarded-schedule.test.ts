import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Engine, isSolved } from '../../../../solver/engines/engine.ts';
import { type AimCap, formulate } from '../../../../solver/formulate.ts';
import { brokenPart } from '../../../../solver/model/broken-part.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { type PlanningProblem, planningProblem } from '../../../../solver/problem.ts';
import { scheduleAwarded } from '../../../../solver/strategies/kernel/awarded-schedule.ts';
import { lifted } from '../../../../solver/strategies/kernel/lifted.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { scenario } from '../../../support/scenario-builder.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** Least shortfall and then least cost of the whole model with exactly these awards; undefined where there is no plan. */
async function byTheWholeModel(problem: PlanningProblem, awarded: readonly number[]) {
  const caps: AimCap[] = [];
  for (const objective of aims) {
    const { model, variables } = formulate(problem, objective, caps);
    problem.pairs.forEach((_, pair) => {
      const column = variables.awarded(pair);
      model.colLower[column] = model.colUpper[column] = awarded.includes(pair) ? 1 : 0;
    });
    const outcome = await engineOfTests.solve(model, limits);
    if (!isSolved(outcome)) return undefined;
    caps.push({ objective, most: outcome.value + 1e-9 });
  }
  return { shortfall: caps[0]!.most, cost: caps[1]!.most };
}

test('a schedule of awards is the best of the whole model with them, in both aims', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.nat(127), fc.constantFrom(1e-3, 10, 1e5), async (document, bits, premium) => {
      const problem = planningProblem(await parsed(document));
      const awarded = [...problem.pairs.keys()].filter((pair) => (bits >> pair) & 1);
      const best = await byTheWholeModel(problem, awarded);
      const found = await scheduleAwarded(problem, engineOfTests, awarded, { floor: 1e-8, premium });
      expect(found === undefined).toBe(best === undefined);
      if (!found || !best) return;
      expect(found.shortfall).toBeCloseTo(best.shortfall, 5);
      const room = 1e-5 * Math.max(1, best.cost);
      expect(found.cost).toBeLessThanOrEqual(best.cost + room);
      // Awards without volume are taken back; with all of them the cost is the same.
      if (found.awarded.length === awarded.length) expect(found.cost).toBeGreaterThanOrEqual(best.cost - room);
      for (const pair of found.awarded) expect(awarded).toContain(pair);
      const { values } = lifted(problem, found.solution);
      expect(brokenPart(formulate(problem, aims[1]!).model, values)).toBe(undefined);
    }),
    { seed: seedOf(), numRuns: runs(150) },
  ),
);

/** Ten frames are due in one quarter; each of two firms can weld eight. */
const frames = (rules: Parameters<typeof scenario>[0] = {}) =>
  planningProblem(
    scenario({
      periods: 1,
      demand: [['FRAME', '2026-Q1', 10]],
      routing: [['FRAME', 'welding', 2]],
      capacity: [
        ['S1', 'welding', 16],
        ['S2', 'welding', 16],
      ],
      suppliers: [
        { supplier: 'S1', hourlyRate: 50, onboardingCost: 100 },
        { supplier: 'S2', hourlyRate: 60, onboardingCost: 10 },
      ],
      ...rules,
    }),
  );

const terms = { floor: 1e-8, premium: 1000 };

test('one welder misses two of ten frames, both weld all, the cheaper one first', async () => {
  const problem = frames();
  expect(await scheduleAwarded(problem, engineOfTests, [1], terms)).toMatchObject({ shortfall: 2, cost: 970 });
  // 8 · 100 + 100, and 2 · 120 + 10.
  const both = await scheduleAwarded(problem, engineOfTests, [1, 0], terms);
  expect(both).toMatchObject({ shortfall: 0, cost: 1150, awarded: [0, 1] });
  expect(await scheduleAwarded(problem, engineOfTests, [], terms)).toMatchObject({ shortfall: 10, cost: 0 });
});

test('up to a shortfall that is allowed only cost counts, at the premium', async () => {
  const cheap = await scheduleAwarded(frames(), engineOfTests, [0, 1], { floor: 10, premium: 1 });
  expect(cheap).toMatchObject({ shortfall: 10, cost: 0, awarded: [] });
});

test('awards that are fewer than a rule asks for give no schedule', async () => {
  const problem = frames({ rules: [{ rule: 'source-count', min: 2 }] });
  expect(await scheduleAwarded(problem, engineOfTests, [0], terms)).toBe(undefined);
  expect(await scheduleAwarded(problem, engineOfTests, [0, 1], terms)).toMatchObject({ cost: 1150 });
});

test('limits can be sent to an engine in another thread, where times are sought too', async () => {
  const problem = frames({ periods: 2, rules: [{ rule: 'ramp-rate', max: 0.5, plus: 4 }] });
  const elsewhere: Engine = {
    ...engineOfTests,
    solve: (model, limits, hooks, start) => engineOfTests.solve(model, structuredClone(limits), hooks, start),
  };
  expect((await scheduleAwarded(problem, elsewhere, [0, 1], terms))?.shortfall).toBeCloseTo(0, 6);
});
