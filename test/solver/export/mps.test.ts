import fc from 'fast-check';
import highsLoader from 'highs';
import { expect, test } from 'vitest';
import { mpsText } from '../../../solver/export/mps.ts';
import { mpsNames } from '../../../solver/export/mps-names.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { smallLp, smallMip } from '../../support/arbitraries/linear-model.ts';
import { runs, seedOf } from '../../support/plan-small.ts';

const INFINITE = Number.POSITIVE_INFINITY;
const loaded = highsLoader();

/** A model with each kind of row, bound and column. */
function everyKind(): LinearModel {
  const builder = createModelBuilder();
  const free = builder.column('free', { lower: -INFINITE });
  const debt = builder.column('debt', { lower: -INFINITE, upper: -2 });
  const fixed = builder.column('fixed', { lower: 4, upper: 4 });
  const award = builder.column('award', { upper: 1, integer: true });
  const lots = builder.column('lots', { lower: 2, integer: true });
  const temperature = builder.column('temperature', { lower: -5, upper: 0.1 });
  builder.column('idle');
  builder.row(
    'balance',
    [
      { column: free, value: 1 },
      { column: debt, value: -1 / 3 },
    ],
    { lower: 0, upper: 0 },
  );
  builder.row(
    'most',
    [
      { column: fixed, value: 2 },
      { column: award, value: 1e-7 },
    ],
    { upper: 12 },
  );
  builder.row(
    'least',
    [
      { column: lots, value: 1 },
      { column: temperature, value: 1 },
    ],
    { lower: -1.5 },
  );
  builder.row('between', [{ column: lots, value: 3 }], { lower: 6, upper: 30 });
  builder.row('told only', [{ column: award, value: 1 }], {});
  return builder.build(
    [
      { column: free, value: 1 },
      { column: lots, value: 2.5 },
    ],
    1000,
  );
}

test('every kind of row, bound and column is written as readers expect it', () => {
  expect(mpsText(everyKind(), 'every kind', ['two\nlines are one'])).toBe(`* two lines are one
NAME every_kind FREE
ROWS
 N OBJ
 E balance
 L most
 G least
 L between
 N told_only
COLUMNS
 free OBJ 1
 free balance 1
 debt balance -0.3333333333333333
 fixed most 2
 MARKER0 'MARKER' 'INTORG'
 award most 1e-7
 award told_only 1
 lots OBJ 2.5
 lots least 1
 lots between 3
 MARKER1 'MARKER' 'INTEND'
 temperature least 1
 idle OBJ 0
RHS
 RHS OBJ -1000
 RHS most 12
 RHS least -1.5
 RHS between 30
RANGES
 RNG between 24
BOUNDS
 FR BND free
 MI BND debt
 UP BND debt -2
 FX BND fixed 4
 UP BND award 1
 LO BND lots 2
 PL BND lots
 LO BND temperature -5
 UP BND temperature 0.1
ENDATA
`);
});

/** What HiGHS reads from MPS text. */
async function read(text: string) {
  const highs = await loaded;
  return highs.withModel({ format: 'mps', data: text }, (instance) => {
    instance.options.set({ output_flag: false });
    return instance.getModel('csr');
  });
}

test('HiGHS reads back the model that was written, to the last digit', async () => {
  const check = async (model: LinearModel): Promise<void> => {
    const back = await read(mpsText(model, 'random'));
    const arrays = (...all: readonly ArrayLike<number>[]) => all.map((one) => Array.from(one, (figure) => figure + 0));
    const rows = (starts: Int32Array, indices: Int32Array, values: Float64Array) => arrays(starts, indices, values);
    expect(arrays(back.colCost, back.colLower, back.colUpper, back.integrality, back.rowLower, back.rowUpper)).toEqual(
      arrays(model.cost, model.colLower, model.colUpper, model.integer, model.rowLower, model.rowUpper),
    );
    expect(rows(back.matrix.starts, back.matrix.indices, back.matrix.values)).toEqual(
      rows(model.starts, model.indices, model.values),
    );
    expect(back.offset + 0).toBe(model.offset + 0);
  };
  // HiGHS, like others, drops a row without bounds.
  const bounded = fc
    .oneof(smallLp, smallMip)
    .filter(({ rowLower, rowUpper }) => rowLower.every((lower, row) => lower > -INFINITE || rowUpper[row]! < INFINITE));
  await fc.assert(fc.asyncProperty(bounded, check), { seed: seedOf(), numRuns: runs(200) });
});

test('names hold no character that a reader could trip over, and no two are the same', () => {
  const long = 'x'.repeat(150);
  expect(
    mpsNames(['a b', 'a_b', 'a\tb', 'Würth', '€', '-5', '$x', '', "'MARKER'", 'x|S1|EN 1090-2|1', long, `${long}y`]),
  ).toEqual([
    'a_b',
    'a_b:2',
    'a_b:3',
    'Wurth',
    '_',
    '_-5',
    '_x',
    '_:2',
    '_MARKER_',
    'x|S1|EN_1090-2|1',
    'x'.repeat(100),
    `${'x'.repeat(100)}:2`,
  ]);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
      const written = mpsNames(names);
      expect(new Set(written).size).toBe(names.length);
      for (const name of written) expect(name).toMatch(/^\w[\w.|:+-]*$/);
    }),
  );
});
