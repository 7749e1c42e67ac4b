import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Simulation, SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { MULTIPLES, type Running, runHere, simulate } from '../../solver/simulation/simulate.ts';

export type { Batch } from '../../solver/simulation/batch.ts';
export type { PlannedFlow } from '../../solver/simulation/planned-flow.ts';
export type { Running } from '../../solver/simulation/simulate.ts';

export interface SimulatePlanInput {
  readonly scenario: Scenario;
  readonly sha256: string;
  /** A plan of this scenario that was verified. */
  readonly plan: Plan;
  /** Another one, to be run in the same futures. */
  readonly other?: Plan;
  readonly terms: SimulationTerms;
  /** Multiples of the baseline whose probabilities are told; default 2, 3 and 4. */
  readonly multiples?: readonly number[];
  readonly progress?: Running['progress'];
}

/** What runs in other threads, where there are some. */
export interface SimulateContext {
  readonly running?: () => Omit<Running, 'progress'>;
}

/** Threads take longer to start than to carry out so many awards in so many periods and runs. */
const SMALL = 2e6;

/** What a simulation takes: runs × periods × awards of all its plans. */
export const simulationSize = ({
  scenario,
  plan,
  other,
  terms,
}: Pick<SimulatePlanInput, 'scenario' | 'plan' | 'other' | 'terms'>): number =>
  terms.runs * scenario.calendar.periods * (plan.awards.length + scenario.items.length + (other?.awards.length ?? 0));

/** Why a plan is not simulated, in words for a planner; undefined when it is. */
export const simulationRefusal = ({ status }: Pick<Plan, 'status'>): string | undefined =>
  status === 'infeasible' || status === 'unknown'
    ? `its status is ${status}: there is no plan in it that could be run`
    : undefined;

/** Runs a plan in many drawn futures; in threads where there are some and it is worth it. Throws for a plan that {@link simulationRefusal} refuses. */
export async function simulatePlan({
  ctx,
  input,
}: {
  ctx: SimulateContext;
  input: SimulatePlanInput;
}): Promise<Simulation> {
  const refusal = [input.plan, ...(input.other ? [input.other] : [])].map(simulationRefusal).find(Boolean);
  if (refusal !== undefined) throw new Error(refusal);
  const { progress, multiples = MULTIPLES, ...asked } = input;
  const here = { runBatch: runHere, threads: 1 };
  const running = ctx.running && simulationSize(input) > SMALL ? ctx.running() : here;
  return simulate({ ...asked, multiples }, { ...running, ...(progress && { progress }) });
}
