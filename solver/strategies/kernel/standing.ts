import type { PriceCertificate } from '../../../scenarios/domain/plan.ts';
import type { EngineHooks } from '../../engines/engine.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relativeGap } from '../../relative-gap.ts';
import { isBetter } from '../better.ts';
import { createProven } from '../proven.ts';
import { limitsOf } from '../search.ts';
import type { Found, PlanHooks } from '../strategy.ts';
import type { Scheduled } from './awarded-schedule.ts';
import { certificateOf, pricesFor } from './certificate.ts';
import { lifted } from './lifted.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/** Multipliers and their bound. */
export interface PriceProof {
  readonly arrays: PriceProblem;
  readonly multipliers: Multipliers;
  readonly bound: number;
}

/** The values of a plan's aims. */
export type PlanValues = Pick<Scheduled, 'shortfall' | 'cost'>;

/** The best plan of a search and what it has proven. */
export interface Standing {
  /** Keeps what prices prove: of the shortfall, or of the cost beside the shortfall that their arrays name. */
  readonly prove: (proof: PriceProof) => void;
  /** Keeps what an engine claims: that no plan has less shortfall. */
  readonly claim: (shortfall: number) => void;
  readonly best: () => Scheduled | undefined;
  /** Keeps a plan that is lexicographically better than the best so far, and tells it. */
  readonly take: (found: Scheduled, stage: string) => Promise<void>;
  /** Whether a plan with these values is lexicographically better than the best so far. */
  readonly isBetter: (values: PlanValues) => boolean;
  /** The shortfall that a plan may have for the sake of its cost; that of the bound before there is a plan. */
  readonly most: () => number;
  /** Of shortfall and cost, beside the best plan. */
  readonly bounds: () => readonly [number, number];
  /** Whether the best plan is within what is wanted, of shortfall and of cost. */
  readonly settled: () => readonly [boolean, boolean];
  /** Whether a plan with this shortfall would be within what is wanted of it. */
  readonly isEnough: (shortfall: number) => boolean;
  /** Tells where the search stands. */
  readonly tell: (stage: string) => void;
  /** Tells what an engine does on the way of a stage. */
  readonly listening: (stage: string) => EngineHooks;
  readonly found: (hit: Found['hit']) => Found | undefined;
}

/** Numerical room of a cap, relative or of a weighted unit. */
const ROOM = 1e-9;

export function createStanding(problem: PlanningProblem, hooks: PlanHooks, spent: () => number): Standing {
  const proven = createProven(problem);
  const { gap, absoluteGap } = limitsOf(problem, 0);
  const tolerance = aims[0]!.tolerance(problem);
  let best: Scheduled | undefined;
  let shortfallProof: PriceProof | undefined;
  const costProofs: PriceProof[] = [];

  const values = (): readonly [number, number] => [
    best?.shortfall ?? Number.POSITIVE_INFINITY,
    best?.cost ?? Number.POSITIVE_INFINITY,
  ];
  const bounds = (): readonly [number, number] => {
    const [shortfall, cost] = proven.boundsAt(best?.shortfall ?? 0);
    return [shortfall!.bound, cost!.bound];
  };
  const improves = (next: PlanValues): boolean =>
    !best || isBetter([next.shortfall, next.cost], [best.shortfall, best.cost], bounds()[0] + tolerance);
  const isNear = (aim: 0 | 1, value = values()[aim]): boolean => {
    const bound = bounds()[aim];
    return Number.isFinite(value) && (relativeGap(value, bound) <= gap || value - bound <= absoluteGap);
  };
  const found = (hit: Found['hit']): Found | undefined => {
    if (!best) return undefined;
    return {
      status: hit === null ? 'optimal' : 'feasible',
      solution: lifted(problem, best.solution),
      hit,
      ...provenBeside(best.shortfall),
      provenBeside,
    };
  };
  const provenBeside = (shortfall: number): Pick<Found, 'bounds' | 'certificate'> => {
    const certificate = certificateBeside(shortfall);
    return { bounds: proven.boundsAt(shortfall), ...(certificate && { certificate }) };
  };
  /** Prices for what is claimed beside a plan; that an aim is at least 0 needs none. */
  const certificateBeside = (shortfall: number): PriceCertificate | undefined => {
    const rows = (proof: PriceProof | undefined) =>
      proof ? certificateOf(problem, proof.arrays, proof.multipliers) : null;
    const [least, claimed] = proven.boundsAt(shortfall).map(({ bound }) => bound) as [number, number];
    // Of several that prove as much, the one that speaks of the most plans.
    const [widest] = costProofs
      .filter(({ bound }) => bound === claimed)
      .sort((left, right) => right.arrays.most - left.arrays.most);
    const holds = widest && widest.arrays.most >= Math.max(shortfall, least + tolerance);
    // Where an engine claims more, prices say nothing of the shortfall.
    const own = shortfallProof && shortfallProof.bound >= least ? shortfallProof : undefined;
    return pricesFor(rows(own), rows(holds ? widest : undefined));
  };
  const tell = (stage: string): void => {
    const [shortfall, cost] = values();
    const isOpen = best !== undefined && !isNear(0);
    const [value, bound] = isOpen ? [shortfall, bounds()[0]] : [cost, bounds()[1]];
    const incumbent = Number.isFinite(value) ? value : null;
    hooks.progress?.({
      aim: isOpen ? 'shortfall' : 'cost',
      ...{ stage, incumbent, bound },
      gap: incumbent === null ? null : relativeGap(incumbent, bound),
      seconds: spent(),
    });
  };
  return {
    ...{ bounds, found, tell, isBetter: improves, best: () => best },
    prove(proof) {
      if (proof.arrays.priced) {
        costProofs.push(proof);
        proven.cost(proof.bound, proof.arrays.most);
      } else if (proof.bound > Math.max(0, shortfallProof?.bound ?? 0)) {
        shortfallProof = proof;
        proven.shortfall(proof.bound);
      }
    },
    claim: (shortfall) => proven.shortfall(shortfall),
    most: () => {
      const shortfall = best?.shortfall ?? bounds()[0];
      return shortfall + tolerance + ROOM * Math.max(1, shortfall);
    },
    isEnough: (shortfall) => isNear(0, shortfall),
    settled: () => [isNear(0), isNear(1)],
    async take(next, stage) {
      if (!improves(next)) return;
      best = next;
      proven.achieved(next.shortfall);
      tell(stage);
      const told = hooks.better && found('interrupt');
      if (told) await hooks.better!(told);
    },
    listening: (stage) => ({ ...(hooks.stop ? { stop: hooks.stop } : {}), progress: () => tell(stage) }),
  };
}
