import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { type PlanInput, planScenario, refusalOf } from '../../../solver/plan.ts';
import { KERNEL_ABOVE, strategyFor } from '../../../solver/strategies/index.ts';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { productionColumns } from '../../../solver/strategies/production-columns.ts';
import type { Strategy } from '../../../solver/strategies/strategy.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

describe('the strategy of a solve', () => {
  test('is the one that is wanted, whatever the size', () => {
    expect(strategyFor(1e9, 'monolithic', 'capped')).toBe(monolithic);
    expect(strategyFor(1, 'kernel', 'roomy')).toBe(kernel);
  });

  test.each(['roomy', 'capped'] as const)('is by size where memory is %s', (runtime) => {
    expect(strategyFor(KERNEL_ABOVE[runtime], undefined, runtime)).toBe(monolithic);
    expect(strategyFor(KERNEL_ABOVE[runtime] + 1, undefined, runtime)).toBe(kernel);
  });

  test('is chosen by the pairs and the periods in which they are available', () => {
    const pairs = [{ available: [false, true, true] }, { available: [false, false, true] }] as never;
    expect(productionColumns({ pairs })).toBe(3);
  });

  test('refuses what its engine does not take, and nothing else does', async () => {
    const scenario = await parsed(twoWelders());
    const engine = { ...engineOfTests, refuses: () => 'too large' };
    expect(refusalOf({ scenario, engine, strategy: 'monolithic' })).toBe('too large');
    expect(refusalOf({ scenario, engine: engineOfTests })).toBeUndefined();
  });
});

describe('a plan to start from', () => {
  async function given(change: Partial<PlanInput>) {
    const scenario = await parsed(twoWelders());
    const seen: (Plan | undefined)[] = [];
    const strategy: Strategy = {
      name: 'monolithic',
      decide: (problem, engine, hooks, parent) => {
        seen.push(parent);
        return monolithic.decide(problem, engine, hooks, parent);
      },
    };
    const hooks = { now: () => performance.now() };
    const sha256 = await scenarioSha256(scenario);
    const plan = await planScenario({ scenario, sha256, engine: engineOfTests, strategy, hooks, ...change });
    return { seen, plan };
  }

  test('is handed to the strategy', async () => {
    const parent = await planSmall(await parsed(twoWelders()));
    expect((await given({ parent })).seen).toEqual([parent]);
    expect((await given({})).seen).toEqual([undefined]);
  });

  test('that is the same gives the same plan', async () => {
    const parent = await planSmall(await parsed(twoWelders()));
    const [one, other] = [await given({ parent }), await given({ parent })];
    expect(one.plan.digest).toBe(other.plan.digest);
  });
});
