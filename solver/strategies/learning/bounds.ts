import type { PriceCertificate } from '../../../scenarios/domain/plan.ts';
import type { Engine } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { productionColumns } from '../production-columns.ts';
import { relaxationOf } from '../restrict.ts';
import { limitsOf } from '../search.ts';
import type { Found } from '../strategy.ts';
import type { Pass } from './pass.ts';

/** What is proven of every plan, whatever is learnt. */
export interface Proven {
  readonly bounds: Found['bounds'];
  readonly certificate?: PriceCertificate;
  readonly hit: Found['hit'];
}

interface Bounding {
  readonly problem: PlanningProblem;
  /** With the fewest hours that any plan can come to. */
  readonly least: PlanningProblem;
  readonly engine: Engine;
  readonly left: () => number;
}

/** Production columns of a model that is given to the engine whole, and of one whose relaxation is. */
const WHOLE = 4_000;
const RELAXED = 100_000;

/**
 * The bounds of the plan of the fewest hours, for the plan at hand: that on the cost covers plans that miss no more than that one, so that
 * where the plan at hand misses more it is moved to what this misses, by its prices or solved again.
 */
export async function boundsFor(
  bounding: Bounding,
  plan: Pass,
  optimist: Pass | undefined,
): Promise<Proven | undefined> {
  if (!optimist) return undefined;
  const { found, values } = optimist;
  const [shortfall, cost] = found.bounds;
  const { hit } = found;
  const certificate = found.certificate?.kind === 'prices' ? found.certificate : undefined;
  const covered = values[0]! + aims[0]!.tolerance(bounding.problem);
  const most = plan.values[0]!;
  const rows = certificate?.cost;
  if (!rows && most <= covered + 1e-9 * Math.max(1, covered))
    return { bounds: found.bounds, hit, ...(certificate && { certificate }) };
  if (certificate && rows) {
    const allowed = Math.max(rows.most ?? 0, most, shortfall!.bound + aims[0]!.tolerance(bounding.problem));
    const moved = Math.max(0, cost!.bound - rows.theta * (allowed - (rows.most ?? 0)));
    return {
      ...{ bounds: [shortfall!, { ...cost!, bound: moved }], hit },
      certificate: { ...certificate, cost: { ...rows, most: allowed } },
    };
  }
  const bound = await costBound(bounding, most);
  const prices = certificate?.shortfall ? { certificate: { ...certificate, cost: null } } : {};
  return { bounds: [shortfall!, { ...cost!, bound }], hit, ...prices };
}

/** The least cost with the fewest hours among plans that miss at most so much; 0 where that cannot be told. */
async function costBound({ problem, least, engine, left }: Bounding, missing: number): Promise<number> {
  const size = productionColumns(least);
  if (size > RELAXED) return 0;
  const most = missing + 1e-9 * Math.max(1, missing);
  const { model } = formulate(least, aims.at(-1)!, [{ objective: aims[0]!, most }]);
  const limits = { ...limitsOf(problem, left()), presolve: false };
  const outcome = await engine.solve(size > WHOLE ? relaxationOf(model) : model, limits);
  if (outcome.status === 'optimal' || outcome.status === 'feasible') return Math.max(0, outcome.bound);
  return 0;
}
