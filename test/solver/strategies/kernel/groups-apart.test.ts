import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { type Engine, isSolved } from '../../../../solver/engines/engine.ts';
import { formulate } from '../../../../solver/formulate.ts';
import { brokenPart } from '../../../../solver/model/broken-part.ts';
import { objectiveAt } from '../../../../solver/model/linear-model.ts';
import { rowsByColumn } from '../../../../solver/model/submodel.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { coarseModel } from '../../../../solver/strategies/kernel/coarse-model.ts';
import { createGroupSearch, isWhole } from '../../../../solver/strategies/kernel/group-search.ts';
import { groupsApart } from '../../../../solver/strategies/kernel/groups-apart.ts';
import { packageGroups } from '../../../../solver/strategies/kernel/package-groups.ts';
import { usualFlow } from '../../../../solver/strategies/kernel/usual-flow.ts';
import { relaxationOf } from '../../../../solver/strategies/restrict.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

const LIMITS = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The coarse model of a scenario with one block, its groups of so many pairs at most, and the sets of them. */
function coarseOf(document: Scenario, most = 1) {
  const problem = planningProblem(document);
  const premium = new Map(problem.packages.map(({ item }) => [item.item, 1000]));
  const coarse = coarseModel(problem, formulate(problem, aims[1]!), usualFlow(problem), [1], premium);
  const groups = packageGroups(problem, most);
  return { problem, coarse, groups, sets: groupsApart(coarse, rowsByColumn(coarse.model), groups) };
}

/** Six booms, six frames and six shafts are due; S1 welds, casts and turns, S2 does one of these for more. */
const workshops = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [
      ['BOOM', '2026-Q1', 6],
      ['FRAME', '2026-Q1', 6],
      ['SHAFT', '2026-Q1', 6],
    ],
    routing: [
      ['BOOM', 'welding', 2],
      ['FRAME', 'welding', 2],
      ['SHAFT', 'turning', 2],
    ],
    capacity: [
      ['S1', 'turning', 16],
      ['S1', 'welding', 16],
      ['S2', 'turning', 100],
      ['S3', 'welding', 100],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50, onboardingCost: 500 },
      { supplier: 'S2', hourlyRate: 80, onboardingCost: 100 },
      { supplier: 'S3', hourlyRate: 100, onboardingCost: 100 },
    ],
    ...statement,
  });

/** The sets by the items of their groups. */
function itemsApart(document: Scenario): readonly (readonly string[])[] {
  const { problem, groups, sets } = coarseOf(document);
  const items = (group: number) => groups[group]!.map((at) => problem.packages[at]!.item.item).join('+');
  return sets.map((set) => set.map(items));
}

test('packages of one process wait for each other where a supplier makes both; another process goes beside them', () => {
  expect(itemsApart(workshops())).toEqual([['SHAFT', 'BOOM'], ['FRAME']]);
});

test('without a supplier of both even one process falls apart', () => {
  const quotes: Statement['quotes'] = [
    { supplier: 'S1', item: 'BOOM', unitPrice: 100 },
    { supplier: 'S3', item: 'FRAME', unitPrice: 200 },
    { supplier: 'S2', item: 'SHAFT', unitPrice: 160 },
  ];
  expect(itemsApart(workshops({ eligibility: 'quoted', quotes }))).toEqual([['SHAFT', 'BOOM', 'FRAME']]);
});

test('a rule on members or on the awards of one supplier keeps apart what it speaks of', () => {
  const alone = [['SHAFT'], ['BOOM'], ['FRAME']];
  expect(itemsApart(workshops({ rules: [{ rule: 'member-count', max: 2 }] }))).toEqual(alone);
  const lock: Statement['rules'] = [{ rule: 'lock', supplier: 'S1', award: true }];
  expect(itemsApart(workshops({ rules: lock }))).toEqual(alone);
});

test('a member of two groups that are decided at once is paid for once, and none is left that nobody needs', async () => {
  const { coarse, groups, sets } = coarseOf(workshops());
  const relaxed = await engineOfTests.solve(relaxationOf(coarse.model), LIMITS);
  if (!isSolved(relaxed)) throw new Error(relaxed.status);
  const search = createGroupSearch(coarse, engineOfTests, {});
  let { values } = relaxed;
  for (const set of sets)
    values = await search.decideApart(
      values,
      set.map((at) => groups[at]!),
      () => LIMITS,
    );
  expect(isWhole(coarse.model, values)).toBe(true);
  expect(brokenPart(coarse.model, values)).toBe(undefined);
  const best = await engineOfTests.solve(coarse.model, LIMITS);
  expect(objectiveAt(coarse.model, values)).toBeCloseTo(isSolved(best) ? best.value : Number.NaN, 6);
});

const settings = { seed: seedOf(), numRuns: runs(40) };

/** HiGHS with three threads of which the first asked answers last. */
const three: Engine = {
  ...engineOfTests,
  threads: 3,
  async solve(...asked) {
    await new Promise((done) => setTimeout(done, 3 - (asked[0].columns.length % 3)));
    return engineOfTests.solve(...asked);
  },
};

test('every row keeps holding, a whole point only gets better, and threads change nothing', {
  timeout: 300_000,
}, async () => {
  let several = 0;
  await fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const { coarse, groups, sets } = coarseOf(await parsed(document));
      expect(sets.flat().sort((left, right) => left - right)).toEqual([...groups.keys()]);
      const relaxed = await engineOfTests.solve(relaxationOf(coarse.model), LIMITS);
      if (!isSolved(relaxed)) return;
      const pass = async (engine: Engine) => {
        const search = createGroupSearch(coarse, engine, {});
        let { values } = relaxed;
        // From a relaxation, then from what that left.
        for (const set of [...sets, ...sets]) {
          const before = values;
          values = await search.decideApart(
            values,
            set.map((at) => groups[at]!),
            () => LIMITS,
          );
          expect(brokenPart(relaxationOf(coarse.model), values)).toBe(undefined);
          if (!isWhole(coarse.model, before)) continue;
          expect(isWhole(coarse.model, values)).toBe(true);
          expect(objectiveAt(coarse.model, values)).toBeLessThanOrEqual(objectiveAt(coarse.model, before));
        }
        return values;
      };
      several += sets.length < groups.length ? 1 : 0;
      expect(await pass(three)).toEqual(await pass(engineOfTests));
    }),
    settings,
  );
  expect(several).toBeGreaterThan(settings.numRuns / 40);
});
