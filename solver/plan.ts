import type { Plan } from '../scenarios/domain/plan.ts';
import type { Scenario, StrategyName } from '../scenarios/domain/scenario.ts';
import { isSoft } from '../scenarios/soft-rules.ts';
import { planDigest } from '../scenarios/wire/plan.ts';
import { assemblePlan } from './answer/assemble.ts';
import { type Scarcity, scarcityOf } from './diagnosis/scarcity.ts';
import { checkedEngine } from './engines/checked.ts';
import { type Engine, isStopped } from './engines/engine.ts';
import { learns } from './learned.ts';
import { riskOf } from './objectives/over-cases.ts';
import { type PlanningProblem, planningProblem } from './problem.ts';
import { type GivenUp, withGivenUp } from './soft/given-up.ts';
import { type Attempt, roomFor, settleSoftRules } from './soft/settle.ts';
import { strategyFor } from './strategies/index.ts';
import { inPasses } from './strategies/learning/in-passes.ts';
import { monolithic } from './strategies/monolithic.ts';
import { inRepairs } from './strategies/outages/in-repairs.ts';
import { inRounds } from './strategies/outages/in-rounds.ts';
import { outageRules } from './strategies/outages/stood.ts';
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
type Chosen<Input> = Omit<Input, 'strategy'> & { readonly strategy: Strategy; readonly givenUp?: GivenUp };

/** The input with its strategy chosen. */
export function chosenFor<Input extends Pick<PlanInput, 'engine' | 'strategy'>>(
  input: Input,
  problem: PlanningProblem,
): Chosen<Input> {
  const chosen = strategyOf(input, problem);
  return { ...input, strategy: learns(problem) ? inPasses(chosen) : surviving(chosen, problem) };
}

/** A strategy that asks about outages where a rule does: anew in each round, or where that is too much by repairs. */
function surviving(chosen: Strategy, problem: PlanningProblem): Strategy {
  if (outageRules(problem).length === 0) return chosen;
  return chosen.name === 'kernel' ? inRepairs(chosen) : inRounds(chosen);
}

function strategyOf(
  { engine, strategy: wanted }: Pick<PlanInput, 'engine' | 'strategy'>,
  problem: PlanningProblem,
): Strategy {
  if (typeof wanted === 'object') return wanted;
  // An engine for small models is given the whole of one: parts of a large one would be too large for it as well.
  const isSmall = engine.refuses !== undefined && engine.memory === undefined;
  if ((isSmall || riskOf(problem)) && wanted === undefined) return monolithic;
  const runtime = engine.memory === undefined ? 'roomy' : 'capped';
  return strategyFor(productionColumns(problem), wanted, runtime);
}

/** Why a scenario cannot be solved in the way that is asked for, before anything is solved; undefined when it can. */
export function refusalOf(input: Pick<PlanInput, 'scenario' | 'engine'> & { readonly strategy?: StrategyName }) {
  const { engine, scenario } = input;
  if (input.strategy === 'kernel' && scenario.risk && scenario.risk.weight > 0)
    return 'the strategy kernel does not plan by risk yet, as its prices bound the mean alone: leave the strategy out, or risk';
  // An engine that takes anything is not asked: the sets of a large scenario take seconds, and the solve makes them once more.
  if (engine.refuses === undefined && engine.memory === undefined) return undefined;
  const problem = planningProblem(scenario);
  return chosenFor(input, problem).strategy.refusedBy?.(problem, engine);
}

/** From a valid scenario to a plan with bounds; the answer may be `infeasible` or `unknown`, never an exception. */
export async function planScenario(input: PlanInput): Promise<Plan> {
  const { input: own, problem, decided } = await decideScenario(input);
  return planOf(own, problem, decided);
}

/** A scenario that was decided: under all its rules, or without the soft ones that `input.givenUp` names. */
interface DecidedScenario<Input> {
  readonly input: Input & Pick<ChosenInput, 'strategy' | 'givenUp'>;
  readonly problem: PlanningProblem;
  readonly decided: Decided;
}

/**
 * Decides a scenario, and which of its soft rules are kept. Its time limit is for all solves of that together. Better plans and progress are told
 * of the first solve alone, which keeps all rules; its bounds are not, as a plan without some of them may beat these.
 */
export async function decideScenario<Input extends PlanInput>(input: Input): Promise<DecidedScenario<Input>> {
  const { scenario, hooks } = input;
  if (!scenario.rules.some(isSoft)) return decide(input);
  const until = hooks.now() + 1000 * scenario.solve.timeLimit;
  let isFirst = true;
  const settled = await settleSoftRules(
    scenario,
    async (under): Promise<Attempt<DecidedScenario<Input>> | undefined> => {
      const timeLimit = isFirst ? scenario.solve.timeLimit : (until - hooks.now()) / 1000;
      if (!isFirst && (timeLimit <= 0 || isStopped(hooks))) return undefined;
      const limited = { ...under, solve: { ...scenario.solve, timeLimit } };
      const made = await decide(isFirst ? withoutBounds({ ...input, scenario: limited }) : quiet(input, limited));
      isFirst = false;
      // What is told of the limits is what was asked for, not what was left of it.
      const told = (own: Scenario): Scenario => ({ ...own, solve: scenario.solve });
      const problem = { ...made.problem, scenario: told(made.problem.scenario) };
      const own = { ...made, input: { ...made.input, hooks, scenario: told(under) }, problem };
      return { made: own, plan: await planWith(own.input, problem, own.decided), room: roomFor(problem) };
    },
  );
  const { made, givenUp: rules, why } = settled;
  return rules.length === 0 ? made : { ...made, input: { ...made.input, givenUp: { rules, why } } };
}

async function decide<Input extends PlanInput>(input: Input): Promise<DecidedScenario<Input>> {
  const problem = planningProblem(input.scenario);
  const chosen = { ...input, ...chosenFor(input, problem) };
  const hooks = hooksTelling(chosen, problem);
  const decided = await chosen.strategy.decide(problem, checkedEngine(input.engine), hooks, input.parent);
  return { input: chosen, problem, decided };
}

function withoutBounds<Input extends PlanInput>(input: Input): Input {
  const { progress } = input.hooks;
  if (!progress) return input;
  const told: PlanHooks['progress'] = (event) => progress({ ...event, bound: null, gap: null });
  return { ...input, hooks: { ...input.hooks, progress: told } };
}

function quiet<Input extends PlanInput>(input: Input, scenario: Scenario): Input {
  const { better: _, ...rest } = input;
  const { progress: __, ...hooks } = input.hooks;
  // What an input lacks of its kind are hooks that it need not have.
  return { ...rest, scenario, hooks } as Input;
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
type Named = Pick<ChosenInput, 'scenario' | 'sha256' | 'engine' | 'strategy' | 'givenUp'>;

async function planWith(
  { scenario, sha256, engine, strategy, givenUp }: Named,
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
  const assembled = assemblePlan(problem, heading, decided, scarcity);
  const plan =
    givenUp && 'solution' in decided ? withGivenUp(assembled, problem, decided.solution, givenUp) : assembled;
  return { ...plan, digest: await planDigest(plan) };
}
