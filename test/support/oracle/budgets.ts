import { periodLabel, periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { oneOffCosts } from './awards.ts';
import { atMost, constant, type Expression, type Relation, scaled, total } from './linear-program.ts';
import type { Decided } from './oracle-model.ts';
import type { Money } from './price-rows.ts';
import { capexOf } from './purchases.ts';
import { add, compare, divide, type Rational, rational, subtract, sum, ZERO } from './rational.ts';
import { spanOf } from './span.ts';

const periodsOf = (scenario: Scenario, year: number): readonly number[] =>
  spanOf(1, scenario.calendar.periods).filter((t) => Number(periodLabel(scenario.calendar, t).slice(0, 4)) === year);

/** What is paid in the year of a budget for capex, and for onboarding and qualification of those who start in it. */
export function paidIn(scenario: Scenario, rule: RuleOf<'budget'>, decided: Decided): Rational {
  const { awarded, purchases = [], starts = new Map() } = decided;
  const periods = periodsOf(scenario, rule.year);
  const starting = awarded.filter(({ supplier }) => periods.includes(starts.get(supplier) ?? 1));
  const once = oneOffCosts(scenario, starting);
  return sum([
    rule.of.includes('capex') ? capexOf(purchases.filter(({ period }) => periods.includes(period))) : ZERO,
    rule.of.includes('onboarding') ? once.onboarding : ZERO,
    rule.of.includes('qualification') ? add(once.qualification, once.certificates) : ZERO,
  ]);
}

const budgetsOf = ({ rules }: Scenario) => rules.filter((rule) => rule.rule === 'budget');

/** True where no budget is passed by what the decisions cost alone. */
export const budgetsAllow = (scenario: Scenario, decided: Decided): boolean =>
  budgetsOf(scenario).every((rule) => compare(paidIn(scenario, rule, decided), rational(rule.max)) <= 0n);

/** What is out at the end of a period: unpaid parts of what was made, and what is made within the lead time of its item. */
export function prefinanced(scenario: Scenario, { awarded }: Decided, spend: Money['spend'], t: number): Expression {
  const days = divide(rational(365), rational(periodsPerYear(scenario.calendar.period)));
  const term = rational(scenario.costs.paymentTermDays);
  const open = (ago: number): Rational => {
    const left = divide(subtract(term, ago === 0 ? ZERO : sum(spanOf(1, ago).map(() => days))), days);
    return compare(left, ZERO) <= 0n ? ZERO : compare(left, rational(1)) > 0n ? rational(1) : left;
  };
  return total(
    awarded.flatMap((source) => {
      const { leadTime } = scenario.items.find((row) => row.item === source.item)!;
      const last = Math.min(scenario.calendar.periods, t + leadTime);
      return [
        ...spanOf(1, t).map((at) => scaled(spend(source, at, at), open(t - at))),
        ...spanOf(t + 1, last).map((at) => spend(source, at, at)),
      ];
    }),
  );
}

/** Pre-financing of each period of a budget that names it, within what the decisions leave of it. */
export const budgetRelations = (scenario: Scenario, decided: Decided, spend: Money['spend']): readonly Relation[] =>
  budgetsOf(scenario).flatMap((rule) => {
    if (!rule.of.includes('prefinancing')) return [];
    const left = subtract(rational(rule.max), paidIn(scenario, rule, decided));
    return periodsOf(scenario, rule.year).map((t) => atMost(prefinanced(scenario, decided, spend, t), constant(left)));
  });
