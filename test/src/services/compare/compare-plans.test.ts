import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputChanges } from '../../../../scenarios/compare/input-changes.ts';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { changedScenario } from '../../../../solver/explain/changed-scenario.ts';
import { comparePlans } from '../../../../src/services/compare/compare-plans.ts';
import { madeIn, movesBetween } from '../../../../src/services/compare/moves.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, planSmall, runs, seedOf } from '../../../support/plan-small.ts';
import { twoWelders } from '../../../support/two-welders.ts';

const ctx = { engine: engineOfTests, now: () => performance.now() };

const compared = async (before: Scenario, after: Scenario, seconds = 60) => {
  const named = async (name: string, scenario: Scenario) => ({ name, scenario, plan: await planSmall(scenario) });
  const plans = [await named('before', before), await named('after', after)];
  return { plans, comparison: await comparePlans({ ctx, input: { plans, seconds } }) };
};

describe('two welders, eight frames of ten each', () => {
  const before = twoWelders({ suppliers: [{ supplier: 'S1', hourlyRate: 40 }, { supplier: 'S2' }] });

  test('a cut of the cheap one’s hours moves frames, and is told as the cause; another change is not', async () => {
    const after: Scenario = {
      ...(await parsed(before)),
      capacity: [
        { supplier: 'S1', process: 'welding', hoursPerPeriod: 12 },
        { supplier: 'S2', process: 'welding', hoursPerPeriod: 18 },
      ],
    };
    const { comparison } = await compared(await parsed(before), after);
    expect(comparison.differences[0]!.moves).toEqual([
      {
        ...{ item: 'FRAME', from: 'S1', to: 'S2', share: expect.closeTo(4 / 20, 9), quantity: expect.closeTo(4, 6) },
        causes: ['capacity of S1, welding: hoursPerPeriod from 16 to 12'],
      },
    ]);
    expect(comparison.differences[0]!.changes).toHaveLength(2);
    expect(comparison.figures.map(({ figure }) => figure)).toContain('production');
    expect(comparison.figures.map(({ figure }) => figure)).not.toContain('members');
  });

  test('equal plans differ in nothing', async () => {
    const same = await parsed(before);
    const { comparison } = await compared(same, same);
    expect(comparison.figures).toEqual([]);
    expect(comparison.differences[0]).toMatchObject({ joined: [], left: [], moves: [], changes: [], untried: [] });
  });

  test('without time no cause is sought, and none is denied', async () => {
    const after = await parsed(twoWelders({ suppliers: [{ supplier: 'S1', hourlyRate: 70 }, { supplier: 'S2' }] }));
    const { comparison } = await compared(await parsed(before), after, 0);
    expect(comparison.differences[0]!.moves.length).toBeGreaterThan(0);
    for (const move of comparison.differences[0]!.moves) expect(move).not.toHaveProperty('causes');
  });
});

/** A scenario with a few of its figures changed. */
const pair = fc
  .record({
    document: smallScenario,
    hours: fc.constantFrom(0.5, 1, 1.5),
    rate: fc.constantFrom(0.5, 1, 2),
    firm: fc.nat({ max: 3 }),
    quantity: fc.constantFrom(1, 1.5),
  })
  .map(({ document, hours, rate, firm, quantity }) => ({
    before: document,
    after: {
      ...document,
      capacity: document.capacity.map((row, at) =>
        at % 2 === 0 ? { ...row, hoursPerPeriod: row.hoursPerPeriod * hours } : row,
      ),
      suppliers: document.suppliers.map((row, at) =>
        at === firm && row.hourlyRate !== undefined ? { ...row, hourlyRate: row.hourlyRate * rate } : row,
      ),
      demand: document.demand.map((row) => ({ ...row, quantity: row.quantity * quantity })),
    },
  }));

/** How much more of an item a firm makes in a plan than in another. */
const moreMade = (plan: Plan, than: Plan, item: string, supplier: string): number =>
  (madeIn(plan).get(item)?.get(supplier) ?? 0) - (madeIn(than).get(item)?.get(supplier) ?? 0);

test('every cause that is told is one: planned without it, both ends of the move stand where they stood', {
  timeout: 300_000,
}, async () => {
  let [told, withCause] = [0, 0];
  await fc.assert(
    fc.asyncProperty(pair, async ({ before, after }) => {
      const [from, to] = [await parsed(before), await parsed(after)];
      const { plans, comparison } = await compared(from, to);
      if (plans.some(({ plan }) => plan.status !== 'optimal')) return;
      const changes = new Map(inputChanges(from, to).map((change) => [change.words, change]));
      for (const move of comparison.differences[0]!.moves) {
        told += 1;
        if (move.causes!.length > 0) withCause += 1;
        for (const words of move.causes!) {
          const stated = await changedScenario(to, changes.get(words)!.undo);
          if (!stated.ok) throw new Error('a cause that is no scenario was told');
          const plan = await planSmall(stated.value);
          const room = 0.1 * move.quantity + 1e-6;
          // A plan as good may make it elsewhere: then the cost of both tells that nothing is lost by it.
          const isBack =
            (move.from === null || moreMade(plan, plans[0]!.plan, move.item, move.from) >= -room) &&
            (move.to === null || moreMade(plan, plans[0]!.plan, move.item, move.to) <= room);
          expect(isBack, `${words} undoes ${JSON.stringify(move)}`).toBe(true);
        }
      }
    }),
    { numRuns: runs(60), seed: seedOf() },
  );
  expect(told).toBeGreaterThan(15);
  expect(withCause).toBeGreaterThan(5);
});

test('moves add up to what each firm makes more or less', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async ({ before, after }) => {
      const [was, is] = [await planSmall(await parsed(before)), await planSmall(await parsed(after))];
      const sums = new Map<string, number>();
      const add = (item: string, supplier: string | null, quantity: number) => {
        if (supplier === null) return;
        const key = JSON.stringify([item, supplier]);
        sums.set(key, (sums.get(key) ?? 0) + quantity);
      };
      for (const { item, from, to, quantity } of movesBetween(was, is)) {
        add(item, from, -quantity);
        add(item, to, quantity);
      }
      for (const [key, sum] of sums) {
        const [item, supplier] = JSON.parse(key) as [string, string];
        const all = [...(madeIn(was).get(item)?.values() ?? []), ...(madeIn(is).get(item)?.values() ?? [])];
        // Moves of less than a hundredth of an item are not told.
        const room = 0.01 * all.reduce((total, own) => total + own, 0) * all.length + 1e-6;
        expect(Math.abs(sum - moreMade(is, was, item, supplier))).toBeLessThanOrEqual(room);
      }
    }),
    { numRuns: 40, seed: seedOf() },
  );
});
