import { afterAll, describe, expect, test } from 'vitest';
import { brokenPart } from '../../../solver/engines/broken-part.ts';
import { type Engine, type EngineLimits, isSolved } from '../../../solver/engines/engine.ts';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import { createWorkerEngine } from '../../../solver/engines/worker-engine.node.ts';
import { type LinearModel, objectiveAt } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';

const workerFile = new URL('../../../dist/solver-worker.node.js', import.meta.url).href;
const highs = createHighsEngine(createHighsLoader());
const javascript = createJavascriptLpSolverEngine(() => performance.now());
const threads = [highs, javascript].map((engine) => createWorkerEngine(engine, workerFile));
afterAll(() => Promise.all(threads.map(({ close }) => close())));

interface Row {
  readonly name: string;
  readonly engine: Engine;
  /** Columns of the cover that it solves to the end: javascript-lp-solver has no cuts, and 60 columns take it longer than a test may. */
  readonly cover: number;
}

/** Every engine passes the same cases; none is skipped for any. */
const engines: readonly Row[] = [
  { name: 'highs in this thread', engine: highs, cover: 60 },
  { name: 'highs in a worker thread', engine: threads[0]!, cover: 60 },
  { name: 'javascript-lp-solver in this thread', engine: javascript, cover: 24 },
  { name: 'javascript-lp-solver in a worker thread', engine: threads[1]!, cover: 24 },
];
const exact: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true };

/** Chairs and tables: maximise 30c + 50t with c + 2t ≤ 40 and 2c + t ≤ 50.5, hence minimise the negative. */
function workshop(whole: boolean): LinearModel {
  const builder = createModelBuilder();
  const chairs = builder.column('chairs', { integer: whole });
  const tables = builder.column('tables', { integer: whole });
  builder.row('carpentry', [term(chairs, 1), term(tables, 2)], { upper: 40 });
  builder.row('finishing', [term(chairs, 2), term(tables, 1)], { upper: 50.5 });
  return builder.build([term(chairs, -30), term(tables, -50)], 1000);
}

const term = (column: number, value: number) => ({ column, value });

/** A knapsack in five resources with profits close to the weights: its LP bound is weak, so that branching is needed. */
function hardKnapsack(n: number): LinearModel {
  const builder = createModelBuilder();
  const columns = Array.from({ length: n }, (_, at) => builder.column(`k${at}`, { upper: 1, integer: true }));
  const weight = (resource: number, at: number) => 20 + ((at * (31 + 16 * resource) + resource * 7) % 60);
  for (let resource = 0; resource < 5; resource++) {
    builder.row(
      `resource ${resource}`,
      columns.map((column, at) => term(column, weight(resource, at))),
      { upper: 12.5 * n },
    );
  }
  return builder.build(columns.map((column, at) => term(column, -weight(at % 5, at) - 5)));
}

/** A set-cover with n columns whose LP bound is weak, so that branching is needed: each pair of neighbours and each third. */
function hardCover(n: number): LinearModel {
  const builder = createModelBuilder();
  const columns = Array.from({ length: n }, (_, at) => builder.column(`c${at}`, { upper: 1, integer: true }));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if ((i * 7 + j * 13) % 5 === 0)
        builder.row(`r${i}-${j}`, [term(columns[i]!, 1), term(columns[j]!, 1)], { lower: 1 });
    }
  }
  return builder.build(columns.map((column, at) => term(column, 10 + ((at * 37) % 11))));
}

describe.each(engines)('$name', ({ engine, cover }) => {
  test('finds the optimum of an LP, with its duals', async () => {
    const outcome = await engine.solve(workshop(false), exact);
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    // c + 2t = 40 and 2c + t = 50.5 give c = 61/3, t = 59/6.
    expect(outcome.value).toBeCloseTo(1000 - 30 * (61 / 3) - 50 * (59 / 6), 6);
    expect(outcome.bound).toBe(outcome.value);
    expect(outcome.values[0]).toBeCloseTo(61 / 3, 6);
    // One hour of carpentry more is worth 70/3, one of finishing 10/3.
    expect(Math.abs(outcome.rowDuals![0]!)).toBeCloseTo(70 / 3, 6);
    expect(Math.abs(outcome.rowDuals![1]!)).toBeCloseTo(10 / 3, 6);
  });

  test('finds the optimum of a whole-number model', async () => {
    const outcome = await engine.solve(workshop(true), exact);
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    expect(outcome.value).toBeCloseTo(1000 - 1100, 6);
    expect(Array.from(outcome.values, Math.round)).toEqual([20, 10]);
    expect(outcome.bound).toBeLessThanOrEqual(outcome.value);
  });

  test('gives the same answer without presolve', async () => {
    const outcome = await engine.solve(workshop(true), { ...exact, presolve: false });
    expect(outcome).toMatchObject({ status: 'optimal', value: -100 });
  });

  test('says infeasible when no point satisfies the rows', async () => {
    const builder = createModelBuilder();
    const column = builder.column('x', { upper: 1 });
    builder.row('at least two', [term(column, 1)], { lower: 2 });
    expect(await engine.solve(builder.build([]), exact)).toEqual({ status: 'infeasible' });
  });

  test('says infeasible for a row without terms that asks for something', async () => {
    const builder = createModelBuilder();
    builder.column('x', { upper: 1 });
    builder.row('nothing is one', [], { lower: 1 });
    expect(await engine.solve(builder.build([]), exact)).toEqual({ status: 'infeasible' });
  });

  test('says unbounded when cost can fall for ever', async () => {
    const builder = createModelBuilder();
    const column = builder.column('x');
    const other = builder.column('y');
    builder.row('apart', [term(column, 1), term(other, -1)], { upper: 1 });
    const outcome = await engine.solve(builder.build([term(column, -1)]), { ...exact, presolve: false });
    expect(outcome).toEqual({ status: 'unbounded' });
  });

  test('solves a model without columns', async () => {
    expect(await engine.solve(createModelBuilder().build([], 7), exact)).toMatchObject({ status: 'optimal', value: 7 });
  });

  test('a work limit ends the search with a bound below the value, and twice the same', async () => {
    const limits = { ...exact, work: 1 };
    const outcome = await engine.solve(hardKnapsack(50), limits);
    if (outcome.status !== 'feasible') throw new Error(outcome.status);
    expect(outcome.limit).toBe('work');
    expect(outcome.bound).toBeLessThan(outcome.value);
    const again = await engine.solve(hardKnapsack(50), limits);
    expect(again).toEqual(outcome);
  });

  test('tells incumbents that satisfy the model and get better, and answers with what it answers unheard', async () => {
    const model = hardKnapsack(50);
    const limits = { ...exact, work: 20 };
    const values: number[] = [];
    const incumbent = (point: Float64Array) => {
      expect(point).toHaveLength(model.columns.length);
      expect(brokenPart(model, point)).toBeUndefined();
      values.push(objectiveAt(model, point));
    };
    const outcome = await engine.solve(model, limits, { incumbent });
    if (!isSolved(outcome)) throw new Error(outcome.status);
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual(values.toSorted((left, right) => right - left));
    expect(outcome.value).toBeLessThanOrEqual(values.at(-1)! + 1e-6);
    expect(await engine.solve(model, limits)).toEqual(outcome);
  });

  test('a wanted gap ends the search early with an honest bound', async () => {
    const loose = await engine.solve(hardCover(cover), { ...exact, gap: 0.5 });
    const tight = await engine.solve(hardCover(cover), exact);
    if (loose.status !== 'optimal' || tight.status !== 'optimal') throw new Error('not solved');
    expect(loose.bound).toBeLessThanOrEqual(tight.value + 1e-6);
    expect(loose.value).toBeGreaterThanOrEqual(tight.value - 1e-6);
    expect((loose.value - loose.bound) / loose.value).toBeLessThanOrEqual(0.5);
  });

  test('a start is kept when nothing better is sought', async () => {
    const model = hardCover(cover);
    const best = await engine.solve(model, exact);
    if (best.status !== 'optimal') throw new Error(best.status);
    const outcome = await engine.solve(model, { ...exact, work: 0 }, {}, best.values);
    if (outcome.status !== 'feasible' && outcome.status !== 'optimal') throw new Error(outcome.status);
    expect(outcome.value).toBeCloseTo(best.value, 6);
  });

  test('a stop during the search keeps the best solution so far', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const progress = ({ incumbent }: { incumbent: number | null }) => {
      if (incumbent !== null) Atomics.store(stop, 0, 1);
    };
    const outcome = await engine.solve(hardKnapsack(50), exact, { stop, progress });
    if (outcome.status !== 'feasible') throw new Error(outcome.status);
    expect(outcome.limit).toBe('interrupt');
    expect(outcome.bound).toBeLessThan(outcome.value);
  });

  test('a stop before the start of the search is an interrupt, not an error', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    stop[0] = 1;
    const outcome = await engine.solve(hardCover(80), exact, { stop });
    if (outcome.status === 'undecided' || outcome.status === 'feasible') expect(outcome.limit).toBe('interrupt');
    else throw new Error(outcome.status);
  });
});
