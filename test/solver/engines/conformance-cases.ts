import { type Engine, type EngineLimits, isSolved, type Outcome } from '../../../solver/engines/engine.ts';
import { brokenPart } from '../../../solver/model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';
import { claim, claimNear, claimSame } from '../../support/claim.ts';

/** What every engine must do, wherever it runs: rejects with what was found instead. */
export interface ConformanceCase {
  readonly name: string;
  /** `cover`: columns of the cover that the engine solves to the end. */
  readonly run: (engine: Engine, cover: number) => Promise<void>;
}

export const exact: EngineLimits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true };

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
export function hardKnapsack(n: number): LinearModel {
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
export function hardCover(n: number): LinearModel {
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

/** A model of n columns and rows with five terms each. */
export function chain(n: number, integer = false): LinearModel {
  const builder = createModelBuilder();
  const columns = Array.from({ length: n }, (_, at) => builder.column(`c${at}`, { upper: 10, integer }));
  columns.forEach((_, row) => {
    const terms = [0, 1, 2, 3, 4].map((step) => ({
      column: columns[(row + step * step) % n]!,
      value: 1 + ((row + step) % 7),
    }));
    builder.row(`r${row}`, terms, { lower: 20 + (row % 13) });
  });
  return builder.build(columns.map((column) => ({ column, value: 5 + ((column * 31) % 17) })));
}

/** The outcome, when it has this status. */
function ended<Status extends Outcome['status']>(outcome: Outcome, status: Status) {
  if (outcome.status !== status) {
    throw new Error(outcome.status === 'undecided' ? `undecided: ${outcome.reason}` : outcome.status);
  }
  return outcome as Extract<Outcome, { status: Status }>;
}

/** Every engine passes the same cases; none is skipped for any. */
export const conformanceCases: readonly ConformanceCase[] = [
  {
    name: 'finds the optimum of an LP, with its duals',
    async run(engine) {
      const outcome = ended(await engine.solve(workshop(false), exact), 'optimal');
      // c + 2t = 40 and 2c + t = 50.5 give c = 61/3, t = 59/6.
      claimNear(outcome.value, 1000 - 30 * (61 / 3) - 50 * (59 / 6));
      claimSame(outcome.bound, outcome.value);
      claimNear(outcome.values[0], 61 / 3);
      // One hour of carpentry more is worth 70/3, one of finishing 10/3.
      claimNear(Math.abs(outcome.rowDuals![0]!), 70 / 3);
      claimNear(Math.abs(outcome.rowDuals![1]!), 10 / 3);
    },
  },
  {
    name: 'finds the optimum of a whole-number model',
    async run(engine) {
      const outcome = ended(await engine.solve(workshop(true), exact), 'optimal');
      claimNear(outcome.value, 1000 - 1100);
      claimSame(Array.from(outcome.values, Math.round), [20, 10]);
      claim(outcome.bound <= outcome.value, 'the bound is at most the value');
    },
  },
  {
    name: 'gives the same answer without presolve',
    async run(engine) {
      const outcome = ended(await engine.solve(workshop(true), { ...exact, presolve: false }), 'optimal');
      claimSame(outcome.value, -100);
    },
  },
  {
    name: 'says infeasible when no point satisfies the rows',
    async run(engine) {
      const builder = createModelBuilder();
      const column = builder.column('x', { upper: 1 });
      builder.row('at least two', [term(column, 1)], { lower: 2 });
      claimSame(await engine.solve(builder.build([]), exact), { status: 'infeasible' });
    },
  },
  {
    name: 'says infeasible for a row without terms that asks for something',
    async run(engine) {
      const builder = createModelBuilder();
      builder.column('x', { upper: 1 });
      builder.row('nothing is one', [], { lower: 1 });
      claimSame(await engine.solve(builder.build([]), exact), { status: 'infeasible' });
    },
  },
  {
    name: 'says unbounded when cost can fall for ever',
    async run(engine) {
      const builder = createModelBuilder();
      const column = builder.column('x');
      const other = builder.column('y');
      builder.row('apart', [term(column, 1), term(other, -1)], { upper: 1 });
      const outcome = await engine.solve(builder.build([term(column, -1)]), { ...exact, presolve: false });
      claimSame(outcome, { status: 'unbounded' });
    },
  },
  {
    name: 'solves a model without columns',
    async run(engine) {
      const outcome = ended(await engine.solve(createModelBuilder().build([], 7), exact), 'optimal');
      claimSame(outcome.value, 7);
    },
  },
  {
    name: 'a work limit ends the search with a bound below the value, and twice the same',
    async run(engine) {
      const limits = { ...exact, work: 1 };
      const outcome = ended(await engine.solve(hardKnapsack(50), limits), 'feasible');
      claimSame(outcome.limit, 'work');
      claim(outcome.bound < outcome.value, 'the bound is below the value');
      claimSame(await engine.solve(hardKnapsack(50), limits), outcome);
    },
  },
  {
    name: 'tells incumbents that satisfy the model and get better, and answers with what it answers unheard',
    async run(engine) {
      const model = hardKnapsack(50);
      const limits = { ...exact, work: 20 };
      const values: number[] = [];
      const incumbent = (point: Float64Array) => {
        claimSame(point.length, model.columns.length);
        claimSame(brokenPart(model, point), undefined);
        values.push(objectiveAt(model, point));
      };
      const outcome = await engine.solve(model, limits, { incumbent });
      claim(isSolved(outcome), 'the knapsack is solved');
      if (!isSolved(outcome)) return;
      claim(values.length > 0, 'incumbents are told');
      claimSame(
        values,
        [...values].sort((left, right) => right - left),
      );
      claim(outcome.value <= values.at(-1)! + 1e-6, 'the answer is no worse than the last incumbent');
      claimSame(await engine.solve(model, limits), outcome);
    },
  },
  {
    name: 'a wanted gap ends the search early with an honest bound',
    async run(engine, cover) {
      const loose = ended(await engine.solve(hardCover(cover), { ...exact, gap: 0.5 }), 'optimal');
      const tight = ended(await engine.solve(hardCover(cover), exact), 'optimal');
      claim(loose.bound <= tight.value + 1e-6, 'the bound is at most the optimum');
      claim(loose.value >= tight.value - 1e-6, 'the value is at least the optimum');
      claim((loose.value - loose.bound) / loose.value <= 0.5, 'the gap is as wanted');
    },
  },
  {
    name: 'a start is kept when nothing better is sought',
    async run(engine, cover) {
      const model = hardCover(cover);
      const best = ended(await engine.solve(model, exact), 'optimal');
      const outcome = await engine.solve(model, { ...exact, work: 0 }, {}, best.values);
      claimNear(outcome.status === 'optimal' ? outcome.value : ended(outcome, 'feasible').value, best.value);
    },
  },
  {
    name: 'a stop during the search keeps the best solution so far',
    async run(engine) {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const progress = ({ incumbent }: { incumbent: number | null }) => {
        if (incumbent !== null) Atomics.store(stop, 0, 1);
      };
      const outcome = ended(await engine.solve(hardKnapsack(50), exact, { stop, progress }), 'feasible');
      claimSame(outcome.limit, 'interrupt');
      claim(outcome.bound < outcome.value, 'the bound is below the value');
    },
  },
  {
    name: 'a stop before the start of the search is an interrupt, not an error',
    async run(engine) {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      stop[0] = 1;
      const outcome = await engine.solve(hardCover(80), exact, { stop });
      claimSame(outcome.status === 'feasible' ? outcome.limit : ended(outcome, 'undecided').limit, 'interrupt');
    },
  },
  {
    name: 'a stop before the start of a plain LP is an interrupt, and the next solve has its optimum',
    async run(engine) {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      stop[0] = 1;
      const outcome = ended(await engine.solve(workshop(false), exact, { stop }), 'undecided');
      claimSame(outcome.limit, 'interrupt');
      ended(await engine.solve(workshop(false), exact), 'optimal');
    },
  },
];
