import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { RecourseColumns } from '../model/recourse-columns.ts';
import type { Ground } from '../outages/ground.ts';
import type { Outage } from '../outages/outages.ts';
import type { Program } from '../outages/solve-apart.ts';
import { serviceWindows } from '../outages/span.ts';

/** A demand in the service window in which most of it is missing. */
export interface DemandLeft {
  /** Position in the problem's demands. */
  readonly demand: number;
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
  readonly planned: Units;
  readonly left: Units;
}

/** Of what the plan delivers in a window: less is noise of an engine. */
const NOISE = 1e-6;

/** Units as they are told; of what the engine leaves below nothing, nothing. */
const told = (units: Units): Units => Math.max(0, Math.round(units * 1e6) / 1e6);

/** What is left of each demand in an outage where the least is lost in all, weighted; of those that lose something. */
export function leftProgram({ operation, terms, write }: Ground, outage: Outage): Program<readonly DemandLeft[]> {
  const { problem, delivered } = operation;
  let recourse: RecourseColumns;
  return {
    add(builder) {
      recourse = write(builder, { rule: '', terms: { ...terms, serviceLevel: 1 }, outage });
      return problem.demands.flatMap(({ weight }, demand) => {
        const column = recourse.unprotected(demand);
        return column === undefined ? [] : [{ column, value: weight }];
      });
    },
    read: (values) =>
      problem.demands.flatMap(({ required }, demand) => {
        const windows = serviceWindows(recourse.span, demand, required.length - 1).map(({ from, to }): DemandLeft => {
          const sum = (unitsIn: (t: PeriodIndex) => Units): Units =>
            Array.from({ length: to - from + 1 }, (_, at) => unitsIn(from + at)).reduce((all, own) => all + own, 0);
          const planned = sum((t) => delivered[demand]![t]!);
          const left = sum((t) => values[recourse.delivered(demand, t)!]!);
          return { demand, from, to, planned, left: told(left) };
        });
        const missing = ({ planned, left }: DemandLeft): Units => planned - left;
        const worst = windows.reduce((most, own) => (missing(own) > missing(most) ? own : most), windows[0]!);
        return worst && missing(worst) > NOISE * Math.max(1, worst.planned) ? [worst] : [];
      }),
  };
}
