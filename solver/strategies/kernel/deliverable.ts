import { formulate } from '../../formulate.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { productionColumns } from '../production-columns.ts';
import { relaxationOf } from '../restrict.ts';
import { limitsOf } from '../search.ts';
import type { Solution } from '../strategy.ts';
import type { Search } from './search.ts';

/** Production columns of a kernel whose shortfall is relaxed to see what it can deliver, and of a whole problem. */
const MOST_RELAXED = 100_000;
const MOST_WHOLE = 30_000;

/** What an engine's optimum may be off, relative or of a unit. */
const NOISE = 1e-8;

/** Units delivered of each demand in t = 1 …; index 0 unused. */
export type Deliveries = readonly Float64Array[];

/**
 * What is delivered at most when awards may be fractions: of the whole problem where an engine can be given that, which also bounds the shortfall of
 * every plan, where prices may say nothing of it for long; else in the kernel. Undefined where that is not known.
 */
export async function deliverable(search: Search, narrow: PlanningProblem): Promise<Deliveries | undefined> {
  const { problem, engine, standing, relaxed } = search;
  if (relaxed.deliveries) return relaxed.deliveries;
  const isLarge = engine.memory !== undefined || productionColumns(problem) > MOST_WHOLE;
  if (isLarge) return (await leastShort(search, narrow))?.deliveries;
  const found = await leastShort(search, problem);
  if (!found) return undefined;
  standing.claim(Math.max(0, found.shortfall - NOISE * Math.max(1, found.shortfall)));
  relaxed.deliveries = found.deliveries;
  return found.deliveries;
}

async function leastShort({ problem, engine, spent, seconds }: Search, of: PlanningProblem) {
  if (productionColumns(of) > MOST_RELAXED) return undefined;
  const { model, variables } = formulate(of, aims[0]!);
  const limits = { ...limitsOf(problem, Math.max(1, (seconds - spent()) / 4)), presolve: true };
  const outcome = await engine.solve(relaxationOf(model), limits);
  if (outcome.status !== 'optimal') return undefined;
  return { shortfall: outcome.value, deliveries: deliveriesOf({ problem: of, variables, values: outcome.values }) };
}

export const deliveriesOf = ({ problem, variables, values }: Required<Solution>): Deliveries =>
  problem.demands.map(({ required }, d) =>
    Float64Array.from(required, (_, t) => (t === 0 ? 0 : Math.max(0, values[variables.delivered(d, t)]!))),
  );
