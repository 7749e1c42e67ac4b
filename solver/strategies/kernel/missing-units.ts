import { priceSteps } from '../../../scenarios/eligibility/price-breaks.ts';
import type { Engine } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import { withSlack } from '../../model/with-slack.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { exactWithin } from '../search.ts';
import { allAwarded } from './all-awarded.ts';

/** What awards lack for all that is due, and what they make. */
export interface Missing {
  /** By package, units missing in t = 1 … T; index 0 unused. */
  readonly units: readonly Float64Array[];
  /** By pair, units in t = 1 … T. */
  readonly produced: readonly Float64Array[];
}

/**
 * The fewest units of packages that are missing for full deliveries when every pair of the problem is awarded, and the cheapest way to
 * make the others, expansions in fractions where that takes some. What is missing reaches its place without a way; when suppliers begin
 * to work does not matter, and onboardings may start in parts. Undefined where other rules leave none.
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
      ...{ row: rowOf.get(`meet-requirement|${item.item}|${t + 1}`)!, price: price.missing, value: 1 },
    })),
  );
  const unsent = model.rows.flatMap((name, row) =>
    name.startsWith('received|') ? [{ row, price: price.unsent, value: 1 }] : [],
  );
  const elastic = withSlack({ ...model, colLower, colUpper }, [...short, ...unsent]);
  const limits = { ...exactWithin(problem, 600), simplex: true };
  const outcome = await engine.solve(relaxationOf(allAwarded(problem, elastic, variables)), limits);
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
  const dearest = pairs.flatMap((pair) => priceSteps(pair)).reduce((most, { unitCost }) => Math.max(most, unitCost), 1);
  const holding = stocked.reduce((most, { holdingCost }) => Math.max(most, holdingCost), 0);
  const ways = lanes.flatMap(({ ends }) => ends.flatMap(({ cost }) => cost));
  const unsent = ways.reduce((most, cost) => Math.max(most, cost), 0) + 1;
  return { unsent, missing: 10 * (dearest + horizon * holding + (ways.length > 0 ? unsent : 0)) };
}
