import type { Rule, RuleName } from '../scenarios/domain/rule.ts';
import type { Supplier } from '../scenarios/domain/supplier.ts';
import type { PeriodIndex } from '../scenarios/domain/units.ts';
import { supplierInScope } from '../scenarios/eligibility/exclusion.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';

/** What of a supplier is decided period by period because a stated rule makes it matter: columns are made for that alone. */
export interface Timing {
  /** First period in which it can work, where a ramp-rate speaks of it; null: when it begins to work matters to no rule. */
  readonly rampsFrom: PeriodIndex | null;
  /** True where a labour rule speaks of it: the people that it hires are then decided. */
  readonly hires: boolean;
}

/** The timing of a supplier with these eligible pairs. */
export function timingOf(rules: readonly Rule[], supplier: Supplier, pairs: readonly EligiblePair[]): Timing {
  const isSpokenOf = (...names: readonly RuleName[]) =>
    rules.some((rule) => names.includes(rule.rule) && supplierInScope(rule.scope, supplier));
  const first = pairs.reduce((least, { available }) => Math.min(least, available.indexOf(true)), Infinity);
  return { rampsFrom: isSpokenOf('ramp-rate') ? first : null, hires: isSpokenOf('labour') };
}
