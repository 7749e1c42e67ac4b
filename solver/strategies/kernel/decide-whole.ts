import { valueAt } from '../../model/variables.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { monolithicFrom } from '../monolithic.ts';
import { productionColumns } from '../production-columns.ts';
import { withinSeconds } from '../search.ts';
import type { Decided, Found, Solution } from '../strategy.ts';
import { pricesFor } from './certificate.ts';
import { lifted } from './lifted.ts';
import type { Search } from './search.ts';
import type { PlanValues } from './standing.ts';
import { withoutUseless } from './without-useless.ts';

/** Production columns of a model that an engine may be given whole. */
const MOST_WHOLE = 100_000;

/**
 * Leaves to an engine what the rounds left open, without the pairs that no better plan awards and with the rounds' plan as its start; the
 * better of the two bounds of each aim counts, and of the two plans where a limit ended the engine's search. A problem that is too large
 * for it stays as it is.
 */
export async function decideWhole(search: Search): Promise<Decided> {
  const { problem, engine, hooks, standing, spent, seconds } = search;
  const hit = search.gaveUp() ? 'engine' : 'work';
  const known = standing.found(hit);
  const asItIs = known ?? { status: 'unknown', hit };
  if (engine.memory !== undefined) return asItIs;
  const left = withoutUseless(search);
  if (productionColumns(left) > MOST_WHOLE) return asItIs;
  const asked = withinSeconds(left, Math.max(1, seconds - spent()));
  const best = standing.best();
  const start = best && lifted(asked, best.solution);
  const within = (found: Found) => (left === problem ? found : ofWhole(left, found, best!.cost));
  const isBetter = (found: Found) => standing.isBetter(valuesOf(problem, found.solution));
  const { better } = hooks;
  const told: typeof hooks = {
    ...hooks,
    // The plan of the rounds has been told already.
    ...(better && {
      better: async (each) => {
        const found = within(each);
        if (isBetter(found)) await better(beside(known, found));
      },
    }),
  };
  const decided = await monolithicFrom(Number.POSITIVE_INFINITY, start?.problem ? undefined : start?.values).decide(
    asked,
    engine,
    told,
  );
  if (known === undefined || !('solution' in decided)) return known ?? decided;
  const found = within(decided);
  const proven = beside(known, found);
  return found.hit === null || isBetter(found) ? proven : { ...proven, solution: known.solution };
}

/**
 * What was found in the problem without useless pairs, as it stands in the whole one: its bound on the shortfall says nothing there, and
 * its bound on the cost holds up to the cost by which the pairs were left out.
 */
function ofWhole(left: PlanningProblem, { bounds, solution, ...found }: Found, cost: number): Found {
  const [shortfall, last] = bounds;
  return {
    ...found,
    solution: { ...solution, problem: left },
    bounds: [
      { ...shortfall!, bound: 0 },
      { ...last!, bound: Math.min(last!.bound, cost) },
    ],
  };
}

/** What was found, with the higher bound of each aim, and the prices of those that prices bound. */
function beside(known: Found | undefined, found: Found): Found {
  if (!known) return found;
  const bounds = found.bounds.map((own, aim) => higher(own, known.bounds[aim]!));
  const kept = bounds.map((own, aim) => own === known.bounds[aim]);
  const { certificate } = known;
  if (certificate?.kind !== 'prices') return { ...found, bounds };
  const prices = pricesFor(kept[0] ? certificate.shortfall : null, kept[1] ? certificate.cost : null);
  return { ...found, bounds, ...(prices && { certificate: prices }) };
}

const higher = (one: Found['bounds'][number], other: Found['bounds'][number]) =>
  other.bound > one.bound ? other : one;

/** The aims at a solution. */
function valuesOf(problem: PlanningProblem, solution: Solution): PlanValues {
  const [shortfall, cost] = aims.map((aim) =>
    valueAt(aim.formulate(solution.problem ?? problem, solution.variables), solution.values),
  );
  return { shortfall: shortfall!, cost: cost! };
}
