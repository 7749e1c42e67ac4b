import { type Engine, type EngineHooks, type EngineLimits, isSolved } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { neighbourhoodOf, relaxationOf } from '../restrict.ts';
import { type CoarseModel, coarseModel } from './coarse-model.ts';
import { periodBlocks } from './period-blocks.ts';
import { usualFlow } from './usual-flow.ts';

/** What a choice goes by. */
export interface ChoiceTerms {
  /** Blocks of periods, at most. */
  readonly blocks: number;
  /** Euro for a unit that nobody makes, by item. */
  readonly premium: ReadonlyMap<string, number>;
  /** Units delivered of each demand in t = 1 …; absent: all that is due. */
  readonly delivered?: readonly Float64Array[];
  /** Pairs that a plan at hand awards. */
  readonly awarded?: readonly number[];
}

/**
 * The pairs of a narrowed problem to award: the cheapest choice of its coarse model near that model's relaxation. Undefined where the
 * engine finds none: a rule may be impossible here.
 */
export async function choose(
  problem: PlanningProblem,
  engine: Engine,
  limits: EngineLimits,
  hooks: EngineHooks,
  terms: ChoiceTerms,
): Promise<readonly number[] | undefined> {
  const coarse = coarseModel(
    problem,
    formulate(problem, aims.at(-1)!),
    usualFlow(problem, terms.delivered),
    periodBlocks(problem, terms.blocks),
    terms.premium,
  );
  const relaxed = await engine.solve(relaxationOf(coarse.model), limits, hooks);
  if (relaxed.status !== 'optimal') return undefined;
  const outcome = await engine.solve(neighbourhoodOf(coarse.model, relaxed), limits, hooks);
  const found = isSolved(outcome) ? outcome : await engine.solve(coarse.model, limits, hooks);
  return isSolved(found) ? awardedIn(coarse, found.values) : undefined;
}

const awardedIn = ({ awards }: CoarseModel, values: Float64Array): readonly number[] =>
  [...awards.keys()].filter((pair) => values[awards[pair]!]! > 0.5);
