import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { csv } from './csv.ts';

/** The files that stand beside a plan, in the order in which they are written: the plan last, as the seal on the others. */
export const OUTPUT_FILES: readonly string[] = ['run.json', 'awards.csv', 'members.csv', 'ramp-up.csv', 'plan.json'];

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

/** The text of each file of {@link OUTPUT_FILES}; `planText` is plan.json as it is hashed and compared. */
export function outputFiles(plan: Plan, scenario: Scenario, planText: string, runText: string): Map<string, string> {
  const texts: Record<string, string> = {
    'run.json': runText,
    'awards.csv': awards(plan),
    'members.csv': members(plan, scenario),
    'ramp-up.csv': rampUp(plan),
    'plan.json': planText,
  };
  return new Map(OUTPUT_FILES.map((name) => [name, texts[name] ?? '']));
}
