import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import { atMost, constant, type Expression, NOTHING, type Relation, scaled, total } from './linear-program.ts';
import { add, compare, isZero, multiply, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { periodsInScope, supplierInScope } from './scope.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** The period before which a supplier does not work and after which its hours grow no faster than they may. */
export type Firsts = ReadonlyMap<string, number>;

/** Hours that a supplier works in a period. */
export const hoursOf = (awarded: readonly Source[], supplier: string, made: Made, t: number): Expression =>
  total(
    awarded
      .filter((source) => source.supplier === supplier)
      .flatMap((source) => source.hours.map((step) => scaled(made(source, t), step.hours))),
  );

export const suppliersOf = (awarded: readonly Source[]): readonly string[] => [
  ...new Set(awarded.map(({ supplier }) => supplier)),
];

interface Step {
  readonly supplier: string;
  readonly t: number;
  readonly growth: Rational;
  readonly plus: Rational;
}

/** Every step from t − 1 to t that a ramp-rate speaks of, by supplier. */
export function stepsOf({ bill: { scenario } }: Requirement, awarded: readonly Source[], only?: string): Step[] {
  const rules = scenario.rules.filter((rule): rule is RuleOf<'ramp-rate'> => rule.rule === 'ramp-rate');
  return rules
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((rule) => {
      const [from, to] = periodsInScope(scenario, rule);
      return suppliersOf(awarded)
        .filter((supplier) => supplierInScope(scenario, rule, supplier))
        .flatMap((supplier) => {
          const own = scenario.suppliers.find((row) => row.supplier === supplier)!.rampRate;
          const growth = add(rational(1), rational(own ?? rule.max));
          return spanOf(Math.max(2, from), to).map((t) => ({ supplier, t, growth, plus: rational(rule.plus) }));
        });
    });
}

/** What suppliers work where it is stated when each begins. */
export function rampRelations(
  requirement: Requirement,
  awarded: readonly Source[],
  made: Made,
  firsts: Firsts,
): readonly Relation[] {
  const idle = [...firsts].flatMap(([supplier, first]) =>
    spanOf(1, first - 1).map((t) => atMost(hoursOf(awarded, supplier, made, t), NOTHING)),
  );
  const grown = stepsOf(requirement, awarded).flatMap(({ supplier, t, growth, plus }) => {
    const first = firsts.get(supplier);
    if (first === undefined || t <= first) return [];
    const before = scaled(hoursOf(awarded, supplier, made, t - 1), growth);
    return [atMost(hoursOf(awarded, supplier, made, t), total([before, constant(plus)]))];
  });
  return [...idle, ...grown];
}

/** A supplier whose hours grow too fast after the first period in which it works. */
export function tooFast(
  requirement: Requirement,
  awarded: readonly Source[],
  hours: (supplier: string, t: number) => Rational,
): string | undefined {
  return stepsOf(requirement, awarded).find(({ supplier, t, growth, plus }) => {
    const worked = spanOf(1, t - 1).some((before) => !isZero(hours(supplier, before)));
    return worked && compare(hours(supplier, t), add(multiply(growth, hours(supplier, t - 1)), plus)) > 0n;
  })?.supplier;
}
