import type { Calendar } from '../../scenarios/domain/calendar.ts';
import type { DemandCase } from '../../scenarios/domain/demand-case.ts';
import type { BomLine, DemandRow, Item, RoutingStep } from '../../scenarios/domain/item.ts';
import type { Programme } from '../../scenarios/domain/programme.ts';
import type { Risk } from '../../scenarios/domain/risk.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Costs, Policy, Robustness, Scenario, SolveSettings } from '../../scenarios/domain/scenario.ts';
import type {
  CapacityRow,
  CertificateRow,
  ExpansionOption,
  Incumbent,
  Quote,
  Supplier,
} from '../../scenarios/domain/supplier.ts';
import type { Euro } from '../../scenarios/domain/units.ts';

/** The named keys, and whatever else of the row is worth stating. */
type Some<Row, Key extends keyof Row> = Pick<Row, Key> & Partial<Row>;
type Defaulted = 'id' | 'strict' | 'per' | 'plus' | 'productivityGrowth' | 'losses' | 'requalification';
type Unnamed<R> = R extends Rule ? Omit<R, Defaulted> & Partial<Pick<R, Extract<keyof R, Defaulted>>> : never;

/** A rule without what has a default: `{ rule: 'share-cap', max: 0.6 }`. */
export type RuleStatement = Unnamed<Rule>;
/** `['CRANE', 'BOOM', 2]`: two booms in a crane; or the named fields. */
export type BomStatement = readonly [parent: string, item: string, quantity: number] | Some<BomLine, 'parent' | 'item'>;
/** `['BOOM', 'welding', 40]`: forty hours of welding for one boom; or the named fields. */
type RoutingStatement = readonly [item: string, process: string, hours: number] | Some<RoutingStep, 'item' | 'process'>;
/** `['S1', 'welding', 400]`: 400 hours of welding per period; or the named fields. */
export type CapacityStatement =
  | readonly [supplier: string, process: string, hours: number]
  | Some<CapacityRow, 'supplier' | 'process' | 'hoursPerPeriod'>;
/** `['CRANE', '2026-Q2', 5]`: five cranes due by the end of 2026-Q2; or the named fields. */
type DemandStatement = readonly [item: string, period: string, quantity: number] | DemandRow;

type SupplierStatement = Omit<Some<Supplier, 'supplier'>, 'hourlyRate'> & { readonly hourlyRate?: Euro | null };

/** What a test states of a scenario; the rest has the defaults of the file formats. */
export interface Statement {
  readonly name?: string;
  readonly calendar?: Partial<Calendar>;
  /** Short for `calendar: { periods }`. */
  readonly periods?: number;
  readonly programmes?: readonly Some<Programme, 'product'>[];
  readonly eligibility?: Scenario['eligibility'];
  readonly rules?: readonly RuleStatement[];
  readonly costs?: Partial<Costs>;
  readonly policy?: Partial<Policy>;
  readonly demandCases?: readonly DemandCase[];
  readonly robustness?: Robustness;
  readonly risk?: Risk;
  readonly solve?: Partial<SolveSettings>;
  readonly bom?: readonly BomStatement[];
  readonly items?: readonly Some<Item, 'item'>[];
  readonly routing?: readonly RoutingStatement[];
  readonly demand?: readonly DemandStatement[];
  /** `hourlyRate: null`: none is stated; left out: 50 euro. */
  readonly suppliers?: readonly SupplierStatement[];
  readonly capacity?: readonly CapacityStatement[];
  readonly certificates?: readonly Some<CertificateRow, 'supplier' | 'certificate'>[];
  readonly quotes?: readonly Some<Quote, 'supplier' | 'item' | 'unitPrice'>[];
  readonly incumbents?: readonly Some<Incumbent, 'supplier' | 'item'>[];
  readonly expansions?: readonly ExpansionOption[];
}

const isTuple = <T extends readonly unknown[]>(row: T | object): row is T => Array.isArray(row);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by the given fields, as a normalised document is. */
const sorted = <Row extends object>(rows: readonly Row[], ...keys: readonly (keyof Row)[]): Row[] =>
  [...rows].sort((a, b) =>
    keys.reduce((order, key) => order || compare(String(a[key] ?? ''), String(b[key] ?? '')), 0),
  );

const bomLine = (row: BomStatement): BomLine => ({
  quantity: 1,
  scrap: 0,
  priority: 1,
  ...(isTuple(row) ? { parent: row[0], item: row[1], quantity: row[2] } : row),
});

const routingStep = (row: RoutingStatement): RoutingStep => ({
  hoursPerUnit: 1,
  setupHours: 0,
  lotSize: 1,
  ...(isTuple(row) ? { item: row[0], process: row[1], hoursPerUnit: row[2] } : row),
});

const capacityRow = (row: CapacityStatement): CapacityRow =>
  isTuple(row) ? { supplier: row[0], process: row[1], hoursPerPeriod: row[2] } : row;

const demandRow = (row: DemandStatement): DemandRow =>
  isTuple(row) ? { item: row[0], period: row[1], quantity: row[2] } : row;

/** Stated items, and an item for each name that only appears in another table: make when it has components or routing, else buy. */
function everyItem(statement: Statement, bom: readonly BomLine[], routing: readonly RoutingStep[]): Item[] {
  const made = new Set([...bom.map((line) => line.parent), ...routing.map((step) => step.item)]);
  const stated = new Map((statement.items ?? []).map((item) => [item.item, item]));
  const names = new Set([
    ...stated.keys(),
    ...made,
    ...bom.map((line) => line.item),
    ...(statement.programmes ?? []).map((programme) => programme.product),
    ...(statement.demand ?? []).map((row) => demandRow(row).item),
    ...(statement.quotes ?? []).map((quote) => quote.item),
  ]);
  return [...names].map((item) => ({
    item,
    kind: made.has(item) ? 'make' : 'buy',
    leadTime: 0,
    materialCost: 0,
    critical: false,
    certificates: [],
    stock: 0,
    safetyStock: 0,
    ...stated.get(item),
  }));
}

/** Stated suppliers, and a free and immediately ready one at 50 euro an hour for each name that only offers capacity or quotes. */
function everySupplier(statement: Statement, capacity: readonly CapacityRow[]): Supplier[] {
  const stated = new Map((statement.suppliers ?? []).map((supplier) => [supplier.supplier, supplier]));
  const named = [
    ...capacity,
    ...(statement.quotes ?? []),
    ...(statement.certificates ?? []),
    ...(statement.incumbents ?? []),
  ];
  const names = new Set([...stated.keys(), ...named.map((row) => row.supplier)]);
  return [...names].map((supplier) => {
    const { hourlyRate = 50, ...row } = stated.get(supplier) ?? { supplier };
    const rate = hourlyRate === null ? {} : { hourlyRate };
    return { onboardingCost: 0, onboardingPeriods: 0, qualificationPeriods: 0, tags: [], ...rate, ...row };
  });
}

function statedRule(rule: RuleStatement, at: number): Rule {
  const id = `${rule.rule}-${at + 1}`;
  if (rule.rule === 'source-count') return { id, strict: false, ...rule };
  if (rule.rule === 'share-cap' || rule.rule === 'share-floor') return { id, per: 'horizon', ...rule };
  if (rule.rule === 'ramp-rate') return { id, plus: 0, ...rule };
  if (rule.rule === 'labour') return { id, productivityGrowth: 0, ...rule };
  if (rule.rule === 'survive-outage') return { id, losses: 1, requalification: false, ...rule };
  return { id, ...rule };
}

const DEFAULT_COSTS: Costs = { holdingRate: 0, transportPerTonneKm: 0, paymentTermDays: 0, currencies: {} };
const DEFAULT_POLICY: Policy = {
  stock: 'allowed',
  backlog: 'lost',
  pastDue: 'pipeline',
  expandOnlyIfCovered: false,
  shortfallTolerance: 0,
};
const DEFAULT_SOLVE: SolveSettings = { gap: 0, timeLimit: 60, engine: 'highs', seed: 1 };

/**
 * A complete scenario from the few rows that a test is about: eight quarters from 2026-Q1, everything else at the defaults of
 * the file formats. Rows name only what matters; items and suppliers that appear in other tables need no row of their own
 * (such a supplier costs 50 euro an hour and is ready at once). Rules are called `<rule>-<position>`.
 */
export function scenario(statement: Statement = {}): Scenario {
  const bom = (statement.bom ?? []).map(bomLine);
  const routing = (statement.routing ?? []).map(routingStep);
  const capacity = (statement.capacity ?? []).map(capacityRow);
  const certificates = (statement.certificates ?? []).map(
    (row): CertificateRow => ({ status: 'held', scope: [], renewable: false, leadTime: 0, cost: 0, ...row }),
  );
  const quotes = (statement.quotes ?? []).map((row): Quote => ({ qualificationCost: 0, ...row }));
  const incumbents = (statement.incumbents ?? []).map(
    (row): Incumbent => ({ quantityPerPeriod: 0, qualified: true, ...row }),
  );
  return {
    name: statement.name ?? 'test',
    calendar: { start: '2026-Q1', period: 'quarter', periods: statement.periods ?? 8, ...statement.calendar },
    programmes: sorted(
      (statement.programmes ?? []).map((row) => ({ weight: 1, ...row })),
      'product',
    ),
    eligibility: statement.eligibility ?? 'capability',
    rules: (statement.rules ?? []).map(statedRule),
    costs: { ...DEFAULT_COSTS, ...statement.costs },
    policy: { ...DEFAULT_POLICY, ...statement.policy },
    ...(statement.demandCases ? { demandCases: statement.demandCases } : {}),
    ...(statement.robustness ? { robustness: statement.robustness } : {}),
    ...(statement.risk ? { risk: statement.risk } : {}),
    solve: { ...DEFAULT_SOLVE, ...statement.solve },
    bom: sorted(bom, 'parent', 'item', 'alternateGroup', 'effectiveFrom'),
    items: sorted(everyItem(statement, bom, routing), 'item'),
    routing: sorted(routing, 'item', 'process'),
    demand: sorted((statement.demand ?? []).map(demandRow), 'item', 'period'),
    suppliers: sorted(everySupplier(statement, capacity), 'supplier'),
    capacity: sorted(capacity, 'supplier', 'process', 'period'),
    certificates: sorted(certificates, 'supplier', 'certificate', 'status'),
    quotes: sorted(quotes, 'supplier', 'item'),
    incumbents: sorted(incumbents, 'supplier', 'item'),
    expansions: sorted(statement.expansions ?? [], 'supplier', 'process', 'option'),
  };
}
