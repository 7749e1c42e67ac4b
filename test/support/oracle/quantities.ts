import { valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { isZero, multiply, type Rational, subtract, sum, toNumber } from './rational.ts';
import type { Source } from './sources.ts';

/** The decisions of an oracle's plan as exact quantities, by item and period. */
export interface OracleQuantities {
  readonly made: (source: Source, period: number) => Rational;
  readonly volume: (source: Source) => Rational;
  readonly delivered: (item: string, period: number) => Rational;
  readonly backlog: (item: string, period: number) => Rational;
  readonly stock: (item: string, period: number) => Rational;
  /** Hours worked in a period. */
  readonly hours: (period: number) => Rational;
  /** First of some periods that satisfies the test, or null. */
  readonly horizon: readonly number[];
  readonly continuation: readonly number[];
}

export const spanOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Reads the quantities off the point that the oracle found. */
export function quantitiesOf({ model, point, requirement, awarded }: OraclePlan): OracleQuantities {
  const { bill, demand } = requirement;
  const T = bill.scenario.calendar.periods;
  const horizon = spanOf(1, T);
  const made = (source: Source, period: number): Rational => valueAt(model.made(source, period), point);
  const delivered = (item: string, period: number): Rational => valueAt(model.delivered(item, period), point);
  const backlog = (item: string, period: number): Rational =>
    sum(
      spanOf(1, bill.scenario.policy.backlog === 'carried' ? period : 0).map((t) =>
        subtract(demand(item, t), delivered(item, t)),
      ),
    );
  const worked = (source: Source, period: number): Rational =>
    multiply(sum(source.hours.map((step) => step.hours)), made(source, period));
  return {
    made,
    volume: (source) => sum(horizon.map((t) => made(source, t))),
    delivered,
    backlog,
    stock: (item, period) => valueAt(model.stock(item, period), point),
    hours: (period) => sum(awarded.map((source) => worked(source, period))),
    horizon,
    continuation: spanOf(T + 1, T + bill.beyond),
  };
}

/** The quantity as a number, or undefined where it is zero and a table leaves it out. */
export const unlessZero = (value: Rational): number | undefined => (isZero(value) ? undefined : toNumber(value));
