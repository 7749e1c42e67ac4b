import type { CasePriceCertificate } from '../../../scenarios/domain/plan.ts';
import { valueAt } from '../../model/variables.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relativeGap } from '../../relative-gap.ts';
import { isBetter } from '../better.ts';
import { limitsOf } from '../search.ts';
import type { Found, PlanHooks } from '../strategy.ts';
import { type Alone, type PricedCase, pricedAlone } from './alone.ts';
import { lifted } from './lifted.ts';
import { repriced } from './repriced.ts';
import { expectedCost, expectedShortfall } from './wait-and-see.ts';

/** Numerical room of a cap on shortfall. */
const ROOM = 1e-9;

/** Bounds of shortfall and cost, and the prices that prove them. */
interface Proven {
  readonly set: readonly PricedCase[];
  readonly bounds: readonly [shortfall: number, cost: number];
}

/** A plan for all cases, with the expected values of its aims. */
interface Together {
  readonly solution: Found['solution'];
  readonly values: readonly [shortfall: number, cost: number];
}

/** A solution of the problem or of a narrower one, with the expected values of the aims. */
export function together(problem: PlanningProblem, solution: Found['solution']): Together {
  const own = solution.problem ?? problem;
  const [shortfall, cost] = aims.map((aim) => valueAt(aim.formulate(own, solution.variables), solution.values));
  return { solution: { ...solution, problem: own }, values: [shortfall!, cost!] };
}

/** The best plan for all cases, beside what the cases alone prove. */
export interface CasesStanding {
  readonly best: () => Together | undefined;
  readonly isBetter: (values: Together['values']) => boolean;
  /** Keeps a plan that is lexicographically better than the best so far, and tells it. */
  readonly take: (found: Together) => Promise<void>;
  readonly bounds: (shortfall?: number) => readonly [number, number];
  /** Bounds the cost by prices for plans that miss as much in each case as the best one does. */
  readonly reprice: (stop: () => boolean) => void;
  /** Whether the best plan is within what is wanted. */
  readonly isSettled: () => boolean;
  readonly found: (hit: Found['hit']) => Found | undefined;
  /** What an engine found, with the higher bound of each aim. */
  readonly beside: (found: Found) => Found;
}

export function standingOfCases(
  problem: PlanningProblem,
  hooks: PlanHooks,
  alone: readonly Alone[],
  spent: () => number,
): CasesStanding {
  const sets = [problem.cases!.map((own) => pricedAlone(own, alone))];
  const { gap, absoluteGap } = limitsOf(problem, 0);
  const tolerance = aims[0]!.tolerance(problem);
  let best: Together | undefined;
  const proven = (shortfall = best?.values[0] ?? 0): Proven => {
    const all = sets.map((set): Proven => {
      const proofs = set.map(({ proof }) => proof);
      const least = expectedShortfall(proofs);
      return { set, bounds: [least, expectedCost(proofs, Math.max(shortfall, least + tolerance))] };
    });
    return all.reduce((highest, own) => (own.bounds[1] > highest.bounds[1] ? own : highest));
  };
  const bounds = (shortfall?: number) => proven(shortfall).bounds;
  const isBetterThanBest = (values: Together['values']) =>
    !best || isBetter(values, best.values, bounds()[0] + tolerance);
  const found = (hit: Found['hit']): Found | undefined => {
    if (!best) return undefined;
    const {
      set,
      bounds: [shortfall, cost],
    } = proven();
    const claimed = [
      { aim: 'shortfall' as const, bound: shortfall },
      { aim: 'cost' as const, bound: cost },
    ];
    const certificate = certificateOfCases(set, claimed);
    return {
      status: hit === null ? 'optimal' : 'feasible',
      solution: lifted(problem, { problem, ...best.solution }),
      bounds: claimed,
      hit,
      ...(certificate && { certificate }),
    };
  };
  return {
    ...{ bounds, found, isBetter: isBetterThanBest, best: () => best },
    async take(next) {
      if (!isBetterThanBest(next.values)) return;
      best = next;
      const [value, bound] = [next.values[1], bounds()[1]];
      hooks.progress?.({
        ...{
          aim: 'cost',
          stage: 'all cases',
          incumbent: value,
          bound,
          gap: relativeGap(value, bound),
          seconds: spent(),
        },
      });
      await hooks.better?.(found('interrupt')!);
    },
    reprice(stop) {
      if (!best) return;
      const { problem: own, variables, values } = { problem, ...best.solution };
      const missed = own.cases!.map((one, at) =>
        valueAt(aims[0]!.formulate(one.problem, variables.cases![at]!), values),
      );
      sets.push(sets[0]!.map((one, at) => repriced(one, Math.max(missed[at]!, one.proof.shortfall) + ROOM, stop)));
    },
    isSettled: () =>
      best?.values.every((value, aim) => {
        const bound = bounds()[aim]!;
        return relativeGap(value, bound) <= gap || value - bound <= absoluteGap;
      }) ?? false,
    beside(engineFound) {
      const { set, bounds: own } = proven(together(problem, engineFound.solution).values[0]);
      const higher = engineFound.bounds.map(({ aim, bound }, at) => ({ aim, bound: Math.max(bound, own[at]!) }));
      const isOwn = higher.every(({ bound }, at) => bound === own[at]);
      const certificate = isOwn ? certificateOfCases(set, higher) : undefined;
      return { ...engineFound, bounds: higher, ...(certificate && { certificate }) };
    },
  };
}

/** The prices of all cases, which vouch for bounds that are above 0. */
function certificateOfCases(set: readonly PricedCase[], bounds: Found['bounds']): CasePriceCertificate | undefined {
  if (bounds.every(({ bound }) => bound === 0)) return undefined;
  return { kind: 'prices-by-case', cases: set.map(({ prices }) => prices) };
}
