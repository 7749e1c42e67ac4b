import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { atMost, constant, type Expression, equal, minus, NOTHING, scaled, total, variable } from './linear-program.ts';
import { compare, multiply, type Rational, rational, subtract, sum, ZERO } from './rational.ts';
import type { Sheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** The units from which each price of a quote holds, the first from 0; a pair without breaks has one price. */
export interface PriceRow {
  readonly from: Rational;
  readonly price: Rational;
}

/** All prices of a source by the rows of quotes.csv, `first` that of its first unit. */
export function readPrices(scenario: Scenario, supplier: string, item: string, first: Rational): readonly PriceRow[] {
  const further = scenario.quotes
    .filter((row) => row.supplier === supplier && row.item === item && (row.fromQuantity ?? 0) > 0)
    .map((row) => {
      const rate = row.currency === undefined ? 1 : (scenario.costs.currencies[row.currency] ?? 1);
      return { from: rational(row.fromQuantity!), price: multiply(rational(row.unitPrice), rational(rate)) };
    })
    .sort((a, b) => Number(compare(a.from, b.from)));
  return [{ from: ZERO, price: first }, ...further];
}

/** What units from one number to another cost. */
export function moneyBetween(prices: readonly PriceRow[], from: Rational, to: Rational): Rational {
  const upTo = (units: Rational): Rational =>
    sum(
      prices.map(({ from: start, price }, i) => {
        const end = prices[i + 1]?.from;
        const reached = end !== undefined && compare(units, end) > 0n ? end : units;
        return compare(reached, start) > 0n ? multiply(price, subtract(reached, start)) : ZERO;
      }),
    );
  return subtract(upTo(to), upTo(from));
}

/** Units of one price that may only be made when those of the price before are all made. */
export interface PriceOrder {
  readonly before: Expression;
  readonly width: Rational;
  readonly after: Expression;
  /** Only the cost asks: where it is not the aim, any order will do. */
  readonly costOnly: boolean;
}

/** Money of sources over spans of periods, with the orders that a point has to keep. */
export interface Money {
  readonly spend: (source: Source, from: number, to: number, costOnly?: boolean) => Expression;
  readonly orders: () => readonly PriceOrder[];
}

/** Writes columns for the units at each price by the end of each period in which money is asked for. */
export function writeMoney(sheet: Sheet, made: Made): Money {
  const known = new Map<string, { readonly spent: Expression; readonly orders: PriceOrder[] }>();
  const by = (source: Source, t: number, costOnly: boolean): Expression => {
    if (t < 1) return NOTHING;
    const key = JSON.stringify([source.supplier, source.item, t]);
    const found = known.get(key);
    if (found) {
      if (!costOnly)
        found.orders.splice(0, found.orders.length, ...found.orders.map((order) => ({ ...order, costOnly: false })));
      return found.spent;
    }
    const tiers = source.prices.map(() => variable(sheet.fresh()));
    const widths = source.prices.slice(1).map(({ from }, i) => subtract(from, source.prices[i]!.from));
    sheet.relations.push(equal(total(tiers), total(spanOf(1, t).map((at) => made(source, at)))));
    sheet.relations.push(...widths.map((width, i) => atMost(tiers[i]!, constant(width))));
    const orders = widths.map((width, i) => ({ before: tiers[i]!, width, after: tiers[i + 1]!, costOnly }));
    const spent = total(tiers.map((tier, i) => scaled(tier, source.prices[i]!.price)));
    known.set(key, { spent, orders });
    return spent;
  };
  return {
    spend: (source, from, to, costOnly = false) =>
      source.prices.length === 1
        ? total(spanOf(from, to).map((t) => scaled(made(source, t), source.unitCost)))
        : minus(by(source, to, costOnly), by(source, from - 1, costOnly)),
    orders: () => [...known.values()].flatMap(({ orders }) => orders),
  };
}

/** The money of a plan that is known: from its volumes at a point. */
export const moneyAt =
  (made: (source: Source, period: number) => Rational): Money['spend'] =>
  (source, from, to) => {
    const volume = (t: number) => sum(spanOf(1, t).map((at) => made(source, at)));
    return constant(moneyBetween(source.prices, volume(from - 1), volume(to)));
  };
