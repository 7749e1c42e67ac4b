import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import { isSoft, priorityOf } from '../../scenarios/soft-rules.ts';
import type { Answer } from '../explain/minimal-part.ts';
import { shortfall, weightedRequirement } from '../objectives/shortfall.ts';
import type { PlanningProblem } from '../problem.ts';
import { isBetter } from '../strategies/better.ts';
import { leastGivenUp } from './least-given-up.ts';

/** A plan of a scenario under some of its rules. */
export interface Attempt<Made> {
  readonly plan: Pick<Plan, 'status' | 'aims' | 'limits'>;
  readonly made: Made;
  /** See {@link roomFor}. */
  readonly room: Units;
}

/** What is planned in the end. */
export interface Settled<Made> {
  readonly made: Made;
  /** As stated. */
  readonly givenUp: readonly Rule[];
  /** Why: no plan keeps them all; none was found within the limits; or none that keeps them delivers as much. */
  readonly why: 'no-plan' | 'not-found' | 'short';
}

/** Plans a scenario; undefined once no time is left or somebody wants what is known, but never for the first. */
type Attempts<Made> = (scenario: Scenario) => Promise<Attempt<Made> | undefined>;

const hasPlan = ({ status }: Pick<Plan, 'status'>): boolean => status === 'optimal' || status === 'feasible';
const valuesOf = ({ plan }: Attempt<unknown>) => plan.aims.map(({ value }) => value);
const short = ({ plan }: Attempt<unknown>) => plan.aims.find(({ aim }) => aim === 'shortfall');

/**
 * Keeps all soft rules where a plan can and delivers as much with them as without any; else gives up as few as it takes (see
 * {@link leastGivenUp}), of equals those whose plan has the better aims. A rule is only given up where it is proven that more is missing
 * with it, beyond `policy.shortfallTolerance`, or where a limit came before any plan that keeps it; what is known to do with the most rules is used.
 */
export async function settleSoftRules<Made>(scenario: Scenario, attempt: Attempts<Made>): Promise<Settled<Made>> {
  const soft = scenario.rules.filter(isSoft);
  const under = (kept: readonly string[]): Scenario => ({
    ...scenario,
    rules: scenario.rules.filter((rule) => !isSoft(rule) || kept.includes(rule.id)),
  });
  const known = new Map<string, Promise<Attempt<Made> | undefined>>();
  const tried = (kept: readonly string[]) => {
    const key = JSON.stringify(kept);
    const found = known.get(key) ?? attempt(under(kept));
    known.set(key, found);
    return found;
  };
  const ids = soft.map(({ id }) => id);
  const all = await tried(ids);
  if (all === undefined) throw new Error('the plan with all rules was not asked for');
  const keepAll: Settled<Made> = { made: all.made, givenUp: [], why: 'short' };
  const { room } = all;
  if (hasPlan(all.plan) && short(all)!.value <= room) return keepAll;
  const none = await tried([]);
  if (none === undefined) return keepAll;
  if (!hasPlan(none.plan)) return hasPlan(all.plan) ? keepAll : { ...keepAll, made: none.made };
  const target = short(none)!.value + room;
  const reaches = (made: Attempt<Made> | undefined): Answer => {
    if (made === undefined) return undefined;
    if (made.plan.status === 'infeasible') return false;
    if (!hasPlan(made.plan)) return undefined;
    if (short(made)!.value <= target) return true;
    return short(made)!.bound > target ? false : undefined;
  };
  if (hasPlan(all.plan) && reaches(all) !== false) return keepAll;
  const without = all.plan.status === 'infeasible' ? 'no-plan' : 'not-found';
  const why = hasPlan(all.plan) ? 'short' : without;
  const named = soft.map((rule) => ({ id: rule.id, priority: priorityOf(rule) }));
  const sets = await leastGivenUp(named, async (kept) => reaches(await tried(kept)));
  let best: { readonly attempt: Attempt<Made>; readonly out: readonly string[] } | undefined;
  for (const out of sets) {
    const found = (await tried(ids.filter((id) => !out.includes(id))))!;
    if (best === undefined || isBetter(valuesOf(found), valuesOf(best.attempt), Number.NEGATIVE_INFINITY))
      best = { attempt: found, out };
  }
  const { attempt: chosen, out } = best ?? { attempt: none, out: ids };
  return { made: chosen.made, givenUp: soft.filter(({ id }) => out.includes(id)), why };
}

/** Weighted units that may be missing more without a rule giving way: what is tolerated, and what an engine cannot tell from 0. */
export const roomFor = (problem: PlanningProblem): Units =>
  shortfall.tolerance(problem) + 2e-6 * Math.max(1, weightedRequirement(problem));
