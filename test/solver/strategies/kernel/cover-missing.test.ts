import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { coverMissing } from '../../../../solver/strategies/kernel/cover-missing.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

/** Booms and frames take two hours of welding each; who can weld what, and for how much, is what a test states. */
const welders = (statement: Statement) =>
  planningProblem(
    scenario({
      periods: 1,
      policy: { stock: 'none' },
      demand: [
        ['BOOM', '2026-Q1', 8],
        ['FRAME', '2026-Q1', 8],
      ],
      routing: [
        ['BOOM', 'welding', 2],
        ['FRAME', 'welding', 2],
      ],
      ...statement,
    }),
  );

/** The awards by name once this is missing beside what these pairs make, in the first and only period. */
function covered(
  problem: ReturnType<typeof welders>,
  missing: { readonly BOOM?: number; readonly FRAME?: number },
  making: Readonly<Record<string, number>> = {},
) {
  const nameOf = (pair: number) => `${problem.pairs[pair]!.supplier} ${problem.pairs[pair]!.item}`;
  const awarded = [...problem.pairs.keys()].filter((pair) => making[nameOf(pair)] !== undefined);
  const units = problem.packages.map(({ item }) => Float64Array.of(0, missing[item.item as 'BOOM' | 'FRAME'] ?? 0));
  const produced = awarded.map((pair) => Float64Array.of(0, making[nameOf(pair)]!));
  return coverMissing(problem, awarded, { units, produced }).map(nameOf);
}

const onlyFrames: Statement = {
  demand: [['FRAME', '2026-Q1', 8]],
  routing: [['FRAME', 'welding', 2]],
};

test('one-off costs are spread over what a pair would add', () => {
  const firms = (onboardingCost: number) =>
    welders({
      ...onlyFrames,
      capacity: [
        ['S1', 'welding', 16],
        ['S2', 'welding', 16],
      ],
      suppliers: [
        { supplier: 'S1', hourlyRate: 50, onboardingCost },
        { supplier: 'S2', hourlyRate: 60 },
      ],
    });
  // A frame is 20 euro cheaper at S1: over eight frames that is worth up to 160 euro of onboarding, over two up to 40.
  expect(covered(firms(150), { FRAME: 8 })).toEqual(['S1 FRAME']);
  expect(covered(firms(170), { FRAME: 8 })).toEqual(['S2 FRAME']);
  expect(covered(firms(150), { FRAME: 2 })).toEqual(['S2 FRAME']);
});

test('a supplier that is a member already is not onboarded again', () => {
  const problem = welders({
    capacity: [
      ['S1', 'welding', 32],
      ['S2', 'welding', 32],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 60, onboardingCost: 500 },
      { supplier: 'S2', hourlyRate: 55, onboardingCost: 500 },
    ],
  });
  expect(covered(problem, { FRAME: 8 }, { 'S1 BOOM': 8 })).toEqual(['S1 BOOM', 'S1 FRAME']);
  expect(covered(problem, { FRAME: 8 })).toEqual(['S2 FRAME']);
});

test('two packages do not get the same hour', () => {
  const problem = welders({
    capacity: [
      ['S1', 'welding', 16],
      ['S2', 'welding', 16],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50 },
      { supplier: 'S2', hourlyRate: 60 },
    ],
  });
  // Booms take all hours of S1.
  expect(covered(problem, { BOOM: 8, FRAME: 8 })).toEqual(['S1 BOOM', 'S2 FRAME']);
  expect(covered(problem, { FRAME: 8 }, { 'S1 BOOM': 8 })).toEqual(['S1 BOOM', 'S2 FRAME']);
  // With half of them, four frames are left for S2.
  expect(covered(problem, { BOOM: 4, FRAME: 8 })).toEqual(['S1 BOOM', 'S1 FRAME', 'S2 FRAME']);
});

test('no more are added than cover what is missing, and none without free hours', () => {
  const problem = welders({
    ...onlyFrames,
    capacity: [
      ['S1', 'welding', 8],
      ['S2', 'welding', 8],
      ['S3', 'welding', 8],
      { supplier: 'S4', process: 'welding', hoursPerPeriod: 0 },
    ],
    suppliers: [1, 2, 3, 4].map((firm) => ({ supplier: `S${firm}`, hourlyRate: 40 + firm })),
  });
  expect(covered(problem, {})).toEqual([]);
  expect(covered(problem, { FRAME: 4 })).toEqual(['S1 FRAME']);
  expect(covered(problem, { FRAME: 7 })).toEqual(['S1 FRAME', 'S2 FRAME']);
  // Ten more than all of them can make: they help as far as they can.
  expect(covered(problem, { FRAME: 22 })).toEqual(['S1 FRAME', 'S2 FRAME', 'S3 FRAME']);
  expect(covered(problem, { FRAME: 4 }, { 'S1 FRAME': 4 })).toEqual(['S1 FRAME', 'S2 FRAME']);
});

test('a pair helps only in the periods in which it is available', () => {
  const problem = planningProblem(
    scenario({
      periods: 2,
      policy: { stock: 'none' },
      demand: [
        ['FRAME', '2026-Q1', 4],
        ['FRAME', '2026-Q2', 4],
      ],
      routing: [['FRAME', 'welding', 2]],
      capacity: [
        ['S1', 'welding', 8],
        ['S2', 'welding', 8],
      ],
      suppliers: [
        { supplier: 'S1', hourlyRate: 40, onboardingPeriods: 1 },
        { supplier: 'S2', hourlyRate: 80 },
      ],
    }),
  );
  const missing = (...units: readonly number[]) => ({ units: [Float64Array.of(0, ...units)], produced: [] });
  expect(coverMissing(problem, [], missing(0, 4))).toEqual([0]);
  expect(coverMissing(problem, [], missing(4, 0))).toEqual([1]);
  expect(coverMissing(problem, [], missing(4, 4))).toEqual([0, 1]);
});

test('what locks refuse is not awarded, however cheap', () => {
  const rules = (...locks: Required<Statement>['rules']) =>
    welders({
      ...onlyFrames,
      capacity: [
        ['S1', 'welding', 16],
        ['S2', 'welding', 16],
      ],
      suppliers: [
        { supplier: 'S1', hourlyRate: 40 },
        { supplier: 'S2', hourlyRate: 80 },
      ],
      rules: locks,
    });
  expect(covered(rules({ rule: 'lock', supplier: 'S1', item: 'FRAME', award: false }), { FRAME: 8 })).toEqual([
    'S2 FRAME',
  ]);
  expect(covered(rules({ rule: 'lock', supplier: 'S1', award: false }), { FRAME: 8 })).toEqual(['S2 FRAME']);
});
