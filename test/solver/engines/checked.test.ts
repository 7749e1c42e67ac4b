import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../../solver/engines/checked.ts';
import type { Engine, EngineLimits, Outcome } from '../../../solver/engines/engine.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';

const limits: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 1, seed: 1, presolve: true };

/** Least 2x + 10 with x ≥ 3 by a row and x ≤ 8: the optimum is x = 3, its value 16 and the row's dual 2. */
function model(integer = false) {
  const builder = createModelBuilder();
  const column = builder.column('x', { upper: 8, integer });
  builder.row('at least three', [{ column, value: 1 }], { lower: 3 });
  return builder.build([{ column, value: 2 }], 10);
}

const answer = (x: number, value: number, dual: number): Outcome => ({
  status: 'optimal',
  value,
  bound: value,
  values: Float64Array.of(x),
  rowDuals: Float64Array.of(dual),
});
const truth = answer(3, 16, 2);

/** An engine that answers in turn, and notes whether presolve was allowed. */
function engineWith(...answers: readonly Outcome[]) {
  const presolved: boolean[] = [];
  const engine: Engine = {
    name: 'scripted',
    version: '1',
    solve: async (_model, { presolve }) => answers[presolved.push(presolve) - 1]!,
  };
  return { presolved, engine: checkedEngine(engine) };
}

describe('an engine is believed', () => {
  test('when its solution holds and its duals prove the optimum', async () => {
    const { engine, presolved } = engineWith(truth);
    expect(await engine.solve(model(), limits)).toBe(truth);
    expect(presolved).toEqual([true]);
  });

  test.each([
    ['a value that is no number', answer(Number.NaN, Number.NaN, 2)],
    ['a value that its solution does not have', answer(3, 15, 2)],
    ['a solution that breaks a row', answer(2.9, 15.8, 2)],
    ['a solution that breaks a bound', answer(8.1, 26.2, 0)],
    ['an optimum that its duals do not prove', answer(4, 18, 2)],
    ['duals of the wrong sign', answer(3, 16, -2)],
  ])('but not %s: it is asked again without presolve', async (_name, wrong) => {
    const { engine, presolved } = engineWith(wrong, truth);
    expect(await engine.solve(model(), limits)).toBe(truth);
    expect(presolved).toEqual([true, false]);
  });

  test('but not a part where a whole is asked for', async () => {
    const { engine, presolved } = engineWith(answer(3.5, 17, 0), { status: 'infeasible' });
    expect(await engine.solve(model(true), limits)).toEqual({ status: 'infeasible' });
    expect(presolved).toEqual([true, false]);
  });

  test('and gives no answer when it is wrong twice', async () => {
    const { engine } = engineWith(answer(2, 14, 2), answer(2, 14, 2));
    expect(await engine.solve(model(), limits)).toMatchObject({ status: 'undecided', limit: 'engine' });
  });
});
