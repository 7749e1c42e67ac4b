import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { planDigest } from '../../../scenarios/wire/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { engineOfTests } from '../../support/highs.ts';
import { inRegions, underOutages, withOutages } from '../../support/outages.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

const TIMEOUT = 10 * 60_000;

const stated = fc.record({
  rule: fc.constant('survive-outage' as const),
  domains: fc.constantFrom(['supplier'] as const, ['group'] as const, ['supplier', 'region', 'tag'] as const),
  serviceLevel: fc.constantFrom(0.5, 0.9, 1),
  timeToRecover: fc.constantFrom(1, 2, 3),
  surge: fc.constantFrom(0, 0.25),
  losses: fc.constantFrom(1 as const, 2 as const),
  requalification: fc.boolean(),
});

const told = async (scenario: Scenario, plan: Plan) =>
  (await verifyPlan(scenario, plan, engineOfTests)).violations.map(({ check, message }) => `${check}: ${message}`);

test(
  'what random plans leave unprotected is what the check finds, outage by outage',
  async () => {
    let unprotected = 0;
    let planned = 0;
    await fc.assert(
      fc.asyncProperty(smallScenario, fc.array(stated, { minLength: 1, maxLength: 2 }), async (drawn, rules) => {
        const scenario = inRegions(await parsed(drawn));
        const plan = await planSmall(scenario);
        if (plan.status !== 'optimal' && plan.status !== 'feasible') return;
        const under = withOutages(
          scenario,
          rules.map((rule, at) => ({ ...rule, id: `outage-${at}` })),
        );
        const whole = await underOutages(under, plan);
        expect(await told(under, whole)).toEqual([]);
        planned += 1;
        if (whole.robustness.assessed) unprotected += whole.robustness.unprotected.length;
      }),
      { numRuns: runs(40), seed: seedOf() },
    );
    expect(planned).toBeGreaterThan(20);
    expect(unprotected).toBeGreaterThan(20);
  },
  TIMEOUT,
);

test(
  'what random plans that are to survive say of their outages is what the check finds',
  async () => {
    let protectedBy = 0;
    await fc.assert(
      fc.asyncProperty(smallScenario, stated, async (drawn, rule) => {
        const scenario = inRegions(await parsed(drawn));
        const plan = await planSmall(withOutages(scenario, [{ ...rule, id: 'outage' }]));
        if (!plan.robustness.assessed) return;
        expect(await told(withOutages(scenario, [{ ...rule, id: 'outage' }]), plan)).toEqual([]);
        protectedBy += plan.robustness.entered;
      }),
      { numRuns: runs(40), seed: seedOf() },
    );
    expect(protectedBy).toBeGreaterThan(20);
  },
  TIMEOUT,
);

describe('a plan that says something else of its outages', async () => {
  const shop = twoWelders({
    capacity: [
      ['S1', 'welding', 12],
      ['S2', 'welding', 40],
    ],
  });
  const under = withOutages(shop, [{ rule: 'survive-outage', id: 'out', domains: ['supplier'], timeToRecover: 1 }]);
  const plan = await underOutages(under, await planSmall(shop));
  const bent = async (change: (robustness: Plan['robustness'] & { assessed: true }) => Partial<Plan>) => {
    if (!plan.robustness.assessed) throw new Error('nothing was assessed');
    const changed = { ...plan, ...change(plan.robustness) };
    return told(under, { ...changed, digest: await planDigest(changed) });
  };

  test('holds as it is', async () => {
    expect(plan.robustness).toMatchObject({ assessed: true, outages: 4 });
    expect(await told(under, plan)).toEqual([]);
  });

  test('leaves rows out', async () => {
    expect(await bent((robustness) => ({ robustness: { ...robustness, unprotected: [] } }))).toEqual(
      expect.arrayContaining([expect.stringContaining('unprotected at least, the plan says 0')]),
    );
  });

  test('counts other outages', async () => {
    expect(await bent((robustness) => ({ robustness: { ...robustness, outages: 5 } }))).toEqual([
      'survive-outage: number of outages is 5, expected 4',
    ]);
  });

  test('says that more entered than there are', async () => {
    expect(await bent((robustness) => ({ robustness: { ...robustness, entered: 9 } }))).toEqual([
      'survive-outage: 9 outages entered the search, expected a whole number from 0 to 4',
    ]);
  });

  test('says that none was assessed', async () => {
    expect(await bent(() => ({ robustness: { assessed: false } }))).toEqual([
      'survive-outage: robustness is not assessed, expected assessed',
    ]);
  });

  test('is believed where nothing can be solved, and that is told', async () => {
    const { holds, claimed } = await verifyPlan(under, plan);
    expect(holds).toBe(true);
    expect(claimed).toContainEqual(expect.stringContaining('what outages leave unprotected is claimed'));
  });
});
