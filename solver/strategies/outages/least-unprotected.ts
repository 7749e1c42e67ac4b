import { type Engine, isSolved } from '../../engines/engine.ts';
import { type Formulated, formulate } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import { onlyRows } from '../../model/submodel.ts';
import type { Variables } from '../../model/variables.ts';
import { unprotected } from '../../objectives/unprotected.ts';
import { spansOf } from '../../outages/span.ts';
import type { AskedOutage, PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { exactWithin } from '../search.ts';

/** Production columns, plan and recourse together, up to which such a program is solved. */
const MOST_COLUMNS = 150_000;

/**
 * What these outages leave unprotected at least, beside any plan with a shortfall of at most `most`: everybody awarded in parts, and of all that
 * a plan is only what comes before the last effect of these outages. A bound for any set of outages that holds these; 0 where that is all that is known.
 */
export async function leastUnprotected(
  problem: PlanningProblem,
  outages: readonly AskedOutage[],
  most: number,
  engine: Engine,
  seconds: number,
): Promise<number> {
  const spanOf = spansOf(problem);
  const last = Math.max(...outages.map(({ outage }) => spanOf(outage).last));
  const periods = outages.reduce((sum, { outage }) => sum + spanOf(outage).last - outage.from + 1, last);
  if (outages.length === 0 || problem.pairs.length * periods > MOST_COLUMNS) return 0;
  const stated = formulate({ ...problem, outages }, unprotected);
  const model = deliveringBut(problem, stated, most);
  const outcome = await engine.solve(relaxationOf(without(model, laterColumns(problem, stated.variables, last))), {
    ...exactWithin(problem, seconds),
    simplex: true,
  });
  return isSolved(outcome) ? Math.max(0, outcome.bound) : 0;
}

/** The model in which no product misses more than a weighted shortfall allows of it. */
function deliveringBut(problem: PlanningProblem, { model, variables }: Formulated, most: number): LinearModel {
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const carried = problem.scenario.policy.backlog === 'carried';
  problem.demands.forEach(({ required, weight }, demand) => {
    const missing = weight > 0 ? most / weight : Number.POSITIVE_INFINITY;
    for (let t = 1; t < required.length; t++) {
      if (carried) colUpper[variables.backlog(demand, t)] = missing;
      else colLower[variables.delivered(demand, t)] = Math.max(0, required[t]! - missing);
    }
  });
  return { ...model, colLower, colUpper };
}

/** The columns of what happens after a period. */
function laterColumns(problem: PlanningProblem, variables: Variables, last: number): ReadonlySet<number> {
  const later = new Set<number>();
  const add = (column: number | undefined) => {
    if (column !== undefined) later.add(column);
  };
  const carried = problem.scenario.policy.backlog === 'carried';
  problem.demands.forEach(({ required }, demand) => {
    for (let t = last + 1; t < required.length; t++) {
      add(variables.delivered(demand, t));
      if (carried) add(variables.backlog(demand, t));
    }
  });
  for (let t = last + 1; t <= problem.horizon; t++) {
    problem.stocked.forEach((_, stocked) => {
      add(variables.stock(stocked, t));
    });
    problem.pairs.forEach((_, pair) => {
      add(variables.produced(pair, t));
    });
  }
  return later;
}

/** The model without the rows that name any of these columns. */
const without = (model: LinearModel, columns: ReadonlySet<number>): LinearModel =>
  onlyRows(
    model,
    [...model.rows.keys()].filter(
      (row) =>
        !model.indices.subarray(model.starts[row]!, model.starts[row + 1]!).some((column) => columns.has(column)),
    ),
  );
