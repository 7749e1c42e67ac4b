import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { supplierInScope } from '../../../scenarios/scope.ts';
import { addRule } from './rules.ts';

type Labour = RuleOf<'labour'>;
type Stated = Pick<Scenario, 'rules' | 'suppliers' | 'calendar'>;

/**
 * One more hire in each period at one firm, all others as they are. Limits on a firm are its own, so that the rule says the same in
 * parts: as it is of the others, with one more of this firm; and what it says of regions stays with it, for all.
 */
export function hireMoreAt(stated: Stated, rule: Labour, supplier: string): Change {
  const { hiresPerPeriod: most = 0, regionHiresPerPeriod, ...rest } = rule;
  const own = suppliersOf(stated, rule);
  const others = own.filter((other) => other !== supplier);
  const parts: Labour[] = [
    { ...rest, hiresPerPeriod: most, scope: { ...rule.scope, suppliers: others } },
    { ...rest, hiresPerPeriod: most + 1, scope: { ...rule.scope, suppliers: [supplier] } },
  ].filter(({ scope }) => scope.suppliers.length > 0);
  const kept = regionHiresPerPeriod === undefined ? [] : [{ ...rest, regionHiresPerPeriod }];
  return {
    words: `${supplier} hires up to ${most + 1} instead of ${most} people a ${stated.calendar.period} (labour ${rule.id})`,
    patch: inParts(stated, rule, [...kept, ...parts]),
  };
}

/** One more hire in each period in one region, which every firm in scope of such a limit states, all others as they are: limits on a region are its own, so that the rule says the same in parts. */
export function hireMoreIn(stated: Stated, rule: Labour, region: string): Change {
  const most = rule.regionHiresPerPeriod ?? 0;
  const own = suppliersOf(stated, rule);
  const isThere = new Set(stated.suppliers.filter((row) => row.region === region).map(({ supplier }) => supplier));
  const parts = [
    { ...rule, scope: { ...rule.scope, suppliers: own.filter((supplier) => !isThere.has(supplier)) } },
    {
      ...{ ...rule, regionHiresPerPeriod: most + 1 },
      scope: { ...rule.scope, suppliers: own.filter((supplier) => isThere.has(supplier)) },
    },
  ].filter(({ scope }) => scope.suppliers.length > 0);
  return {
    words: `the firms of ${region} hire up to ${most + 1} instead of ${most} people a ${stated.calendar.period} together (labour ${rule.id})`,
    patch: inParts(stated, rule, parts),
  };
}

/** Suppliers that a labour rule speaks of. */
export const suppliersOf = ({ suppliers }: Pick<Scenario, 'suppliers'>, { scope }: Labour): readonly string[] =>
  suppliers.filter((row) => supplierInScope(scope, row)).map(({ supplier }) => supplier);

/** The rule in parts that together say what it says, the first under its id. */
function inParts({ rules }: Stated, { id }: Labour, parts: readonly Labour[]): readonly PatchOperation[] {
  const place = rules.findIndex((rule) => rule.id === id);
  return parts.map(({ id: own, ...part }, at) =>
    at === 0 ? { op: 'replace', path: `/rules/${place}`, value: { id: own, ...part } } : addRule(part),
  );
}
