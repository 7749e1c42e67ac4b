import { prefinanced } from './budgets.ts';
import { valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { moneyAt } from './price-rows.ts';
import { multiply, type Rational, subtract, sum } from './rational.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';

/** The decisions of an oracle's plan as exact quantities, by item and period. */
export interface OracleQuantities {
  readonly made: (source: Source, period: number) => Rational;
  readonly volume: (source: Source) => Rational;
  readonly hired: (supplier: string, period: number) => Rational;
  readonly delivered: (item: string, period: number) => Rational;
  readonly backlog: (item: string, period: number) => Rational;
  readonly stock: (item: string, period: number) => Rational;
  /** Hours worked in a period. */
  readonly hours: (period: number) => Rational;
  /** Euro out at the end of a period. */
  readonly prefinanced: (period: number) => Rational;
  /** 1..T. */
  readonly horizon: readonly number[];
  /** T+1..T+L. */
  readonly continuation: readonly number[];
}

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
    hired: (supplier, period) => valueAt(model.hired(supplier, period), point),
    volume: (source) => sum(horizon.map((t) => made(source, t))),
    delivered,
    backlog,
    stock: (item, period) => valueAt(model.stock(item, period), point),
    hours: (period) => sum(awarded.map((source) => worked(source, period))),
    prefinanced: (period) => valueAt(prefinanced(bill.scenario, { awarded }, moneyAt(made), period), point),
    horizon,
    continuation: spanOf(T + 1, T + bill.beyond),
  };
}
