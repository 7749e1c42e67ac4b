import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { planScenario } from '../../../src/services/plan-scenario.ts';
import type { Engine } from '../../../src/services/ports.ts';
import { verifyPlan } from '../../../src/services/verify-plan.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { scenario } from '../../support/scenario-builder.ts';

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

  test('the time-line keeps what improves, and ends with the aims of the plan', async () => {
    const engine: Engine = {
      ...highs,
      solve: (model, limits, hooks, start) => {
        for (const incumbent of [null, 9, 9, 8, 9]) hooks?.progress?.({ incumbent, bound: null, seconds: 0 });
        return highs.solve(model, limits, { ...hooks, progress: () => {} }, start);
      },
    };
    const { timeline, plan: made } = await plan(engine);
    const ofShortfall = timeline.filter(({ aim }) => aim === 'shortfall').map(({ value }) => value);
    expect(ofShortfall).toEqual([9, 8, 0]);
    const cost = made.aims.at(-1)!;
    expect(timeline.filter(({ aim }) => aim === 'cost').slice(-2)).toMatchObject([
      { kind: 'plan', value: cost.value, gap: 0 },
      { kind: 'bound', value: cost.bound, gap: 0 },
    ]);
  });

  test('times come from the clock that it is given', async () => {
    const { seconds } = await plan(highs);
    expect(seconds.verify).toBe(1);
    expect(seconds.solve).toBeGreaterThanOrEqual(1);
  });
});
