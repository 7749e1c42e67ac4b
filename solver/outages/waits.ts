import type { Periods } from '../../scenarios/domain/units.ts';
import { qualificationPeriods } from '../../scenarios/eligibility.ts';
import type { PlanningProblem } from '../problem.ts';

/** How long each pair takes to qualify: as quoted, else as the supplier states; nothing for a qualified incumbent. */
export function waitsOf({ scenario, pairs, candidates }: PlanningProblem): readonly Periods[] {
  const named = (row: { readonly supplier: string; readonly item: string }) => JSON.stringify([row.supplier, row.item]);
  const quoteOf = new Map(
    scenario.quotes.filter(({ fromQuantity = 0 }) => fromQuantity === 0).map((row) => [named(row), row]),
  );
  const incumbentOf = new Map(scenario.incumbents.map((row) => [named(row), row]));
  const suppliers = new Map(candidates.map(({ supplier }) => [supplier.supplier, supplier]));
  return pairs.map((pair) =>
    qualificationPeriods(suppliers.get(pair.supplier)!, quoteOf.get(named(pair)), incumbentOf.get(named(pair))),
  );
}
