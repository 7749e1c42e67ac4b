import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { csv } from './csv.ts';

/**
 * The files that stand beside a plan, in the order in which they are written: the plan last, as the seal on the others. None has the
 * name of a table of a scenario. A table without rows is written too, so that none of an earlier run stays behind.
 */
export const OUTPUT_FILES: readonly string[] = [
  'run.json',
  'shipments.csv',
  'stock.csv',
  'certificates-to-obtain.csv',
  'production.csv',
  'awards.csv',
  'members.csv',
  'ramp-up.csv',
  'plan.json',
];

const awards = (plan: Plan): string =>
  csv(
    ['supplier', 'item', 'role', 'share', 'firstPeriod', 'qualificationCost'],
    plan.awards.map((row) => [row.supplier, row.item, row.role, row.share, row.firstPeriod, row.qualificationCost]),
  );

function members(plan: Plan, scenario: Scenario): string {
  const firms = new Map(scenario.suppliers.map((supplier) => [supplier.supplier, supplier]));
  const items = grouped(plan.awards, (award) => award.supplier);
  return csv(
    [
      'supplier',
      'name',
      'category',
      'country',
      'region',
      'place',
      'roles',
      'items',
      'start',
      'firstPeriod',
      'spend',
      'share',
    ],
    plan.members.map((row) => {
      const firm = firms.get(row.supplier);
      const facts = [firm?.name, firm?.category, firm?.country, firm?.region, firm?.place];
      const work = [row.roles.join(';'), items.get(row.supplier)?.length ?? 0];
      return [row.supplier, ...facts, ...work, row.start, row.firstPeriod, row.spend, row.share];
    }),
  );
}

const rampUp = (plan: Plan): string =>
  csv(
    ['period', 'required', 'delivered', 'multiple', 'hours', 'hires', 'capex', 'prefinancing'],
    plan.rampUp.map((row) => [
      ...[row.period, row.required, row.delivered, row.multiple],
      ...[row.hours, row.hires, row.capex, row.prefinancing],
    ]),
  );

const production = (plan: Plan): string =>
  csv(
    ['supplier', 'item', 'period', 'quantity', 'unitCost'],
    plan.production.map((row) => [row.supplier, row.item, row.period, row.quantity, row.unitCost]),
  );

const certificates = (plan: Plan): string =>
  csv(
    ['supplier', 'certificate', 'start', 'firstPeriod', 'cost'],
    plan.certificates.map((row) => [row.supplier, row.certificate, row.start, row.firstPeriod, row.cost]),
  );

const stock = (plan: Plan): string =>
  csv(
    ['item', 'period', 'quantity'],
    plan.stock.map((row) => [row.item, row.period, row.quantity]),
  );

const shipments = (plan: Plan): string =>
  csv(
    ['item', 'from', 'to', 'consumer', 'quantity'],
    plan.shipments.map((row) => [row.item, row.from, row.to, row.consumer, row.quantity]),
  );

/** The text of each file of {@link OUTPUT_FILES}; `planText` is plan.json as it is hashed and compared. */
export function outputFiles(plan: Plan, scenario: Scenario, planText: string, runText: string): Map<string, string> {
  const texts: Record<string, string> = {
    'run.json': runText,
    'shipments.csv': shipments(plan),
    'stock.csv': stock(plan),
    'certificates-to-obtain.csv': certificates(plan),
    'production.csv': production(plan),
    'awards.csv': awards(plan),
    'members.csv': members(plan, scenario),
    'ramp-up.csv': rampUp(plan),
    'plan.json': planText,
  };
  return new Map(OUTPUT_FILES.map((name) => [name, texts[name] ?? '']));
}
