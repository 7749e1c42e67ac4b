import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { inCases } from '../../support/arbitraries/demand-cases.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { redigested } from '../../support/plan-builder.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { byRounds, plannedByKernel, roundsOnly } from '../../support/planned-by-kernel.ts';
import { sixWelders } from '../../support/six-welders.ts';

const precision = (value: number): number => 1e-6 * Math.max(1, Math.abs(value));

test(
  'by prices and a kernel, with what is left open decided as a whole, a plan for several futures is as good',
  {
    timeout: 30 * 60_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(inCases(smallScenario), async (document) => {
        const scenario = await parsed(document);
        const [whole, byPrices] = [await planSmall(scenario), await planSmall(scenario, kernel)];
        expect((await verifyPlan(scenario, byPrices)).violations).toEqual([]);
        expect(byPrices.status).toBe(whole.status);
        byPrices.aims.forEach(({ value, bound }, at) => {
          expect(Math.abs(value - whole.aims[at]!.value)).toBeLessThan(precision(value));
          expect(bound).toBeLessThan(value + precision(value));
        });
        const rounds = await byRounds(scenario);
        rounds.aims.forEach(({ bound }, at) => {
          const best = whole.aims[at]!.value;
          expect(bound, 'by prices of the cases').toBeLessThan(best + precision(best));
        });
      }),
      { seed: seedOf(), numRuns: runs(4) },
    ),
);

/** Ten frames, or in one future of four fifteen; a gap that rounds of prices and a kernel can reach. */
const inTwoFutures = () =>
  parsed(
    sixWelders({
      demandCases: [
        { name: 'expected', probability: 0.75 },
        { name: 'high', probability: 0.25, factor: 1.5 },
      ],
      solve: { gap: 0.02 },
    }),
  );

test('where nothing is left to an engine whole, prices of each case vouch for the bounds', async () => {
  const scenario = await inTwoFutures();
  const [plan, whole] = [await byRounds(scenario), await planSmall(scenario)];
  const [shortfall, cost] = plan.aims;
  expect([shortfall!.value, shortfall!.bound]).toEqual([0, 0]);
  expect(plan.certificate).toMatchObject({ kind: 'prices-by-case', cases: [{ name: 'expected' }, { name: 'high' }] });
  expect(cost!.bound).toBeGreaterThan(0.8 * whole.aims[1]!.value);
  expect(cost!.bound).toBeLessThan(whole.aims[1]!.value * (1 + 1e-9));
  expect(cost!.value).toBeGreaterThan(whole.aims[1]!.bound * (1 - 1e-9));
});

test('a bound that the prices of the cases do not give is refused', async () => {
  const scenario = await inTwoFutures();
  const plan = await byRounds(scenario);
  const claimed = plan.aims.map((row) => {
    const bound = row.bound + 0.2 * (row.value - row.bound) + 1;
    return row.aim === 'cost' ? { ...row, bound, value: row.value, gap: (row.value - bound) / row.value } : row;
  });
  const found = async (changes: Partial<Plan>) =>
    (await verifyPlan(scenario, await redigested({ ...plan, ...changes }))).violations.map(({ check }) => check);
  expect(await found({ aims: claimed })).toEqual(['price-bounds']);
  const { certificate } = plan;
  if (certificate.kind !== 'prices-by-case') throw new Error('no prices');
  const swapped = { ...certificate, cases: certificate.cases.toReversed() };
  expect(await found({ certificate: swapped })).toEqual(['price-bounds']);
  expect(await found({ certificate: { kind: 'prices', shortfall: null, cost: certificate.cases[0]!.cost } })).toContain(
    'heading',
  );
});

test('a search that is stopped at once leaves a plan for all cases, verified', async () => {
  const scenario = await inTwoFutures();
  const stop = Int32Array.of(0);
  const told: Plan[] = [];
  const plan = await plannedByKernel(scenario, {
    engine: roundsOnly,
    hooks: {
      now: () => performance.now(),
      stop,
      // As soon as the prices of the first case have a plan of it.
      progress: ({ stage }) => void (stage.includes('schedule') && Atomics.store(stop, 0, 1)),
    },
    better: (found) => void told.push(found),
  });
  expect([plan.status, plan.limits.hit]).toEqual(['feasible', 'interrupt']);
  expect(plan.cases).toHaveLength(2);
  expect(told.at(-1)?.aims.map(({ value }) => value)).toEqual(plan.aims.map(({ value }) => value));
  for (const each of told) expect((await verifyPlan(scenario, each)).violations).toEqual([]);
});

test('a plan that is known is a start, with the prices of each case', async () => {
  const scenario = await inTwoFutures();
  const parent = await byRounds(scenario);
  const again = await plannedByKernel(scenario, { engine: roundsOnly, parent });
  expect(again.aims[1]!.value).toBeLessThan(parent.aims[1]!.value * (1 + 1e-9));
});
