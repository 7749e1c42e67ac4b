import type { Certificate } from './price-certificate.ts';
import type { PlanRisk } from './risk.ts';
import type { Euro, Fraction, Hours, Units } from './units.ts';

export type {
  AimPrices,
  CasePriceCertificate,
  CasePrices,
  Certificate,
  CountPrice,
  ItemPrices,
  PriceCertificate,
  VolumePrice,
} from './price-certificate.ts';

/** The aims in their order: each is optimised among the plans that are best in the ones before it. */
export type AimName = 'shortfall' | 'unprotected' | 'cost';

/** What an aim reached, and what no plan can beat; gap = (value − bound) ÷ max(|value|, 1e-9). */
export interface AimResult {
  readonly aim: AimName;
  readonly value: number;
  readonly bound: number;
  readonly gap: Fraction;
  /**
   * With the rule `learning`: what no plan can beat at the hours for a unit that the pass which made this plan reckoned with. A plan that learns more
   * may beat it; `bound` and `gap` hold for every plan.
   */
  readonly conditional?: { readonly bound: number; readonly gap: Fraction };
}

/** optimal: the wanted gap is reached in each aim; feasible: a limit was hit first; unknown: no plan within the limits. */
export type PlanStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

export type AwardRole = 'source' | 'second-source' | 'standby' | 'incumbent';

/** Cost over the horizon by component; their sum is the value of the aim `cost`. */
export interface CostBreakdown {
  readonly production: Euro;
  /** Bought items without a quote, at their unit value, and material of unrouted assemblies. */
  readonly bought: Euro;
  readonly transport: Euro;
  readonly onboarding: Euro;
  readonly qualification: Euro;
  readonly certificates: Euro;
  readonly capex: Euro;
  readonly hiring: Euro;
  readonly stock: Euro;
  readonly commitments: Euro;
}

/** The value of the aim `cost`: euro over the horizon, the sum of all components. */
export const totalCost = ({ cost }: { readonly cost: CostBreakdown }): Euro =>
  Object.values(cost).reduce((sum: Euro, part: Euro) => sum + part, 0);

export interface ProductRow {
  readonly product: string;
  readonly period: string;
  readonly required: Units;
  readonly delivered: Units;
  readonly backlog: Units;
  /** delivered ÷ baseline; null where no baseline is stated. */
  readonly multiple: number | null;
}

export interface MemberRow {
  readonly supplier: string;
  readonly roles: readonly AwardRole[];
  /** Period in which onboarding and qualification start. */
  readonly start: string;
  /** First period with output; null for a pure standby. */
  readonly firstPeriod: string | null;
  /** Production, one-off costs and capex over the horizon. */
  readonly spend: Euro;
  /** spend ÷ spend on all members; 0 when nothing is spent. */
  readonly share: Fraction;
}

export interface AwardRow {
  readonly supplier: string;
  readonly item: string;
  /** Of the item's required volume over the horizon. */
  readonly share: Fraction;
  readonly firstPeriod: string | null;
  readonly qualificationCost: Euro;
  readonly role: AwardRole;
}

export interface ProductionRow {
  readonly supplier: string;
  readonly item: string;
  readonly period: string;
  readonly quantity: Units;
  readonly unitCost: Euro;
}

/** Units of an item that go from their maker to where they are used, over the horizon; only where transport is priced. */
export interface ShipmentRow {
  readonly item: string;
  /** The supplier that makes them. */
  readonly from: string;
  /** The supplier that uses them; null: the OEM. */
  readonly to: string | null;
  /** The item that they go into; the item itself where it is delivered as a product. */
  readonly consumer: string;
  readonly quantity: Units;
}

export interface ItemPeriodRow {
  readonly item: string;
  readonly period: string;
  readonly quantity: Units;
}

/** required − delivered of a product or an item with independent demand, and in words the items that cause it. */
export interface ShortfallRow extends ItemPeriodRow {
  readonly causes: readonly string[];
}

/** A certificate that the plan has a member obtain. */
export interface CertificatePlanRow {
  readonly supplier: string;
  readonly certificate: string;
  readonly start: string;
  /** First period in which it counts. */
  readonly firstPeriod: string;
  readonly cost: Euro;
}

/** How many of an expansion are bought in a period; they have hours after its lead time. */
export interface ExpansionPlanRow {
  readonly supplier: string;
  readonly process: string;
  readonly option: string;
  readonly period: string;
  /** A whole number above 0. */
  readonly count: number;
}

/** What a rule promises a supplier in a year, and the payment for what is not bought of it. */
export interface CommitmentPlanRow {
  readonly supplier: string;
  readonly item: string;
  readonly rule: string;
  readonly year: number;
  readonly promised: Units;
  readonly bought: Units;
  readonly payment: Euro;
}

/** People that a supplier hires for the programme in a period, or takes from its other work; they work from then on. Need not be whole. */
export interface HireRow {
  readonly supplier: string;
  readonly period: string;
  readonly heads: number;
}

export interface RampUpRow {
  readonly period: string;
  /** Sum over the programmes' products, each unit times its weight; without programmes over independent demand. */
  readonly required: Units;
  readonly delivered: Units;
  /** Weighted delivered ÷ weighted baseline of the programmes that state one; null where none does. */
  readonly multiple: number | null;
  /** Working hours at the members. */
  readonly hours: Hours;
  /** People hired in the period, at all members. */
  readonly hires: number;
  /** Of the expansions bought in the period. */
  readonly capex: Euro;
  /** null: not planned. */
  readonly prefinancing: Euro | null;
}

/** A stated rule: whether it holds, and how far it is from being broken in its own unit (null: it met nothing to bind). */
export interface RuleRow {
  readonly rule: string;
  readonly holds: boolean;
  readonly slack: number | null;
  /** Cost of one unit of the rule; null: not priced. */
  readonly price: number | null;
}

export interface ReportedRow {
  readonly code: string;
  readonly message: string;
  readonly item: string | null;
  readonly supplier: string | null;
  /** Id of the rule that was given up; else absent. */
  readonly rule?: string;
}

export interface PlanLimits {
  readonly gap: Fraction;
  /** Seconds. */
  readonly timeLimit: number;
  readonly workLimit: number | null;
  /** What ended the solve before the wanted gap; learning: its passes had settled, and bounds for whatever is learnt are no nearer. */
  readonly hit: null | 'time' | 'work' | 'interrupt' | 'engine' | 'learning';
}

/** What an aim comes to in one case. */
export interface CaseAim {
  readonly aim: AimName;
  readonly value: number;
}

/**
 * The plan as it is in one demand case: what is decided before the case is known (who is awarded what, who starts when, certificates, expansions) is
 * that of the plan, everything else its own, in the tables of a plan of the scenario with that demand.
 */
export interface CasePlan
  extends Pick<
      Plan,
      'cost' | 'products' | 'continuation' | 'members' | 'awards' | 'production' | 'shipments' | 'stock'
    >,
    Pick<Plan, 'shortfall' | 'pastDue' | 'commitments' | 'hires' | 'rampUp' | 'rules'> {
  readonly name: string;
  readonly probability: Fraction;
  readonly aims: readonly CaseAim[];
}

/** Service of a product that an outage leaves unprotected under a rule, whatever the others do meanwhile. */
export interface UnprotectedRow {
  /** Id of the rule. */
  readonly rule: string;
  /** What kind of domain is lost: supplier, group, region or tag; of two, both with a plus between: supplier+region. */
  readonly domain: string;
  /** The names of what is lost, one for each kind. */
  readonly losses: readonly string[];
  readonly from: string;
  /** Last period of the outage, within the horizon. */
  readonly to: string;
  readonly product: string;
  readonly quantity: Units;
}

/** Whether outages were assessed: those of the rules survive-outage, or none. */
export type PlanRobustness =
  | { readonly assessed: false }
  | {
      readonly assessed: true;
      /** All outages of the rules: each loss from each period on. */
      readonly outages: number;
      /** Those that the search took into its model. */
      readonly entered: number;
      /** Sorted by rule, from single losses to pairs, domain, losses, from, product; what an engine cannot tell from nothing is left out. */
      readonly unprotected: readonly UnprotectedRow[];
    };

/** plan.json: the answer, complete enough to be re-checked from itself and the scenario alone. */
export interface Plan {
  readonly format: 'gilde-plan/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: { readonly name: string; readonly version: string };
  readonly strategy: string;
  readonly seed: number;
  readonly limits: PlanLimits;
  readonly status: PlanStatus;
  /** SHA-256 of the RFC 8785 form of the plan without this field. */
  readonly digest: string;
  readonly aims: readonly AimResult[];
  readonly cost: CostBreakdown;
  readonly products: readonly ProductRow[];
  /** Deliveries assumed after the horizon, so that component demand does not collapse at its end. */
  readonly continuation: readonly ProductRow[];
  readonly members: readonly MemberRow[];
  readonly awards: readonly AwardRow[];
  readonly production: readonly ProductionRow[];
  /** Pooled over the horizon; sorted by from, item, consumer, to. */
  readonly shipments: readonly ShipmentRow[];
  /** On hand at the end of the period, where not zero. */
  readonly stock: readonly ItemPeriodRow[];
  readonly shortfall: readonly ShortfallRow[];
  /** Component need before the start under `pastDue: pipeline`: due in the first period at the latest, not planned. */
  readonly pastDue: readonly ItemPeriodRow[];
  /** Sorted by supplier, process, option, period. */
  readonly expansions: readonly ExpansionPlanRow[];
  readonly certificates: readonly CertificatePlanRow[];
  /** Sorted by supplier, item, rule, year. */
  readonly commitments: readonly CommitmentPlanRow[];
  /** Where a rule `labour` speaks of the supplier; sorted by supplier, then period. */
  readonly hires: readonly HireRow[];
  readonly rampUp: readonly RampUpRow[];
  readonly robustness: PlanRobustness;
  readonly rules: readonly RuleRow[];
  readonly reported: readonly ReportedRow[];
  readonly certificate: Certificate;
  /** Rules that cannot hold together, by id, where the status is `infeasible`; empty otherwise. */
  readonly conflict: readonly string[];
  /**
   * A plan of a scenario with demand cases, in the scenario's order; absent without. Then `aims` and `cost` of the plan are expected values, its
   * rules have the least slack of all cases, and its tables show the case called `expected`, else the first of the most probable.
   */
  readonly cases?: readonly CasePlan[];
  /** Where the scenario states a risk: `aims` are (1 − weight)·mean + weight·CVaR, `cost` stays expected values. */
  readonly risk?: PlanRisk;
}
