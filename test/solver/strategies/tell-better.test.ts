import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import type { Engine } from '../../../solver/engines/engine.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { weightedRequirement } from '../../../solver/objectives/shortfall.ts';
import { type PlanInput, planScenario } from '../../../solver/plan.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { monolithicFrom } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, runs, seedOf } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';
import { craneYard } from '../checks/crane-yard.ts';

const isWhole = (model: LinearModel): boolean => model.integer.includes(1);

/** The model with nothing delivered. */
const idle = (model: LinearModel): LinearModel => ({
  ...model,
  colUpper: model.colUpper.map((upper, column) => (model.columns[column]!.startsWith('y|') ? 0 : upper)),
});

/** An engine that tells a search of each solve, and counts the solves. */
function counting(engine: Engine = engineOfTests) {
  const solves: { readonly whole: boolean; readonly incumbents: boolean }[] = [];
  const solve: Engine['solve'] = (model, limits, hooks, start) => {
    solves.push({ whole: isWhole(model), incumbents: hooks?.incumbent !== undefined });
    return engine.solve(model, limits, hooks, start);
  };
  return { solves, engine: { ...engine, solve } };
}

/** An engine whose search of the least shortfall first comes across a plan that delivers nothing. */
const idlingFirst: Engine = {
  ...engineOfTests,
  async solve(model, limits, hooks, start) {
    if (isWhole(model) && hooks?.incumbent && !model.rows.includes('aim|shortfall')) {
      const nothing = await engineOfTests.solve(idle(model), limits);
      if ('values' in nothing) hooks.incumbent(nothing.values);
    }
    return engineOfTests.solve(model, limits, hooks, start);
  },
};

/** The plans told on the way, and the plan. */
async function told(scenario: Scenario, input: Partial<PlanInput> = {}, every = 0) {
  const better: Plan[] = [];
  const plan = await planScenario({
    scenario,
    sha256: await scenarioSha256(scenario),
    engine: engineOfTests,
    better: (found) => void better.push(found),
    ...input,
    hooks: { now: () => performance.now(), betterEvery: every, ...input.hooks },
  });
  return { better, plan };
}

/** By how much the aims of a plan are worse than those of another, lexicographically, beyond what an engine can tell apart. */
function worsening(plan: Plan, than: Plan, tolerance = 0): number {
  for (const [at, { value }] of plan.aims.entries()) {
    const difference = value - than.aims[at]!.value;
    const noise = 1e-6 * Math.max(1, Math.abs(value));
    // Within its tolerance the shortfall may rise for the sake of the cost; where it falls, the cost does not count.
    if (difference < -noise || difference > noise + (at === 0 ? tolerance : 0)) return difference;
  }
  return 0;
}

/** What must be true of the plans told on the way to a plan. */
async function expectTold(scenario: Scenario, better: readonly Plan[], plan: Plan, tolerance = 0): Promise<void> {
  for (const [at, found] of better.entries()) {
    expect(await verifyPlan(scenario, found)).toMatchObject({ holds: true, violations: [] });
    expect(found).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
    expect(worsening([...better, plan][at + 1]!, found, tolerance)).toBeLessThanOrEqual(0);
    for (const [aim, { bound }] of found.aims.entries()) {
      expect(bound).toBeLessThanOrEqual(plan.aims[aim]!.value + 1e-6 * Math.max(1, bound) + tolerance);
    }
  }
}

async function tiny(): Promise<Scenario> {
  const read = await readScenarioFolder(await exampleFiles('tiny'));
  if (!read.ok) throw new Error('the example does not read');
  return read.value;
}

describe('plans told while a search goes on', () => {
  test.each([
    ['the tiny example', tiny],
    ['a crane yard', async () => craneYard],
    ['two welders', async () => twoWelders()],
  ])('of %s hold, get better and end in the plan that is made when nobody listens', async (_, scenarioOf) => {
    const scenario = await scenarioOf();
    for (const strategy of [monolithicFrom(1e9), monolithicFrom(0)]) {
      const { better, plan } = await told(scenario, { strategy, engine: idlingFirst });
      expect(better.length).toBeGreaterThan(0);
      await expectTold(scenario, better, plan);
      const quiet = await planScenario({
        ...{ scenario, strategy, engine: engineOfTests, sha256: plan.scenario.sha256 },
        hooks: { now: () => performance.now() },
      });
      expect(plan).toEqual(quiet);
    }
  });

  test('of random small scenarios hold and get better', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(smallScenario, fc.boolean(), async (document, inParts) => {
        const scenario = await parsed(document);
        const strategy = monolithicFrom(inParts ? 0 : 1e9);
        const { better, plan } = await told(scenario, { strategy, engine: idlingFirst });
        expect(better.length > 0).toBe(plan.status !== 'infeasible');
        const demand = weightedRequirement(planningProblem(scenario));
        await expectTold(scenario, better, plan, 2 * scenario.policy.shortfallTolerance * demand);
      }),
      { numRuns: runs(25), seed: seedOf() },
    );
  });

  test('begin with one that the search comes across before it has a bound', async () => {
    const { better } = await told(twoWelders(), { engine: idlingFirst });
    expect(better.map(({ aims }) => aims[0]!.value)).toEqual([20, 0]);
    expect(better[0]!.aims[0]).toMatchObject({ bound: 0, gap: 1 });
  });

  test('come no more often than stated, but for the first', async () => {
    const still = { now: () => 0 };
    const first = await told(twoWelders(), { engine: idlingFirst, hooks: still }, 2);
    expect(first.better.map(({ aims }) => aims[0]!.value)).toEqual([20]);
    const never = await told(twoWelders(), { engine: idlingFirst }, Number.POSITIVE_INFINITY);
    expect(never.better).toHaveLength(1);
  });

  test('cost no solve and no callback where nobody listens', async () => {
    const scenario = await tiny();
    const quiet = counting();
    await planScenario({
      ...{ scenario, engine: quiet.engine, sha256: await scenarioSha256(scenario) },
      hooks: { now: () => performance.now() },
    });
    // Two aims, the quantities of both, and the causes of the shortage.
    expect(quiet.solves.map(({ whole }) => whole)).toEqual([true, true, false, false, false]);
    expect(quiet.solves.filter(({ incumbents }) => incumbents)).toEqual([]);
    const heard = counting();
    const { better } = await told(scenario, { engine: heard.engine });
    expect(better).toHaveLength(1);
    // The quantities of the plan told come between the aims; its causes of the shortage need no solve.
    expect(heard.solves.map(({ whole }) => whole)).toEqual([true, false, false, true, false, false, false]);
  });

  test('a stop after the first leaves a plan that is at least as good', async () => {
    for (const strategy of [monolithicFrom(1e9), monolithicFrom(0)]) {
      const stop = new Int32Array(1);
      const engine: Engine = {
        ...engineOfTests,
        solve: async (model, limits, hooks, start) =>
          hooks?.stop?.[0] === 1
            ? { status: 'undecided', limit: 'interrupt', reason: 'stopped' }
            : engineOfTests.solve(model, limits, hooks, start),
      };
      const better: Plan[] = [];
      const { plan } = await told(craneYard, {
        ...{ strategy, engine, hooks: { now: () => performance.now(), stop } },
        better: (found) => {
          better.push(found);
          stop[0] = 1;
        },
      });
      expect(better).toHaveLength(1);
      expect(plan).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
      expect(worsening(plan, better[0]!)).toBeLessThanOrEqual(0);
      expect((await verifyPlan(craneYard, plan)).violations).toEqual([]);
    }
  });
});

describe('a plan told from within a solve', () => {
  /** A search that comes across the best plan, works on until it has been told, and ends with nothing. */
  const forgetful = (heard: Promise<void>): Engine => ({
    ...engineOfTests,
    async solve(model, limits, hooks, start) {
      if (!isWhole(model) || !hooks?.incumbent) return engineOfTests.solve(model, limits, hooks, start);
      const best = await engineOfTests.solve(model, limits);
      if ('values' in best) hooks.incumbent(best.values);
      await heard;
      return { status: 'undecided', limit: 'time', reason: 'out of time' };
    },
  });

  test('is told while the solve goes on, and stands where the time ends it without an answer', async () => {
    let hear = (): void => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const better: Plan[] = [];
    const { plan } = await told(twoWelders(), {
      engine: forgetful(heard),
      better: (found) => {
        better.push(found);
        hear();
      },
    });
    expect(better.map(({ aims }) => aims[0]!.value)).toEqual([0]);
    expect(plan).toMatchObject({ status: 'feasible', limits: { hit: 'time' } });
    expect(worsening(plan, better[0]!)).toBe(0);
    expect((await verifyPlan(twoWelders(), plan)).violations).toEqual([]);
  });

  test('is not told where its values break the model', async () => {
    const wild: Engine = {
      ...engineOfTests,
      solve: (model, limits, hooks, start) => {
        hooks?.incumbent?.(new Float64Array(model.columns.length).fill(-1));
        hooks?.incumbent?.(new Float64Array(model.columns.length).fill(Number.NaN));
        return engineOfTests.solve(model, limits, hooks, start);
      },
    };
    const { better, plan } = await told(twoWelders(), { engine: wild });
    expect(better.length).toBeGreaterThan(0);
    await expectTold(twoWelders(), better, plan);
  });

  test('an error of the listener ends the search with that error', async () => {
    const better = () => {
      throw new Error('nobody at home');
    };
    await expect(told(twoWelders(), { engine: idlingFirst, better })).rejects.toThrow('nobody at home');
  });
});
