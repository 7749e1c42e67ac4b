import type { Rule, RuleName } from '../scenarios/domain/rule.ts';
import type { Supplier } from '../scenarios/domain/supplier.ts';
import type { PeriodIndex } from '../scenarios/domain/units.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';
import { supplierInScope } from '../scenarios/scope.ts';

/** What of a supplier is decided period by period because a stated rule makes it matter: columns are made for that alone. */
export interface Timing {
  /** First period in which it can work, where a ramp-rate speaks of it; null: when it begins to work matters to no rule. */
  readonly rampsFrom: PeriodIndex | null;
  /** True where a labour rule speaks of it: the people that it hires are then decided. */
  readonly hires: boolean;
  /**
   * Last period in which its onboarding can start and one of its pairs still be ready in time, where a rule makes that time matter; null: it
   * starts in period 1, or needs none.
   */
  readonly lastStart: PeriodIndex | null;
}

/** The timing of a supplier with these eligible pairs; `onboarded`: it needs no onboarding. */
export function timingOf(
  rules: readonly Rule[],
  supplier: Supplier,
  pairs: readonly EligiblePair[],
  onboarded: boolean,
): Timing {
  const isSpokenOf = (...names: readonly RuleName[]) =>
    rules.some((rule) => names.includes(rule.rule) && supplierInScope(rule.scope, supplier));
  const first = pairs.reduce((least, { available }) => Math.min(least, available.indexOf(true)), Infinity);
  const last = pairs.reduce((most, pair) => Math.max(most, lastStartOf(pair)), 1);
  return {
    rampsFrom: isSpokenOf('ramp-rate') ? first : null,
    hires: isSpokenOf('labour'),
    lastStart: !onboarded && isSpokenOf('onboarding-throughput') ? last : null,
  };
}

/** The last period in which a pair can start to be ready in a period in which it can produce. */
export const lastStartOf = ({ available, lead }: EligiblePair): PeriodIndex => available.lastIndexOf(true) - lead;
