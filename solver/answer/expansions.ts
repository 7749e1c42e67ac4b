import { inPlaceFrom } from '../../scenarios/capacity.ts';
import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { ExpansionPlanRow } from '../../scenarios/domain/plan.ts';
import type { Hours } from '../../scenarios/domain/units.ts';
import type { PlanningProblem } from '../problem.ts';
import { periodsWith } from './awards.ts';
import type { Quantities } from './quantities.ts';

/** Hours of a process at a supplier in t: its own and those of the expansions in place. */
export function hoursInPlace({ problem, bought }: Quantities, supplier: string, process: string, t: number): Hours {
  let hours = problem.capacity(supplier, process, t);
  problem.expansions.forEach((own, index) => {
    if (own.supplier !== supplier || own.process !== process) return;
    for (let at = 1; inPlaceFrom(own, at) <= t; at++) hours += own.hoursPerPeriod * bought[index]![at]!;
  });
  return hours;
}

/** Capex in t. */
export const capexIn = ({ problem, bought }: Quantities, t: number): number =>
  problem.expansions.reduce((sum, { capex }, index) => sum + capex * bought[index]![t]!, 0);

/** Expansions bought, by supplier, process, option and period. */
export const expansionRows = ({ problem, bought }: Quantities): readonly ExpansionPlanRow[] =>
  problem.expansions.flatMap(({ supplier, process, option }, index) =>
    periodsWith(bought[index]!).map((t) => ({
      ...{ supplier, process, option, period: periodLabel(problem.scenario.calendar, t) },
      count: bought[index]![t]!,
    })),
  );

/** Capex of a candidate over the horizon. */
export const capexOf = ({ expansions }: PlanningProblem, bought: Quantities['bought'], candidate: number): number =>
  expansions.reduce((sum, own, index) => {
    if (own.candidate !== candidate) return sum;
    return sum + own.capex * bought[index]!.reduce((total, count) => total + count, 0);
  }, 0);
