import type { Hours, PeriodIndex } from '../scenarios/domain/units.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';

/**
 * The parts of its stated hours that a unit of a pair takes in each period (index 0 unused), as a model reckons with them: the hours follow
 * from what the plan makes, which no linear model can say, so each pass of a search takes them from the plan before.
 */
export interface LearnedHours {
  /** As far as hours are limited. */
  readonly taken: Float64Array;
  /** As far as worked hours allow more in the next period. */
  readonly given: Float64Array;
}

/** A pair with the hours that a pass reckons with; without learning, the stated ones. */
export interface PlanningPair extends EligiblePair {
  readonly learned?: LearnedHours;
}

/** Hours of a process for one unit of a pair in a period. */
export const hoursIn = ({ hours, learned }: PlanningPair, process: string, t: PeriodIndex): Hours =>
  (hours.find((step) => step.process === process)?.hours ?? 0) * (learned?.taken[t] ?? 1);
