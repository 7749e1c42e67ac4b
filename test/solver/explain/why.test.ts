import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { createTrials } from '../../../solver/explain/trials.ts';
import { whyMembers } from '../../../solver/explain/why.ts';
import { engineOfTests } from '../../support/highs.ts';
import { planSmall } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

const welders = twoWelders();

async function whyWith(alter: (plan: Plan) => Plan) {
  const ports = {
    engine: engineOfTests,
    now: () => 0,
    plan: async (changed: typeof welders) => alter(await planSmall(changed)),
  };
  const trials = createTrials(welders, await planSmall(welders), ports, { seconds: 600, work: null });
  return { why: await whyMembers(trials), untried: [...trials.record.untried] };
}

test('what a firm makes is what nobody makes without it, where the other one is full', async () => {
  const { why, untried } = await whyWith((plan) => plan);
  expect(why.map(({ supplier, items }) => [supplier, items.map(({ item }) => item)])).toEqual([
    ['S1', ['FRAME']],
    ['S2', ['FRAME']],
  ]);
  expect(why.every(({ items }) => items[0]!.missing > 0)).toBe(true);
  expect(untried).toEqual([]);
});

test('where no plan without a firm is found in time, nothing is said of who makes its items', async () => {
  const unknown = (plan: Plan): Plan => ({ ...plan, status: 'unknown', aims: [], awards: [], production: [] });
  const { why, untried } = await whyWith(unknown);
  expect(why).toEqual([]);
  expect(untried).toEqual(['the plan without S1', 'the plan without S2']);
});
