import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { type Engine, isSolved } from '../../../../solver/engines/engine.ts';
import { formulate } from '../../../../solver/formulate.ts';
import { brokenPart } from '../../../../solver/model/broken-part.ts';
import { objectiveAt } from '../../../../solver/model/linear-model.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { type CoarseModel, coarseModel } from '../../../../solver/strategies/kernel/coarse-model.ts';
import { createGroupSearch, isWhole } from '../../../../solver/strategies/kernel/group-search.ts';
import { packageGroups } from '../../../../solver/strategies/kernel/package-groups.ts';
import { periodBlocks } from '../../../../solver/strategies/kernel/period-blocks.ts';
import { usualFlow } from '../../../../solver/strategies/kernel/usual-flow.ts';
import { relaxationOf } from '../../../../solver/strategies/restrict.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

async function coarseOf(document: Scenario): Promise<{ coarse: CoarseModel; groups: readonly (readonly number[])[] }> {
  const problem = planningProblem(await parsed(document));
  const premium = new Map(problem.packages.map(({ item }) => [item.item, 1000]));
  const stated = formulate(problem, aims[1]!);
  const coarse = coarseModel(problem, stated, usualFlow(problem), periodBlocks(problem, 2), premium);
  return { coarse, groups: packageGroups(problem, 2) };
}

const settings = { seed: seedOf(), numRuns: runs(100) };

/** A point at which rows and bounds hold, whole or not. */
const expectRows = ({ model }: CoarseModel, values: Float64Array) =>
  expect(brokenPart(relaxationOf(model), values)).toBe(undefined);

test(
  'from a relaxation every row keeps holding group by group, and what was whole stays so',
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, async (document) => {
        const { coarse, groups } = await coarseOf(document);
        const relaxed = await engineOfTests.solve(relaxationOf(coarse.model), limits);
        if (!isSolved(relaxed)) return;
        const search = createGroupSearch(coarse, engineOfTests, {});
        let { values } = relaxed;
        for (const group of groups) {
          const wasWhole = isWhole(coarse.model, values);
          values = await search.decide(values, group, limits);
          expectRows(coarse, values);
          if (wasWhole) expect(isWhole(coarse.model, values)).toBe(true);
        }
        // No relaxation is above a whole point.
        expect(objectiveAt(coarse.model, values)).toBeGreaterThan(relaxed.value - 1e-6 * Math.max(1, relaxed.value));
      }),
      settings,
    ),
);

test('without rules that packages share, a pass from a relaxation ends whole', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const { coarse, groups } = await coarseOf({ ...document, rules: [] });
      const relaxed = await engineOfTests.solve(relaxationOf(coarse.model), limits);
      if (!isSolved(relaxed)) return;
      const search = createGroupSearch(coarse, engineOfTests, {});
      let { values } = relaxed;
      for (const group of groups) values = await search.decide(values, group, limits);
      expect(isWhole(coarse.model, values)).toBe(true);
      expect(brokenPart(coarse.model, values)).toBe(undefined);
    }),
    settings,
  ),
);

test('a whole point only gets better, and with all packages in one group best', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const { coarse, groups } = await coarseOf(document);
      // Any whole point: with the dearest awards that the rules allow.
      const dear = { ...coarse.model, cost: coarse.model.cost.map((value) => -Math.min(value, 100)), offset: 0 };
      const colUpper = dear.colUpper.map((upper) => Math.min(upper, 1e4));
      const begun = await engineOfTests.solve({ ...dear, colUpper }, limits);
      if (!isSolved(begun)) return;
      const search = createGroupSearch(coarse, engineOfTests, {});
      let values: Float64Array = Float64Array.from(begun.values, (value, column) =>
        coarse.model.integer[column] ? Math.round(value) : value,
      );
      for (const group of groups) {
        const before = objectiveAt(coarse.model, values);
        values = await search.decide(values, group, limits);
        const after = objectiveAt(coarse.model, values);
        expect(after).toBeLessThanOrEqual(before);
        expect(brokenPart(coarse.model, values)).toBe(undefined);
      }
      const best = await engineOfTests.solve(coarse.model, limits);
      const all = await search.decide(values, groups.flat(), limits);
      if (!isSolved(best)) throw new Error('a model with a point is infeasible');
      expect(objectiveAt(coarse.model, all)).toBeCloseTo(best.value, 4);
    }),
    settings,
  ),
);

test('from a whole point the engine is told at what value enough is saved, from fractions it is not', async () => {
  const { coarse, groups } = await coarseOf(fc.sample(smallScenario, { seed: 3, numRuns: 1 })[0]!);
  const targets: (number | undefined)[] = [];
  const listening: Engine = {
    ...engineOfTests,
    solve: async (_, { target }) => {
      targets.push(target);
      return { status: 'infeasible' };
    },
  };
  const search = createGroupSearch(coarse, listening, {});
  const whole = new Float64Array(coarse.model.columns.length);
  await search.decide(whole, groups[0]!, limits, 25);
  await search.decide(whole, groups[0]!, limits);
  await search.decide(
    whole.map(() => 0.5),
    groups[0]!,
    limits,
    25,
  );
  expect(targets).toEqual([objectiveAt(coarse.model, whole) - 25, undefined, undefined]);
});

test('where the engine finds nothing, the point stays', async () => {
  const { coarse, groups } = await coarseOf(fc.sample(smallScenario, { seed: 3, numRuns: 1 })[0]!);
  const silent: Engine = { ...engineOfTests, solve: async () => ({ status: 'infeasible' }) };
  const values = new Float64Array(coarse.model.columns.length).fill(0.5);
  expect(await createGroupSearch(coarse, silent, {}).decide(values, groups[0]!, limits)).toBe(values);
});
