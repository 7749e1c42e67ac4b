import type { Change, TriedChange } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import { withHardRules } from '../../scenarios/soft-rules.ts';
import { checkedEngine } from '../engines/checked.ts';
import { type Engine, isSolved, isStopped } from '../engines/engine.ts';
import { formulate } from '../formulate.ts';
import { type PlanningProblem, planningProblem } from '../problem.ts';
import { changedScenario } from './changed-scenario.ts';
import { differenceOf } from './difference.ts';
import { allowedShortfall, type Goal } from './goal.ts';
import type { Answer } from './minimal-part.ts';

type Patch = Change['patch'];

/** What trials need from the outside. */
export interface TrialPorts {
  readonly engine: Engine;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Plans a changed scenario as the given plan was made, within so many seconds; starts from the given plan where the strategy can. */
  readonly plan: (scenario: Scenario, seconds: number) => Promise<Plan>;
  /** Becomes non-zero at index 0 when what is known by then is wanted. */
  readonly stop?: Int32Array;
}

/** How long all trials may take, and how hard one question may be. */
export interface TrialLimits {
  readonly seconds: number;
  /** Branch-and-bound nodes of one question; null: no limit. */
  readonly work: number | null;
}

/** The plan of a changed scenario. */
interface Planned {
  readonly plan: Plan;
  /** The shortfall that counts as none there. */
  readonly allowed: Units;
}

/** What has happened so far. */
interface TrialRecord {
  solves: number;
  hit: null | 'time' | 'interrupt';
  readonly untried: Set<string>;
}

/** What-ifs on one scenario: each is applied as a JSON Patch to its document, read and checked anew, and put to the engine. */
export interface Trials {
  readonly scenario: Scenario;
  /** Of the scenario as it is stated. */
  readonly problem: PlanningProblem;
  /** The plan that is explained. */
  readonly base: Plan;
  /** Its answers are checked. */
  readonly engine: Engine;
  /** Whether some plan of the changed scenario reaches the goal, asked once. Undefined: it is no scenario, or a limit came first. */
  readonly possible: (patch: Patch, goal: Goal) => Promise<Answer>;
  /** The best plan of the changed scenario; the same patch is solved once. Undefined: as in `possible`. */
  readonly planned: (patch: Patch) => Promise<Planned | undefined>;
  /** The change with what came of it, against a plan: by default the one that is explained. */
  readonly tried: (change: Change, against?: Pick<Plan, 'aims'>) => Promise<TriedChange | undefined>;
  /** Notes what was not tried. */
  readonly untried: (words: string) => void;
  /** The trials of a section that may use this part of the time that is left. */
  readonly within: (part: number) => Trials;
  /** That one question may take now. */
  readonly seconds: () => number;
  /** True when no time is left or somebody wants what is known. */
  readonly over: () => boolean;
  readonly record: Readonly<TrialRecord>;
}

/** The share of all time that one question may take at most. */
const ONE_QUESTION = 0.1;
const LEAST_SECONDS = 1;

/** Trials of a scenario and the plan that is to be explained. */
export function createTrials(scenario: Scenario, base: Plan, ports: TrialPorts, limits: TrialLimits): Trials {
  const begun = ports.now();
  const spent = () => (ports.now() - begun) / 1000;
  const record: TrialRecord = { solves: 0, hit: null, untried: new Set() };
  const problem = planningProblem(scenario);
  const engine = checkedEngine(ports.engine);
  const plans = new Map<string, Planned | undefined>();
  const answers = new Map<string, boolean>();
  const untried = (words: string) => void record.untried.add(words);

  async function changed(patch: Patch): Promise<Scenario | undefined> {
    const read = await changedScenario(scenario, patch);
    if (read.ok) return read.value;
    untried(`a change makes no valid scenario: ${read.problems[0]?.message}`);
    return undefined;
  }

  function until(deadline: number): Trials {
    const left = () => deadline - spent();
    const seconds = () => Math.max(LEAST_SECONDS, Math.min(left(), ONE_QUESTION * limits.seconds));
    const over = () => {
      const stopped = isStopped({ ...(ports.stop && { stop: ports.stop }) });
      if (stopped) record.hit = 'interrupt';
      else if (left() <= 0) record.hit ??= 'time';
      return stopped || left() <= 0;
    };
    async function planned(patch: Patch): Promise<Planned | undefined> {
      const key = JSON.stringify(patch);
      if (plans.has(key) || over()) return plans.get(key);
      const stated = await changed(patch);
      if (stated) record.solves++;
      const plan = stated && (await ports.plan(stated, seconds()));
      const found = plan && { plan, allowed: allowedShortfall(planningProblem(stated)) };
      plans.set(key, found);
      return found;
    }
    async function possible(patch: Patch, goal: Goal): Promise<Answer> {
      const key = JSON.stringify([goal.name, patch]);
      const known = answers.get(key);
      if (known !== undefined || over()) return known;
      const answer = await asked(patch, goal);
      if (answer !== undefined) answers.set(key, answer);
      return answer;
    }
    async function asked(patch: Patch, goal: Goal): Promise<Answer> {
      const stated = await changed(patch);
      if (stated === undefined) return undefined;
      record.solves++;
      // Soft rules keep nobody from a plan or from delivering.
      const sets = planningProblem(withHardRules(stated));
      const { model } = formulate(sets, null, goal.caps(sets));
      // "Infeasible" is an answer here: without presolve, as everywhere where it counts.
      const outcome = await engine.solve(
        model,
        {
          ...{ gap: 1, absoluteGap: 1, seconds: seconds(), seed: base.seed, presolve: false },
          ...(limits.work === null ? {} : { work: limits.work }),
        },
        ports.stop && { stop: ports.stop },
      );
      if (isSolved(outcome)) return true;
      return outcome.status === 'infeasible' ? false : undefined;
    }
    async function tried(change: Change, against: Pick<Plan, 'aims'> = base): Promise<TriedChange | undefined> {
      const found = await planned(change.patch);
      return found && triedBy(change, found.plan, against);
    }
    return {
      ...{ scenario, problem, base, engine, record },
      ...{ possible, planned, tried, untried, seconds, over },
      within: (part) => until(spent() + Math.max(0, left()) * part),
    };
  }
  return until(limits.seconds);
}

/** A change with the plan that came of it, against another plan. */
export function triedBy({ words, patch }: Change, plan: Plan, against: Pick<Plan, 'aims'>): TriedChange {
  const { status, aims, limits } = plan;
  return { words, patch, status, aims, difference: differenceOf(against, plan), hit: limits.hit };
}
