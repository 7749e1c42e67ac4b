import { expect, test } from 'vitest';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import type { Highs } from '../../../solver/engines/highs-instance.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';

const load = createHighsLoader();
const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false, simplex: true };

/** Least Σ at·x of so many columns, each at least 1. */
function least(columns: number, integer = false): LinearModel {
  const builder = createModelBuilder();
  const terms = Array.from({ length: columns }, (_, at) => ({
    column: builder.column(`x${at}`, { integer }),
    value: at + 1,
  }));
  for (const { column, value } of terms) builder.row(`r${column}`, [{ column, value: 1 }], { lower: 1, upper: value });
  return builder.build(terms);
}

/** An engine that counts how often it loads HiGHS; `spoil` is told of each instance. */
function counting(spoil: (highs: Highs, at: number) => Highs = (highs) => highs) {
  const loaded = { count: 0 };
  const engine = createHighsEngine(async () => spoil(await load(), loaded.count++));
  return { loaded, solve: (model: LinearModel) => engine.solve(model, limits) };
}

test('small linear programs share an instance and answer as each by itself', async () => {
  const { loaded, solve } = counting();
  for (const columns of [3, 40, 3]) {
    const alone = await createHighsEngine(load).solve(least(columns), limits);
    expect(await solve(least(columns))).toEqual(alone);
    expect(alone).toMatchObject({ status: 'optimal', value: (columns * (columns + 1)) / 2 });
  }
  expect(loaded.count).toBe(1);
});

test('whole numbers and what is too large for that get an instance of their own', async () => {
  const { loaded, solve } = counting();
  await solve(least(3));
  expect(await solve(least(3, true))).toMatchObject({ status: 'optimal', value: 6 });
  expect(loaded.count).toBe(2);
  expect(await solve(least(10_001))).toMatchObject({ status: 'optimal', value: (10_001 * 10_002) / 2 });
  expect(loaded.count).toBe(3);
});

test('an instance that failed is not asked again', async () => {
  const failing = (highs: Highs): Highs => ({
    ...highs,
    createModel() {
      throw new Error('memory access out of bounds');
    },
  });
  const { loaded, solve } = counting((highs, at) => (at === 0 ? failing(highs) : highs));
  expect(await solve(least(3))).toMatchObject({ status: 'undecided', limit: 'engine' });
  expect(await solve(least(3))).toMatchObject({ status: 'optimal', value: 6 });
  expect(loaded.count).toBe(2);
});
