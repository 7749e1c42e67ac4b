import { type Calendar, periodIndex } from './domain/calendar.ts';
import type { DemandRow } from './domain/item.ts';
import { type RampDemand, rampAt } from './domain/programme.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Periods, Units } from './domain/units.ts';
import type { Explosion } from './explode-bom.ts';
import { grouped } from './grouped.ts';

/** What customers want of one item, and for how long. */
export interface FinalDemand {
  readonly item: string;
  /** programme: the product of a programme; independent: any other item with rows in the demand table. */
  readonly kind: 'programme' | 'independent';
  /** Weight of one missing unit in the first aim. */
  readonly weight: number;
  /** Units per period today; null where no ramp is stated. */
  readonly baseline: Units | null;
  /** Units due by the end of period t = 1..T + L; required[0] = 0. After T the value at T goes on. */
  readonly required: Float64Array;
}

type Demanding = Pick<Scenario, 'calendar' | 'programmes' | 'demand'>;

/**
 * Demand of every programme's product (its ramp plus its rows in the demand table) and of every other item with rows there, sorted
 * by item. It continues beyond the horizon at its last value for L periods, the longest cumulative lead time below any of these
 * items, so that the need for components does not collapse at the end. A product belongs to one programme.
 */
export function finalDemand(scenario: Demanding, explosion: Explosion): readonly FinalDemand[] {
  const programmes = new Map(scenario.programmes.map((programme) => [programme.product, programme]));
  const rows = grouped(scenario.demand, (row) => row.item);
  const items = [...new Set([...programmes.keys(), ...rows.keys()])].sort();
  const beyond = items.reduce((longest, item) => Math.max(longest, explosion.leadTimeBelow(item)), 0);
  return items.map((item) => {
    const programme = programmes.get(item);
    return {
      item,
      kind: programme ? 'programme' : 'independent',
      weight: programme?.weight ?? 1,
      baseline: programme?.demand?.baseline ?? null,
      required: requiredOf(programme?.demand, rows.get(item) ?? [], scenario.calendar, beyond),
    };
  });
}

/** Ramp and rows together in 1..T, then the value at T. */
function requiredOf(
  ramp: RampDemand | undefined,
  rows: readonly DemandRow[],
  calendar: Calendar,
  beyond: Periods,
): Float64Array {
  const last = calendar.periods;
  const required = new Float64Array(last + beyond + 1);
  if (ramp) {
    const reach = periodIndex(calendar, ramp.reach) ?? 1;
    for (let t = 1; t <= last; t += 1) required[t] = ramp.baseline * rampAt(ramp, reach, t) * (ramp.factor ?? 1);
  }
  for (const row of rows) {
    const t = periodIndex(calendar, row.period);
    if (t !== undefined && t >= 1 && t <= last) required[t]! += row.quantity;
  }
  return required.fill(required[last]!, last + 1);
}
