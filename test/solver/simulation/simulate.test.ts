import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { simulationSchema } from '../../../scenarios/wire/simulation-schema.ts';
import { runHere, simulate } from '../../../solver/simulation/simulate.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { scenario } from '../../support/scenario-builder.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';
import { twoWelders } from '../../support/two-welders.ts';
import { termsWith } from './terms.ts';

const here = { runBatch: runHere, threads: 1 };

async function simulated(stated: Scenario, terms: Parameters<typeof termsWith>[0], running = here) {
  const read = await parsed(stated);
  const plan = await planSmall(read);
  const input = { scenario: read, sha256: await scenarioSha256(read), plan, terms: termsWith(terms), multiples: [2] };
  return simulate(input, running);
}

/** One firm makes all that is due: ten a year for six years; lost a year with probability 0.2 each. */
const single = scenario({
  calendar: { start: '2026', period: 'year', periods: 6 },
  demand: Array.from({ length: 6 }, (_, at) => ['PART', String(2026 + at), 10] as const),
  routing: [['PART', 'milling', 1]],
  capacity: [['S1', 'milling', 10]],
  policy: { stock: 'none' },
  suppliers: [{ supplier: 'S1', outageProbability: 0.2, timeToRecover: 1, surge: 0 }],
});

describe('figures that are known in closed form', () => {
  test('one firm without slack: outages are binomial, the expected shortfall is p × what is due, the service level 1 − p', async () => {
    const runs = 4000;
    const { shortfall, outages, service, products } = await simulated(single, { runs, seed: 5 });
    // 6 trials with p = 0.2, ten units each: mean 12, standard deviation 10·√0.96.
    const error = (10 * Math.sqrt(6 * 0.2 * 0.8)) / Math.sqrt(runs);
    expect(Math.abs(shortfall.expected.value - 12)).toBeLessThan(4 * error);
    expect(Math.abs(outages.periodsOut - 1.2)).toBeLessThan((4 * error) / 10);
    expect(service.mean.value).toBeCloseTo(1 - shortfall.expected.value / 60, 9);
    expect(products[0]!.shortfall.value).toBeCloseTo(shortfall.expected.value, 9);
    // All six years are as planned in 0.8^6 of the futures.
    expect(service.asPlanned.low).toBeLessThan(0.8 ** 6);
    expect(service.asPlanned.high).toBeGreaterThan(0.8 ** 6);
    // P(4 or more lost) = 0.01696, P(3) = 0.08192: the worst twentieth is 4.05 lost years on average, times ten.
    const worst = (4 * 0.01536 + 5 * 0.001536 + 6 * 0.000064 + 3 * (0.05 - 0.01696)) / 0.05;
    expect(Math.abs(shortfall.tail.value - 10 * worst)).toBeLessThan(1.5);
  });

  test('a loss of output has the mean of a half-normal, and more demand than hours is lost', async () => {
    const certain = { ...single, suppliers: single.suppliers.map(({ outageProbability: _, ...firm }) => firm) };
    const { shortfall } = await simulated(certain, { yieldLoss: 0.1, runs: 2000 });
    expect(Math.abs(shortfall.expected.value - 60 * 0.1 * Math.sqrt(2 / Math.PI))).toBeLessThan(0.2);
  });
});

describe('how it is run', () => {
  test('the answer is the same to the last bit whatever the number of threads and the order of batches', async () => {
    const { scenario: stated } = await tinyPlanned();
    const terms = {
      runs: 250,
      outageProbability: 0.2,
      demandSpread: 0.2,
      yieldLoss: 0.05,
      lateness: 0.3,
      recoverySpread: 0.5,
    };
    const one = await simulated(stated, terms);
    let wait = 30;
    const later: typeof runHere = async (...batch) => {
      wait -= 10;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
      return runHere(...batch);
    };
    expect(await simulated(stated, terms, { runBatch: later, threads: 3 })).toEqual(one);
    expect(simulationSchema.parse(one)).toEqual(one);
    expect((await simulated(stated, { ...terms, seed: 2 })).shortfall.expected).not.toEqual(one.shortfall.expected);
  });

  test('a plan compared with itself meets the same futures: every difference is 0', async () => {
    const { scenario: stated, sha256, plan } = await tinyPlanned();
    const terms = termsWith({ runs: 100, outageProbability: 0.3 });
    const { comparison } = await simulate({ scenario: stated, sha256, plan, other: plan, terms, multiples: [] }, here);
    expect(comparison).toMatchObject({ same: 1, less: 0, more: 0, shortfall: { value: 0, low: 0, high: 0 } });
  });

  test('two sources are worse than three in the same futures, and nothing happens to firms that cannot be out', async () => {
    const suppliers = ['S1', 'S2'].map((supplier) => ({ supplier, surge: 0 }));
    const safe = await simulated(twoWelders({ suppliers }), { runs: 20 });
    expect(safe.members).toEqual({ all: 2, atRisk: 0 });
    expect(safe.shortfall.expected).toEqual({ value: 0, low: 0, high: 0 });
    expect(safe.service.asPlanned.value).toBe(1);
    const grouped = twoWelders({ suppliers: suppliers.map((firm) => ({ ...firm, group: 'G1' })) });
    const together = await simulated(grouped, { runs: 400, commonCauses: [{ by: 'group', probability: 0.5 }] });
    const alone = await simulated(twoWelders({ suppliers }), { runs: 400, outageProbability: 0.5 });
    expect(together.shortfall.tail.value).toBeGreaterThan(alone.shortfall.expected.value);
    expect(together.firms.map(({ supplier }) => supplier)).toEqual(['S1', 'S2']);
  });
});
