import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { AwardRole, AwardRow, ProductionRow } from '../../scenarios/domain/plan.ts';
import { earnedWithin } from '../spend.ts';
import type { Quantities } from './quantities.ts';

/** Volume of a pair over the horizon, in units. */
export const volumeOf = ({ produced }: Quantities, pair: number): number =>
  produced[pair]!.reduce((sum, units) => sum + units, 0);

/** First period with output, or null. */
export function firstPeriodOf({ problem, produced }: Quantities, pairs: readonly number[]): string | null {
  for (let t = 1; t <= problem.horizon; t++) {
    if (pairs.some((pair) => produced[pair]![t]! > 0)) return periodLabel(problem.scenario.calendar, t);
  }
  return null;
}

/** incumbent: makes it today; source: the largest volume of the item; second-source: other volume; standby: none. */
export function roleOf(quantities: Quantities, pair: number): AwardRole {
  const { problem, awarded } = quantities;
  const { item, supplier, incumbent } = problem.pairs[pair]!;
  if (incumbent) return 'incumbent';
  const volume = volumeOf(quantities, pair);
  if (volume === 0) return 'standby';
  const isLarger = (other: number) => {
    const rival = volumeOf(quantities, other);
    return rival > volume || (rival === volume && problem.pairs[other]!.supplier < supplier);
  };
  return problem.pairsOf.get(item)!.some((other) => awarded[other] && isLarger(other)) ? 'second-source' : 'source';
}

export function awardRows(quantities: Quantities): readonly AwardRow[] {
  const { problem, awarded } = quantities;
  const required = new Map(problem.packages.map(({ item, total }) => [item.item, total]));
  return bySupplierThenItem(quantities).flatMap((pair) => {
    if (!awarded[pair]) return [];
    const { supplier, item, qualificationCost } = problem.pairs[pair]!;
    const share = volumeOf(quantities, pair) / required.get(item)!;
    const firstPeriod = firstPeriodOf(quantities, [pair]);
    return [{ supplier, item, share, firstPeriod, qualificationCost, role: roleOf(quantities, pair) }];
  });
}

export function productionRows(quantities: Quantities): readonly ProductionRow[] {
  const { problem, produced } = quantities;
  return bySupplierThenItem(quantities).flatMap((pair) => {
    const own = problem.pairs[pair]!;
    return periodsWith(produced[pair]!).map((t) => {
      const quantity = produced[pair]![t]!;
      return {
        ...{ supplier: own.supplier, item: own.item, period: periodLabel(problem.scenario.calendar, t), quantity },
        unitCost:
          own.breaks.length === 0 ? own.unitCost : earnedWithin(own, produced[pair]!, { from: t, to: t }) / quantity,
      };
    });
  });
}

/** Periods in which a series is not zero, from period 1 on. */
export const periodsWith = (series: Float64Array): readonly number[] =>
  [...series.keys()].filter((t) => t > 0 && series[t] !== 0);

function bySupplierThenItem({ problem }: Quantities): readonly number[] {
  const key = (pair: number) => problem.pairs[pair]!;
  return [...problem.pairs.keys()].sort(
    (left, right) => compare(key(left).supplier, key(right).supplier) || compare(key(left).item, key(right).item),
  );
}

/** Order of identifiers: by code units, the same on every machine. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
