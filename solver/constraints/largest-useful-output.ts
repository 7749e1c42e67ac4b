import type { PlanningProblem } from '../problem.ts';
import { capacityInUnits } from './capacity-in-units.ts';
import { pairsInScope } from './scope.ts';

/** Units that a pair can usefully complete. */
export interface UsefulOutput {
  readonly inPeriod: (pair: number, t: number) => number;
  /** From period t to the end of the horizon together. */
  readonly fromOn: (pair: number, t: number) => number;
}

/**
 * What production of a pair in period t can serve at most, so that award links are tight without cutting off a best plan:
 * without stock and backlog the requirement of t alone; with stock the requirement from t on, plus safety stocks, volumes that
 * rules and minimum orders force on suppliers (they may exceed the requirement and end on stock) and what would be made to use up dear components. Where
 * backlog is carried or a dated BOM line lies above the package, the requirement can move between periods of different usage: then all
 * that could ever be needed is the limit. So it is where transport is priced: as its cost is pooled over the horizon, it can pay to make
 * everything once more in a later period near its use. A share of content can be reached by making more than anybody uses, with stock as the place
 * for it: then hours alone are the limit; of a pair that takes no hours still its use.
 */
export function largestUsefulOutput(problem: PlanningProblem): UsefulOutput {
  const { scenario, pairs } = problem;
  if (!scenario.rules.some(({ rule }) => rule === 'content-share')) return neededOutput(problem);
  if (scenario.policy.stock === 'none' && scenario.policy.backlog === 'lost') return neededOutput(problem);
  const needed = neededOutput(problem);
  const isLimited = pairs.map(({ hours }) => hours.some((step) => step.hours > 0));
  return {
    inPeriod: (pair, t) => (isLimited[pair] ? Number.POSITIVE_INFINITY : needed.inPeriod(pair, t)),
    fromOn: (pair, t) => (isLimited[pair] ? Number.POSITIVE_INFINITY : needed.fromOn(pair, t)),
  };
}

/**
 * The problem as if nothing were made for the sake of a share of content alone: for bounds, which leave that rule out, and for choices of awards that
 * keep stock at what is usual.
 */
export function withoutSurplus(problem: PlanningProblem): PlanningProblem {
  const rules = problem.scenario.rules.filter(({ rule }) => rule !== 'content-share');
  return { ...problem, scenario: { ...problem.scenario, rules } };
}

function neededOutput(problem: PlanningProblem): UsefulOutput {
  const { policy } = problem.scenario;
  const requirement = new Map(problem.packages.map(({ item, required }) => [item.item, required]));
  if (policy.stock === 'none' && policy.backlog === 'lost') {
    return { inPeriod: (pair, t) => requirement.get(problem.pairs[pair]!.item)![t]!, fromOn: unlimited };
  }

  const forced = forcedVolumes(problem);
  const shelf = worthUsingUp(problem, forced);
  const ceiling = everNeeded(problem, forced, shelf);
  const ever = (pair: number) => ceiling.get(problem.pairs[pair]!.item)!;
  if (policy.backlog === 'carried' || problem.lanes.length > 0) return { inPeriod: ever, fromOn: ever };
  const moving = belowDatedLines(problem);
  const beyond = volumeBeyondRequirement(problem, forced, shelf);
  const fromOn = new Map([...requirement].map(([item, required]) => [item, sumFromOn(required)]));
  const useful = (pair: number, t: number) => {
    const { item } = problem.pairs[pair]!;
    if (moving.has(item)) return ever(pair);
    return fromOn.get(item)![t]! + forced[pair]! + beyond.get(item)!;
  };
  return { inPeriod: useful, fromOn: useful };
}

/** The most units that an awarded pair can make in a period to any use. */
export function mostInPeriod(problem: PlanningProblem): (pair: number, t: number) => number {
  const useful = largestUsefulOutput(problem);
  return (pair, t) => Math.min(capacityInUnits(problem, pair, t), useful.inPeriod(pair, t));
}

const unlimited = () => Number.POSITIVE_INFINITY;

function sumFromOn(required: Float64Array): Float64Array {
  const sums = Float64Array.from(required);
  for (let t = sums.length - 2; t >= 0; t--) sums[t]! += sums[t + 1]!;
  return sums;
}

/**
 * All that could ever be needed of each item, top down: its own demand, safety stock and forced volume, and through every BOM line,
 * whatever its dates, the usage times all that could be needed of the parent.
 */
function everNeeded(
  { scenario, demands, levels, pairs, lanes }: PlanningProblem,
  forced: Float64Array,
  shelf: ReadonlyMap<string, number>,
) {
  const ceiling = new Map(scenario.items.map(({ item, safetyStock }) => [item, safetyStock + shelf.get(item)!]));
  const twice = lanes.length > 0 ? 2 : 1;
  const add = (item: string, units: number) => ceiling.set(item, (ceiling.get(item) ?? 0) + units);
  for (const { item, required } of demands)
    add(
      item,
      required.reduce((sum, units) => sum + units, 0),
    );
  pairs.forEach(({ item }, pair) => {
    add(item, forced[pair]!);
  });
  const topDown = [...scenario.bom].sort(
    (left, right) => (levels.get(left.parent) ?? 0) - (levels.get(right.parent) ?? 0),
  );
  for (const { parent, item, quantity, scrap } of topDown)
    add(item, (quantity / (1 - scrap)) * twice * (ceiling.get(parent) ?? 0));
  return new Map([...ceiling].map(([item, units]) => [item, twice * units]));
}

/** Items that a dated BOM line, or a line below one, leads to. */
function belowDatedLines({ scenario }: PlanningProblem): ReadonlySet<string> {
  const dated = scenario.bom.filter((line) => line.effectiveFrom !== undefined || line.effectiveTo !== undefined);
  const reached = new Set(dated.map((line) => line.item));
  const components = new Map<string, string[]>();
  for (const { parent, item } of scenario.bom) components.set(parent, [...(components.get(parent) ?? []), item]);
  for (const item of reached) for (const component of components.get(item) ?? []) reached.add(component);
  return reached;
}

/**
 * Volume over the horizon that share floors and share locks force on each pair once it is awarded, and a minimum order beyond what is
 * needed; and all that it can make, where a supplier that makes other items too may not begin with these at once: working on this one
 * ahead, though nobody needs it, lets the hours grow in time (ramp-rate).
 */
function forcedVolumes(problem: PlanningProblem): Float64Array {
  const forced = new Float64Array(problem.pairs.length);
  const raise = (pair: number, volume: number) => {
    forced[pair] = Math.max(forced[pair]!, volume);
  };
  for (const { rampsFrom, pairs } of problem.candidates) {
    if (rampsFrom !== null && pairs.length > 1) for (const pair of pairs) raise(pair, everMade(problem, pair));
  }
  for (const rule of problem.scenario.rules) {
    if (rule.rule === 'share-floor') {
      for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
        for (const pair of pairs) raise(pair, rule.min * workPackage.total);
      }
    }
    if (rule.rule === 'lock' && rule.share !== undefined) {
      for (const pair of problem.pairsOf.get(rule.item ?? '') ?? []) {
        const total = problem.packages.find(({ item }) => item.item === rule.item)!.total;
        if (problem.pairs[pair]!.supplier === rule.supplier) raise(pair, rule.share * total);
      }
    }
  }
  problem.pairs.forEach(({ minimumOrder }, pair) => {
    forced[pair]! += minimumOrder;
  });
  return forced;
}

/** What the hours of a pair allow over the horizon; 0 for one that takes no hours, which helps no hours to grow. */
function everMade(problem: PlanningProblem, pair: number): number {
  const { available } = problem.pairs[pair]!;
  const units = available.map((can, t) => (can ? capacityInUnits(problem, pair, t) : 0));
  const sum = units.reduce((total, each) => total + each, 0);
  return Number.isFinite(sum) ? sum : 0;
}

/**
 * Units of each item that could be made only to get components off the shelf that are dearer to hold than the item itself, bottom up:
 * enough to use up what is on hand, forced or likewise made of any one component. 0 where holding costs nothing.
 */
function worthUsingUp({ scenario, levels, pairs }: PlanningProblem, forced: Float64Array): ReadonlyMap<string, number> {
  const shelf = new Map(scenario.items.map(({ item }) => [item, 0]));
  if (scenario.costs.holdingRate === 0) return shelf;
  const onHand = new Map(scenario.items.map(({ item, stock }) => [item, stock]));
  pairs.forEach(({ item }, pair) => {
    onHand.set(item, onHand.get(item)! + forced[pair]!);
  });
  const bottomUp = [...scenario.bom].sort(
    (left, right) => (levels.get(right.parent) ?? 0) - (levels.get(left.parent) ?? 0),
  );
  for (const { parent, item, quantity, scrap } of bottomUp) {
    const parents = ((shelf.get(item)! + onHand.get(item)!) * (1 - scrap)) / quantity;
    shelf.set(parent, Math.max(shelf.get(parent)!, parents));
  }
  return shelf;
}

/**
 * Per package: safety stock, what is worth making to use up its components, and what over-production of sub-assemblies above it
 * (for the same reasons, or forced) can ask for.
 */
function volumeBeyondRequirement(
  problem: PlanningProblem,
  forced: Float64Array,
  shelf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const excess = new Map(problem.packages.map(({ item }) => [item.item, item.safetyStock + shelf.get(item.item)!]));
  problem.pairs.forEach(({ item }, pair) => {
    excess.set(item, excess.get(item)! + forced[pair]!);
  });
  return new Map(
    problem.packages.map(({ item }) => {
      let beyond = item.safetyStock + shelf.get(item.item)!;
      for (const [above, perUnit] of usageAbove(problem, item.item)) beyond += perUnit * (excess.get(above) ?? 0);
      return [item.item, beyond];
    }),
  );
}

/** Largest usage of an item per unit of each stocked item above it. */
function usageAbove(problem: PlanningProblem, item: string): ReadonlyMap<string, number> {
  const usage = new Map<string, number>();
  for (let t = 1; t <= problem.horizon; t++) {
    for (const { kind, of, quantity } of problem.needs(item, t)) {
      if (kind !== 'stock') continue;
      const above = problem.stocked[of]!.item;
      usage.set(above, Math.max(usage.get(above) ?? 0, quantity));
    }
  }
  return usage;
}

/** M[s,w]: the most units that an awarded pair can make over the horizon. */
export function mostOfAward(problem: PlanningProblem): (pair: number) => number {
  const useful = largestUsefulOutput(problem);
  return (pair) => {
    const { available, maximumQuantity } = problem.pairs[pair]!;
    let most = 0;
    for (let t = 1; t <= problem.horizon; t++) {
      if (available[t]) most += Math.min(capacityInUnits(problem, pair, t), useful.inPeriod(pair, t));
    }
    return Math.min(most, useful.fromOn(pair, available.indexOf(true)), maximumQuantity ?? most);
  };
}
