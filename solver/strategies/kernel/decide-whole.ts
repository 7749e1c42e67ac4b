import { monolithicFrom } from '../monolithic.ts';
import { productionColumns } from '../production-columns.ts';
import type { Decided, Found } from '../strategy.ts';
import type { Search } from './round.ts';

/** Production columns of a model that an engine may be given whole. */
const MOST_WHOLE = 20_000;

/**
 * Leaves to an engine what the rounds left open, with their plan as its start; the better of the two bounds of each aim counts. A
 * problem that is too large for it stays as it is.
 */
export async function decideWhole(search: Search): Promise<Decided> {
  const { problem, engine, hooks, standing, spent, seconds } = search;
  const hit = search.gaveUp() ? 'engine' : 'work';
  const known = standing.found(hit);
  if (engine.memory !== undefined || productionColumns(problem) > MOST_WHOLE)
    return known ?? { status: 'unknown', hit };
  const { scenario } = problem;
  const left = { ...scenario, solve: { ...scenario.solve, timeLimit: Math.max(1, seconds - spent()) } };
  const start = known?.solution.problem ? undefined : known?.solution.values;
  const decided = await monolithicFrom(Number.POSITIVE_INFINITY, start).decide(
    { ...problem, scenario: left },
    engine,
    hooks,
  );
  if (known === undefined || !('solution' in decided)) return known ?? decided;
  const bounds = decided.bounds.map((own, aim) => higher(own, known.bounds[aim]!));
  const kept = bounds.map((own, aim) => own === known.bounds[aim]);
  const { certificate } = known;
  if (certificate?.kind !== 'prices' || !kept.some(Boolean)) return { ...decided, bounds };
  const [shortfall, cost] = [kept[0] ? certificate.shortfall : null, kept[1] ? certificate.cost : null];
  return { ...decided, bounds, certificate: { kind: 'prices', shortfall, cost } };
}

const higher = (one: Found['bounds'][number], other: Found['bounds'][number]) =>
  other.bound > one.bound ? other : one;
