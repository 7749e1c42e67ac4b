import type { ProductRow } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';

/** Σ weight · units of some rows of products: a unit of independent demand weighs 1. */
export function weightedUnits(
  rows: readonly ProductRow[],
  { programmes }: Scenario,
  units: (row: ProductRow) => number,
): number {
  const weight = new Map(programmes.map((programme) => [programme.product, programme.weight]));
  return rows.reduce((sum, row) => sum + (weight.get(row.product) ?? 1) * units(row), 0);
}
