import type { AimName, CasePrices, Plan } from '../../../scenarios/domain/plan.ts';
import type { Engine } from '../../engines/engine.ts';
import type { Case, PlanningProblem } from '../../problem.ts';
import { withinSeconds, withoutPlans } from '../search.ts';
import type { Decided, PlanHooks, Strategy } from '../strategy.ts';
import type { CaseProof } from './wait-and-see.ts';

/** A case decided as if it were the only one. */
export interface Alone {
  readonly of: Case;
  readonly decided: Decided;
}

/** What deciding each case alone needs. */
interface AloneTerms {
  readonly decide: Strategy['decide'];
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  readonly parent: Plan | undefined;
  /** Seconds for one case when so many of them are still to be decided. */
  readonly seconds: (left: number) => number;
  readonly isOver: () => boolean;
}

/** Each case decided by prices and kernel as if it were the only one, until time is up; none is left to an engine whole, as that proves no prices. */
export async function eachAlone(cases: readonly Case[], terms: AloneTerms): Promise<readonly Alone[]> {
  const { decide, engine, hooks, parent, seconds, isOver } = terms;
  const roundsOnly = { ...engine, memory: engine.memory ?? 0 };
  const found: Alone[] = [];
  for (const [at, of] of cases.entries()) {
    if (isOver()) break;
    const problem = withinSeconds(of.problem, seconds(cases.length - at));
    const own = parent && parentOf(parent, of.name);
    found.push({ of, decided: await decide(problem, roundsOnly, quiet(hooks, of.name), own) });
  }
  return found;
}

/** What one case finds is no plan for all of them. */
const quiet = (hooks: PlanHooks, name: string): PlanHooks => ({
  ...withoutPlans(hooks),
  progress: (event) =>
    hooks.progress?.({ ...event, stage: `case ${name}: ${event.stage}`, incumbent: null, bound: null, gap: null }),
});

/** What is proven of one case, and the prices that prove it. */
export interface PricedCase {
  readonly of: Case;
  readonly prices: CasePrices;
  readonly proof: CaseProof;
}

/** What the prices of a case by itself prove; nothing where there are none. */
export function pricedAlone(of: Case, decided: readonly Alone[]): PricedCase {
  const { name, weight } = of;
  const own = decided.find((one) => one.of === of)?.decided;
  const none = { weight, shortfall: 0, cost: 0, most: 0, theta: Number.POSITIVE_INFINITY };
  if (!own || !('solution' in own) || own.certificate?.kind !== 'prices')
    return { of, prices: { name, shortfall: null, cost: null }, proof: none };
  const { shortfall, cost } = own.certificate;
  const boundOf = (aim: AimName) => own.bounds.find((bound) => bound.aim === aim)!.bound;
  const proof = {
    ...{ ...none, shortfall: shortfall ? boundOf('shortfall') : 0 },
    ...(cost && { cost: boundOf('cost'), most: cost.most ?? 0, theta: cost.theta }),
  };
  return { of, prices: { name, shortfall, cost }, proof };
}

/** The parent of one case: its awards are those of all, its prices the case's own. */
function parentOf(parent: Plan, name: string): Plan {
  const { certificate } = parent;
  if (certificate.kind !== 'prices-by-case') return parent;
  const own = certificate.cases.find((prices) => prices.name === name);
  return own ? { ...parent, certificate: { kind: 'prices', shortfall: own.shortfall, cost: own.cost } } : parent;
}

/** The pairs of the whole problem that a case awards by itself, as positions. */
export function awardedAlone(problem: PlanningProblem, { of, decided }: Alone): readonly number[] {
  if (!('solution' in decided)) return [];
  const { solution } = decided;
  const own = solution.problem ?? of.problem;
  const key = ({ supplier, item }: { readonly supplier: string; readonly item: string }) =>
    JSON.stringify([supplier, item]);
  const position = new Map(problem.pairs.map((pair, at) => [key(pair), at]));
  return own.pairs.flatMap((pair, at) =>
    solution.values[solution.variables.awarded(at)]! > 0.5 ? [position.get(key(pair))!] : [],
  );
}
