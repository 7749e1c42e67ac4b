import type { Incumbent, Quote, Supplier } from '../domain/supplier.ts';
import type { Periods } from '../domain/units.ts';

/** Suppliers that already work in the chain: one qualified item, and they are neither charged for onboarding nor wait for it. */
export const onboardedSuppliers = (incumbents: readonly Incumbent[]): ReadonlySet<string> =>
  new Set(incumbents.filter((row) => row.qualified).map((row) => row.supplier));

/** Periods of onboarding that a supplier still has before it. */
export const onboardingPeriods = (supplier: Supplier, onboarded: boolean): Periods =>
  onboarded ? 0 : supplier.onboardingPeriods;

/** Periods to qualify a pair: none for a qualified incumbent, else as quoted, else the supplier's own figure. */
export const qualificationPeriods = (supplier: Supplier, quote?: Quote, incumbent?: Incumbent): Periods =>
  incumbent?.qualified ? 0 : (quote?.qualificationPeriods ?? supplier.qualificationPeriods);
