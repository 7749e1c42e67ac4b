import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import { type PlanningProblem, pairPosition } from '../../problem.ts';
import type { PriceProblem } from './price-problem.ts';

/** Where the multipliers of names stand in the arrays. */
export interface PriceNames {
  /** By period from 0. */
  readonly periods: readonly string[];
  /** By package. */
  readonly packages: readonly string[];
  /** Position of the package of an item; undefined for any other item. */
  readonly packageOf: (item: string) => number | undefined;
  /** Position of a rule's count of a package's awards, or of members for null; undefined where the rule counts no such thing. */
  readonly countOf: (rule: string, item: string | null) => number | undefined;
  /** Position of a pair; undefined where it is not eligible. */
  readonly pairOf: (supplier: string, item: string) => number | undefined;
}

export function priceNames(problem: PlanningProblem, { counts, position }: PriceProblem): PriceNames {
  const { packages, horizon, scenario } = problem;
  const numbers = new Map(packages.map(({ item }, number) => [item.item, number]));
  const key = (rule: string, item: string | null) => JSON.stringify([rule, item]);
  const countNumbers = new Map(counts.map(({ rule, item }, number) => [key(rule, item), number]));
  return {
    periods: Array.from({ length: horizon }, (_, t) => periodLabel(scenario.calendar, t + 1)),
    packages: packages.map(({ item }) => item.item),
    packageOf: (item) => numbers.get(item),
    countOf: (rule, item) => countNumbers.get(key(rule, item)),
    pairOf(supplier, item) {
      const pair = pairPosition(problem, supplier, item);
      return pair === undefined ? undefined : position[pair];
    },
  };
}
