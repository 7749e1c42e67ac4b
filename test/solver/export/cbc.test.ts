import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import type { EngineLimits } from '../../../solver/engines/engine.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import { lastAimOf } from '../../../solver/export/last-aim.ts';
import { mpsText } from '../../../solver/export/mps.ts';
import { smallLp, smallMip } from '../../support/arbitraries/linear-model.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { hasCbc, solveByCbc } from '../../support/cbc.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const seed = seedOf();
const javascript = createJavascriptLpSolverEngine(() => performance.now());
const exact: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };
const clock = { now: () => performance.now() };

const near = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(right));

/** The exported model's optimum by CBC and the plan's cost. */
async function both(scenario: Scenario): Promise<{ readonly cbc: number; readonly plan: number } | 'infeasible'> {
  const exported = await lastAimOf(scenario, engineOfTests, clock);
  const plan = await planSmall(scenario);
  if (exported.status === 'infeasible') {
    expect(plan.status).toBe('infeasible');
    return 'infeasible';
  }
  if (exported.status !== 'ready') throw new Error(exported.status);
  const answer = await solveByCbc(mpsText(exported.model, scenario.name));
  expect(answer.status).toBe('optimal');
  return { cbc: answer.value, plan: plan.aims.at(-1)!.value };
}

describe.skipIf(!hasCbc())('CBC finds in an exported model what Gilde finds', () => {
  test('in the example tiny: € 70,130', async () => {
    const read = await readScenarioFolder(exampleFiles('tiny'));
    if (!read.ok) throw new Error('the example tiny has problems');
    expect(await both(read.value)).toEqual({ cbc: 70130, plan: 70130 });
  });

  test('in random scenarios with every rule', { timeout: 10 * 60_000 }, async () => {
    let plans = 0;
    const check = async (document: Scenario): Promise<void> => {
      const found = await both(await parsed(document));
      if (found === 'infeasible') return;
      plans += 1;
      expect(near(found.cbc, found.plan), `CBC ${found.cbc}, Gilde ${found.plan}`).toBe(true);
    };
    await fc.assert(fc.asyncProperty(smallScenario, check), { seed, numRuns: runs(50), endOnFailure: true });
    expect(plans).toBeGreaterThanOrEqual(30);
  });

  test('in random models with ranges, free and negative columns and an offset', { timeout: 10 * 60_000 }, async () => {
    const check = async (model: Parameters<typeof mpsText>[0]): Promise<void> => {
      const ours = await javascript.solve(model, exact);
      if (ours.status !== 'optimal' && ours.status !== 'infeasible') return;
      const answer = await solveByCbc(mpsText(model, 'random'));
      expect(answer.status).toBe(ours.status);
      if (ours.status === 'optimal')
        expect(near(answer.value, ours.value), `${answer.value}, ${ours.value}`).toBe(true);
    };
    await fc.assert(fc.asyncProperty(fc.oneof(smallLp, smallMip), check), {
      seed,
      numRuns: runs(100),
      endOnFailure: true,
    });
  });
});
