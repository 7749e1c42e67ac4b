import type { Plan } from '../scenarios/domain/plan.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import { planDigest } from '../scenarios/wire/plan.ts';
import { assemblePlan } from './answer/assemble.ts';
import { type Scarcity, scarcityOf } from './diagnosis/scarcity.ts';
import { checkedEngine } from './engines/checked.ts';
import type { Engine } from './engines/engine.ts';
import { formulate } from './formulate.ts';
import { aims } from './objectives/index.ts';
import { type PlanningProblem, planningProblem } from './problem.ts';
import { monolithic } from './strategies/monolithic.ts';
import type { Decided, PlanHooks, Strategy } from './strategies/strategy.ts';

export type { PlanHooks } from './strategies/strategy.ts';

/** A scenario, the engine to solve it with, and the hooks of the running solve. */
export interface PlanInput {
  readonly scenario: Scenario;
  /** Hash of the scenario document, which the plan carries. */
  readonly sha256: string;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  /** Default: {@link monolithic}. */
  readonly strategy?: Strategy;
  /**
   * Told the plan that a stop at this moment would leave: the first, and each that is lexicographically better than the one told before
   * (see {@link PlanHooks}). Causes of a shortage are not analysed by duals in it; it is not verified.
   */
  readonly better?: (plan: Plan) => Promise<void> | void;
}

/** Why the engine does not take the scenario's model (as it stands for the last aim), before anything is solved; undefined when it does. */
export function refusalBy(engine: Engine, scenario: Scenario): string | undefined {
  return engine.refuses?.(formulate(planningProblem(scenario), aims.at(-1)!).model);
}

/** From a valid scenario to a plan with bounds; the answer may be `infeasible` or `unknown`, never an exception. */
export async function planScenario(input: PlanInput): Promise<Plan> {
  const { scenario, engine, strategy = monolithic } = input;
  const problem = planningProblem(scenario);
  const decided = await strategy.decide(problem, checkedEngine(engine), hooksTelling(input, problem));
  return planOf(input, problem, decided);
}

/** The hooks of a search, which tell whole plans where somebody listens. */
export function hooksTelling(input: PlanInput, problem: PlanningProblem): PlanHooks {
  const { hooks, better } = input;
  if (!better) return hooks;
  return { ...hooks, better: async (found) => better(await planWith(input, problem, found)) };
}

/**
 * The plan of what was decided, under the name of its scenario, engine and strategy, with its digest. After a stop somebody waits for
 * it: then the causes of a shortage are not analysed by duals.
 */
export async function planOf(input: Named, problem: PlanningProblem, decided: Decided): Promise<Plan> {
  const analysed = 'solution' in decided && decided.hit !== 'interrupt';
  const scarcity = analysed
    ? await scarcityOf(decided.solution.problem ?? problem, input.engine, decided.solution)
    : undefined;
  return planWith(input, problem, decided, scarcity);
}

/** What names a plan. */
type Named = Pick<PlanInput, 'scenario' | 'sha256' | 'engine' | 'strategy'>;

async function planWith(
  { scenario, sha256, engine, strategy = monolithic }: Named,
  problem: PlanningProblem,
  decided: Decided,
  scarcity?: Scarcity,
): Promise<Plan> {
  const heading = {
    format: 'gilde-plan/1' as const,
    scenario: { name: scenario.name, sha256 },
    engine: { name: engine.name, version: engine.version },
    strategy: strategy.name,
    seed: scenario.solve.seed,
  };
  const plan = assemblePlan(problem, heading, decided, scarcity);
  return { ...plan, digest: await planDigest(plan) };
}
