import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { deliverable } from '../../../../solver/strategies/kernel/deliverable.ts';
import type { Search } from '../../../../solver/strategies/kernel/search.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, planSmall } from '../../../support/plan-small.ts';

/** A search that notes what is claimed of the shortfall and how many models are solved. */
function noting(problem: ReturnType<typeof planningProblem>, memory?: number) {
  const noted = { claims: [] as number[], solves: 0 };
  const search = {
    ...{
      problem,
      relaxed: {},
      spent: () => 0,
      seconds: 60,
      standing: { claim: (bound: number) => noted.claims.push(bound) },
    },
    engine: {
      ...engineOfTests,
      ...(memory !== undefined && { memory }),
      solve: (...asked: Parameters<typeof engineOfTests.solve>) => {
        noted.solves += 1;
        return engineOfTests.solve(...asked);
      },
    },
  } as unknown as Search;
  return { noted, search };
}

test('no plan of forty scenarios misses less than is claimed, and many miss no more', {
  timeout: 120_000,
}, async () => {
  let [short, exact] = [0, 0];
  for (const document of fc.sample(smallScenario, { seed: 7, numRuns: 40 })) {
    const stated = await parsed(document);
    const best = await planSmall(stated);
    const problem = planningProblem(stated);
    const { noted, search } = noting(problem);
    await deliverable(search, problem);
    if (best.status === 'infeasible' || noted.claims.length === 0) continue;
    const least = best.aims[0]!.value;
    expect(noted.claims[0]).toBeLessThanOrEqual(least + 1e-9);
    if (least > 1e-6) short += 1;
    if (least > 1e-6 && noted.claims[0]! > least - 1e-6) exact += 1;
  }
  expect(short).toBeGreaterThan(10);
  expect(exact).toBeGreaterThan(short / 2);
});

test('it is asked once, and of the kernel alone where the engine has little memory', async () => {
  const problem = planningProblem(await parsed(fc.sample(smallScenario, { seed: 7, numRuns: 1 })[0]!));
  const whole = noting(problem);
  expect(await deliverable(whole.search, problem)).toBe(await deliverable(whole.search, problem));
  expect(whole.noted).toMatchObject({ solves: 1, claims: [expect.any(Number)] });
  const little = noting(problem, 2 ** 27);
  await deliverable(little.search, problem);
  expect(little.noted).toEqual({ solves: 1, claims: [] });
});
