import { periodIndex, periodsPerYear, yearsOf } from '../scenarios/domain/calendar.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { Euro, PeriodIndex, Units } from '../scenarios/domain/units.ts';
import { priceSteps } from '../scenarios/eligibility/price-breaks.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';

/** What a rule promises in one year to a supplier that can make the item. */
export interface PromisedVolume {
  readonly rule: string;
  readonly supplier: string;
  readonly item: string;
  readonly year: number;
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
  readonly units: Units;
  /** Euro for a unit that is not bought: with price breaks the lowest price, so that nothing is made for the sake of a promise alone. */
  readonly price: Euro;
}

/** What rules promise to eligible pairs, year by year. */
export function promisesOf(scenario: Scenario, pairs: readonly EligiblePair[]): readonly PromisedVolume[] {
  const { calendar, rules } = scenario;
  return rules.flatMap((rule) => {
    if (rule.rule !== 'commitment') return [];
    const { id, supplier, item, perYear, scope } = rule;
    const pair = pairs.find((own) => own.supplier === supplier && own.item === item);
    if (!pair) return [];
    const first = scope?.from === undefined ? 1 : Math.max(1, periodIndex(calendar, scope.from) ?? 1);
    const last = scope?.to === undefined ? calendar.periods : (periodIndex(calendar, scope.to) ?? calendar.periods);
    return yearsOf(calendar, first, Math.min(last, calendar.periods)).map(({ year, from, to }) => ({
      ...{
        rule: id,
        supplier,
        item,
        year,
        from,
        to,
        price: Math.min(...priceSteps(pair).map(({ unitCost }) => unitCost)),
      },
      units: (perYear * (to - from + 1)) / periodsPerYear(calendar.period),
    }));
  });
}
