import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import { capacityInUnits } from '../constraints/capacity-in-units.ts';
import type { PlanningProblem } from '../problem.ts';
import { askedProblem, type Learned } from './asked-problem.ts';

/** No multiple above this is told apart from one without a limit. */
const ENDLESS = 1e6;

/** {@link ceilingOf} what is asked from a period on. */
export const ceilingFrom = (scenario: Scenario, from: PeriodIndex, learned?: Learned): number | undefined =>
  ceilingOf(askedProblem(scenario, from, 1, learned), askedProblem(scenario, from, 2, learned));

/**
 * A multiple that no plan of the asked demand exceeds, from one package alone: what its eligible sources can make with all their hours
 * while they do nothing else, and what is on hand of it and of what contains it, over what a further multiple requires of it. `once` and
 * `twice` are the problem at one and two times the baseline. Undefined where no package bounds it.
 */
export function ceilingOf(once: PlanningProblem, twice: PlanningProblem): number | undefined {
  const before = new Map(once.packages.map(({ item, total }) => [item.item, total]));
  let least = Number.POSITIVE_INFINITY;
  for (const { item, total } of twice.packages) {
    const perMultiple = total - (before.get(item.item) ?? 0);
    if (perMultiple > 0) least = Math.min(least, (makeable(twice, item.item) + onHand(twice, item.item)) / perMultiple);
  }
  return least > ENDLESS ? undefined : least;
}

function makeable(problem: PlanningProblem, item: string): number {
  let units = 0;
  for (const pair of problem.pairsOf.get(item) ?? []) {
    const { available, maximumQuantity } = problem.pairs[pair]!;
    let own = 0;
    for (let t = 1; t <= problem.horizon; t++) if (available[t]) own += capacityInUnits(problem, pair, t);
    units += Math.min(own, maximumQuantity ?? own);
  }
  return units;
}

/** Units on hand at the start, of the item and within what contains it. */
function onHand({ stocked, needs, horizon }: PlanningProblem, item: string): number {
  const usage = new Map<number, number>();
  for (let t = 1; t <= horizon; t++) {
    for (const { kind, of, quantity } of needs(item, t)) {
      if (kind === 'stock') usage.set(of, Math.max(usage.get(of) ?? 0, quantity));
    }
  }
  return stocked.reduce(
    (units, { item: own, initial }, at) => units + initial * ((own === item ? 1 : 0) + (usage.get(at) ?? 0)),
    0,
  );
}
