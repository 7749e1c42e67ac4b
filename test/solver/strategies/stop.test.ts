import { expect, test } from 'vitest';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import type { Engine } from '../../../solver/engines/engine.ts';
import { planScenario } from '../../../solver/plan.ts';
import { monolithicFrom } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed } from '../../support/plan-small.ts';
import { scenario } from '../../support/scenario-builder.ts';

/** Forty frames are due, eight can be made in each of two quarters at each of two firms. */
const short = scenario({
  ...{ name: 'short', periods: 2, demand: [['FRAME', '2026-Q2', 40]] },
  ...{ routing: [['FRAME', 'welding', 10]] },
  capacity: [
    ['S1', 'welding', 80],
    ['S2', 'welding', 80],
  ],
});

/** The plan, with the kinds of solve before and after a stop, which comes at the end of solve number `at`. */
async function stoppedAfter(at: number) {
  const stop = new Int32Array(1);
  const before: string[] = [];
  const after: string[] = [];
  const engine: Engine = {
    ...engineOfTests,
    async solve(model, limits, hooks, start) {
      const integers = model.columns.at(-1)?.startsWith('slack|') ? 'first plan' : 'search';
      (stop[0] ? after : before).push(model.integer.includes(1) ? integers : 'LP');
      const outcome = await engineOfTests.solve(model, limits, hooks, start);
      if (before.length === at) stop[0] = 1;
      return outcome;
    },
  };
  const stated = await parsed(short);
  const sha256 = await scenarioSha256(stated);
  const hooks = { now: () => performance.now(), stop };
  const plan = await planScenario({ scenario: stated, sha256, engine, hooks, strategy: monolithicFrom(0) });
  expect((await verifyPlan(stated, plan)).holds).toBe(true);
  return { plan, before, after };
}

test('after a stop in the search for a first plan, no LP is solved but those of the quantities', async () => {
  const { plan, before, after } = await stoppedAfter(3);
  expect(before).toEqual(['LP', 'LP', 'first plan']);
  expect(after).toEqual(['LP', 'LP']);
  expect(plan).toMatchObject({ status: 'feasible', limits: { hit: 'interrupt' } });
  expect(plan.aims[0]).toMatchObject({ aim: 'shortfall', value: 8 });
});

test('without a stop the causes of a shortage are analysed by one more LP', async () => {
  const { plan, before } = await stoppedAfter(Number.POSITIVE_INFINITY);
  expect(plan).toMatchObject({ status: 'optimal', limits: { hit: null } });
  expect(before.filter((kind) => kind === 'LP')).toHaveLength(2 + 2 + 2 + 1);
});

test('a stop when all is decided comes too late: the plan is the one without it', async () => {
  const { plan } = await stoppedAfter(Number.POSITIVE_INFINITY);
  const late = await stoppedAfter(6);
  expect(late.before.at(-1)).toBe('search');
  expect(late.plan).toEqual(plan);
});
