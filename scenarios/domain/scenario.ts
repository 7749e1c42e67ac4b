import type { Calendar } from './calendar.ts';
import type { DemandCase } from './demand-case.ts';
import type { BomLine, DemandRow, Item, RoutingStep } from './item.ts';
import type { Programme } from './programme.ts';
import type { Risk } from './risk.ts';
import type { DomainKind, Rule } from './rule.ts';
import type { CapacityRow, CertificateRow, ExpansionOption, Incumbent, Quote, Supplier } from './supplier.ts';
import type { Fraction, Periods } from './units.ts';

export interface Costs {
  /** Per year, of an item's unit value. */
  readonly holdingRate: Fraction;
  readonly transportPerTonneKm: number;
  readonly paymentTermDays: number;
  /** Euro for one unit of the named currency. */
  readonly currencies: Readonly<Record<string, number>>;
}

export interface Policy {
  /** none: nothing is made ahead; stock on hand may still be used up. */
  readonly stock: 'allowed' | 'none';
  /** lost: what is not delivered in its period never is; carried: it may be delivered later. */
  readonly backlog: 'lost' | 'carried';
  /** Component need before the start: listed as already in the pipeline, or due in period 1. */
  readonly pastDue: 'pipeline' | 'first-period';
  readonly expandOnlyIfCovered: boolean;
  /** How much worse than achieved the shortfall may become while cost falls, as a fraction of the weighted requirement. */
  readonly shortfallTolerance: Fraction;
}

export interface Robustness {
  readonly domains: readonly DomainKind[];
  readonly serviceLevel: Fraction;
  readonly timeToRecover: Periods;
  readonly surge: Fraction;
}

export interface SolveSettings {
  /** Wanted relative gap of each aim. */
  readonly gap: Fraction;
  /** Seconds of wall clock for the whole solve. */
  readonly timeLimit: number;
  /** Branch-and-bound nodes for each aim: a limit that gives the same plan on every machine. Absent: none. */
  readonly workLimit?: number;
  readonly engine: string;
  readonly seed: number;
}

/** The ways in which a problem can be decided (see solver/strategies); not every runtime has each. */
export const STRATEGY_NAMES = ['monolithic', 'kernel'] as const;
export type StrategyName = (typeof STRATEGY_NAMES)[number];

/** What whoever asks for a plan may state: settings that replace the scenario's own, and the strategy, which no scenario names. */
export interface AskedSettings extends Partial<SolveSettings> {
  /** Absent: by size of the problem and memory of the runtime. */
  readonly strategy?: StrategyName;
}

/** Everything a planner states before anything is solved: the normalised document, tables sorted by key. */
export interface Scenario {
  readonly name: string;
  readonly calendar: Calendar;
  readonly programmes: readonly Programme[];
  /** In the order stated; absent: demand is certain. */
  readonly demandCases?: readonly DemandCase[];
  readonly eligibility: 'capability' | 'quoted';
  readonly rules: readonly Rule[];
  readonly costs: Costs;
  readonly policy: Policy;
  readonly robustness?: Robustness;
  /** Only with demand cases; absent: the mean alone counts. */
  readonly risk?: Risk;
  readonly solve: SolveSettings;
  readonly bom: readonly BomLine[];
  readonly items: readonly Item[];
  readonly routing: readonly RoutingStep[];
  readonly demand: readonly DemandRow[];
  readonly suppliers: readonly Supplier[];
  readonly capacity: readonly CapacityRow[];
  readonly certificates: readonly CertificateRow[];
  readonly quotes: readonly Quote[];
  readonly incumbents: readonly Incumbent[];
  readonly expansions: readonly ExpansionOption[];
}

/** The tables of a scenario: one CSV file each, and one array each in the JSON document. */
export const TABLES = [
  'bom',
  'items',
  'routing',
  'demand',
  'suppliers',
  'capacity',
  'certificates',
  'quotes',
  'incumbents',
  'expansions',
] as const;
export type TableName = (typeof TABLES)[number];
