import type { ShareCap, ShareFloor } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { CheckContext, Fault } from './check.ts';
import { packagesIn, pairsIn, periodsIn, sumOver } from './scope.ts';
import { contrast, figure } from './wording.ts';

/** Looks at what an awarded pair makes of what is required: over all periods of a rule, or in the one named. */
export type Look = (supplier: string, item: string, made: Units, required: Units, period?: PeriodIndex) => void;

/** Shows each awarded pair in scope of a rule: once, or once for each period. Called back, as large plans have very many. */
export function eachPortion({ stated, view }: CheckContext, rule: ShareCap | ShareFloor, look: Look): void {
  const inScope = pairsIn(rule.scope, stated);
  const [from, to] = periodsIn(rule.scope, stated);
  for (const { item, required } of packagesIn(rule.scope, stated)) {
    for (const { supplier } of view.awardsOfItem.get(item.item) ?? []) {
      if (!inScope(supplier, item.item)) continue;
      const units = view.volumeOf(supplier, item.item)?.units;
      if (rule.per === 'horizon') {
        look(supplier, item.item, sumOver(units, [from, to]), sumOver(required, [from, to]));
        continue;
      }
      for (let t = from; t <= to; t++) look(supplier, item.item, units?.[t] ?? 0, required[t]!, t);
    }
  }
}

/** `S1 makes 12.5 BOOM in 2027-Q3, at most 12 of the 20 required` */
export function shareFault(
  { stated }: CheckContext,
  { id, words, share }: { readonly id: string; readonly words: 'at most' | 'at least'; readonly share: number },
  ...[supplier, item, made, required, period]: Parameters<Look>
): Fault {
  const limit = share * required;
  const [found, expected] = contrast(made, limit);
  const when = period === undefined ? '' : ` in ${stated.label(period)}`;
  return {
    rule: id,
    supplier,
    item,
    ...(period !== undefined && { period: stated.label(period) }),
    message: `${supplier} makes ${found} ${item}${when}, ${words} ${expected} of the ${figure(required)} required`,
    found: made,
    expected: limit,
  };
}
