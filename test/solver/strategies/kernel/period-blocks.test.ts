import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { periodBlocks } from '../../../../solver/strategies/kernel/period-blocks.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

test(
  'blocks begin with the first period, ascend, and are as many as asked for or as there are periods',
  {
    timeout: 120_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.integer({ min: 1, max: 6 }), async (document, most) => {
        const problem = planningProblem(await parsed(document));
        const starts = periodBlocks(problem, most);
        expect(starts).toHaveLength(Math.min(most, problem.horizon));
        expect(starts[0]).toBe(1);
        starts.forEach((from, block) => {
          expect(from).toBeLessThanOrEqual(problem.horizon);
          if (block > 0) expect(from).toBeGreaterThan(starts[block - 1]!);
        });
      }),
      { seed: seedOf(), numRuns: runs(200) },
    ),
);

/** The same demand in each of eight quarters, unless stated otherwise. */
const frames = (statement: Statement, units = [4, 4, 4, 4, 4, 4, 4, 4]) =>
  planningProblem(
    scenario({
      periods: 8,
      demand: units.map((quantity, at) => {
        return ['FRAME', `${2026 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, quantity] as const;
      }),
      routing: [['FRAME', 'welding', 1]],
      capacity: [
        ['S1', 'welding', 8],
        ['S2', 'welding', 8],
      ],
      ...statement,
    }),
  );

test('a block begins where a source becomes ready', () => {
  const problem = frames({
    suppliers: [{ supplier: 'S1' }, { supplier: 'S2', onboardingPeriods: 4 }],
  });
  expect(periodBlocks(problem, 1)).toEqual([1]);
  expect(periodBlocks(problem, 2)).toEqual([1, 5]);
});

test('and where a certificate runs out', () => {
  const item = { item: 'FRAME', kind: 'make', leadTime: 0, materialCost: 0, critical: false } as const;
  const problem = frames({
    items: [{ ...item, certificates: ['ISO 3834-2'], stock: 0, safetyStock: 0 }],
    certificates: [
      { supplier: 'S1', certificate: 'ISO 3834-2' },
      { supplier: 'S2', certificate: 'ISO 3834-2', validUntil: '2026-09-30' },
    ],
  });
  expect(periodBlocks(problem, 2)).toEqual([1, 4]);
});

test('and where the work jumps, the larger jump first', () => {
  const problem = frames({}, [4, 4, 4, 10, 10, 12, 12, 12]);
  expect(periodBlocks(problem, 2)).toEqual([1, 4]);
  expect(periodBlocks(problem, 3)).toEqual([1, 4, 6]);
});
