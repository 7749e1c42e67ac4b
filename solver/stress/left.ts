import type { Fraction, PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { Column, Term } from '../model/model-builder.ts';
import type { Ground } from '../outages/ground.ts';
import type { Outage } from '../outages/outages.ts';
import type { Program } from '../outages/solve-apart.ts';
import { serviceWindows } from '../outages/span.ts';

/** A demand in the service window in which the least share of it is left. */
export interface DemandLeft {
  /** Position in the problem's demands. */
  readonly demand: number;
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
  readonly planned: Units;
  readonly left: Units;
}

/** A service window with the column of what is left in it, up to what is planned. */
interface Counted extends Omit<DemandLeft, 'left'> {
  readonly column: Column;
}

/** Of what the plan delivers: less is noise of an engine. */
const NOISE = 1e-6;

/**
 * What is left of each demand in an outage of which `share` is left at least everywhere (kept.ts): of all recourse that keeps it, that which brings most,
 * weighted, of what is planned in the service windows. Of demands that lose something.
 */
export function leftProgram(
  { operation, terms, write }: Ground,
  outage: Outage,
  share: Fraction,
): Program<readonly DemandLeft[]> {
  const { problem, delivered } = operation;
  const windows: Counted[] = [];
  return {
    add(builder, name) {
      const recourse = write(builder, { rule: '', terms: { ...terms, serviceLevel: 0 }, outage });
      problem.demands.forEach(({ item, required }, demand) => {
        for (const { from, to } of serviceWindows(recourse.span, demand, required.length - 1)) {
          const planned = delivered[demand]!.subarray(from, to + 1).reduce((sum, units) => sum + units, 0);
          if (planned === 0) continue;
          const lower = Math.max(0, share - NOISE) * planned;
          const column = builder.column(`${name}|left|${item}|${from}`, { lower, upper: planned });
          const row: Term[] = [{ column, value: -1 }];
          for (let t = from; t <= to; t++) row.push({ column: recourse.delivered(demand, t)!, value: 1 });
          builder.row(`${name}|left|${item}|${from}`, row, { lower: 0 });
          windows.push({ demand, from, to, planned, column });
        }
      });
      return windows.map(({ demand, planned, column }) => ({
        column,
        value: -problem.demands[demand]!.weight / planned,
      }));
    },
    read(values) {
      const told = windows.map(({ column, ...window }): DemandLeft => ({ ...window, left: rounded(values[column]!) }));
      return problem.demands.flatMap((_, demand) => {
        const own = told.filter((window) => window.demand === demand);
        const [least] = own.sort(
          (one, other) => one.left / one.planned - other.left / other.planned || one.from - other.from,
        );
        return least && least.planned - least.left > NOISE * Math.max(1, least.planned) ? [least] : [];
      });
    },
  };
}

/** Units as they are told; of what the engine leaves below nothing, nothing. */
const rounded = (units: Units): Units => Math.max(0, Math.round(units * 1e6) / 1e6);
