import type { RegionLevel } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import { rowName, type StatedConstraint, tighter } from './constraint.ts';
import { pairsInScope, periodsInScope, producedWithin, sourcesInScope, volumeWithin } from './scope.ts';

/**
 * For each package in scope and each region ρ of the pairs in scope, over the periods in scope, with Req the package's required volume:
 *
 *   Σ_{s in ρ} Σ_t x[s,w,t] ≤ max·Σ_t Req[w,t]
 */
export const regionShareCap: StatedConstraint<'region-share-cap'> = {
  name: 'region-share-cap',
  effect: 'restricts',
  relax: 'Let one region make a larger share.',
  formulate(rule, { problem, variables, builder }) {
    const span = periodsInScope(rule.scope, problem);
    const regionOf = regionsOf(problem, rule.level);
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      const most = rule.max * volumeWithin(workPackage.required, span);
      for (const [region, own] of grouped(pairs, regionOf)) {
        const produced = own.flatMap((pair) => producedWithin(variables, pair, span));
        if (produced.length > 0) builder.row(rowName(rule, workPackage.item.item, region), produced, { upper: most });
      }
    }
  },
  slack(rule, { problem, produced }) {
    const span = periodsInScope(rule.scope, problem);
    const regionOf = regionsOf(problem, rule.level);
    let slack: number | null = null;
    for (const { workPackage, pairs, eligible } of sourcesInScope(rule.scope, problem)) {
      const required = volumeWithin(workPackage.required, span);
      if (required === 0 || eligible === 0) continue;
      // Regions of which a narrowed problem has nobody leave all of the cap.
      slack = tighter(slack, rule.max);
      for (const own of grouped(pairs, regionOf).values()) {
        const made = own.reduce((sum, pair) => sum + volumeWithin(produced[pair]!, span), 0);
        slack = tighter(slack, rule.max - made / required);
      }
    }
    return slack;
  },
};

/** The region of each pair's supplier; a scenario in which one is not known that deep is refused. */
export function regionsOf(problem: PlanningProblem, level: RegionLevel): (pair: number) => string {
  const regions = new Map(
    problem.candidates.map(({ supplier }) => [supplier.supplier, regionOf(supplier, level)] as const),
  );
  return (pair) => regions.get(problem.pairs[pair]!.supplier)!;
}

function regionOf({ country = '', region = '' }: Supplier, level: RegionLevel): string {
  if (level === 'country') return country;
  return region.slice(0, level === 'NUTS2' ? 4 : 5);
}
