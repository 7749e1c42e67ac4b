import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Engine } from '../engines/engine.ts';
import { aims } from '../objectives/index.ts';
import { type decideScenario, planOf } from '../plan.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import { isBetter } from '../strategies/better.ts';
import { outageRules, type Stood, stand } from '../strategies/outages/stood.ts';
import type { Found, Solution } from '../strategies/strategy.ts';

/** A scenario that was decided, with what names its plan. */
export type Made = Awaited<ReturnType<typeof decideScenario>>;

/** A rung that was planned. */
export interface Carrier {
  readonly name: string;
  readonly made: Made;
}

export interface Chosen {
  readonly plan: Plan;
  /** What the plan says; with the solution that makes it. */
  readonly made: Made;
  /** The other rung whose plan it is; null: its own. */
  readonly from: string | null;
}

/**
 * The best of what was decided and of the plans of other rungs as they stand here, by the aims in their order; of equal ones what was decided.
 * The bounds are those of the decision. A plan that had to give up other soft rules is none of this scenario's.
 */
export async function bestOf(made: Made, others: readonly Carrier[], engine: Engine): Promise<Chosen> {
  const { input, problem } = made;
  let best: Chosen = { plan: await planOf(input, problem, made.decided), made, from: null };
  let values = valuesOf(best.plan);
  const [bound] = boundsOf(made);
  const floor = (bound?.bound ?? 0) + aims[0]!.tolerance(problem);
  for (const { name, made: other } of others) {
    if (!('solution' in other.decided) || !givesUpTheSame(made, other)) continue;
    const stood = await stand(problem, foundHere(made, solutionIn(problem, other, other.decided.solution)), engine);
    if (!stood || (values && !isBetter(stood.values, values, floor))) continue;
    const own = { ...made, decided: standing(made, stood) };
    best = { plan: await planOf(input, problem, own.decided), made: own, from: name };
    values = stood.values;
  }
  return best;
}

/** Shortfall, unprotected service, cost; undefined where there is no plan. */
function valuesOf({ aims: own }: Plan): readonly number[] | undefined {
  if (own.length === 0) return undefined;
  return (['shortfall', 'unprotected', 'cost'] as const).map((name) => own.find(({ aim }) => aim === name)?.value ?? 0);
}

const givesUpTheSame = ({ input: { givenUp: own } }: Made, { input: { givenUp: other } }: Made): boolean =>
  JSON.stringify(own?.rules ?? []) === JSON.stringify(other?.rules ?? []);

/** What is proven of the rung; nothing where a limit came before a plan. */
function boundsOf({ problem, decided }: Made): Found['bounds'] {
  if ('solution' in decided) return decided.bounds;
  const names =
    outageRules(problem).length > 0
      ? (['shortfall', 'unprotected', 'cost'] as const)
      : (['shortfall', 'cost'] as const);
  return names.map((aim) => ({ aim, bound: 0 }));
}

/** The solution of another rung in the sets of this one, which are the same but for the outages that a model speaks of. */
function solutionIn(problem: PlanningProblem, other: Made, solution: Solution): Solution {
  const { outages: _, whole, ...own } = solution.problem ?? other.problem;
  const { scenario } = problem;
  return { ...solution, problem: { ...own, scenario, ...(whole && { whole: { ...whole, scenario } }) } };
}

function foundHere(made: Made, solution: Solution): Found {
  const { decided } = made;
  if ('solution' in decided) return { ...decided, solution };
  const hit = decided.status === 'unknown' ? decided.hit : 'engine';
  return { status: 'feasible', solution, bounds: boundsOf(made), hit };
}

/** What stood as the answer of the rung: within what is wanted of each bound, or the search for its own ended too early. */
function standing({ problem, decided }: Made, { found, rules, values }: Stood): Found {
  const entered = 'solution' in decided ? (decided.outages?.entered ?? 0) : 0;
  const [shortfall, unprotected, cost] = values;
  const named = { shortfall, unprotected, cost };
  const { gap } = problem.scenario.solve;
  const isNear = found.bounds.every(({ aim, bound }) => relativeGap(named[aim], Math.min(bound, named[aim])) <= gap);
  const { outages: _, ...rest } = found;
  return {
    ...rest,
    hit: found.hit ?? (isNear ? null : 'work'),
    ...(rules.length > 0 && { outages: { rules, entered } }),
  };
}
