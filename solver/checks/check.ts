import type { Plan, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Flow } from './flow.ts';
import type { OutagesJudged } from './outages.ts';
import type { PlanView } from './plan-view.ts';
import type { ScenarioView } from './scenario-view.ts';

/** One thing that is wrong with a plan, in words a planner can act on. */
export interface Fault {
  readonly message: string;
  /** Id of the stated rule that is broken. */
  readonly rule?: string;
  readonly item?: string;
  readonly supplier?: string;
  /** Period label. */
  readonly period?: string;
  readonly found?: number | string;
  readonly expected?: number | string;
}

/** A fault and the check that found it: the name of a file of this folder, `digest` or `scenario-hash`. */
export interface Violation extends Fault {
  readonly check: string;
}

/** What a check finds: faults, none when all is well; a check of stated rules also says how far each is from being broken. */
export interface Finding {
  readonly faults: readonly Fault[];
  /** By id of the rule, in its own unit; null where the rule met nothing to bind. */
  readonly slack?: ReadonlyMap<string, number | null>;
}

/** All that a check may look at. */
export interface CheckContext {
  readonly stated: ScenarioView;
  readonly plan: Plan;
  readonly view: PlanView;
  readonly flow: Flow;
  /** Each stated rule as the checks of rules judged it, in order of id; only the check `rules` needs it. */
  readonly judged: readonly RuleRow[];
  /** What the outages of rules leave unprotected; absent where nothing could be solved, so that it is only claimed. */
  readonly outages?: OutagesJudged;
}

/** The twin of a constraint, an aim or a table of the plan; shares no code with what made the plan. */
export interface Check {
  /** The name of its file. */
  readonly name: string;
  readonly check: (context: CheckContext) => Finding;
}
