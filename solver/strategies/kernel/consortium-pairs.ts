import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import { capacityInUnits } from '../../constraints/capacity-in-units.ts';
import { regionsOf } from '../../constraints/region-share-cap.ts';
import { pairsInScope, periodsInScope, supplierInScope, volumeWithin, yearsInScope } from '../../constraints/scope.ts';
import { contentOf } from '../../origins.ts';
import type { PlanningProblem } from '../../problem.ts';

/** The pairs of a package that a rule counts, and whether some of them are enough for what it asks. */
interface Ask {
  readonly pairs: readonly number[];
  readonly isEnough: (kept: readonly number[]) => boolean;
}

/**
 * The cheapest pairs beside a kernel with which each package could be made within the caps on regions and on dependency, and by those that a share of
 * content names: of each package as many as could do its work by themselves. `rise` is a pair's reduced cost.
 */
export function consortiumPairs(
  problem: PlanningProblem,
  kernel: ReadonlySet<number>,
  rise: (pair: number) => number,
): readonly number[] {
  const added = new Set<number>();
  for (const { pairs, isEnough } of asksOf(problem)) {
    const kept = pairs.filter((pair) => kernel.has(pair) || added.has(pair));
    if (isEnough(kept)) continue;
    const others = pairs.filter((pair) => !kernel.has(pair) && !added.has(pair));
    others.sort((left, right) => rise(left) - rise(right) || left - right);
    for (const pair of others) {
      kept.push(pair);
      added.add(pair);
      if (isEnough(kept)) break;
    }
  }
  return [...added];
}

function asksOf(problem: PlanningProblem): readonly Ask[] {
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule === 'content-share') return contentAsks(rule, problem);
    if (rule.rule === 'region-share-cap') return regionAsks(rule, problem);
    return rule.rule === 'dependency-cap' ? dependencyAsks(rule, problem) : [];
  });
}

/** Units that a pair can complete over from … to when the supplier does nothing else. */
function ableWithin(problem: PlanningProblem, pair: number, { from, to }: { from: number; to: number }): number {
  let units = 0;
  for (let t = from; t <= to; t++) if (problem.pairs[pair]!.available[t]) units += capacityInUnits(problem, pair, t);
  return units;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function contentAsks(rule: RuleOf<'content-share'>, problem: PlanningProblem): readonly Ask[] {
  const span = periodsInScope(rule.scope, problem);
  const content = contentOf(problem.scenario, rule.of);
  return pairsInScope(rule.scope, problem).map(({ workPackage, pairs }) => ({
    pairs: pairs.filter((pair) => content.fromSupplier(problem.pairs[pair]!.supplier, workPackage.item.item)),
    isEnough: (kept) =>
      sum(kept.map((pair) => ableWithin(problem, pair, span))) >= volumeWithin(workPackage.required, span),
  }));
}

/** A region counts up to its cap. */
function regionAsks(rule: RuleOf<'region-share-cap'>, problem: PlanningProblem): readonly Ask[] {
  const span = periodsInScope(rule.scope, problem);
  const regionOf = regionsOf(problem, rule.level);
  return pairsInScope(rule.scope, problem).map(({ workPackage, pairs }) => ({
    pairs,
    isEnough: (kept) => {
      const required = volumeWithin(workPackage.required, span);
      const able = new Map<string, number>();
      for (const pair of kept) {
        const region = regionOf(pair);
        able.set(region, (able.get(region) ?? 0) + ableWithin(problem, pair, span));
      }
      return sum([...able.values()].map((units) => Math.min(units, rule.max * required))) >= required;
    },
  }));
}

/** A supplier counts up to what it may earn in a year, as if with this package alone. */
function dependencyAsks(rule: RuleOf<'dependency-cap'>, problem: PlanningProblem): readonly Ask[] {
  if (rule.max === 1) return [];
  const firms = new Map(problem.candidates.map(({ supplier }) => [supplier.supplier, supplier]));
  return problem.packages.flatMap(({ item, required }) =>
    yearsInScope(rule.scope, problem).map(({ from, to, part }) => ({
      pairs: problem.pairsOf.get(item.item) ?? [],
      isEnough: (kept: readonly number[]) =>
        sum(
          kept.map((pair) => {
            const { supplier, unitCost } = problem.pairs[pair]!;
            const able = ableWithin(problem, pair, { from, to });
            const firm = firms.get(supplier)!;
            if (!supplierInScope(rule.scope, firm) || unitCost === 0) return able;
            const most = (rule.max * part * (firm.turnover ?? 0)) / (1 - rule.max);
            return Math.min(able, most / unitCost);
          }),
        ) >= volumeWithin(required, { from, to }),
    })),
  );
}
