import { periodLabel, periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { atLeast, constant, type Expression, minus, scaled, total, variable } from './linear-program.ts';
import { compare, divide, multiply, type Rational, rational, subtract, sum, toNumber, ZERO } from './rational.ts';
import { periodsInScope } from './scope.ts';
import type { Sheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** What a rule promises in one year. */
export interface YearPromise {
  readonly rule: RuleOf<'commitment'>;
  readonly year: number;
  readonly periods: readonly number[];
  readonly units: Rational;
  readonly price: Rational;
}

/** The promises to eligible sources, year by year. */
export function promisesOf(scenario: Scenario, eligible: readonly Source[]): readonly YearPromise[] {
  return scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'commitment') return [];
    const source = eligible.find((own) => own.supplier === rule.supplier && own.item === rule.item);
    if (!source) return [];
    const [from, to] = periodsInScope(scenario, rule);
    const yearOf = (t: number) => Number(periodLabel(scenario.calendar, t).slice(0, 4));
    const years = [...new Set(spanOf(from, to).map(yearOf))];
    const lowest = source.prices.reduce(
      (least, { price }) => (compare(price, least) < 0n ? price : least),
      source.unitCost,
    );
    return years.map((year) => {
      const periods = spanOf(from, to).filter((t) => yearOf(t) === year);
      const part = divide(rational(periods.length), rational(periodsPerYear(scenario.calendar.period)));
      return { rule, year, periods, units: multiply(rational(rule.perYear), part), price: lowest };
    });
  });
}

const sourceOf = (awarded: readonly Source[], { rule }: YearPromise): Source | undefined =>
  awarded.find((own) => own.supplier === rule.supplier && own.item === rule.item);

/** Payments for what is promised and not bought: one more variable for each year of a rule. */
export function writePromises(
  sheet: Sheet,
  promises: readonly YearPromise[],
  awarded: readonly Source[],
  made: Made,
): Expression {
  return total(
    promises.map((promise) => {
      const payment = variable(sheet.fresh());
      const source = sourceOf(awarded, promise);
      const bought = total(source ? promise.periods.map((t) => made(source, t)) : []);
      sheet.relations.push(atLeast(payment, scaled(minus(constant(promise.units), bought), promise.price)));
      return payment;
    }),
  );
}

/** Rows of plan.json, from exact volumes. */
export function commitmentRows(
  promises: readonly YearPromise[],
  awarded: readonly Source[],
  made: (source: Source, period: number) => Rational,
): Plan['commitments'] {
  const key = ({ rule, year }: YearPromise) => [rule.supplier, rule.item, rule.id, String(year)].join(' ');
  return [...promises]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((promise) => {
      const { rule, year, periods, units, price } = promise;
      const source = sourceOf(awarded, promise);
      const bought = source ? sum(periods.map((t) => made(source, t))) : ZERO;
      const lacking = subtract(units, bought);
      return {
        ...{ supplier: rule.supplier, item: rule.item, rule: rule.id, year },
        ...{ promised: toNumber(units), bought: toNumber(bought) },
        payment: compare(lacking, ZERO) > 0n ? toNumber(multiply(price, lacking)) : 0,
      };
    });
}
