import { type LearningCurve, learnedParts } from '../../../scenarios/learning.ts';
import { formulate } from '../../formulate.ts';
import { withHours, withTrueHours } from '../../learned.ts';
import { brokenPart } from '../../model/broken-part.ts';
import { valueAt } from '../../model/variables.ts';
import { aims } from '../../objectives/index.ts';
import type { LearnedHours } from '../../planning-pair.ts';
import { type PlanningProblem, pairPosition } from '../../problem.ts';
import type { Found, Solution } from '../strategy.ts';

/** What one pass found: a plan for the hours that it reckoned with, and what those hours come to. */
export interface Pass {
  /** Its columns are of a problem with these hours. */
  readonly found: Found;
  /** By aim. */
  readonly values: readonly number[];
  /** Units by pair of the whole problem and period. */
  readonly produced: readonly Float64Array[];
  /** True where the plan keeps every row at the hours that it comes to. */
  readonly holds: boolean;
  /** How far the hours that it comes to are from those reckoned with, as a part of all hours worked. */
  readonly change: number;
}

/** Reads what was found for a problem with some hours. */
export function passOf(asked: PlanningProblem, found: Found): Pass {
  const { variables, values, problem: own = asked } = found.solution;
  const made = madeBy(own, found.solution);
  const truth = withTrueHours(own, made);
  return {
    found: { ...found, solution: { variables, values, problem: own } },
    values: aims.map((aim) => valueAt(aim.formulate(own, variables), values)),
    produced: producedBy(asked, found.solution),
    holds: brokenPart(formulate(truth, null).model, values) === undefined,
    change: changeOf(own, truth, made),
  };
}

/** Units by pair and period of the problem that a solution's columns are of. */
export const madeBy = (own: PlanningProblem, { variables, values }: Solution): readonly Float64Array[] =>
  own.pairs.map((_, pair) =>
    Float64Array.from({ length: own.horizon + 1 }, (_, t) =>
      Math.max(0, values[variables.produced(pair, t) ?? -1] ?? 0),
    ),
  );

/** Units by pair and period of a problem, of which the solution's own may be a part. */
export function producedBy(problem: PlanningProblem, solution: Solution): readonly Float64Array[] {
  const own = solution.problem ?? problem;
  const made = madeBy(own, solution);
  const none = new Float64Array(problem.horizon + 1);
  const produced: Float64Array[] = problem.pairs.map(() => none);
  own.pairs.forEach(({ supplier, item }, pair) => {
    produced[pairPosition(problem, supplier, item)!] = made[pair]!;
  });
  return produced;
}

function changeOf(own: PlanningProblem, truth: PlanningProblem, made: readonly Float64Array[]): number {
  let [all, change] = [0, 0];
  truth.pairs.forEach(({ learned, hours }, pair) => {
    const before = own.pairs[pair]!.learned;
    const perUnit = hours.reduce((sum, step) => sum + step.hours, 0);
    for (let t = 1; learned && before && t <= own.horizon; t++) {
      const worked = perUnit * made[pair]![t]!;
      all += worked;
      change += worked * Math.abs(learned.taken[t]! - before.taken[t]!);
    }
  });
  return all === 0 ? 0 : change / all;
}

/** The hours that the plan of a pass comes to. */
export const trueHours = (problem: PlanningProblem, { produced }: Pick<Pass, 'produced'>): PlanningProblem =>
  withTrueHours(problem, produced);

/**
 * Hours on the safe side of those that a pass reckoned with and those that it came to, beyond both by `more` times their distance: no
 * more than stated, and worked hours no fewer than the least that any plan can come to.
 */
export function saferHours(
  problem: PlanningProblem,
  asked: PlanningProblem,
  least: PlanningProblem,
  pass: Pick<Pass, 'produced'>,
  more: number,
) {
  const safer = (pair: number, curve: LearningCurve): LearnedHours => {
    const came = learnedParts(curve, pass.produced[pair]!);
    const { taken, given } = asked.pairs[pair]!.learned!;
    const floor = least.pairs[pair]!.learned!.taken;
    return {
      taken: taken.map((part, t) => Math.min(1, Math.max(part, came[t]!) + more * Math.abs(part - came[t]!))),
      given: given.map((part, t) => Math.max(floor[t]!, Math.min(part, came[t]!) - more * Math.abs(part - came[t]!))),
    };
  };
  return withHours(problem, safer);
}
