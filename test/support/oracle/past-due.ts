import { linesInUse } from './bill.ts';
import { divide, multiply, type Rational, rational, subtract, sum, ZERO } from './rational.ts';
import type { Requirement } from './requirement.ts';

/** Units of an item due in a period at full demand, also before the start: there nothing has its own components left out. */
export function dueAtFullDemand(requirement: Requirement, item: string, period: number): Rational {
  const { bill, demand } = requirement;
  const { scenario, items, order } = bill;
  if (period > scenario.calendar.periods + bill.beyond) return ZERO;
  const taken = order.flatMap((parent) => {
    const at = period + items.get(parent)!.leadTime;
    return linesInUse(scenario, parent, at)
      .filter((line) => line.item === item)
      .map((line) => {
        const gross = divide(rational(line.quantity), subtract(rational(1), rational(line.scrap)));
        return multiply(gross, dueAtFullDemand(requirement, parent, at));
      });
  });
  return sum([demand(item, period), ...taken]);
}
