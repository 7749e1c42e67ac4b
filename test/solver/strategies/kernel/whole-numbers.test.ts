import { expect, test } from 'vitest';
import type { LinearModel } from '../../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../../solver/model/model-builder.ts';
import { wholeNumbers } from '../../../../solver/strategies/kernel/all-awarded.ts';
import { engineOfTests } from '../../../support/highs.ts';

/** So many machines are bought at € 1 each, at least `least` of each kind. */
function machines(kinds: number, least: number): LinearModel {
  const builder = createModelBuilder();
  const columns = Array.from({ length: kinds }, (_, k) => builder.column(`e|${k}`, { upper: 9, integer: true }));
  for (const column of columns) builder.row(`least|${column}`, [{ column, value: 1 }], { lower: least });
  return builder.build(
    columns.map((column) => ({ column, value: 1 })),
    0,
  );
}

/** The linear programs that are asked for these numbers, and what the numbers cost. */
async function asked(kinds: number, least: number, isKnown: boolean) {
  const model = machines(kinds, least);
  const fixed: boolean[] = [];
  const engine = {
    ...engineOfTests,
    solve: (...own: Parameters<typeof engineOfTests.solve>) => {
      fixed.push(own[0].colLower[0] === own[0].colUpper[0]);
      return engineOfTests.solve(...own);
    },
  };
  const near = { value: kinds * least, values: new Float64Array(kinds).fill(least) };
  const limits = { gap: 0.5, absoluteGap: 0, seconds: 60, seed: 1, presolve: true };
  const found = await wholeNumbers(model, engine, limits, { read: () => new Map(), ...(isKnown && { near }) });
  return { fixed, cost: found?.point?.value, relaxed: found?.relaxed };
}

test('many numbers are read at a point nearby, and stand where that costs no more than two percent', async () => {
  expect(await asked(301, 0.99, true)).toEqual({ fixed: [true], cost: 301, relaxed: 301 * 0.99 });
});

test('where it costs more, and where no point is known, the relaxation is asked', async () => {
  const { fixed, cost, relaxed } = await asked(301, 0.97, true);
  expect(fixed).toEqual([true, false, true]);
  expect([cost, relaxed]).toEqual([301, expect.closeTo(301 * 0.97, 6)]);
  expect((await asked(301, 0.99, false)).fixed).toEqual([false, true]);
});

test('few numbers are read at their own relaxation', async () => {
  expect((await asked(300, 0.99, true)).fixed).toEqual([false, true]);
});
