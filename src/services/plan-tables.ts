import { type CasePlan, type CostBreakdown, type Plan, totalCost } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { csv } from '../../scenarios/wire/csv/write-csv.ts';
import { originRows } from '../../solver/checks/origin-rows.ts';

/** A plan and its scenario. */
interface Tabled {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

function members({ plan, scenario }: Tabled): string {
  const firms = new Map(scenario.suppliers.map((supplier) => [supplier.supplier, supplier]));
  const items = grouped(plan.awards, (award) => award.supplier);
  const rows = plan.members.map((row) => ({
    ...firms.get(row.supplier),
    ...row,
    roles: row.roles.join(';'),
    items: items.get(row.supplier)?.length ?? 0,
  }));
  const firm = ['supplier', 'name', 'category', 'country', 'region', 'place'] as const;
  return csv([...firm, 'roles', 'items', 'start', 'firstPeriod', 'spend', 'share'], rows);
}

const RAMP_UP = ['period', 'required', 'delivered', 'multiple', 'hours', 'hires', 'capex', 'prefinancing'] as const;
const PRODUCTION = ['supplier', 'item', 'period', 'quantity', 'unitCost'] as const;

/** One row for each demand case, with its aims and the components of its cost. */
function demandCases({ plan: { cases = [], cost } }: Tabled): string {
  const rows = cases.map((own) => ({
    ...{ case: own.name, probability: own.probability, ...own.cost },
    shortfall: own.aims.find(({ aim }) => aim === 'shortfall')?.value ?? null,
    multiple: own.rampUp.at(-1)?.multiple ?? null,
    total: totalCost(own),
  }));
  const parts = Object.keys(cost) as (keyof CostBreakdown)[];
  return csv(['case', 'probability', 'shortfall', 'multiple', 'total', ...parts], rows);
}

/** The rows of a table in each demand case, with its name. */
const inCases = <Row>({ plan: { cases = [] } }: Tabled, rowsOf: (own: CasePlan) => readonly Row[]) =>
  cases.flatMap((own) => rowsOf(own).map((row) => ({ case: own.name, ...row })));

const TABLES = {
  awards: ({ plan }: Tabled) =>
    csv(['supplier', 'item', 'role', 'share', 'firstPeriod', 'qualificationCost'], plan.awards),
  members,
  'ramp-up': ({ plan }: Tabled) => csv(RAMP_UP, plan.rampUp),
  production: ({ plan }: Tabled) => csv(PRODUCTION, plan.production),
  'certificates-to-obtain': ({ plan }: Tabled) =>
    csv(['supplier', 'certificate', 'start', 'firstPeriod', 'cost'], plan.certificates),
  'expansions-bought': ({ plan }: Tabled) => csv(['supplier', 'process', 'option', 'period', 'count'], plan.expansions),
  stock: ({ plan }: Tabled) => csv(['item', 'period', 'quantity'], plan.stock),
  origin: ({ plan, scenario }: Tabled) =>
    csv(['item', 'origin', 'ownValue', 'ownPerUnit', 'perUnit', 'share'], originRows(scenario, plan)),
  'demand-cases': demandCases,
  'ramp-up-by-case': (tabled: Tabled) =>
    csv(
      ['case', ...RAMP_UP],
      inCases(tabled, ({ rampUp }) => rampUp),
    ),
  'production-by-case': (tabled: Tabled) =>
    csv(
      ['case', ...PRODUCTION],
      inCases(tabled, ({ production }) => production),
    ),
  shipments: ({ plan }: Tabled) => csv(['item', 'from', 'to', 'consumer', 'quantity'], plan.shipments),
};

export type PlanTable = keyof typeof TABLES;

/** The tables of a plan, those that are read most first. */
export const PLAN_TABLES = Object.keys(TABLES) as readonly PlanTable[];

/** A table of a plan in comma-separated values with one header line, also where it has no rows. */
export const planTable = ({ input }: { input: Tabled & { readonly table: PlanTable } }): string =>
  TABLES[input.table](input);
