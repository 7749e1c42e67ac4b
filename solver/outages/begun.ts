import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { PlanningProblem } from '../problem.ts';

/** First period in which something is due that goes into a unit of an item completed in `t`; `t` where nothing does. */
export type Begun = (item: string, t: PeriodIndex) => PeriodIndex;

/** When what is completed was begun; what would be due before the start follows `policy.pastDue`. */
export function begunOf({ scenario, explosion }: PlanningProblem): Begun {
  const earliest = scenario.policy.pastDue === 'first-period' ? 1 : Number.NEGATIVE_INFINITY;
  const known = new Map<string, PeriodIndex[]>();
  return (item, t) => {
    const own = known.get(item) ?? [];
    known.set(item, own);
    own[t] ??= explosion
      .componentsOf(item, t)
      .reduce((first, { period }) => Math.min(first, Math.max(earliest, period)), t);
    return own[t];
  };
}

/** A delivery after the horizon for which something is completed after it, too. */
export interface LateNeed {
  readonly demand: number;
  readonly at: PeriodIndex;
  readonly quantity: Units;
}

/** What is completed in each period after the horizon of what takes two periods or more, for which deliveries: its components may be due within. */
export function completedLater({ demands, horizon, scenario, explosion }: PlanningProblem): readonly {
  readonly item: string;
  readonly t: PeriodIndex;
  readonly needs: readonly LateNeed[];
}[] {
  const slow = new Set(
    scenario.items.flatMap(({ item, kind, leadTime }) => (kind === 'make' && leadTime > 1 ? [item] : [])),
  );
  const later = new Map<string, { item: string; t: PeriodIndex; needs: LateNeed[] }>();
  const add = (item: string, t: PeriodIndex, need: LateNeed) => {
    if (t <= horizon || !slow.has(item)) return;
    const key = JSON.stringify([item, t]);
    const own = later.get(key) ?? { item, t, needs: [] };
    own.needs.push(need);
    later.set(key, own);
  };
  demands.forEach(({ item, required }, demand) => {
    for (let at = horizon + 1; at < required.length; at++) {
      add(item, at, { demand, at, quantity: 1 });
      for (const { item: below, period, quantity } of explosion.needsOf(item, at))
        add(below, period, { demand, at, quantity });
    }
  });
  return [...later.values()];
}
