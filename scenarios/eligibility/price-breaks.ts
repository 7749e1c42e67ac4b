import type { Scenario } from '../domain/scenario.ts';
import type { Quote } from '../domain/supplier.ts';
import type { Euro, Units } from '../domain/units.ts';
import { quotedPrice } from './unit-cost.ts';

/** Units of a pair beyond `from`, counted over the horizon, cost `unitCost` each, as far as the next break. */
export interface PriceBreak {
  /** Above 0. */
  readonly from: Units;
  readonly unitCost: Euro;
}

/** What a unit of a pair costs, in euro: `unitCost` up to the first break; breaks are in ascending order. */
export interface Priced {
  readonly unitCost: Euro;
  readonly breaks: readonly PriceBreak[];
}

export const NO_BREAKS: readonly PriceBreak[] = [];

/** True for a row of quotes.csv that only says what further units cost. */
export const isBreak = ({ fromQuantity = 0 }: Quote): boolean => fromQuantity > 0;

/** The breaks that rows of one pair state, in ascending order; those that its maximum quantity never reaches are left out. */
export function breaksOf(
  rows: readonly Quote[],
  first: Quote,
  { currencies }: Scenario['costs'],
): readonly PriceBreak[] {
  if (rows.length === 0) return NO_BREAKS;
  const most = first.maximumQuantity ?? Number.POSITIVE_INFINITY;
  return rows
    .map((row) => ({ from: row.fromQuantity ?? 0, unitCost: quotedPrice(row, currencies) ?? 0 }))
    .filter(({ from }) => from < most)
    .sort((left, right) => left.from - right.from);
}

/** The prices of a pair one after the other, each from so many units to so many: f(V) is the sum of what lies below V. */
export function priceSteps({ unitCost, breaks }: Priced) {
  const starts = [{ from: 0, unitCost }, ...breaks];
  return starts.map((step, at) => ({ ...step, to: starts[at + 1]?.from ?? Number.POSITIVE_INFINITY }));
}

/** f(V): euro for the first V units of a pair. */
export const costOfUnits = (pair: Priced, units: Units): Euro =>
  pair.breaks.length === 0
    ? pair.unitCost * units
    : priceSteps(pair).reduce(
        (sum, { from, to, unitCost }) => sum + unitCost * Math.max(0, Math.min(units, to) - from),
        0,
      );

/**
 * The least mean price of any volume up to `most`, min f(V) ÷ V: what no unit costs less than on average. Between two breaks the mean is
 * monotone, so that the breaks and the end are all that matters.
 */
export function leastMeanPrice(pair: Priced, most: Units): Euro {
  const ends = [...pair.breaks.map(({ from }) => from).filter((from) => from < most), most];
  if (pair.breaks.length === 0 || most === 0) return pair.unitCost;
  const means = ends.map((units) =>
    Number.isFinite(units) ? costOfUnits(pair, units) / units : pair.breaks.at(-1)!.unitCost,
  );
  return Math.min(pair.unitCost, ...means);
}

/** Whether a further unit ever costs less than those before it. */
export const isFalling = (pair: Priced): boolean =>
  priceSteps(pair).some(({ unitCost }, at, steps) => at > 0 && unitCost < steps[at - 1]!.unitCost);
