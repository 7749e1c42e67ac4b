import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSolved } from '../../../solver/engines/engine.ts';
import { formulate } from '../../../solver/formulate.ts';
import { brokenPart } from '../../../solver/model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { rowsByColumn, submodel } from '../../../solver/model/submodel.ts';
import { aims } from '../../../solver/objectives/index.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, runs, seedOf } from '../../support/plan-small.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The values with a part of them replaced. */
function replaced(values: Float64Array, columns: readonly number[], part: Float64Array): Float64Array {
  const all = Float64Array.from(values);
  columns.forEach((column, at) => {
    all[column] = part[at]!;
  });
  return all;
}

test(
  'the best of a part beside a plan is a plan of the whole, of the value it states, and no worse',
  {
    timeout: 300_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.infiniteStream(fc.boolean()), async (document, choose) => {
        const problem = planningProblem(await parsed(document));
        // A plan of least shortfall, whatever it costs, to be made cheaper in part.
        const begun = await engineOfTests.solve(formulate(problem, aims[0]!).model, limits);
        if (!isSolved(begun)) return;
        const { model } = formulate(problem, aims[1]!);
        const free = [...model.columns.keys()].filter(() => choose.next().value);
        const part = submodel(model, rowsByColumn(model), free, begun.values);
        expect(part.columns).toEqual(free.map((column) => model.columns[column]));
        const outcome = await engineOfTests.solve(part, limits);
        if (!isSolved(outcome)) throw new Error(`the plan itself is one of the part, and it is ${outcome.status}`);
        const values = replaced(begun.values, free, outcome.values);
        expect(brokenPart(model, values)).toBe(undefined);
        expect(objectiveAt(model, values)).toBeCloseTo(outcome.value, 6);
        const before = objectiveAt(model, begun.values);
        expect(outcome.value).toBeLessThanOrEqual(before + 1e-6 * Math.max(1, before));
      }),
      { seed: seedOf(), numRuns: runs(100) },
    ),
);

/** x + 2y + z ≤ 10, y − z ≥ 1 and 3z ≤ 9, at least −x − y − z + 4. */
function threeColumns(): LinearModel {
  const builder = createModelBuilder();
  const [x, y, z] = [builder.column('x'), builder.column('y', { upper: 7, integer: true }), builder.column('z')];
  const terms = (...pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([column, value]) => ({ column, value }));
  builder.row('sum', terms([x!, 1], [y!, 2], [z!, 1]), { upper: 10 });
  builder.row('ahead', terms([y!, 1], [z!, -1]), { lower: 1 });
  builder.row('alone', terms([z!, 3]), { upper: 9 });
  return builder.build(terms([x!, -1], [y!, -1], [z!, -1]), 4);
}

test('what others take of a row is taken off its sides; rows without a free column are left out', () => {
  const model = threeColumns();
  const part = submodel(model, rowsByColumn(model), [0, 1], Float64Array.of(0, 2, 1));
  expect(part.columns).toEqual(['x', 'y']);
  expect(part.rows).toEqual(['sum', 'ahead']);
  expect([...part.rowUpper]).toEqual([9, Number.POSITIVE_INFINITY]);
  expect([...part.rowLower]).toEqual([Number.NEGATIVE_INFINITY, 2]);
  expect(part.offset).toBe(3);
  expect([...part.integer]).toEqual([0, 1]);
  expect([...part.colUpper]).toEqual([Number.POSITIVE_INFINITY, 7]);
});

test('a row that is missed by rounding stays as it is, one that is broken keeps its side', () => {
  const model = threeColumns();
  const upper = (x: number) => submodel(model, rowsByColumn(model), [0], Float64Array.of(x, 3, 1)).rowUpper[0];
  expect(upper(2)).toBe(3);
  expect(upper(3 + 1e-7)).toBe(3 + 1e-7);
  expect(upper(4)).toBe(3);
});

test('the rows of a column, ascending', () => {
  const rowsOf = rowsByColumn(threeColumns());
  expect([0, 1, 2].map((column) => [...rowsOf(column)])).toEqual([[0], [0, 1], [0, 1, 2]]);
});
