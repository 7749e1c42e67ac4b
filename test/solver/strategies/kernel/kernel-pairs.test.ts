import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairsInScope } from '../../../../solver/constraints/scope.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import { kernelPairs } from '../../../../solver/strategies/kernel/kernel-pairs.ts';
import { priceProblem } from '../../../../solver/strategies/kernel/price-problem.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

test(
  'a kernel has the locked pairs, those at hand, the used and the cheapest of each package',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.nat(127), fc.integer({ min: 1, max: 2 }), async (document, bits, cheapest) => {
        const problem = planningProblem(await parsed(document));
        const arrays = priceProblem(problem, { aim: 'cost', most: 1 });
        const ascent = ascend(arrays, { iterations: 20 });
        const athand = [...problem.pairs.keys()].filter((pair) => (bits >> pair) & 1);
        const kernel = kernelPairs(problem, arrays, ascent, { cheapest, coverage: 1 }, athand);
        expect(kernel).toEqual([...new Set(kernel)].sort((left, right) => left - right));
        for (const pair of athand) expect(kernel).toContain(pair);
        for (const rule of problem.scenario.rules) {
          if (rule.rule !== 'lock' || !rule.award || rule.item === undefined) continue;
          const locked = problem.pairs.findIndex(
            ({ supplier, item }) => supplier === rule.supplier && item === rule.item,
          );
          if (locked >= 0) expect(kernel).toContain(locked);
        }
        problem.pairs.forEach((_, pair) => {
          if (ascent.averagedPrimal.awarded[arrays.position[pair]!]! > 0.5) expect(kernel).toContain(pair);
        });
        for (const rule of problem.scenario.rules) {
          if (rule.rule !== 'source-count') continue;
          for (const { pairs } of pairsInScope(rule.scope, problem)) {
            const counted = pairs.filter((pair) => kernel.includes(pair));
            expect(counted.length).toBeGreaterThanOrEqual(Math.min(pairs.length, rule.min ?? 0));
          }
        }
        const rise = (pair: number) => ascent.reducedCosts[arrays.position[pair]!]!;
        for (const own of problem.pairsOf.values()) {
          const inside = own.filter((pair) => kernel.includes(pair));
          expect(inside.length).toBeGreaterThanOrEqual(Math.min(own.length, cheapest));
          const least = Math.min(...own.map(rise));
          expect(Math.min(...inside.map(rise))).toBe(least);
        }
      }),
      { seed: seedOf(), numRuns: runs(200) },
    ),
);

/** Eight frames a quarter are due; five firms can weld three each, dearer one by one. */
const fiveWelders = (statement: Statement = {}) => {
  const problem = planningProblem(
    scenario({
      periods: 1,
      policy: { stock: 'none' },
      demand: [['FRAME', '2026-Q1', 8]],
      routing: [['FRAME', 'welding', 2]],
      capacity: [1, 2, 3, 4, 5].map((firm) => [`S${firm}`, 'welding', 6] as const),
      suppliers: [1, 2, 3, 4, 5].map((firm) => ({ supplier: `S${firm}`, hourlyRate: 40 + firm })),
      ...statement,
    }),
  );
  const arrays = priceProblem(problem, { aim: 'cost', most: 0 });
  const nothingUsed = {
    averagedPrimal: { ...ascend(arrays, { iterations: 1 }).averagedPrimal, awarded: new Float64Array(5) },
    reducedCosts: Float64Array.from(problem.pairs, (_, at) => arrays.original[at]!),
  };
  return { problem, arrays, ascent: nothingUsed };
};

test('the next cheapest come in until a package could be made several times over', () => {
  const { problem, arrays, ascent } = fiveWelders();
  const within = (cheapest: number, coverage: number) => kernelPairs(problem, arrays, ascent, { cheapest, coverage });
  expect(within(1, 0)).toEqual([0]);
  expect(within(1, 0.5)).toEqual([0, 1]);
  expect(within(1, 1)).toEqual([0, 1, 2]);
  expect(within(4, 1)).toEqual([0, 1, 2, 3]);
  expect(within(1, 9)).toEqual([0, 1, 2, 3, 4]);
});

test('a rule that asks for four sources keeps four', () => {
  const { problem, arrays, ascent } = fiveWelders({ rules: [{ rule: 'source-count', min: 4 }] });
  expect(kernelPairs(problem, arrays, ascent, { cheapest: 1, coverage: 0 })).toEqual([0, 1, 2, 3]);
});
