import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { type PlanTable, planTable } from '../../services/plan-tables.ts';

const TABLES: readonly PlanTable[] = [
  'production-by-case',
  'ramp-up-by-case',
  'demand-cases',
  'shipments',
  'origin',
  'stock',
  'expansions-bought',
  'certificates-to-obtain',
  'production',
  'awards',
  'members',
  'ramp-up',
];

const fileOf = (table: PlanTable): string => `${table}.csv`;

/**
 * The files that stand beside a plan, in the order in which they are written: the plan last, as the seal on the others. None has the
 * name of a table of a scenario. A table without rows is written too, so that none of an earlier run stays behind.
 */
export const OUTPUT_FILES: readonly string[] = ['run.json', ...TABLES.map(fileOf), 'plan.json'];

/** The text of each file of {@link OUTPUT_FILES}; `planText` is plan.json as it is hashed and compared. */
export const outputFiles = (plan: Plan, scenario: Scenario, planText: string, runText: string): Map<string, string> =>
  new Map([
    ['run.json', runText],
    ...TABLES.map((table) => [fileOf(table), planTable({ input: { plan, scenario, table } })] as const),
    ['plan.json', planText],
  ]);
