import { type LearningCurve, learnedParts, learningCurves } from '../scenarios/learning.ts';
import { capacityInUnits } from './constraints/capacity-in-units.ts';
import { largestUsefulOutput } from './constraints/largest-useful-output.ts';
import type { LearnedHours, PlanningPair } from './planning-pair.ts';
import type { PlanningProblem } from './problem.ts';

/** True where a rule lets hours fall. */
export const learns = ({ scenario }: Pick<PlanningProblem, 'scenario'>): boolean =>
  scenario.rules.some(({ rule }) => rule === 'learning');

/** The curves of pairs that learn and take hours, by position. */
function curvesIn({ scenario, pairs }: PlanningProblem): ReadonlyMap<number, LearningCurve> {
  const curveOf = learningCurves(scenario);
  const found = new Map<number, LearningCurve>();
  pairs.forEach(({ supplier, item, hours }, pair) => {
    const curve = hours.some((step) => step.hours > 0) ? curveOf(supplier, item) : undefined;
    if (curve) found.set(pair, curve);
  });
  return found;
}

/** The problem with these hours of each pair that learns. */
export function withHours(
  problem: PlanningProblem,
  hoursOf: (pair: number, curve: LearningCurve) => LearnedHours,
): PlanningProblem {
  const curves = curvesIn(problem);
  const pairs = problem.pairs.map((pair, at) => {
    const curve = curves.get(at);
    return curve ? { ...pair, learned: hoursOf(at, curve) } : pair;
  });
  return { ...problem, pairs };
}

/** The problem with the very hours that come of units made by pair and period. */
export const withTrueHours = (problem: PlanningProblem, produced: readonly Float64Array[]): PlanningProblem =>
  withHours(problem, (pair, curve) => {
    const parts = learnedParts(curve, produced[pair]!);
    return { taken: parts, given: parts };
  });

/**
 * The problem with the hours that are stated, of which no unit takes more; hours worked may be as few as they can ever be, as in `least`
 * (see {@link withLeastHours}).
 */
export const withStatedHours = (problem: PlanningProblem, least: PlanningProblem): PlanningProblem =>
  withHours(problem, (pair) => ({ taken: ones(problem), given: least.pairs[pair]!.learned!.taken }));

const ones = ({ horizon }: PlanningProblem): Float64Array => new Float64Array(horizon + 1).fill(1);

/**
 * The problem with the fewest hours that any plan can come to, so that its bounds hold for every plan: in each period those of the last
 * unit that a pair can have made by then, with all its hours, expansions and maximum quantity for it alone; what worked hours allow is
 * taken at the stated ones.
 */
export function withLeastHours(problem: PlanningProblem): PlanningProblem {
  const least = leastParts(problem);
  return withHours(problem, (pair) => ({ taken: least.get(pair)!, given: ones(problem) }));
}

function leastParts(asked: PlanningProblem): ReadonlyMap<number, Float64Array> {
  const problem = { ...asked, pairs: asked.pairs.map(({ learned: _, ...pair }): PlanningPair => pair) };
  const curves = curvesIn(problem);
  const reached = new Map([...curves].map(([pair, curve]) => [pair, partsReached(problem, pair, curve)]));
  const sooner = withHours(problem, (pair) => ({ taken: reached.get(pair)!, given: ones(problem) }));
  const useful = largestUsefulOutput(sooner);
  return new Map(
    [...curves].map(([pair, curve]) => {
      const { available } = problem.pairs[pair]!;
      return [pair, partsReached(problem, pair, curve, useful.fromOn(pair, available.indexOf(true)))];
    }),
  );
}

function partsReached(problem: PlanningProblem, pair: number, curve: LearningCurve, useful = Infinity): Float64Array {
  const { available, maximumQuantity } = problem.pairs[pair]!;
  const most = Math.min(useful, maximumQuantity ?? Infinity);
  let made = 0;
  return Float64Array.from({ length: problem.horizon + 1 }, (_, t) => {
    if (t === 0) return 1;
    if (available[t]) made = Math.min(most, curve.within(curve.upTo(made) + capacityInUnits(problem, pair, t)));
    return curve.unit(Math.max(1, Math.ceil(made)));
  });
}
