import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { KindStress } from '../../../scenarios/domain/stress.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { type Enumerated, everyLoss, stressed } from '../../support/stress.ts';

const TIMEOUT = 30 * 60_000;

const asked = fc.record({
  target: fc.constantFrom(0.2, 0.5, 0.9, 1),
  timeToRecover: fc.constantFrom(1, 2, 3),
  surge: fc.constantFrom(0, 0.25, 3),
  requalification: fc.boolean(),
});

/** More sources of what there is: each twice, and by firms that stand by; two regions, and tags that overlap. */
const withSources = (scenario: Scenario): Scenario => ({
  ...scenario,
  suppliers: scenario.suppliers.map((firm, at) => ({
    ...firm,
    ...(at !== 2 && { region: at % 2 === 0 ? 'NL221' : 'NL326' }),
    tags: [...new Set([...firm.tags, ...(at % 2 === 0 ? ['grid'] : []), ...(at > 0 ? ['river'] : [])])].sort(),
  })),
});

const planned = async (drawn: Scenario): Promise<{ scenario: Scenario; plan: Plan } | null> => {
  const scenario = withSources(await parsed(drawn));
  const plan = await planSmall(scenario);
  return plan.status === 'optimal' || plan.status === 'feasible' ? { scenario, plan } : null;
};

/** A search that is over is as good as the enumeration of all sets. */
function compare(found: KindStress, every: Enumerated): void {
  expect(found).toMatchObject({ domains: every.domains, size: every.size, proof: 'exact' });
  expect(found.atLeast).toBe(every.size ?? every.domains + 1);
  for (const { losses, from } of [...(found.smallest ? [found.smallest] : []), ...found.others])
    expect(every.sets).toContainEqual({ losses, from });
  const inAll = every.sets[0]?.losses.filter((name) => every.sets.every(({ losses }) => losses.includes(name)));
  if (found.smallest) expect(found.critical).toEqual(inAll);
  for (const { from, size, atLeast } of found.windows) {
    const own = every.byPeriod.get(from)!;
    expect(atLeast).toBeLessThanOrEqual(own ?? every.domains + 1);
    if (size !== null) expect(size).toBeGreaterThanOrEqual(own ?? Number.POSITIVE_INFINITY);
  }
}

test(
  'the smallest breaking set of random plans is that of all sets enumerated',
  async () => {
    const sizes = new Map<number | null, number>();
    await fc.assert(
      fc.asyncProperty(
        smallScenario,
        asked,
        fc.constantFrom('supplier', 'supplier', 'region', 'tag', 'group'),
        async (drawn, terms, kind) => {
          const made = await planned(drawn);
          if (!made) return;
          const every = await everyLoss(made.scenario, made.plan, kind, terms);
          const { kinds } = await stressed(made.scenario, made.plan, { ...terms, domains: [kind] });
          compare(kinds[0]!, every);
          sizes.set(every.size, (sizes.get(every.size) ?? 0) + 1);
        },
      ),
      { numRuns: runs(150), seed: seedOf(), endOnFailure: true },
    );
    console.log(sizes);
    expect([...sizes.values()].reduce((sum, own) => sum + own, 0)).toBeGreaterThan(100);
    expect(sizes.get(2) ?? 0).toBeGreaterThan(10);
    expect(sizes.get(null) ?? 0).toBeGreaterThan(3);
  },
  TIMEOUT,
);
