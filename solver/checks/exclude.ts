import type { Check, Fault } from './check.ts';
import { packagesIn, pairsIn, rulesOf } from './scope.ts';

/** The named suppliers get no award of a work package in scope. Slack: 0, a fixed decision has no room. */
export const exclude: Check = {
  name: 'exclude',
  check({ stated, view }) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id, suppliers, scope } of rulesOf(stated.scenario, 'exclude')) {
      const inScope = pairsIn(scope, stated);
      const packages = new Set(packagesIn(scope, stated).map(({ item }) => item.item));
      for (const supplier of suppliers) {
        for (const { item } of view.awardsOfSupplier.get(supplier) ?? []) {
          if (!packages.has(item) || !inScope(supplier, item)) continue;
          faults.push({ rule: id, supplier, item, message: `${supplier} is awarded ${item}, but is excluded from it` });
        }
      }
      slack.set(id, 0);
    }
    return { faults, slack };
  },
};
