import { atMost, constant, type Expression, equal, minus, NOTHING, scaled, total, variable } from './linear-program.ts';
import { isZero } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { ledger, type Sheet } from './sheet.ts';
import { spanOf } from './span.ts';

interface Deliveries {
  /** Units of a final item delivered in 1..T+L. */
  readonly delivered: (item: string, period: number) => Expression;
  /** Weighted sum of what is missing over the horizon and its continuation. */
  readonly shortfall: Expression;
}

/** lost: at most what is due is delivered; carried: at most what is due and open, with backlog = backlog before + due − delivered. */
export function writeDeliveries(sheet: Sheet, { bill, demand, weight }: Requirement): Deliveries {
  const carried = bill.scenario.policy.backlog === 'carried';
  const deliveries = ledger();
  const missing: Expression[] = [];
  for (const item of bill.finals) {
    let before = NOTHING;
    for (const t of spanOf(1, bill.scenario.calendar.periods + bill.beyond)) {
      const due = total([constant(demand(item, t)), before]);
      if (isZero(demand(item, t)) && !carried) continue;
      const delivered = variable(sheet.fresh());
      deliveries.keep(item, t, delivered);
      if (carried) {
        const open = sheet.fresh();
        before = variable(open);
        sheet.relations.push(equal(before, minus(due, delivered), open));
        missing.push(scaled(before, weight(item)));
      } else {
        sheet.relations.push(atMost(delivered, due));
        missing.push(scaled(minus(due, delivered), weight(item)));
      }
    }
  }
  return { delivered: deliveries.at, shortfall: total(missing) };
}
