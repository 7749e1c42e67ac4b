/**
 * Quantities carry their unit in their type: an `Hours` is not accepted where `Euro` is expected, while a plain number
 * (a literal, the result of arithmetic) is. Nothing exists at run time.
 */
declare const unit: unique symbol;
type Quantity<Unit extends string> = number & { readonly [unit]?: Unit };

/** Pieces of an item or product; need not be whole. */
export type Units = Quantity<'units'>;
/** Working hours of one process. */
export type Hours = Quantity<'hours'>;
/** Money in euro. */
export type Euro = Quantity<'euro'>;
/** A share of a whole, 0 to 1. */
export type Fraction = Quantity<'fraction'>;
/** A duration in whole periods of the scenario's calendar. */
export type Periods = Quantity<'periods'>;
/** A position on the scenario's calendar: 1 is the first period, T the last; 0 and below lie before the start. */
export type PeriodIndex = Quantity<'period index'>;
