import type { Plan } from '../scenarios/domain/plan.ts';
import type { Scenario, StrategyName } from '../scenarios/domain/scenario.ts';
import { planDigest } from '../scenarios/wire/plan.ts';
import { assemblePlan } from './answer/assemble.ts';
import { type Scarcity, scarcityOf } from './diagnosis/scarcity.ts';
import { checkedEngine } from './engines/checked.ts';
import type { Engine } from './engines/engine.ts';
import { learns } from './learned.ts';
import { type PlanningProblem, planningProblem } from './problem.ts';
import { strategyFor } from './strategies/index.ts';
import { inPasses } from './strategies/learning/in-passes.ts';
import { monolithic } from './strategies/monolithic.ts';
import { productionColumns } from './strategies/production-columns.ts';
import type { Decided, PlanHooks, Strategy } from './strategies/strategy.ts';

export type { PlanHooks } from './strategies/strategy.ts';

/** A scenario, the engine to solve it with, and the hooks of the running solve. */
export interface PlanInput {
  readonly scenario: Scenario;
  /** Hash of the scenario document, which the plan carries. */
  readonly sha256: string;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  /** Its name, or the strategy itself. Absent: by size of the problem and memory of the runtime (see {@link strategyFor}). */
  readonly strategy?: StrategyName | Strategy;
  /** A plan of a scenario like this one, to start from; a strategy may leave it alone. */
  readonly parent?: Plan;
  /**
   * Told the plan that a stop at this moment would leave: the first, and each that is lexicographically better than the one told before
   * (see {@link PlanHooks}). Causes of a shortage are not analysed by duals in it; it is not verified.
   */
  readonly better?: (plan: Plan) => Promise<void> | void;
}

/** The input of a solve whose strategy is chosen. */
export type ChosenInput = Chosen<PlanInput>;
type Chosen<Input> = Omit<Input, 'strategy'> & { readonly strategy: Strategy };

/** The input with its strategy chosen. */
export function chosenFor<Input extends Pick<PlanInput, 'engine' | 'strategy'>>(
  input: Input,
  problem: PlanningProblem,
): Chosen<Input> {
  const chosen = strategyOf(input, problem);
  return { ...input, strategy: learns(problem) ? inPasses(chosen) : chosen };
}

function strategyOf(
  { engine, strategy: wanted }: Pick<PlanInput, 'engine' | 'strategy'>,
  problem: PlanningProblem,
): Strategy {
  if (typeof wanted === 'object') return wanted;
  // An engine for small models is given the whole of one: parts of a large one would be too large for it as well.
  const isSmall = engine.refuses !== undefined && engine.memory === undefined;
  if (isSmall && wanted === undefined) return monolithic;
  const runtime = engine.memory === undefined ? 'roomy' : 'capped';
  return strategyFor(productionColumns(problem), wanted, runtime);
}

/** Why a scenario cannot be solved in the way that is asked for, before anything is solved; undefined when it can. */
export function refusalOf(input: Pick<PlanInput, 'scenario' | 'engine'> & { readonly strategy?: StrategyName }) {
  const { engine, scenario } = input;
  // An engine that takes anything is not asked: the sets of a large scenario take seconds, and the solve makes them once more.
  if (engine.refuses === undefined && engine.memory === undefined) return undefined;
  const problem = planningProblem(scenario);
  return chosenFor(input, problem).strategy.refusedBy?.(problem, engine);
}

/** From a valid scenario to a plan with bounds; the answer may be `infeasible` or `unknown`, never an exception. */
export async function planScenario(input: PlanInput): Promise<Plan> {
  const problem = planningProblem(input.scenario);
  const chosen = chosenFor(input, problem);
  const hooks = hooksTelling(chosen, problem);
  const decided = await chosen.strategy.decide(problem, checkedEngine(input.engine), hooks, input.parent);
  return planOf(chosen, problem, decided);
}

/** The hooks of a search, which tell whole plans where somebody listens. */
export function hooksTelling(input: ChosenInput, problem: PlanningProblem): PlanHooks {
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
type Named = Pick<ChosenInput, 'scenario' | 'sha256' | 'engine' | 'strategy'>;

async function planWith(
  { scenario, sha256, engine, strategy }: Named,
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
