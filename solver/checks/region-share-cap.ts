import type { RegionLevel } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Check, Fault } from './check.ts';
import { entry } from './entry.ts';
import { packagesIn, pairsIn, periodsIn, rulesOf, sumOver } from './scope.ts';
import { tighter } from './slack.ts';
import { exceeds } from './tolerance.ts';
import { contrast, figure } from './wording.ts';

/**
 * For each work package and region in scope: what the suppliers there make together ≤ max · what is required of the package, over the
 * periods in scope. Slack: the least of max − share, where something is required.
 */
export const regionShareCap: Check = {
  name: 'region-share-cap',
  check({ stated, view }) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id, level, max, scope } of rulesOf(stated.scenario, 'region-share-cap')) {
      const counts = pairsIn(scope, stated);
      const span = periodsIn(scope, stated);
      let least: number | null = null;
      for (const { item, required } of packagesIn(scope, stated)) {
        const due = sumOver(required, span);
        const made = new Map<string, number>();
        for (const supplier of stated.suppliers.values()) {
          if (!counts(supplier.supplier, item.item) || !stated.pairOf(supplier.supplier, item.item)) continue;
          const region = nameOf(supplier, level);
          const units = sumOver(view.volumeOf(supplier.supplier, item.item)?.units, span);
          made.set(region, entry(made, region, () => 0) + units);
        }
        for (const [region, units] of made) {
          if (due > 0) least = tighter(least, max - units / due);
          if (!exceeds(units, max * due, due)) continue;
          const [found, expected] = contrast(units, max * due);
          const message = `${region} makes ${found} ${item.item}, at most ${expected} of the ${figure(due)} required`;
          faults.push({ rule: id, item: item.item, message, found: units, expected: max * due });
        }
      }
      slack.set(id, least);
    }
    return { faults, slack };
  },
};

const LENGTHS = { NUTS2: 4, NUTS3: 5 } as const;

const nameOf = ({ country, region }: Supplier, level: RegionLevel): string =>
  (level === 'country' ? country : region?.slice(0, LENGTHS[level])) ?? 'an unknown region';
