import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { type Engine, isSolved } from '../../../../solver/engines/engine.ts';
import { formulate } from '../../../../solver/formulate.ts';
import { brokenPart } from '../../../../solver/model/broken-part.ts';
import { objectiveAt } from '../../../../solver/model/linear-model.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { coarseModel } from '../../../../solver/strategies/kernel/coarse-model.ts';
import { createGroupSearch } from '../../../../solver/strategies/kernel/group-search.ts';
import { packageGroups } from '../../../../solver/strategies/kernel/package-groups.ts';
import { periodBlocks } from '../../../../solver/strategies/kernel/period-blocks.ts';
import { relaxedByParts } from '../../../../solver/strategies/kernel/relaxed-by-parts.ts';
import { usualFlow } from '../../../../solver/strategies/kernel/usual-flow.ts';
import { relaxationOf } from '../../../../solver/strategies/restrict.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

const LIMITS = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The coarse model of a scenario with two blocks, and its point after all parts of at most so many pairs. */
async function relaxed(document: Scenario, most: number, engine: Engine = engineOfTests) {
  const problem = planningProblem(await parsed(document));
  const premium = new Map(problem.packages.map(({ item }) => [item.item, 1000]));
  const stated = formulate(problem, aims[1]!);
  const coarse = coarseModel(problem, stated, usualFlow(problem), periodBlocks(problem, 2), premium);
  const parts = packageGroups(problem, most);
  const values = await relaxedByParts(coarse, createGroupSearch(coarse, engine, {}), parts, () => LIMITS);
  return { problem, coarse, parts, values, value: values && objectiveAt(coarse.model, values) };
}

test('after all parts every row holds, and no point is below the whole relaxation', { timeout: 300_000 }, () => {
  let several = 0;
  return fc
    .assert(
      fc.asyncProperty(smallScenario, fc.integer({ min: 1, max: 3 }), async (document, most) => {
        const { coarse, parts, values, value } = await relaxed(document, most);
        const whole = await engineOfTests.solve(relaxationOf(coarse.model), LIMITS);
        if (!values) return;
        several += parts.length > 1 ? 1 : 0;
        expect(brokenPart(relaxationOf(coarse.model), values)).toBe(undefined);
        if (!isSolved(whole)) throw new Error('a relaxation with a point is infeasible');
        expect(value!).toBeGreaterThan(whole.value - 1e-6 * Math.max(1, Math.abs(whole.value)));
      }),
      { seed: seedOf(), numRuns: runs(100) },
    )
    .then(() => {
      expect(several).toBeGreaterThan(10);
    });
});

test('without rules one part for all is the relaxation itself', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const { coarse, value } = await relaxed({ ...document, rules: [] }, 1000);
      const whole = await engineOfTests.solve(relaxationOf(coarse.model), LIMITS);
      if (!isSolved(whole)) return expect(value).toBe(undefined);
      expect(Math.abs(value! - whole.value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(whole.value)));
    }),
    { seed: seedOf(), numRuns: runs(50) },
  ),
);

/** Six booms and six frames are due; S1 welds either in 2 hours and has 16, S2 is twice as dear and has plenty. */
const boomsAndFrames = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [
      ['BOOM', '2026-Q1', 6],
      ['FRAME', '2026-Q1', 6],
    ],
    routing: [
      ['BOOM', 'welding', 2],
      ['FRAME', 'welding', 2],
    ],
    capacity: [
      ['S1', 'welding', 16],
      ['S2', 'welding', 100],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50 },
      { supplier: 'S2', hourlyRate: 100 },
    ],
    ...statement,
  });

test('a part has the hours that those before it leave', async () => {
  const { coarse, parts, values, value } = await relaxed(boomsAndFrames(), 1);
  expect(parts).toEqual([[0], [1]]);
  const at = (name: string) => values![coarse.model.columns.indexOf(name)];
  // Booms take 12 h of S1; 4 h are left for two frames, and S2 makes the other four.
  expect(at('x|S1|BOOM|1')).toBeCloseTo(6, 9);
  expect(at('x|S1|FRAME|1')).toBeCloseTo(2, 9);
  expect(at('x|S2|FRAME|1')).toBeCloseTo(4, 9);
  expect(value).toBeCloseTo(8 * 100 + 4 * 200, 6);
});

test('what no part can make stays missing, at its premium', async () => {
  const { value } = await relaxed(boomsAndFrames({ capacity: [['S1', 'welding', 16]] }), 1);
  expect(value).toBeCloseTo(8 * 100 + 4 * 1000, 6);
});

test('where a rule asks for more than the first part can give there is no point', async () => {
  const rules: Statement['rules'] = [{ rule: 'member-count', min: 2 }];
  const capacity: Statement['capacity'] = [
    ['S1', 'welding', 16],
    ['S2', 'casting', 16],
  ];
  const routing: Statement['routing'] = [
    ['BOOM', 'welding', 2],
    ['FRAME', 'casting', 2],
  ];
  const { coarse, values } = await relaxed(boomsAndFrames({ rules, capacity, routing }), 1);
  expect(values).toBe(undefined);
  expect((await engineOfTests.solve(relaxationOf(coarse.model), LIMITS)).status).toBe('optimal');
});

test('where the engine gives up there is no point', async () => {
  const silent: Engine = { ...engineOfTests, solve: async () => ({ status: 'infeasible' }) };
  expect((await relaxed(boomsAndFrames(), 1, silent)).values).toBe(undefined);
});
