import { inPlaceFrom } from '../scenarios/capacity.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { ExpansionOption, Supplier } from '../scenarios/domain/supplier.ts';
import type { Euro, PeriodIndex, Periods } from '../scenarios/domain/units.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';
import { grouped } from '../scenarios/grouped.ts';
import { type Timing, timingOf } from './timing.ts';

/** A supplier with at least one eligible pair. */
export interface Candidate extends Timing {
  readonly supplier: Supplier;
  /** 0 when a qualified incumbent. */
  readonly onboardingCost: Euro;
  /** Positions in the pairs of the problem. */
  readonly pairs: readonly number[];
  /** Processes in which its pairs use hours. */
  readonly processes: readonly string[];
}

/** A certificate that a supplier has to obtain before some of its pairs can be awarded. */
export interface ObtainableCertificate {
  readonly supplier: string;
  readonly certificate: string;
  readonly cost: Euro;
  readonly leadTime: Periods;
  readonly pairs: readonly number[];
}

/** A way for a candidate to get more hours of a process that its pairs use. */
export interface Expansion extends ExpansionOption {
  /** Position in the candidates of the problem. */
  readonly candidate: number;
  /**
   * Periods in which it may be bought. The first alone where nothing but its hours depends on the period, as none is better; the plan then
   * says the latest that does as well. With a budget of capex every period in which it can still serve.
   */
  readonly periods: readonly PeriodIndex[];
}

/** Suppliers with eligible pairs, by id. */
export function candidatesOf(scenario: Scenario, pairs: readonly EligiblePair[]): readonly Candidate[] {
  const onboarded = new Set(scenario.incumbents.filter((row) => row.qualified).map((row) => row.supplier));
  const byFirm = grouped(pairs.keys(), (position) => pairs[position]!.supplier);
  return scenario.suppliers.flatMap((supplier) => {
    const own = byFirm.get(supplier.supplier);
    if (!own) return [];
    const processes = new Set(own.flatMap((position) => pairs[position]!.hours.map(({ process }) => process)));
    const onboardingCost = onboarded.has(supplier.supplier) ? 0 : supplier.onboardingCost;
    const timing = timingOf(
      scenario.rules,
      supplier,
      own.map((position) => pairs[position]!),
      onboarded.has(supplier.supplier),
    );
    return [{ supplier, onboardingCost, pairs: own, processes: [...processes].sort(), ...timing }];
  });
}

/** The certificates that some of these pairs need and their supplier can obtain. */
export function obtainableOf(scenario: Scenario, pairs: readonly EligiblePair[]): readonly ObtainableCertificate[] {
  const obtaining = [...pairs.keys()].filter((position) => pairs[position]!.obtain.length > 0);
  const byFirm = grouped(obtaining, (position) => pairs[position]!.supplier);
  return scenario.certificates.flatMap((row) => {
    if (row.status !== 'obtainable') return [];
    const own = byFirm.get(row.supplier) ?? [];
    const needing = own.filter((position) => pairs[position]!.obtain.includes(row.certificate));
    const { supplier, certificate, cost, leadTime } = row;
    return needing.length === 0 ? [] : [{ supplier, certificate, cost, leadTime, pairs: needing }];
  });
}

/** What these candidates can add to the hours that their pairs use, within the horizon. */
export function expansionsOf(scenario: Scenario, candidates: readonly Candidate[]): readonly Expansion[] {
  const numberOf = new Map(candidates.map(({ supplier }, number) => [supplier.supplier, number]));
  const timed = scenario.rules.some((rule) => rule.rule === 'budget' && rule.of.includes('capex'));
  return scenario.expansions.flatMap((option) => {
    const candidate = numberOf.get(option.supplier);
    if (candidate === undefined || !candidates[candidate]!.processes.includes(option.process)) return [];
    const counts = option.hoursPerPeriod > 0 && option.maximum > 0;
    if (!counts || inPlaceFrom(option, 1) > scenario.calendar.periods) return [];
    const last = timed ? scenario.calendar.periods - option.leadTime : 1;
    return [{ ...option, candidate, periods: Array.from({ length: last }, (_, at) => at + 1) }];
  });
}
