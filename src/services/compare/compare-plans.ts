import { inputChanges } from '../../../scenarios/compare/input-changes.ts';
import type { Comparison, InputChange, PlanDifference } from '../../../scenarios/domain/comparison.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { isStopped } from '../../../solver/engines/engine.ts';
import { changedScenario } from '../../../solver/explain/changed-scenario.ts';
import { differenceOf } from '../../../solver/explain/difference.ts';
import { planAgain } from '../plan-again.ts';
import type { Ports } from '../ports.ts';
import { causesOf } from './causes.ts';
import { figuresOf } from './figures.ts';
import { movesBetween } from './moves.ts';

/** A plan that holds for its scenario, and what it is called. */
export interface NamedPlan {
  readonly name: string;
  readonly plan: Plan;
  readonly scenario: Scenario;
}

export interface ComparePlansInput {
  /** At least two; the others are compared with the first. */
  readonly plans: readonly NamedPlan[];
  /** For trying out causes, all together; absent or 0: none are sought. */
  readonly seconds?: number;
  /** Becomes non-zero at index 0 when what is known by then is wanted. */
  readonly stop?: Int32Array;
  /** Told before a change is tried. */
  readonly progress?: (done: number, of: number) => void;
}

/** Share of all time that one re-solve may take. */
const ONE = 0.5;

/** Plans side by side: figures that differ, what is decided otherwise and, where time is given, why: every cause was re-solved. */
export async function comparePlans({ ctx, input }: { ctx: Ports; input: ComparePlansInput }): Promise<Comparison> {
  const { plans, seconds = 0, stop, progress } = input;
  const [first, ...others] = plans;
  if (!first || others.length === 0) throw new Error('there are no two plans to compare');
  const until = ctx.now() + 1000 * seconds;
  const over = () => isStopped({ ...(stop && { stop }) }) || ctx.now() >= until;
  const changes = others.map(({ scenario }) => inputChanges(first.scenario, scenario));
  const all = changes.reduce((sum, own) => sum + own.length, 0);
  let done = 0;
  const differences: PlanDifference[] = [];
  for (const [at, other] of others.entries()) {
    const undone = async (change: InputChange) => {
      progress?.(done, all);
      done += 1;
      const left = Math.max(1, Math.min((until - ctx.now()) / 1000, ONE * seconds));
      return planUndone(ctx, other, first.plan, change, left, stop);
    };
    const moves = movesBetween(first.plan, other.plan);
    const own = changes[at]!;
    const caused = seconds > 0 ? await causesOf(first.plan, moves, own, { undone, over }) : { moves, untried: [] };
    const [was, is] = [first, other].map(({ plan }) => new Set(plan.members.map(({ supplier }) => supplier)));
    differences.push({
      plan: at + 1,
      aims: differenceOf(first.plan, other.plan),
      joined: [...is!].filter((supplier) => !was!.has(supplier)).sort(),
      left: [...was!].filter((supplier) => !is!.has(supplier)).sort(),
      changes: own.map(({ words }) => words),
      ...caused,
    });
  }
  return {
    format: 'gilde-comparison/1',
    plans: plans.map(({ name, plan }) => ({
      ...{ name, digest: plan.digest, status: plan.status },
      aims: plan.aims.map(({ aim, value, bound }) => ({ aim, value, bound })),
    })),
    figures: figuresOf(plans.map(({ plan }) => plan)),
    differences,
  };
}

/** The verified plan of a scenario with a change undone, made as the plan of the scenario was and started from the one without any change. */
async function planUndone(
  ctx: Ports,
  { scenario, plan }: NamedPlan,
  parent: Plan,
  { undo }: InputChange,
  timeLimit: number,
  stop: Int32Array | undefined,
): Promise<Plan | undefined> {
  const changed = await changedScenario(scenario, undo);
  if (!changed.ok) return undefined;
  const found = await planAgain({
    ctx,
    input: { scenario: changed.value, like: plan, timeLimit, workLimit: null, parent, ...(stop && { stop }) },
  });
  const isPlan = found.plan.status === 'optimal' || found.plan.status === 'feasible';
  return isPlan && found.verification.holds ? found.plan : undefined;
}
