import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { PeriodIndex, Units } from '../scenarios/domain/units.ts';
import type { Explosion } from '../scenarios/explode-bom.ts';
import type { FinalDemand } from '../scenarios/final-demand.ts';

/**
 * One term of what an item is needed for: `quantity` units for each unit of
 * `delivery`: demand `of` delivered in period `at`;
 * `stock`: stock `of` at the end of period `at` (0 = on hand at the start).
 */
export interface NeedTerm {
  readonly kind: 'delivery' | 'stock';
  /** Position in the problem's demands or stocked items. */
  readonly of: number;
  readonly at: PeriodIndex;
  readonly quantity: Units;
}

/**
 * Gross need of item i in period t, as terms in the deliveries y and the stocks I of whatever contains i:
 *
 *   need[i,t] = y[i,t] + Σ_r q[r,i]·y[r, t + offset] + Σ_v q[v,i]·(I[v, t + offset] − I[v, t + offset − 1])
 *
 * because what is completed of v is what v is needed for plus the growth of its stock. A sub-assembly made ahead thus needs
 * its components ahead, and one on hand needs none. Needs before the start follow `policy.pastDue`, those beyond T are not planned.
 */
export function needsPerPeriod(
  scenario: Scenario,
  explosion: Explosion,
  demands: readonly FinalDemand[],
  stocked: readonly { readonly item: string }[],
): (item: string, t: PeriodIndex) => readonly NeedTerm[] {
  const horizon = scenario.calendar.periods;
  const terms = new Map<string, NeedTerm[][]>();
  const add = (item: string, due: PeriodIndex, term: NeedTerm) => {
    const t = due < 1 && scenario.policy.pastDue === 'first-period' ? 1 : due;
    if (t < 1 || t > horizon) return;
    const perPeriod = terms.get(item) ?? Array.from({ length: horizon + 1 }, (): NeedTerm[] => []);
    terms.set(item, perPeriod);
    perPeriod[t]!.push(term);
  };

  demands.forEach((demand, of) => {
    for (let at = 1; at < demand.required.length; at++) {
      add(demand.item, at, { kind: 'delivery', of, at, quantity: 1 });
      for (const need of explosion.needsOf(demand.item, at)) {
        add(need.item, need.period, { kind: 'delivery', of, at, quantity: need.quantity });
      }
    }
  });
  stocked.forEach(({ item }, of) => {
    for (let at = 1; at <= horizon; at++) {
      for (const need of explosion.needsOf(item, at)) {
        add(need.item, need.period, { kind: 'stock', of, at, quantity: need.quantity });
        add(need.item, need.period, { kind: 'stock', of, at: at - 1, quantity: -need.quantity });
      }
    }
  });
  return (item, t) => terms.get(item)?.[t] ?? [];
}
