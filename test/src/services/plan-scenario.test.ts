import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { planScenario } from '../../../src/services/plan-scenario.ts';
import type { Engine } from '../../../src/services/ports.ts';
import { verifyPlan } from '../../../src/services/verify-plan.ts';
import { scenario } from '../../support/scenario-builder.ts';

const highs = createHighsEngine();
const frames = scenario({
  periods: 2,
  demand: [['FRAME', '2026-Q1', 4]],
  routing: [['FRAME', 'welding', 10]],
  capacity: [['S1', 'welding', 80]],
});

function clock(): () => number {
  let now = 0;
  return () => {
    now += 1000;
    return now;
  };
}

const plan = async (engine: Engine, settings = {}) =>
  planScenario({
    ctx: { engine, now: clock() },
    input: { scenario: frames, sha256: await scenarioSha256(frames), settings },
  });

describe('the service that plans a scenario', () => {
  test('answers with a plan that the service that verifies finds to hold', async () => {
    const planned = await plan(highs);
    expect(planned.plan.status).toBe('optimal');
    expect(planned.verification).toEqual(await verifyPlan({ input: { scenario: frames, plan: planned.plan } }));
    expect(planned.verification.holds).toBe(true);
  });

  test('settings replace those of the scenario in the solve and not in what the plan is of', async () => {
    const asked: number[] = [];
    const engine: Engine = {
      ...highs,
      solve: (model, limits, ...rest) => {
        asked.push(limits.seed);
        return highs.solve(model, limits, ...rest);
      },
    };
    const { plan: made, verification } = await plan(engine, { seed: 42 });
    expect(new Set(asked)).toEqual(new Set([42]));
    expect(made.seed).toBe(42);
    expect(made.scenario.sha256).toBe(await scenarioSha256(frames));
    expect(verification.holds).toBe(true);
  });

  test('tells a better plan only where it holds against the scenario as stated', async () => {
    const told = async (sha256: string) => {
      const plans: Plan[] = [];
      const better = (found: Plan) => void plans.push(found);
      await planScenario({ ctx: { engine: highs, now: clock() }, input: { scenario: frames, sha256, better } });
      return plans;
    };
    const [found] = await told(await scenarioSha256(frames));
    expect(await verifyPlan({ input: { scenario: frames, plan: found! } })).toMatchObject({ holds: true });
    expect(await told('0'.repeat(64))).toEqual([]);
  });

  test('the timeline keeps each change of bound and incumbent once', async () => {
    const engine: Engine = {
      ...highs,
      solve: (model, limits, hooks, start) => {
        for (const incumbent of [null, 9, 9, 8]) hooks?.progress?.({ incumbent, bound: 1, seconds: 0 });
        return highs.solve(model, limits, { ...hooks, progress: () => {} }, start);
      },
    };
    const { timeline } = await plan(engine);
    const seen = timeline.filter(({ aim }) => aim === 'shortfall').map(({ incumbent }) => incumbent);
    expect(seen.slice(0, 3)).toEqual([null, 9, 8]);
  });

  test('times come from the clock that it is given', async () => {
    const { seconds } = await plan(highs);
    expect(seconds.verify).toBe(1);
    expect(seconds.solve).toBeGreaterThanOrEqual(1);
  });
});
