import { leastMeanPrice } from '../../../scenarios/eligibility/price-breaks.ts';
import { mostOfAward, withoutSurplus } from '../../constraints/largest-useful-output.ts';
import type { PlanningProblem } from '../../problem.ts';
import { type Decided, decidedByLocks } from './decided.ts';
import { type ExpansionSide, expansionSide } from './expansion-side.ts';
import { type PeriodRows, periodRows } from './period-rows.ts';
import type { TransportFloors } from './transport-floors.ts';
import { periodLimits, volumeLimits } from './volume-limits.ts';

/** Suppliers and their pairs, the pairs of a supplier together and sorted by first process. */
export interface PairSide extends Decided, ExpansionSide {
  readonly suppliers: number;
  /** Pairs of supplier s stand at pairStarts[s] … pairStarts[s + 1] − 1. */
  readonly pairStarts: Int32Array;
  /** From a pair of the planning problem to the pair here, and back. */
  readonly position: Int32Array;
  readonly original: Int32Array;
  readonly packageOf: Int32Array;
  /** Euro for a unit; with price breaks the least mean of any volume that the pair can have. */
  readonly unitCost: Float64Array;
  /** Euro for an award: qualification, and an even share of each certificate to obtain that not all pairs of the supplier need. */
  readonly awardCost: Float64Array;
  /** Euro for a member: onboarding, and certificates to obtain that all its pairs need. */
  readonly memberCost: Float64Array;
  /** Most and least units over the horizon of an awarded pair. */
  readonly mostUnits: Float64Array;
  readonly leastUnits: Float64Array;
  /** By pair and period: 1 where the pair can produce. */
  readonly available: Uint8Array;
  /** Most units in a period, and euro more for a unit completed in it (transport of what goes into it). */
  readonly limits: PeriodRows;
  readonly inbound: PeriodRows;
  /** Operations of a pair stand at stepStarts[j] …; the process counts from the supplier's first. */
  readonly stepStarts: Int32Array;
  readonly stepProcess: Uint16Array;
  readonly stepHours: Float64Array;
  /** Processes of supplier s stand at processStarts[s] …; hours by process and period. */
  readonly processStarts: Int32Array;
  readonly capacity: Float64Array;
  /** The same with all expansions. */
  readonly reachable: Float64Array;
}

export function pairSide(problem: PlanningProblem, priced: 0 | 1, floors: TransportFloors): PairSide {
  const { candidates, pairs, horizon, packages } = problem;
  const original: number[] = [];
  const pairStarts = new Int32Array(candidates.length + 1);
  const processStarts = new Int32Array(candidates.length + 1);
  candidates.forEach((candidate, s) => {
    const first = (pair: number) => candidate.processes.indexOf(pairs[pair]!.hours[0]?.process ?? '');
    original.push(...[...candidate.pairs].sort((left, right) => first(left) - first(right) || left - right));
    pairStarts[s + 1] = original.length;
    processStarts[s + 1] = processStarts[s]! + candidate.processes.length;
  });
  const position = new Int32Array(pairs.length);
  original.forEach((pair, at) => {
    position[pair] = at;
  });
  const numberOf = new Map(packages.map(({ item }, number) => [item.item, number]));
  const available = new Uint8Array(original.length * horizon);
  original.forEach((pair, at) => {
    for (let t = 1; t <= horizon; t++) available[at * horizon + t - 1] = pairs[pair]!.available[t] ? 1 : 0;
  });
  const capacity = new Float64Array(processStarts[candidates.length]! * horizon);
  const reachable = new Float64Array(capacity.length);
  candidates.forEach(({ supplier, processes }, s) => {
    processes.forEach((process, k) => {
      for (let t = 1; t <= horizon; t++) {
        const at = (processStarts[s]! + k) * horizon + t - 1;
        capacity[at] = problem.capacity(supplier.supplier, process, t);
        reachable[at] = problem.reachable(supplier.supplier, process, t);
      }
    });
  });
  const volumes = volumeLimits(problem);
  const largest = mostOfAward(withoutSurplus(problem));
  const mostUnits = Float64Array.from(original, (pair) => Math.min(largest(pair), volumes.most[pair]!));
  return {
    suppliers: candidates.length,
    pairStarts,
    position,
    original: Int32Array.from(original),
    packageOf: Int32Array.from(original, (pair) => numberOf.get(pairs[pair]!.item)!),
    unitCost: Float64Array.from(original, (pair, at) => priced * leastMeanPrice(pairs[pair]!, mostUnits[at]!)),
    ...oneOffs(problem, original, priced),
    mostUnits,
    leastUnits: Float64Array.from(original, (pair) => volumes.least[pair]!),
    available,
    limits: periodLimits(problem, original),
    inbound: periodRows(original, horizon, (pair) => (priced ? floors.toPair.get(pair) : undefined)),
    ...operations(problem, original),
    processStarts,
    capacity,
    reachable,
    ...expansionSide(problem, priced),
    ...decidedByLocks(problem, original),
  };
}

/** Any split of a certificate's cost over the pairs that need it is a bound on it, as z ≥ a for each of them. */
function oneOffs(problem: PlanningProblem, original: readonly number[], priced: 0 | 1) {
  const { candidates, obtainable, pairs } = problem;
  const award = Float64Array.from(pairs, ({ qualificationCost }) => qualificationCost);
  const number = new Map(candidates.map(({ supplier }, s) => [supplier.supplier, s]));
  const member = Float64Array.from(candidates, ({ onboardingCost }) => onboardingCost);
  for (const { supplier, cost, pairs: needing } of obtainable) {
    const s = number.get(supplier)!;
    if (needing.length === candidates[s]!.pairs.length) member[s]! += cost;
    else for (const pair of needing) award[pair]! += cost / needing.length;
  }
  return {
    awardCost: Float64Array.from(original, (pair) => priced * award[pair]!),
    memberCost: member.map((cost) => priced * cost),
  };
}

function operations({ pairs, candidates }: PlanningProblem, original: readonly number[]) {
  const processesOf = new Map(candidates.map(({ supplier, processes }) => [supplier.supplier, processes]));
  const steps = original.map((pair) => {
    const { supplier, hours, learned } = pairs[pair]!;
    // Prices know one figure for all periods: the fewest hours of any leave the bound valid.
    const least = learned ? learned.taken.subarray(1).reduce((one, other) => Math.min(one, other), 1) : 1;
    return hours.map((step) => ({
      k: processesOf.get(supplier)!.indexOf(step.process),
      hours: step.hours * least,
    }));
  });
  const stepStarts = new Int32Array(steps.length + 1);
  steps.forEach((own, at) => {
    stepStarts[at + 1] = stepStarts[at]! + own.length;
  });
  return {
    stepStarts,
    stepProcess: Uint16Array.from(steps.flatMap((own) => own.map(({ k }) => k))),
    stepHours: Float64Array.from(steps.flatMap((own) => own.map(({ hours }) => hours))),
  };
}
