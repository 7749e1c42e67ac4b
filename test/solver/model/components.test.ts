import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componentsOf } from '../../../solver/model/components.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { partsOf } from '../../../solver/model/parts.ts';
import { blockModel } from '../../support/block-models.ts';
import { runs, seedOf } from '../../support/plan-small.ts';

const terms = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([column, value]) => ({ column, value }));

/** Two frames of two welders: x and y share hours, z has hours of its own. */
function threeColumns(upper: number) {
  const builder = createModelBuilder();
  const [x, y, z] = ['x', 'y', 'z'].map((name) => builder.column(name, { upper: 4 }));
  builder.row('shared', terms([x!, 1], [y!, 2]), { upper });
  builder.row('alone', terms([z!, 1]), { upper: 3 });
  return builder.build(terms([x!, 1], [y!, 1], [z!, 1]));
}

test('columns belong together where a row that can bind has both', () => {
  // x + 2y is 12 at most.
  expect(componentsOf(threeColumns(11.9))).toEqual([
    { columns: [0, 1], rows: [0] },
    { columns: [2], rows: [1] },
  ]);
  expect(componentsOf(threeColumns(12))).toEqual([
    { columns: [0], rows: [] },
    { columns: [1], rows: [] },
    { columns: [2], rows: [1] },
  ]);
});

test('a column that stands couples nothing, and what an equality leaves its columns bounds them', () => {
  const builder = createModelBuilder();
  const [x, y, z, stands] = [builder.column('x'), builder.column('y'), builder.column('z'), builder.column('s')];
  builder.row('need of one', terms([x!, 1], [y!, 1], [stands!, -2]), { lower: 0, upper: 0 });
  builder.row('need of another', terms([z!, 1], [stands!, -1]), { lower: 0, upper: 0 });
  builder.row('hours', terms([x!, 1], [z!, 2]), { upper: 20 });
  const model = builder.build([]);
  const at = (units: number) => {
    const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
    colLower[stands!] = colUpper[stands!] = units;
    return componentsOf({ ...model, colLower, colUpper });
  };
  // x is 2·5 at most and z is 5: the hours suffice whatever x is. With 6 they may not.
  expect(at(5)).toEqual([
    { columns: [0, 1], rows: [0] },
    { columns: [2], rows: [1] },
  ]);
  expect(at(6)).toEqual([{ columns: [0, 1, 2], rows: [0, 1, 2] }]);
});

test('a row over standing columns alone that is broken stays in the model', () => {
  const builder = createModelBuilder();
  const [stands, x] = [builder.column('s', { lower: 2, upper: 2 }), builder.column('x', { upper: 1 })];
  builder.row('broken', terms([stands!, 1]), { upper: 1 });
  builder.row('kept', terms([x!, 2]), { upper: 1 });
  expect(componentsOf(builder.build([]))).toEqual([{ columns: [1], rows: [0, 1] }]);
});

test('components are within blocks, and hold every free column once', () => {
  fc.assert(
    fc.property(blockModel({ whole: true }), ({ model, blockOf }) => {
      const components = componentsOf(model);
      for (const { columns } of components) expect(new Set(columns.map((column) => blockOf[column])).size).toBe(1);
      const all = components.flatMap(({ columns }) => columns).sort((left, right) => left - right);
      expect(all).toEqual([...blockOf.keys()].filter((column) => blockOf[column]! >= 0));
      const rows = components.flatMap(({ rows: own }) => own);
      expect(new Set(rows).size).toBe(rows.length);
    }),
    { seed: seedOf(), numRuns: runs(300) },
  );
});

test('parts are as even as may be and share the offset out by their terms', () => {
  const builder = createModelBuilder();
  const columns = Array.from({ length: 8 }, (_, at) => builder.column(`x${at}`));
  // Components of 2 + 4, 1 + 2, 1 + 2 and 4 + 8 columns and terms.
  for (const [row, members] of [[0, 1], [2], [3], [4, 5, 6, 7]].entries())
    for (const factor of [1, 2])
      builder.row(`r${row}|${factor}`, terms(...members.map((at) => [columns[at]!, factor] as const)), { upper: 9 });
  const model = builder.build([], 24);
  const parted = partsOf(model, 12)!;
  expect(parted.parts.map((part) => [part.columns, part.rows, part.model.offset])).toEqual([
    [[4, 5, 6, 7], [6, 7], 12],
    [[0, 1, 2, 3], [0, 1, 2, 3, 4, 5], 12],
  ]);
  expect(partsOf(model, 13)).toBe(undefined);
  expect(partsOf(model, 1)!.parts).toHaveLength(4);
});
