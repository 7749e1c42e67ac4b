import { periodIndex, yearsOf } from '../scenarios/domain/calendar.ts';
import type { Scope } from '../scenarios/domain/rule.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { PeriodIndex } from '../scenarios/domain/units.ts';

/** When the money of pairs with price breaks has to be known. */
export interface PriceMoments {
  /** Ends of periods, ascending; the horizon is always among them. */
  readonly periods: readonly PeriodIndex[];
  /** A rule speaks of that money, so that units at each price have to be told apart whatever is cheapest. */
  readonly asked: boolean;
}

/** The ends of the periods that rules on money speak of: caps on dependency, shares of content by value, pre-financing. */
export function priceMoments({ calendar, rules }: Pick<Scenario, 'calendar' | 'rules'>): PriceMoments {
  const last: PeriodIndex = calendar.periods as number;
  const periods = new Set([last]);
  let asked = false;
  const ask = (from: PeriodIndex, to: PeriodIndex) => {
    asked = true;
    for (const t of [from - 1, to]) if (t >= 1) periods.add(t);
  };
  const spanOf = (scope: Scope | undefined): readonly [PeriodIndex, PeriodIndex] => [
    scope?.from === undefined ? 1 : (periodIndex(calendar, scope.from) ?? 1),
    scope?.to === undefined ? last : (periodIndex(calendar, scope.to) ?? last),
  ];
  for (const rule of rules) {
    if (rule.rule === 'content-share' && rule.by === 'value') ask(...spanOf(rule.scope));
    else if (rule.rule === 'dependency-cap' && rule.max < 1)
      for (const { from, to } of yearsOf(calendar, ...spanOf(rule.scope))) ask(from, to);
    else if (rule.rule === 'budget' && rule.of.includes('prefinancing')) for (let t = 1; t <= last; t++) ask(t, t);
  }
  return { periods: [...periods].sort((left, right) => left - right), asked };
}
