import { expect } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic, monolithicFrom } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { oracle } from './oracle/oracle.ts';
import { toNumber } from './oracle/rational.ts';
import { planSmall } from './plan-small.ts';

/** By every strategy the shortfall and cost of the oracle, and a plan that holds; the plan of the whole model at once. */
export async function plannedLikeOracle(
  stated: Scenario,
  strategies = [monolithic, monolithicFrom(0), kernel],
): Promise<Plan> {
  const answer = oracle(stated);
  if (answer.status !== 'optimal') throw new Error('the oracle finds no plan');
  const best = [toNumber(answer.shortfall), toNumber(answer.cost)];
  const plans: Plan[] = [];
  for (const strategy of strategies) {
    const plan = await planSmall(stated, strategy);
    expect(plan.aims.map(({ value }) => value)).toEqual(best.map((value) => expect.closeTo(value, 4)));
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    plans.push(plan);
  }
  return plans[0]!;
}
