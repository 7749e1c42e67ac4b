import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinearModel } from '../../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../../solver/model/model-builder.ts';
import { tightestRows } from '../../../../solver/strategies/kernel/tightest-rows.ts';
import { runs, seedOf } from '../../../support/plan-small.ts';

interface RowGene {
  readonly values: readonly number[];
  readonly upper?: number;
  readonly lower?: number;
}

function modelOf(rows: readonly RowGene[], lower = 0): LinearModel {
  const builder = createModelBuilder();
  for (let column = 0; column < 3; column++) builder.column(`x${column}`, { lower, upper: 5 });
  rows.forEach(({ values, ...sides }, row) => {
    const terms = values.map((value, column) => ({ column, value }));
    builder.row(`r${row}`, terms, sides);
  });
  return builder.build([]);
}

function satisfies({ rows, starts, indices, values, rowLower, rowUpper }: LinearModel, point: readonly number[]) {
  return rows.every((_, row) => {
    let activity = 0;
    for (let term = starts[row]!; term < starts[row + 1]!; term++) activity += values[term]! * point[indices[term]!]!;
    return activity >= rowLower[row]! - 1e-9 && activity <= rowUpper[row]! + 1e-9;
  });
}

const whole = fc.integer({ min: -3, max: 4 });
const row: fc.Arbitrary<RowGene> = fc.record({
  values: fc.tuple(whole, whole, fc.integer({ min: -6, max: 2 })),
  upper: fc.constantFrom(0, 0, 0, 0, 2),
});

test('the points that satisfy the rows that are left are those that satisfy all', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 6 }),
      fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 10 }))), { minLength: 30 }),
      fc.constantFrom(0, 0, -1),
      (rows, points, lower) => {
        const model = modelOf(rows, lower);
        const tight = tightestRows(model);
        for (const point of points) {
          const moved = point.map((value) => value / 2 + lower);
          expect(satisfies(tight, moved), `${moved}`).toBe(satisfies(model, moved));
        }
      },
    ),
    { seed: seedOf(), numRuns: runs(1000) },
  );
});

test('of hours of the same pairs in three periods the scarcest stay, whatever their scale', () => {
  const model = modelOf([
    { values: [2, 1, -10], upper: 0 },
    { values: [1, 0.5, -8], upper: 0 },
    { values: [2, 2, -12], upper: 0 },
    { values: [4, 2, -20], upper: 0 },
  ]);
  const { rows, starts, values, indices } = tightestRows(model);
  // 2/10 and 1/10 a member's hours; 1/8 and 1/16 are less; 1/6 and 1/6 are less of the one, more of the other; the last is the first, doubled.
  expect(rows).toEqual(['r0', 'r2']);
  expect([...starts]).toEqual([0, 3, 6]);
  expect([...indices]).toEqual([0, 1, 2, 0, 1, 2]);
  expect([...values]).toEqual([2, 1, -10, 2, 2, -12]);
});

test('rows with another right side, a lower side or other columns stay', () => {
  const rows = [
    { values: [1, 0, -2], upper: 0 },
    { values: [1, 0, -4], upper: 1 },
    { values: [1, 0, -4], upper: 0, lower: -9 },
    { values: [1, 1, -4], upper: 0 },
    { values: [1, 0, 4], upper: 0 },
  ];
  expect(tightestRows(modelOf(rows)).rows).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
});

test('where a column may be negative nothing is implied', () => {
  const rows = [
    { values: [2, 1, -10], upper: 0 },
    { values: [1, 1, -10], upper: 0 },
  ];
  expect(tightestRows(modelOf(rows)).rows).toEqual(['r0']);
  expect(tightestRows(modelOf(rows, -1)).rows).toEqual(['r0', 'r1']);
});
