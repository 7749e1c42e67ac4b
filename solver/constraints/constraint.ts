import type { Rule, RuleName, RuleOf } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { ModelBuilder } from '../model/model-builder.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';

/** What a constraint writes into: the rows of one model over one problem's columns. */
export interface Formulation {
  readonly problem: PlanningProblem;
  readonly variables: Variables;
  readonly builder: ModelBuilder;
}

interface Anatomy {
  /** restricts: a bound may leave it out and stays valid; frees: it adds freedom that a bound must allow for. */
  readonly effect: 'restricts' | 'frees';
  /** How it can be loosened, in words. */
  readonly relax: string;
}

/** A law of the model itself, in every plan. */
export interface StructuralConstraint extends Anatomy {
  readonly name: string;
  readonly formulate: (formulation: Formulation) => void;
}

/** A rule that the planner states; its parameters are those of the domain's rule of the same name. */
export interface StatedConstraint<Name extends RuleName> extends Anatomy {
  readonly name: Name;
  readonly formulate: (rule: RuleOf<Name>, formulation: Formulation) => void;
  /** How far the decision is from breaking the rule, in the rule's own unit; null when nothing is in its scope. */
  readonly slack: (rule: RuleOf<Name>, decision: Decision) => number | null;
}

/** A solution in the problem's terms. */
export interface Decision {
  readonly problem: PlanningProblem;
  /** Per pair. */
  readonly awarded: readonly boolean[];
  /** Units per pair and period; index 0 unused. */
  readonly produced: readonly Float64Array[];
  /** Units completed of what is had without an award, in the order of the problem's list, by period; index 0 unused. */
  readonly completed: readonly Float64Array[];
  /** How many of each expansion are bought in t = 1..T. */
  readonly bought: readonly Float64Array[];
  /** People hired per candidate and period; index 0 unused. */
  readonly hired: readonly Float64Array[];
  /** Period per candidate in which its onboarding starts; 1 where no rule makes that matter. */
  readonly starts: readonly PeriodIndex[];
}

/** The name of a row that belongs to a stated rule starts with the rule's id. */
export const rowName = (rule: Rule, ...of: readonly (string | number)[]): string => [rule.id, ...of].join('|');

/** The smaller of two slacks, where null means that there was nothing to compare. */
export const tighter = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : Math.min(left, right);
