import { capacityOf } from '../../../scenarios/capacity.ts';
import { periodIndex, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { AwardRow, MemberRow, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type {
  SheetAward,
  SheetHours,
  SheetPayback,
  SheetPeriod,
  SheetVolume,
  SupplierSheet,
} from '../../../scenarios/domain/supplier-sheet.ts';
import type { Euro, Fraction, Hours } from '../../../scenarios/domain/units.ts';
import {
  type Eligibility,
  type EligiblePair,
  eligibility,
  onboardedSuppliers,
} from '../../../scenarios/eligibility.ts';
import { explosionOf } from '../../../scenarios/explode-bom.ts';
import { finalDemand } from '../../../scenarios/final-demand.ts';
import { partsOfProduction } from '../../../scenarios/learning.ts';
import { requirements } from '../../../scenarios/work-packages.ts';
import { hiresOf, investmentsOf } from './investments.ts';
import { outstandingOf } from './prefinancing.ts';

/** A plan that holds, its scenario, and the margin on revenue that a payback is reckoned with. */
export interface SheetWanted {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly supplier: string;
  readonly margin?: Fraction;
}

/** How the firm stands with what it is awarded, judged with its own rows alone. */
interface Standing {
  readonly pairs: ReadonlyMap<string, EligiblePair>;
  readonly waitFor: Eligibility['waitFor'];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The business case of one member; undefined for a supplier that is none. */
export function supplierSheet({ input }: { input: SheetWanted }): SupplierSheet | undefined {
  const { plan, scenario, supplier } = input;
  const member = plan.members.find((row) => row.supplier === supplier);
  if (member === undefined) return undefined;
  const standing = standingOf(scenario, supplier);
  const partOf = partsOfProduction(scenario, plan.production);
  const volumes = volumesOf(plan, supplier, standing, partOf);
  const investments = investmentsOf(plan, scenario, supplier);
  const certificates = plan.certificates
    .filter((row) => row.supplier === supplier)
    .map(({ certificate, start, firstPeriod, cost }) => ({ certificate, start, firstPeriod, cost }));
  const own = plan.awards.filter((row) => row.supplier === supplier);
  const awards = own.map((row) => awardOf(scenario, row, member, standing));
  const periods = periodsOf(input, volumes, investments);
  const stated = scenario.suppliers.find((row) => row.supplier === supplier);
  const onboardingCost = onboardedSuppliers(scenario.incumbents).has(supplier) ? 0 : (stated?.onboardingCost ?? 0);
  const investment = sum(investments.map(({ euro }) => euro));
  const once = sum([...certificates.map(({ cost }) => cost), ...own.map((row) => row.qualificationCost)]);
  return {
    format: 'gilde-sheet/1',
    plan: plan.digest,
    scenario: plan.scenario.name,
    supplier,
    name: stated?.name ?? null,
    roles: member.roles,
    start: member.start,
    firstPeriod: member.firstPeriod,
    paymentTermDays: scenario.costs.paymentTermDays,
    onboardingCost,
    revenue: sum(volumes.map((row) => row.revenue)),
    investment,
    peakPrefinancing: peakOf(periods),
    payback: paybackOf(periods, investment + onboardingCost + once, input.margin),
    awards,
    certificates,
    investments,
    periods,
    volumes,
    hours: hoursOf(scenario, supplier, volumes, standing, partOf),
  };
}

function standingOf(scenario: Scenario, supplier: string): Standing {
  const explosion = explosionOf(scenario);
  const demand = finalDemand(scenario, explosion);
  const { packages } = requirements(scenario, explosion, demand);
  const alone = { ...scenario, suppliers: scenario.suppliers.filter((row) => row.supplier === supplier) };
  const { pairs, waitFor } = eligibility(alone, packages);
  return { pairs: new Map(pairs.map((pair) => [pair.item, pair])), waitFor };
}

type PartOf = ReturnType<typeof partsOfProduction>;

const volumesOf = (plan: Plan, supplier: string, { pairs }: Standing, partOf: PartOf): readonly SheetVolume[] =>
  plan.production
    .filter((row) => row.supplier === supplier)
    .map(({ item, period, quantity, unitCost }) => ({
      item,
      period,
      quantity,
      hours:
        quantity * partOf({ supplier, item, period }) * sum((pairs.get(item)?.hours ?? []).map(({ hours }) => hours)),
      unitPrice: unitCost,
      revenue: quantity * unitCost,
    }));

function awardOf(
  { items, calendar }: Scenario,
  { item, role, firstPeriod, qualificationCost, supplier }: AwardRow,
  { start }: MemberRow,
  { pairs, waitFor }: Standing,
): SheetAward {
  const ready = pairs.get(item)?.ready;
  return {
    item,
    name: items.find((row) => row.item === item)?.name ?? null,
    role,
    firstPeriod,
    qualification: {
      cost: qualificationCost,
      start,
      readyFrom: ready === undefined ? start : periodLabel(calendar, ready),
      longest: waitFor(supplier, item) ?? null,
    },
  };
}

function hoursOf(
  scenario: Scenario,
  supplier: string,
  volumes: readonly SheetVolume[],
  { pairs }: Standing,
  partOf: PartOf,
): readonly SheetHours[] {
  const used = new Map<string, Map<string, Hours>>();
  for (const { item, period, quantity } of volumes) {
    const part = partOf({ supplier, item, period });
    for (const { process, hours } of pairs.get(item)?.hours ?? []) {
      const own = used.get(process) ?? new Map<string, Hours>();
      used.set(process, own.set(period, (own.get(period) ?? 0) + part * hours * quantity));
    }
  }
  const capacity = capacityOf(scenario);
  return [...used.keys()].sort().flatMap((process) =>
    [...used.get(process)!].map(([period, hours]) => {
      const offered = capacity(supplier, process, periodIndex(scenario.calendar, period)!);
      return { process, period, used: hours, offered };
    }),
  );
}

function periodsOf(
  { plan, scenario, supplier }: SheetWanted,
  volumes: readonly SheetVolume[],
  investments: SupplierSheet['investments'],
): readonly SheetPeriod[] {
  const leadTimes = new Map(scenario.items.map(({ item, leadTime }) => [item, leadTime]));
  const outstanding = outstandingOf(scenario, volumes, (item) => leadTimes.get(item) ?? 0);
  const hires = hiresOf(plan, supplier);
  return outstanding.map(({ receivable, workInProgress }, at) => {
    const period = periodLabel(scenario.calendar, at + 1);
    const made = volumes.filter((row) => row.period === period);
    return {
      period,
      hours: sum(made.map(({ hours }) => hours)),
      revenue: sum(made.map(({ revenue }) => revenue)),
      investment: sum(investments.filter((row) => row.period === period).map(({ euro }) => euro)),
      hires: hires.get(period) ?? 0,
      receivable,
      workInProgress,
      prefinancing: receivable + workInProgress,
    };
  });
}

function peakOf(periods: readonly SheetPeriod[]): SupplierSheet['peakPrefinancing'] {
  const peak = periods.reduce((most, row) => (row.prefinancing > most.prefinancing ? row : most));
  return { period: peak.period, euro: peak.prefinancing };
}

/** Below this a euro of the outlay counts as earned. */
const CENT = 0.01;

function paybackOf(periods: readonly SheetPeriod[], outlay: Euro, margin: Fraction | undefined): SheetPayback {
  const revenue = sum(periods.map((row) => row.revenue));
  let earned = 0;
  const back = periods.find((row) => {
    earned += row.revenue * (margin ?? 0);
    return earned >= outlay - CENT;
  });
  return {
    outlay,
    marginNeeded: revenue > 0 ? outlay / revenue : null,
    margin: margin ?? null,
    period: margin === undefined ? null : (back?.period ?? null),
  };
}
