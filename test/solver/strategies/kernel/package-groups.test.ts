import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { packageGroups } from '../../../../solver/strategies/kernel/package-groups.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { scenario } from '../../../support/scenario-builder.ts';

test(
  'every package is in one group; groups have about equally many pairs, no more than asked for but for one package',
  {
    timeout: 120_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.integer({ min: 1, max: 8 }), async (document, most) => {
        const problem = planningProblem(await parsed(document));
        const groups = packageGroups(problem, most);
        expect(groups.flat().sort((left, right) => left - right)).toEqual([...problem.packages.keys()]);
        const size = (number: number) => problem.pairsOf.get(problem.packages[number]!.item.item)?.length ?? 0;
        const each = problem.pairs.length / Math.max(1, Math.ceil(problem.pairs.length / most));
        groups.forEach((group, at) => {
          const sizes = group.map(size);
          const own = sizes.reduce((sum, pairs) => sum + pairs, 0);
          const largest = Math.max(...sizes);
          expect(own).toBeLessThan(Math.max(each, 1) + largest + 1e-9);
          if (at < groups.length - 1) expect(own).toBeGreaterThanOrEqual(each - 1e-9);
        });
      }),
      { seed: seedOf(), numRuns: runs(300) },
    ),
);

const parts = ['A', 'B', 'C', 'D'];
const shop = (firms: readonly string[]) =>
  planningProblem(
    scenario({
      periods: 1,
      demand: parts.map((item) => [item, '2026-Q1', 1] as const),
      routing: parts.map((item) => [item, item === 'A' || item === 'C' ? 'welding' : 'milling', 1] as const),
      capacity: firms.flatMap((firm) => [[firm, 'welding', 8] as const, [firm, 'milling', 8] as const]),
    }),
  );

test('packages that compete for the hours of a process are in one group', () => {
  expect(packageGroups(shop(['S1', 'S2']), 4)).toEqual([
    [1, 3],
    [0, 2],
  ]);
  expect(packageGroups(shop(['S1', 'S2']), 8)).toEqual([[1, 3, 0, 2]]);
  expect(packageGroups(shop(['S1', 'S2']), 1)).toEqual([[1], [3], [0], [2]]);
});

test('packages that nobody can make are a group as well', () => {
  expect(packageGroups(shop([]), 4)).toEqual([[0, 1, 2, 3]]);
});
