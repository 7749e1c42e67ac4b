import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import type { Assumptions } from './outage-assumptions.ts';
import type { LostTogether } from './outages.ts';

/** Of what is sought, what may be left over in sums. */
const NOISE = 1e-9;

/**
 * Whether the others can give the service level β by themselves, period by period: β of all that the plan does keeps every balance and every limit, so
 * that nothing is missing where β of what the lost suppliers make in their window fits into the hours that others have left, one item after the
 * other. They may all the same where this does not show it.
 */
export function othersCan(assumptions: Assumptions, { suppliers, from, to }: LostTogether): boolean {
  const { context, serviceLevel } = assumptions;
  const { view } = context;
  const left = new Map<string, number>();
  for (let t = from; t <= to; t++)
    for (const supplier of suppliers)
      for (const { item } of view.awardsOfSupplier.get(supplier) ?? []) {
        const units = serviceLevel * (view.volumeOf(supplier, item)?.units[t] ?? 0);
        let open = units;
        for (const { supplier: other } of view.awardsOfItem.get(item) ?? []) {
          if (open <= NOISE * units) break;
          if (!suppliers.has(other)) open -= taken(assumptions, { supplier: other, item, from, t }, open, left);
        }
        if (open > NOISE * units) return false;
      }
  return true;
}

interface Place {
  readonly supplier: string;
  readonly item: string;
  /** First period of the outage. */
  readonly from: PeriodIndex;
  readonly t: PeriodIndex;
}

/** Takes hours of a supplier for units of an item, as far as there are; answers with the units. */
function taken(
  { context: { stated }, serviceLevel, ...known }: Assumptions,
  { supplier, item, from, t }: Place,
  wanted: Units,
  left: Map<string, number>,
): Units {
  if (!stated.pairOf(supplier, item)?.available[t] || t < known.readyFrom(supplier, item)) return 0;
  // While moved work waits at a supplier, it makes no more than planned.
  if (t < from + known.waits(supplier, item)) return 0;
  const keyOf = (process: string) => `${t} ${process} ${supplier}`;
  const perUnit = known.perUnit(supplier, item, t);
  let units = wanted;
  for (const [process, hours] of perUnit) {
    const free = entry(left, keyOf(process), () => {
      const worked = serviceLevel * known.worked(supplier, process, t, () => true);
      return Math.max(0, known.hoursAt(supplier, process, t, true) - worked);
    });
    units = Math.min(units, free / hours);
  }
  for (const [process, hours] of perUnit) left.set(keyOf(process), left.get(keyOf(process))! - units * hours);
  return units;
}
