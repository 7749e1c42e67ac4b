import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { ExpansionOption } from '../../../scenarios/domain/supplier.ts';
import { moneyBetween } from './price-rows.ts';
import { promisesOf } from './promises.ts';
import { compare, type Rational, rational, sum, ZERO } from './rational.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';

/** One of an expansion bought in a period; `copy` numbers those of the same option and period. */
export interface Purchase {
  readonly option: ExpansionOption;
  readonly period: number;
  readonly copy: number;
}

/** Options of which an eligible source can use hours within the horizon. */
const useful = (scenario: Scenario, eligible: readonly Source[]): readonly ExpansionOption[] =>
  scenario.expansions.filter(
    (option) =>
      option.leadTime < scenario.calendar.periods &&
      eligible.some(
        (source) => source.supplier === option.supplier && source.hours.some((step) => step.process === option.process),
      ),
  );

/** Everything that could be bought of each option in each period. */
export const allPurchases = (scenario: Scenario, eligible: readonly Source[]): readonly Purchase[] =>
  useful(scenario, eligible).flatMap((option) =>
    spanOf(1, scenario.calendar.periods - option.leadTime).flatMap((period) =>
      Array.from({ length: option.maximum }, (_, copy) => ({ option, period, copy })),
    ),
  );

/** Every way to buy, as bit sets over {@link allPurchases}: no option more often than its maximum, lower copies first. */
export function everyPurchase(all: readonly Purchase[]): readonly number[] {
  const ways: number[] = [];
  for (let bits = 0; bits < 2 ** all.length; bits++) {
    const chosen = all.filter((_, i) => bits & (1 << i));
    const ordered = chosen.every(
      ({ option, period, copy }) =>
        copy === 0 ||
        chosen.some((other) => other.option === option && other.period === period && other.copy === copy - 1),
    );
    const within = chosen.every(
      ({ option }) => chosen.filter((other) => other.option === option).length <= option.maximum,
    );
    if (ordered && within) ways.push(bits);
  }
  return ways;
}

/** Only members buy, no more than is promised to them where the policy asks for that, and who has no hours of a process at all is a source only once it has bought some. */
export function mayBuy(
  scenario: Scenario,
  eligible: readonly Source[],
  awarded: readonly Source[],
  purchases: readonly Purchase[],
): boolean {
  const isMember = (supplier: string) => awarded.some((source) => source.supplier === supplier);
  const bare = (supplier: string, process: string) =>
    !scenario.capacity.some((row) => row.supplier === supplier && row.process === process && row.hoursPerPeriod > 0);
  const promises = promisesOf(scenario, eligible);
  const covered = (supplier: string) => {
    const own = eligible.filter((source) => source.supplier === supplier);
    const revenue = sum(
      own.map(({ item, prices }) => {
        const units = promises.filter(({ rule }) => rule.supplier === supplier && rule.item === item);
        return moneyBetween(prices, ZERO, sum(units.map((promise) => promise.units)));
      }),
    );
    return compare(capexOf(purchases.filter(({ option }) => option.supplier === supplier)), revenue) <= 0n;
  };
  return (
    (!scenario.policy.expandOnlyIfCovered || purchases.every(({ option }) => covered(option.supplier))) &&
    purchases.every(({ option }) => isMember(option.supplier)) &&
    awarded.every((source) =>
      source.hours.every(
        ({ process }) =>
          !bare(source.supplier, process) ||
          purchases.some(({ option }) => option.supplier === source.supplier && option.process === process),
      ),
    )
  );
}

/** Hours that purchases add in a period. */
export const addedHours = (
  purchases: readonly Purchase[],
  supplier: string,
  process: string,
  period: number,
): Rational =>
  sum(
    purchases
      .filter(({ option }) => option.supplier === supplier && option.process === process)
      .filter((purchase) => purchase.period + purchase.option.leadTime <= period)
      .map(({ option }) => rational(option.hoursPerPeriod)),
  );

export const capexOf = (purchases: readonly Purchase[]): Rational =>
  sum(purchases.map(({ option }) => rational(option.capex)));

/** Rows of plan.json. */
export function expansionRows(scenario: Scenario, purchases: readonly Purchase[]): Plan['expansions'] {
  const firsts = purchases.filter(({ copy }) => copy === 0);
  const key = ({ option, period }: Purchase) =>
    [option.supplier, option.process, option.option, String(period).padStart(2, '0')].join(' ');
  return [...firsts]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((first) => ({
      ...{ supplier: first.option.supplier, process: first.option.process, option: first.option.option },
      period: periodLabel(scenario.calendar, first.period),
      count: purchases.filter((other) => key(other) === key(first)).length,
    }));
}
