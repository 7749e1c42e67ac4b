import { describe, expect, test } from 'vitest';
import { readyPlan } from '../../../../db/repositories/plan-row.ts';
import { scenarioSha256 } from '../../../../scenarios/wire/hash.ts';
import type { Engine } from '../../../../solver/engines/engine.ts';
import { planScenario, refusalOf } from '../../../../solver/plan.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { kernel } from '../../../../solver/strategies/kernel/strategy.ts';
import { MOST_CAPPED, tooLarge } from '../../../../solver/strategies/kernel/too-large.ts';
import { solveDocument } from '../../../../src/services/solve-document.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed } from '../../../support/plan-small.ts';
import { twoWelders } from '../../../support/two-welders.ts';

const CAPPED: Engine = { ...engineOfTests, memory: 96 * 2 ** 20 };

/** An engine with memory for so many solves and no more. */
function exhausted(solves: number): Engine {
  let done = 0;
  return {
    ...CAPPED,
    async solve(...asked) {
      done += 1;
      if (done <= solves) return engineOfTests.solve(...asked);
      return { status: 'undecided', limit: 'engine', reason: 'no memory' };
    },
  };
}

async function plannedBy(engine: Engine) {
  const scenario = await parsed(twoWelders({ solve: { timeLimit: 3600, gap: 0 } }));
  const hooks = { now: () => performance.now() };
  return planScenario({ scenario, sha256: await scenarioSha256(scenario), engine, strategy: kernel, hooks });
}

describe('the kernel strategy where memory is short', () => {
  test('says that the engine left it without a plan', async () => {
    expect(await plannedBy(exhausted(0))).toMatchObject({ status: 'unknown', limits: { hit: 'engine' } });
  });

  test('a job without a plan fails with what to do', async () => {
    const scenario = await parsed(twoWelders());
    const document = { document: JSON.stringify(scenario), sha256: await scenarioSha256(scenario) };
    const hooks = { stop: new Int32Array(1), progress: () => undefined, better: () => undefined };
    const solved = await solveDocument({
      ctx: { engines: [exhausted(0)], now: () => performance.now(), ready: readyPlan },
      input: { ...document, ...hooks, settings: { strategy: 'kernel' } },
    });
    expect(solved).toEqual({
      ok: false,
      fault:
        'the engine highs gave up before it had a plan, most often for want of memory, of which a solve has 96 MiB here: plan it with the command line or with a service on Node',
    });
  });

  test('refuses what surely does not fit, and only where memory is capped', async () => {
    const problem = planningProblem(await parsed(twoWelders()));
    const [pair] = problem.pairs;
    const pairsWith = (columns: number) => [{ ...pair!, available: new Array<boolean>(columns).fill(true) }];
    expect(tooLarge({ ...problem, pairs: pairsWith(MOST_CAPPED) }, CAPPED)).toBeUndefined();
    const larger = { ...problem, pairs: pairsWith(MOST_CAPPED + 1) };
    expect(tooLarge(larger, CAPPED)).toMatch(/^the scenario has 400,001 combinations .* at most 400,000 .* Node$/);
    expect(tooLarge(larger, engineOfTests)).toBeUndefined();
    expect(refusalOf({ scenario: problem.scenario, engine: CAPPED, strategy: 'kernel' })).toBeUndefined();
  });
});
