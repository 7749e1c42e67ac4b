import type { ProductRow } from '../../scenarios/domain/plan.ts';
import type { FinalDemand } from '../../scenarios/final-demand.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault } from './faults.ts';
import { exceeds } from './tolerance.ts';
import { figure } from './wording.ts';

/**
 * One row for each product or item with independent demand and each period: 1..T in `products`, T+1..T+L in `continuation`.
 *
 *   required = D,  0 ≤ delivered ≤ D + backlog[t−1],  backlog[t] = backlog[t−1] + D − delivered,  multiple = delivered ÷ baseline
 *
 * With `backlog: lost` the backlog is 0 throughout; without a baseline the multiple is null.
 */
export const deliveries: Check = {
  name: 'deliveries',
  check(context) {
    const { stated, plan } = context;
    const rows = new Map<string, Map<string, ProductRow>>(stated.demand.map(({ item }) => [item, new Map()]));
    const faults: Fault[] = [];
    const table = (name: string, list: readonly ProductRow[], from: number, to: number): void => {
      for (const row of list) {
        const { product: item, period } = row;
        const t = stated.indexOf(period);
        const own = rows.get(item);
        if (!own) faults.push({ item, period, message: `${name}: ${item} has no final demand` });
        else if (t !== undefined && t >= from && t <= to) own.set(period, row);
      }
    };
    table('products', plan.products, 1, stated.horizon);
    table('continuation', plan.continuation, stated.horizon + 1, stated.end);
    for (const demand of stated.demand) faults.push(...demandFaults(context, demand, rows.get(demand.item)!));
    return { faults };
  },
};

function demandFaults(
  { stated }: CheckContext,
  { item, baseline, required }: FinalDemand,
  rows: ReadonlyMap<string, ProductRow>,
): Fault[] {
  const carried = stated.scenario.policy.backlog === 'carried';
  const faults: Fault[] = [];
  let late = 0;
  for (let t = 1; t < required.length; t++) {
    const period = stated.label(t);
    const row = rows.get(period);
    const due = required[t]! + late;
    if (carried) late += required[t]! - (row?.delivered ?? 0);
    if (!row) {
      faults.push({ item, period, message: `no row says what is delivered of ${item} in ${period}` });
      continue;
    }
    const { delivered } = row;
    const subject = { item, period };
    const multiple = baseline ? delivered / baseline : null;
    if (exceeds(delivered, due) || delivered < 0) faults.push(tooMuch(item, period, delivered, due));
    faults.push(
      ...figureFault(subject, `required of ${item} in ${period}`, row.required, required[t]!),
      ...figureFault(subject, `backlog of ${item} at the end of ${period}`, row.backlog, late),
      ...figureFault(subject, `multiple of ${item} in ${period}`, row.multiple, multiple),
    );
  }
  return faults;
}

const tooMuch = (item: string, period: string, delivered: number, due: number): Fault => ({
  item,
  period,
  message: `${figure(delivered)} ${item} delivered in ${period}, 0 to ${figure(due)} due`,
  found: delivered,
  expected: due,
});
