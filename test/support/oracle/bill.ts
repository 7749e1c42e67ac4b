import { lastDay } from '../../../scenarios/domain/calendar.ts';
import type { BomLine, Item } from '../../../scenarios/domain/item.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { type Expression, NOTHING, scaled, total } from './linear-program.ts';
import { divide, ONE, type Rational, rational, subtract } from './rational.ts';

/** Units of an item completed in a period: numbers or variables. */
export type Output = (item: string, period: number) => Expression;

/** The bill of materials as the oracle reads it. */
export interface Bill {
  readonly scenario: Scenario;
  readonly items: ReadonlyMap<string, Item>;
  readonly finals: readonly string[];
  /** Every item that a final item is made of, and the final ones; parents before components. */
  readonly order: readonly string[];
  /** Periods that final demand continues beyond the horizon: longest sum of lead times of items with components. */
  readonly beyond: number;
  /** Longest sum of lead times of an item and those below it that have components. */
  readonly leadBelow: (item: string) => number;
}

const gross = (line: BomLine): Rational => divide(rational(line.quantity), subtract(ONE, rational(line.scrap)));
const linesBelow = (scenario: Scenario, parent: string): readonly BomLine[] =>
  scenario.bom.filter((line) => line.parent === parent);

/**
 * Lines of a parent that are used in its period: effective on the last day, of alternates the lowest priority. Before the
 * start the lines of period 1 are used.
 */
export function linesInUse(scenario: Scenario, parent: string, period: number): readonly BomLine[] {
  const day = lastDay(scenario.calendar, Math.max(1, period));
  const effective = linesBelow(scenario, parent).filter(
    ({ effectiveFrom, effectiveTo }) => (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day),
  );
  const before = (a: BomLine, b: BomLine): boolean =>
    a.priority !== b.priority ? a.priority < b.priority : a.item < b.item;
  return effective.filter(
    (line) =>
      line.alternateGroup === undefined ||
      !effective.some((other) => other.alternateGroup === line.alternateGroup && before(other, line)),
  );
}

/** Lines that may be used at some time: dates are not looked at, and an alternate without dates always beats its rivals. */
function linesEver(scenario: Scenario, parent: string): readonly BomLine[] {
  const lines = linesBelow(scenario, parent);
  const dated = lines.some((line) => line.effectiveFrom !== undefined || line.effectiveTo !== undefined);
  return dated ? lines : linesInUse(scenario, parent, 1);
}

/** Units of an item that its parents take in a period, when each parent is completed as `output` says. */
export function used(bill: Bill, output: Output, item: string, period: number): Expression {
  if (period < 1) return NOTHING;
  const parts: Expression[] = [];
  for (const parent of bill.order) {
    const lead = bill.items.get(parent)!.leadTime;
    const pulled = period === 1 && bill.scenario.policy.pastDue === 'first-period' ? 1 : period + lead;
    for (let at = pulled; at <= period + lead; at++) {
      for (const line of linesInUse(bill.scenario, parent, at)) {
        if (line.item === item) parts.push(scaled(output(parent, at), gross(line)));
      }
    }
  }
  return total(parts);
}

/** Reads the structure below everything that is delivered. */
export function readBill(scenario: Scenario): Bill {
  const items = new Map(scenario.items.map((item) => [item.item, item]));
  const finals = [
    ...new Set([...scenario.programmes.map((p) => p.product), ...scenario.demand.map((row) => row.item)]),
  ];
  const order: string[] = [];
  const place = (item: string): void => {
    if (order.includes(item)) return;
    for (const line of linesBelow(scenario, item)) place(line.item);
    order.unshift(item);
  };
  for (const item of finals.sort()) place(item);
  const leadBelow = (item: string): number => {
    const lines = linesEver(scenario, item);
    if (lines.length === 0) return 0;
    return items.get(item)!.leadTime + Math.max(...lines.map((line) => leadBelow(line.item)));
  };
  return { scenario, items, finals, order, beyond: Math.max(0, ...finals.map(leadBelow)), leadBelow };
}
