import { expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { awardsFrom } from '../../../../solver/strategies/kernel/awards-from.ts';
import { type RuleStatement, scenario } from '../../../support/scenario-builder.ts';

/** The suppliers of frames that a plan of these becomes where three firms can weld, the next always dearer. */
function awarded(suppliers: readonly string[], ...rules: readonly RuleStatement[]): readonly string[] {
  const problem = planningProblem(
    scenario({
      periods: 1,
      demand: [['FRAME', '2026-Q1', 4]],
      routing: [['FRAME', 'welding', 2]],
      capacity: [1, 2, 3].map((firm) => [`S${firm}`, 'welding', 8] as const),
      suppliers: [1, 2, 3].map((firm) => ({ supplier: `S${firm}`, hourlyRate: 40 + 10 * firm })),
      rules,
    }),
  );
  const awards = suppliers.map((supplier) => ({ supplier, item: 'FRAME' }) as Plan['awards'][number]);
  const rise = (pair: number) => problem.pairs[pair]!.unitCost;
  return awardsFrom(problem, awards, rise).map((pair) => problem.pairs[pair]!.supplier);
}

test('awards stay as they are where nothing is said against them', () => {
  expect(awarded(['S3', 'S1'])).toEqual(['S1', 'S3']);
});

test('a firm that is not here, or excluded now, is left out', () => {
  expect(awarded(['S1', 'S9'])).toEqual(['S1']);
  expect(awarded(['S1', 'S2'], { rule: 'exclude', suppliers: ['S2'] })).toEqual(['S1']);
});

test('what a lock refuses goes, what a lock awards comes', () => {
  expect(awarded(['S1', 'S2'], { rule: 'lock', supplier: 'S1', item: 'FRAME', award: false })).toEqual(['S2']);
  expect(awarded(['S1'], { rule: 'lock', supplier: 'S3', item: 'FRAME', award: true })).toEqual(['S1', 'S3']);
});

test('a count that asks for one more gets the cheapest, but not one that a lock refuses', () => {
  const two = { rule: 'source-count', min: 2 } as const;
  expect(awarded(['S3'], two)).toEqual(['S1', 'S3']);
  expect(awarded(['S3'], two, { rule: 'lock', supplier: 'S1', award: false })).toEqual(['S2', 'S3']);
  expect(awarded(['S1', 'S2'], two)).toEqual(['S1', 'S2']);
});
