import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { BomStructure } from './bom-structure.ts';
import { entry } from './entry.ts';

/** Units per period from `first` on, which may lie before the start: the figure of period t stands at t − first. */
export interface Span {
  readonly first: PeriodIndex;
  readonly last: PeriodIndex;
}

/** Units of an item per period of a span. */
export interface Series {
  readonly at: (t: PeriodIndex) => Units;
  readonly add: (t: PeriodIndex, units: Units) => void;
  /** Over the periods from … to. */
  readonly sum: (from: PeriodIndex, to: PeriodIndex) => Units;
}

/** A series of zeros; what lies outside the span reads as 0 and is not kept. */
export function series({ first, last }: Span): Series {
  const units = new Float64Array(last - first + 1);
  return {
    at: (t) => units[t - first] ?? 0,
    add: (t, more) => {
      if (t >= first && t <= last) units[t - first]! += more;
    },
    sum: (from, to) => units.subarray(from - first, to - first + 1).reduce((sum, more) => sum + more, 0),
  };
}

/**
 * Walks the bill of materials level by level, parents before components: `complete` says how many units of an item are
 * completed per period, given what is needed of it, and each completed unit needs its components `leadTime` periods earlier:
 *
 *   needed[i,t] = delivered[i,t] + Σ_p gross[p,i] · completed[p, t + leadTime[p]]
 *
 * with the lines in use in the parent's period t + leadTime[p]. With `pastDue: first-period` a need before the start falls in
 * period 1. `needed` holds what is delivered when the walk begins, and all needs when it ends.
 */
export function walkBom(
  scenario: Pick<Scenario, 'items' | 'policy'>,
  structure: BomStructure,
  span: Span,
  needed: Map<string, Series>,
  complete: (item: string, needs: Series | undefined) => Series | undefined,
): void {
  const leadTimes = new Map(scenario.items.map(({ item, leadTime }) => [item, leadTime]));
  const earliest = scenario.policy.pastDue === 'first-period' ? 1 : span.first;
  for (const item of structure.order) {
    const completed = complete(item, needed.get(item));
    if (!completed) continue;
    const leadTime = leadTimes.get(item) ?? 0;
    for (let t = span.first; t <= span.last; t++) {
      const units = completed.at(t);
      if (units === 0) continue;
      for (const usage of structure.usages(item, t)) {
        entry(needed, usage.item, () => series(span)).add(Math.max(earliest, t - leadTime), usage.gross * units);
      }
    }
  }
}
