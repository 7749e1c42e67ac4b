import type { Engine } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { withIntegersFixed } from '../schedule.ts';

/** What awards lack for all that is due, and what they make. */
export interface Missing {
  /** By package, units missing in t = 1 … T; index 0 unused. */
  readonly units: readonly Float64Array[];
  /** By pair, units in t = 1 … T. */
  readonly produced: readonly Float64Array[];
}

/**
 * The fewest units of packages that are missing for full deliveries when every pair of the problem is awarded, and the cheapest way to
 * make the others. What is missing reaches its place without a way. Undefined where other rules leave none.
 */
export async function missingUnits(problem: PlanningProblem, engine: Engine): Promise<Missing | undefined> {
  const { model, variables } = formulate(problem, aims.at(-1)!);
  const { horizon, packages, pairs, demands } = problem;
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const stand = (column: number, value: number) => {
    colLower[column] = colUpper[column] = value;
  };
  const carried = problem.scenario.policy.backlog === 'carried';
  demands.forEach(({ required }, d) => {
    for (let t = 1; t < required.length; t++) {
      stand(variables.delivered(d, t), required[t]!);
      if (carried) stand(variables.backlog(d, t), 0);
    }
  });
  const rowOf = new Map(model.rows.map((name, row) => [name, row]));
  const price = pricesOf(problem);
  const short = packages.flatMap(({ item }) =>
    Array.from({ length: horizon }, (_, t) => ({
      row: rowOf.get(`meet-requirement|${item.item}|${t + 1}`)!,
      price: price.missing,
    })),
  );
  const unsent = model.rows.flatMap((name, row) =>
    name.startsWith('received|') ? [{ row, price: price.unsent }] : [],
  );
  const elastic = withSlack({ ...model, colLower, colUpper }, [...short, ...unsent]);
  const all = Float64Array.from(elastic.integer);
  const limits = {
    gap: 0,
    absoluteGap: 0,
    seconds: 600,
    seed: problem.scenario.solve.seed,
    presolve: true,
    simplex: true,
  };
  const outcome = await engine.solve(withIntegersFixed(elastic, all), limits);
  if (outcome.status !== 'optimal') return undefined;
  const { values } = outcome;
  const first = model.columns.length;
  return {
    units: packages.map((_, w) =>
      Float64Array.from({ length: horizon + 1 }, (_, t) => (t === 0 ? 0 : values[first + w * horizon + t - 1]!)),
    ),
    produced: pairs.map((_, pair) =>
      Float64Array.from({ length: horizon + 1 }, (_, t) =>
        t === 0 ? 0 : (values[variables.produced(pair, t) ?? -1] ?? 0),
      ),
    ),
  };
}

/** Euro for a unit that nobody ships, more than shipping any; for one that nobody makes, more than making, holding and shipping any. */
function pricesOf({ pairs, stocked, lanes, horizon }: PlanningProblem) {
  const dearest = pairs.reduce((most, { unitCost }) => Math.max(most, unitCost), 1);
  const holding = stocked.reduce((most, { holdingCost }) => Math.max(most, holdingCost), 0);
  const ways = lanes.flatMap(({ ends }) => ends.flatMap(({ cost }) => cost));
  const unsent = ways.reduce((most, cost) => Math.max(most, cost), 0) + 1;
  return { unsent, missing: 10 * (dearest + horizon * holding + (ways.length > 0 ? unsent : 0)) };
}

/** The model with one more column for each of some rows, at its price, that adds to it. */
function withSlack(
  model: LinearModel,
  elastic: readonly { readonly row: number; readonly price: number }[],
): LinearModel {
  const columns = model.columns.length;
  const slackOf = new Map(elastic.map(({ row }, at) => [row, columns + at]));
  const starts = new Int32Array(model.starts.length);
  const indices = new Int32Array(model.indices.length + elastic.length);
  const values = new Float64Array(indices.length);
  let at = 0;
  for (let row = 0; row < model.rows.length; row++) {
    indices.set(model.indices.subarray(model.starts[row]!, model.starts[row + 1]!), at);
    values.set(model.values.subarray(model.starts[row]!, model.starts[row + 1]!), at);
    at += model.starts[row + 1]! - model.starts[row]!;
    const slack = slackOf.get(row);
    if (slack !== undefined) {
      indices[at] = slack;
      values[at++] = 1;
    }
    starts[row + 1] = at;
  }
  const longer = (figures: Float64Array, value: number) => {
    const all = new Float64Array(columns + elastic.length).fill(value);
    all.set(figures);
    return all;
  };
  const integer = new Uint8Array(columns + elastic.length);
  integer.set(model.integer);
  const cost = longer(model.cost, 0);
  elastic.forEach(({ price }, at) => {
    cost[columns + at] = price;
  });
  return {
    ...model,
    columns: [...model.columns, ...elastic.map(({ row }) => `missing|${model.rows[row]}`)],
    cost,
    colLower: longer(model.colLower, 0),
    colUpper: longer(model.colUpper, Number.POSITIVE_INFINITY),
    ...{ integer, starts, indices, values },
  };
}
