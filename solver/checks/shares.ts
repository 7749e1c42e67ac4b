import type { ShareCap, ShareFloor } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { CheckContext } from './check.ts';
import { packagesIn, periodsIn, sumOver, suppliersIn } from './scope.ts';

/** What an awarded pair makes of what is required, over the periods of a rule or in one of them. */
export interface Portion {
  readonly supplier: string;
  readonly item: string;
  readonly made: Units;
  readonly required: Units;
  /** The one period; absent: all periods in scope. */
  readonly period?: PeriodIndex;
}

/** Portions of the awarded pairs in scope: one for each pair, or for each pair and period. */
export function portions({ stated, view }: CheckContext, rule: ShareCap | ShareFloor): readonly Portion[] {
  const inScope = suppliersIn(rule.scope, stated);
  const [from, to] = periodsIn(rule.scope, stated);
  const found: Portion[] = [];
  for (const { item, required } of packagesIn(rule.scope, stated)) {
    for (const { supplier } of view.awardsOfItem.get(item.item) ?? []) {
      if (!inScope.has(supplier)) continue;
      const units = view.volumeOf(supplier, item.item)?.units;
      const pair = { supplier, item: item.item };
      if (rule.per === 'horizon') {
        found.push({ ...pair, made: sumOver(units, [from, to]), required: sumOver(required, [from, to]) });
        continue;
      }
      for (let t = from; t <= to; t++)
        found.push({ ...pair, made: units?.[t] ?? 0, required: required[t]!, period: t });
    }
  }
  return found;
}

/** ` in 2027-Q3`, or nothing for all periods of a rule. */
export const inPeriod = ({ stated }: CheckContext, period: PeriodIndex | undefined): string =>
  period === undefined ? '' : ` in ${stated.label(period)}`;
