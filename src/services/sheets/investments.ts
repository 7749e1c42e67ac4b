import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { SheetInvestment } from '../../../scenarios/domain/supplier-sheet.ts';

/** An expansion as a plan lists it. */
interface ExpansionBought {
  readonly supplier: string;
  readonly process: string;
  readonly option: string;
  readonly period: string;
  readonly count: number;
}

/** People hired as a plan lists them. */
interface Hired {
  readonly supplier: string;
  readonly period: string;
  readonly heads: number;
}

/** What the plan has a supplier buy: its expansions at the capex that the scenario states, in the order of the plan. */
export function investmentsOf(
  plan: Pick<Plan, 'expansions'>,
  { expansions }: Pick<Scenario, 'expansions'>,
  supplier: string,
): readonly SheetInvestment[] {
  const bought: readonly ExpansionBought[] = plan.expansions;
  return bought
    .filter((row) => row.supplier === supplier)
    .map(({ process, option, period, count }) => {
      const stated = expansions.find(
        (row) => row.supplier === supplier && row.process === process && row.option === option,
      );
      return { period, process, option, count, euro: count * (stated?.capex ?? 0) };
    });
}

/** People whom the plan has a supplier hire, by period. */
export function hiresOf(plan: Pick<Plan, 'hires'>, supplier: string): ReadonlyMap<string, number> {
  const hired: readonly Hired[] = plan.hires;
  const heads = new Map<string, number>();
  for (const row of hired)
    if (row.supplier === supplier) heads.set(row.period, (heads.get(row.period) ?? 0) + row.heads);
  return heads;
}
