import { describe, expect, test } from 'vitest';
import type { SurviveOutage } from '../../../scenarios/domain/rule.ts';
import { quantitiesOf } from '../../../solver/answer/quantities.ts';
import { unprotectedOf } from '../../../solver/outages/plan-rows.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { inRounds } from '../../../solver/strategies/outages/in-rounds.ts';
import type { Found } from '../../../solver/strategies/strategy.ts';
import { engineOfTests } from '../../support/highs.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { twoWelders } from '../../support/two-welders.ts';

const rule = (own: Partial<SurviveOutage>) =>
  ({ rule: 'survive-outage', timeToRecover: 1, losses: 1, requalification: false, ...own }) as const;

/** The aims of the plan and who is awarded. */
async function decided(statement: Statement, own: Partial<SurviveOutage> = {}) {
  const problem = planningProblem(twoWelders({ ...statement, rules: [rule(own)] }));
  const found = (await inRounds(monolithic).decide(problem, engineOfTests, { now: () => performance.now() })) as Found;
  const { awarded, problem: planned } = quantitiesOf(problem, found.solution);
  return {
    status: found.status,
    bounds: found.bounds.map(({ bound }) => bound),
    unprotected: unprotectedOf(found.outages!.rules),
    entered: found.outages!.entered,
    awarded: planned.pairs.filter((_, pair) => awarded[pair]).map(({ supplier }) => supplier),
  };
}

describe('ten frames a quarter, eight from each of two welders', () => {
  test.each([
    [0, 4],
    [0.1, 0.8],
    [0.125, 0],
    [0.2, 0],
  ])('a surge of %d leaves %d frames of nine unprotected in four outages', async (surge, left) => {
    const plan = await decided({}, { surge, serviceLevel: 0.9 });
    expect(plan.unprotected).toBeCloseTo(left, 6);
    expect(plan.bounds[1]).toBeCloseTo(left, 6);
    expect(plan.status).toBe('optimal');
  });
});

describe('twelve frames from each, so that one is enough', () => {
  const enough: Statement = {
    capacity: [
      ['S1', 'welding', 24],
      ['S2', 'welding', 24],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50 },
      { supplier: 'S2', hourlyRate: 60, onboardingCost: 1000 },
    ],
  };

  test('without outages the cheaper one makes all of them', async () => {
    expect((await decided(enough, { serviceLevel: 0 })).awarded).toEqual(['S1']);
  });

  test('with outages the other one stands by', async () => {
    const plan = await decided(enough, { serviceLevel: 0.9 });
    expect(plan).toMatchObject({ status: 'optimal', awarded: ['S1', 'S2'], entered: 2 });
    expect(plan.unprotected).toBeCloseTo(0, 6);
    // 20 frames of 2 hours at 50 euro, and the onboarding of who stands by.
    expect(plan.bounds[2]).toBeCloseTo(20 * 2 * 50 + 1000, 4);
  });
});
