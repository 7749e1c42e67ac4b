import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type Eligibility, eligibility } from '../../scenarios/eligibility.ts';
import { type Explosion, explodeBom, type Need } from '../../scenarios/explode-bom.ts';
import { type FinalDemand, finalDemand } from '../../scenarios/final-demand.ts';
import { type Requirements, requirements } from '../../scenarios/work-packages.ts';

/** The explosion of a scenario whose BOM has no cycle. */
export function explosionOf(stated: Scenario): Explosion {
  const exploded = explodeBom(stated);
  if (!exploded.ok) throw new Error(`cycle: ${exploded.cycles.map((cycle) => cycle.join(' → ')).join('; ')}`);
  return exploded.explosion;
}

export const demandOf = (stated: Scenario): readonly FinalDemand[] => finalDemand(stated, explosionOf(stated));

export const requirementsOf = (stated: Scenario): Requirements =>
  requirements(stated, explosionOf(stated), demandOf(stated));

export const eligibilityOf = (stated: Scenario): Eligibility => eligibility(stated, requirementsOf(stated).packages);

/** `{ 'BOOM@3': 2 }`: two booms due in period 3; by item and period. */
export const shown = (needs: readonly Need[]): Record<string, number> =>
  Object.fromEntries(
    needs
      .map(({ item, period, quantity }): [string, number] => [`${item}@${period}`, quantity])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
