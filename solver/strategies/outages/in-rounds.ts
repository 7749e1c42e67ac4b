import { isStopped } from '../../engines/engine.ts';
import { valueAt } from '../../model/variables.ts';
import { aims } from '../../objectives/index.ts';
import { unprotected } from '../../objectives/unprotected.ts';
import type { AskedOutage, PlanningProblem } from '../../problem.ts';
import { isLess } from '../better.ts';
import { secondsLeft, withinSeconds, withoutPlans } from '../search.ts';
import type { Found, Strategy } from '../strategy.ts';
import { better, failedOutages, outagesBeyond, type Stood, stand } from './stood.ts';

/** Rounds at most: each adds every outage that its plan fails, so that few are needed. */
const MOST_ROUNDS = 30;

/** What a round proves: bounds for plans that are as good as its own in the aims before. */
interface Proof {
  readonly shortfall: number;
  /** Of the outages that the round asked about. */
  readonly unprotected: number;
  readonly bounds: Found['bounds'];
}

/**
 * A strategy for problems with outages to survive, by column-and-constraint generation (Zeng & Zhao, Operations Research Letters 41, 2013): a
 * round decides the problem with the outages that plans so far have failed, each with recourse of its own; every outage is then tried on its
 * plan, and those that leave something unprotected enter. As a round asks about some of the outages only, what it proves holds for all plans.
 */
export const inRounds = (inner: Strategy): Strategy => ({
  name: inner.name,
  ...(inner.refusedBy && { refusedBy: inner.refusedBy }),
  async decide(problem, engine, hooks, parent) {
    const left = secondsLeft(problem, hooks);
    const tolerance = aims[0]!.tolerance(problem);
    const proofs: Proof[] = [];
    let asked: readonly AskedOutage[] = [];
    let best: Stood | undefined;
    let hit: Found['hit'] = null;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const decided = await inner.decide(asking(problem, asked, left()), engine, withoutPlans(hooks), parent);
      if (!('solution' in decided)) {
        if (!best) return decided;
        hit = decided.status === 'unknown' ? decided.hit : 'engine';
        break;
      }
      const stood = await stand(problem, decided, engine);
      if (!stood) return best ? foundBy(best, proofs, asked, 'engine') : { status: 'unknown', hit: 'engine' };
      proofs.push(proofOf(problem, stood, decided));
      best = better(best, stood, proofs[0]!.bounds[0]!.bound + tolerance);
      hit = decided.hit;
      if (best === stood) await hooks.better?.(foundBy(best, proofs, asked, 'interrupt'));
      const failed = outagesBeyond(failedOutages(stood), asked);
      if (failed.length === 0 || hit === 'interrupt') break;
      if (isStopped(hooks) || left() <= 0) {
        hit = isStopped(hooks) ? 'interrupt' : 'time';
        break;
      }
      asked = [...asked, ...failed];
      hit = 'work';
    }
    return foundBy(best!, proofs, asked, hit);
  },
});

/** The problem with these outages; with none yet, as if outages were no matter. */
const asking = (problem: PlanningProblem, outages: readonly AskedOutage[], seconds: number): PlanningProblem => ({
  ...withinSeconds(problem, Math.max(1, seconds)),
  ...(outages.length > 0 && { outages }),
});

/** What the outages of the round leave unprotected is what the model has them leave. */
function proofOf(problem: PlanningProblem, { values }: Stood, { bounds, solution }: Found): Proof {
  const own = unprotected.formulate(problem, solution.variables);
  return { shortfall: values[0], unprotected: valueAt(own, solution.values), bounds };
}

/** What is proven of all plans beside one: a bound on a later aim counts where the plan is as good in those before as the round that proves it. */
function boundsBeside({ values }: Stood, proofs: readonly Proof[]): Found['bounds'] {
  const [short, open] = values;
  const highest = (name: 'shortfall' | 'unprotected' | 'cost', from: readonly Proof[]) => ({
    aim: name,
    bound: from.reduce((most, { bounds }) => Math.max(most, bounds.find(({ aim }) => aim === name)?.bound ?? 0), 0),
  });
  const asShort = proofs.filter(({ shortfall }) => !isLess(shortfall, short));
  // The first round asks about no outage: what it proves of the cost holds whatever they leave unprotected.
  const asOpen = asShort.filter(({ unprotected, bounds }) => bounds.length < 3 || !isLess(unprotected, open));
  return [highest('shortfall', proofs), highest('unprotected', asShort), highest('cost', asOpen)];
}

function foundBy(best: Stood, proofs: readonly Proof[], asked: readonly AskedOutage[], hit: Found['hit']): Found {
  const { certificate: _, ...found } = best.found;
  const { rules } = best;
  return {
    ...found,
    status: hit === null ? 'optimal' : 'feasible',
    hit,
    bounds: boundsBeside(best, proofs),
    outages: { rules, entered: asked.length },
  };
}
