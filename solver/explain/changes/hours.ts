import type { Change } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { listed, percent } from '../../diagnosis/wording.ts';
import type { PlanningProblem } from '../../problem.ts';

/** Hours of one process at one supplier. */
export interface HoursOf {
  readonly supplier: string;
  readonly process: string;
}

/** Hours that some eligible pair can use, in the order of the table. */
export function usefulHours({ scenario, candidates }: PlanningProblem): readonly HoursOf[] {
  const processes = new Map(candidates.map(({ supplier, processes: own }) => [supplier.supplier, own]));
  const rows = scenario.capacity.filter(
    ({ supplier, process, hoursPerPeriod }) => hoursPerPeriod > 0 && processes.get(supplier)?.includes(process),
  );
  const firsts = grouped(rows, ({ supplier, process }) => JSON.stringify([supplier, process]));
  return [...firsts.values()].map(([row]) => ({ supplier: row!.supplier, process: row!.process }));
}

/** More hours by a fraction of what is offered, wherever some are: for one reason or another, an even step up. */
export function addHours({ capacity }: Pick<Scenario, 'capacity'>, to: readonly HoursOf[], fraction: number): Change {
  const isOf = ({ supplier, process }: HoursOf) =>
    to.some((target) => target.supplier === supplier && target.process === process);
  const patch = capacity.flatMap((row, at) => {
    const value = rounded(row.hoursPerPeriod * (1 + fraction));
    return isOf(row) ? [{ op: 'replace' as const, path: `/capacity/${at}/hoursPerPeriod`, value }] : [];
  });
  const firms = [...grouped(to, ({ process }) => process)].map(
    ([process, own]) =>
      `of ${process} at ${listed(own.map((target) => `${target.supplier}${added(capacity, target, fraction)}`))}`,
  );
  return { words: `${percent(fraction)} more hours ${firms.join(' and ')}`, patch };
}

/** ` (+ 8 h a period)`; where the hours change over time, the most that is added. */
function added(capacity: Scenario['capacity'], { supplier, process }: HoursOf, fraction: number): string {
  const own = capacity.filter((row) => row.supplier === supplier && row.process === process);
  const most = Math.max(...own.map(({ hoursPerPeriod }) => hoursPerPeriod)) * fraction;
  const upTo = own.length > 1 ? 'up to ' : '';
  return ` (${upTo}${Number(most.toFixed(1))} h a period)`;
}

/** Without the noise of the last digits. */
const rounded = (value: number): number => Number(value.toPrecision(12));
