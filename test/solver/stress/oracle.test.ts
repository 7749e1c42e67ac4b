import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { KindStress } from '../../../scenarios/domain/stress.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { manySources } from '../../support/many-sources.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { type Enumerated, everyLoss, stressed } from '../../support/stress.ts';

const TIMEOUT = 30 * 60_000;

const asked = fc.record({
  target: fc.constantFrom(0.2, 0.5, 0.9, 1),
  timeToRecover: fc.constantFrom(1, 2, 3),
  surge: fc.constantFrom(0, 0.25, 3),
  requalification: fc.boolean(),
});

/** Regions, and tags that overlap. */
const inRegions = (scenario: Scenario): Scenario => ({
  ...scenario,
  suppliers: scenario.suppliers.map((firm, at) => ({
    ...firm,
    ...(at !== 2 && { region: at % 2 === 0 ? 'NL221' : 'NL326' }),
    tags: [...new Set([...firm.tags, ...(at % 2 === 0 ? ['grid'] : []), ...(at > 0 ? ['river'] : [])])].sort(),
  })),
});

const planned = async (drawn: Scenario): Promise<{ scenario: Scenario; plan: Plan } | null> => {
  const scenario = await parsed(drawn);
  const plan = await planSmall(scenario);
  return plan.status === 'optimal' || plan.status === 'feasible' ? { scenario, plan } : null;
};

/** A search that is over is as good as the enumeration of all sets. */
function compare(found: KindStress, every: Enumerated): void {
  expect(found).toMatchObject({ domains: every.domains, size: every.size, proof: 'exact' });
  expect(found.atLeast).toBe(every.size ?? every.domains + 1);
  for (const { losses, from, left, products } of [...(found.smallest ? [found.smallest] : []), ...found.others]) {
    expect(every.sets).toContainEqual({ losses, from });
    const least = Math.min(...products.map((row) => row.left / row.planned));
    expect(Math.abs(least - left), `the least share told is ${least}, in all ${left}`).toBeLessThan(1e-5);
  }
  const inAll = every.sets[0]?.losses.filter((name) => every.sets.every(({ losses }) => losses.includes(name)));
  if (found.pivotal) expect(found.pivotal).toEqual(inAll);
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
        fc.oneof(manySources, smallScenario.map(inRegions)),
        asked,
        fc.constantFrom('supplier', 'supplier', 'region', 'tag', 'group'),
        async (drawn, terms, kind) => {
          const made = await planned(drawn);
          if (!made) return;
          const every = await everyLoss(made.scenario, made.plan, kind, terms);
          const { kinds } = await stressed(made.scenario, made.plan, { ...terms, domains: [kind] });
          compare(kinds[0]!, every);
          expect(kinds[0]!.pivotal === null).toBe(every.size === null);
          sizes.set(every.size, (sizes.get(every.size) ?? 0) + 1);
        },
      ),
      { numRuns: runs(200), seed: seedOf(), endOnFailure: true },
    );
    expect([...sizes.values()].reduce((sum, own) => sum + own, 0)).toBeGreaterThan(150);
    for (const [size, least] of [
      [1, 40],
      [2, 20],
      [3, 5],
      [null, 20],
    ] as const)
      expect(sizes.get(size) ?? 0, `sets of ${size}`).toBeGreaterThan(least);
  },
  TIMEOUT,
);

/** Time that is up after so many looks at it. */
const looks = (most: number): (() => number) => {
  let left = most;
  return () => (left-- > 0 ? 60 : 0);
};

test(
  'what is known when time is up is true, whenever that is',
  async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(manySources, asked, fc.constantFrom('supplier', 'tag'), async (drawn, terms, kind) => {
        const made = await planned(drawn);
        if (!made) return;
        const { scenario, plan } = made;
        const every = await everyLoss(scenario, plan, kind, terms);
        const none = every.domains + 1;
        let atLeast = 0;
        for (const most of [0, 2, 4, 8, 16, 32]) {
          const { kinds } = await stressed(scenario, plan, { ...terms, domains: [kind] }, looks(most));
          const found = kinds[0]!;
          expect(found.atLeast).toBeLessThanOrEqual(every.size ?? none);
          expect(found.atLeast).toBeGreaterThanOrEqual(atLeast);
          if (found.size !== null) expect(found.size).toBeGreaterThanOrEqual(every.size!);
          if (found.proof === 'exact') compare(found, every);
          else open += 1;
          if (most === 0) expect(found).toMatchObject({ size: null, atLeast: 1 });
          atLeast = found.atLeast;
        }
      }),
      { numRuns: runs(25), seed: seedOf() },
    );
    expect(open).toBeGreaterThan(15);
  },
  TIMEOUT,
);

test(
  'a higher target never takes more losses to break',
  async () => {
    let fewer = 0;
    await fc.assert(
      fc.asyncProperty(manySources, asked, async (drawn, terms) => {
        const made = await planned(drawn);
        if (!made) return;
        let before = Number.POSITIVE_INFINITY;
        for (const target of [0.1, 0.4, 0.7, 0.95]) {
          const { kinds } = await stressed(made.scenario, made.plan, { ...terms, target, domains: ['supplier'] });
          const size = kinds[0]!.size ?? Number.POSITIVE_INFINITY;
          expect(size).toBeLessThanOrEqual(before);
          if (size < before) fewer += 1;
          before = size;
        }
      }),
      { numRuns: runs(25), seed: seedOf() },
    );
    expect(fewer).toBeGreaterThan(10);
  },
  TIMEOUT,
);
