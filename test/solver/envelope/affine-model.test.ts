import { expect, test } from 'vitest';
import { affineModel, type Following } from '../../../solver/envelope/affine-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { engineOfTests } from '../../support/highs.ts';

/** Deliveries y of 3θ, made as x by an awarded source: x ≤ share·3θ·a, x ≤ hours, and one row of the caller's. */
function sample(multiple: number, share: number, uneven?: (multiple: number) => number) {
  const builder = createModelBuilder();
  const y = builder.column('y', { upper: 3 * multiple });
  const x = builder.column('x');
  const a = builder.column('a', { upper: 1, integer: true });
  builder.row(
    'made',
    [y, x].map((column, at) => ({ column, value: at === 0 ? -1 : 1 })),
    { lower: -6, upper: -6 },
  );
  const factor = -share * 3 * multiple;
  builder.row(
    'share',
    [
      { column: x, value: 1 },
      { column: a, value: factor },
    ],
    { upper: 0 },
  );
  builder.row('hours', [{ column: x, value: 2 }], { upper: 60 });
  if (uneven) builder.row('uneven', [{ column: y, value: 1 }], { upper: uneven(multiple) });
  return { multiple, model: builder.build([]) };
}

const following: readonly Following[] = [{ column: 0, slope: 3, constant: 0 }];
const samples = (share: number, uneven?: (multiple: number) => number) =>
  [5, 10, 20].map((multiple) => sample(multiple, share, uneven)) as unknown as Parameters<typeof affineModel>[0];
const limits = { gap: 0, absoluteGap: 0, seconds: 10, seed: 1, presolve: false };
const most = async (affine: ReturnType<typeof affineModel>) => {
  const outcome = await engineOfTests.solve(affine.model, limits);
  return outcome.status === 'optimal' ? -outcome.value : outcome.status;
};

test('a right-hand side and a factor at an award that grow with demand are those of the multiple that is found', async () => {
  // Six on hand and at most 30 made: 3θ ≤ 36. A share of all that is asked allows that.
  const all = affineModel(samples(1), following, () => false);
  expect(all.loosened).toEqual([]);
  expect(await most(all)).toBeCloseTo(12, 6);
  // Half of what is asked: 3θ ≤ 6 + 1.5θ, so that θ = 4.
  expect(await most(affineModel(samples(0.5), following, () => false))).toBeCloseTo(4, 6);
});

test('the multiple is at most the largest one that the model was written for', async () => {
  const few = [0.5, 1, 2].map((multiple) => sample(multiple, 1)) as unknown as Parameters<typeof affineModel>[0];
  expect(await most(affineModel(few, following, () => false))).toBeCloseTo(2, 6);
});

test('a row that does not grow evenly is kept at its loosest and named', async () => {
  const root = affineModel(
    samples(1, (multiple) => 2 * Math.sqrt(multiple)),
    following,
    () => false,
  );
  expect(root.loosened).toEqual(['uneven']);
  // y ≤ 2·√20 at the largest multiple, where 2·√θ would allow less.
  expect(await most(root)).toBeCloseTo((2 * Math.sqrt(20)) / 3, 6);
});

test('a row that is said to switch something on is kept at its loosest without being named', async () => {
  const switched = affineModel(samples(0.5), following, (row) => row === 'share');
  expect(switched.loosened).toEqual([]);
  expect(await most(switched)).toBeCloseTo(12, 6);
});

test('a row that stands in some of the models alone is left out and named', async () => {
  const [first, second, third] = samples(1);
  const shorter = { ...first, model: { ...first.model, rows: ['made', 'share', 'other'] } };
  const affine = affineModel([shorter, second, third], following, () => false);
  expect(affine.loosened).toEqual(['hours']);
  expect(await most(affine)).toBeCloseTo(20, 6);
});
