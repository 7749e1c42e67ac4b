import { describe, expect, test } from 'vitest';
import { branchAndBound, type Relax } from '../../../solver/engines/branch-and-bound.ts';
import { dualBound, provesInfeasible } from '../../../solver/engines/dual-bound.ts';
import type { EngineLimits } from '../../../solver/engines/engine.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import { solveBySimplex } from '../../../solver/engines/js-simplex.ts';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';

const exact: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** Least 2x + 3y + 10 with x + y ≥ 2.5 and x, y ≤ 2: x = 2, y = 0.5, value 15.5; whole: x = 2, y = 1, value 17. */
function pair(integer: boolean): LinearModel {
  const builder = createModelBuilder();
  const [x, y] = [builder.column('x', { upper: 2, integer }), builder.column('y', { upper: 2, integer })];
  const [one, other] = [
    { column: x, value: 1 },
    { column: y, value: 1 },
  ];
  builder.row('enough', [one, other], { lower: 2.5 });
  return builder.build(
    [
      { column: x, value: 2 },
      { column: y, value: 3 },
    ],
    10,
  );
}

describe('duals prove a bound', () => {
  test('the right ones prove the optimum, others less, and one on an infinite bound nothing', () => {
    expect(dualBound(pair(false), Float64Array.of(3))).toBeCloseTo(15.5, 12);
    expect(dualBound(pair(false), Float64Array.of(2))).toBeCloseTo(15, 12);
    expect(dualBound(pair(false), Float64Array.of(-1))).toBe(Number.NEGATIVE_INFINITY);
  });

  test('multipliers prove that there is no point only where there is none', () => {
    const none = { ...pair(false), colUpper: Float64Array.of(1, 1) };
    expect(provesInfeasible(none, Float64Array.of(7))).toBe(true);
    expect(provesInfeasible(none, Float64Array.of(0))).toBe(false);
    expect(provesInfeasible(pair(false), Float64Array.of(7))).toBe(false);
  });
});

describe('the simplex', () => {
  const solve = (model: LinearModel) => solveBySimplex(model, model.colLower, model.colUpper, () => false);

  test('gives the optimum with its duals', () => {
    const answer = solve(pair(false));
    if (answer.status !== 'optimal') throw new Error(answer.status);
    expect([...answer.values]).toEqual([2, 0.5]);
    expect([...answer.duals]).toEqual([3]);
  });

  test('ends before a pivot when it should stop', () => {
    const model = pair(false);
    expect(solveBySimplex(model, model.colLower, model.colUpper, () => true)).toEqual({ status: 'stopped' });
  });
});

describe('javascript-lp-solver', () => {
  test('ends within a relaxation when its time is over', async () => {
    let seconds = 0;
    const engine = createJavascriptLpSolverEngine(() => 1000 * seconds++);
    expect(await engine.solve(pair(false), { ...exact, seconds: 1 })).toMatchObject({
      status: 'undecided',
      limit: 'time',
    });
    expect(await engine.solve(pair(true), { ...exact, seconds: 1 })).toMatchObject({
      status: 'undecided',
      limit: 'time',
    });
  });

  test('refuses a model of more than a million columns times rows, in words', async () => {
    const builder = createModelBuilder();
    for (let at = 0; at < 1001; at++) builder.column(`x${at}`);
    for (let at = 0; at < 1000; at++) builder.row(`r${at}`, [{ column: at, value: 1 }], { lower: 1 });
    const large = builder.build([]);
    const engine = createJavascriptLpSolverEngine(() => 0);
    const reason =
      'the model has 1001 columns × 1000 rows; javascript-lp-solver takes at most 1,000,000 (columns × rows)';
    expect(engine.refuses?.(large)).toBe(reason);
    expect(await engine.solve(large, exact)).toEqual({ status: 'undecided', limit: 'engine', reason });
    expect(engine.refuses?.(pair(true))).toBe(undefined);
  });

  test('takes a free whole-number column', async () => {
    const builder = createModelBuilder();
    const debt = builder.column('debt', { lower: Number.NEGATIVE_INFINITY, integer: true });
    builder.row('least', [{ column: debt, value: 2 }], { lower: -5 });
    const outcome = await createJavascriptLpSolverEngine(() => 0).solve(
      builder.build([{ column: debt, value: 1 }]),
      exact,
    );
    expect(outcome).toMatchObject({ status: 'optimal', value: -2 });
  });
});

describe('the search over whole numbers', () => {
  const model = pair(true);
  const search = (relax: Relax) =>
    branchAndBound({ model, limits: exact, relax, start: undefined, progress: () => undefined });

  /** The truth about a box of `pair`, by enumeration. */
  const truth: Relax = (lower, upper) => {
    const points = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => Float64Array.of(x, y)));
    const inside = points.filter(
      (point) => point.every((value, at) => value >= lower[at]! && value <= upper[at]!) && point[0]! + point[1]! >= 2.5,
    );
    const value = (point: Float64Array) => 2 * point[0]! + 3 * point[1]! + 10;
    const [best] = inside.sort((left, right) => value(left) - value(right));
    return best === undefined ? { bound: Number.POSITIVE_INFINITY } : { bound: value(best), values: best };
  };

  test('ends with the optimum and its bound where every relaxation is proven', () => {
    expect(search(truth)).toMatchObject({ best: { value: 17 }, bound: 17, ended: undefined });
  });

  test('claims no bound where a relaxation proves nothing', () => {
    const claims: Relax = (lower, upper) => {
      const answer = truth(lower, upper);
      return typeof answer === 'object' ? { ...answer, bound: Number.NEGATIVE_INFINITY } : answer;
    };
    expect(search(claims)).toMatchObject({ best: { value: 17 }, bound: Number.NEGATIVE_INFINITY });
  });

  test('does not believe a solution that breaks the model', () => {
    const liar: Relax = () => ({ bound: 10, values: Float64Array.of(0, 0) });
    expect(search(liar).best).toBe(undefined);
  });

  test('says that there is no point only when that is proven for every part', () => {
    expect(search(() => ({ bound: Number.POSITIVE_INFINITY }))).toMatchObject({
      best: undefined,
      bound: Number.POSITIVE_INFINITY,
    });
    expect(search(() => ({ bound: Number.NEGATIVE_INFINITY })).bound).toBe(Number.NEGATIVE_INFINITY);
  });
});
