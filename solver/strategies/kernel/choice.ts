import { withoutSurplus } from '../../constraints/largest-useful-output.ts';
import { type Engine, type EngineHooks, type EngineLimits, isStopped } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { type CoarseModel, coarseModel } from './coarse-model.ts';
import { createGroupSearch, isWhole } from './group-search.ts';
import { packageGroups } from './package-groups.ts';
import { periodBlocks } from './period-blocks.ts';
import { relaxedByParts } from './relaxed-by-parts.ts';
import { usualFlow } from './usual-flow.ts';

/** What a choice goes by. */
export interface ChoiceTerms {
  /** Blocks of periods, at most. */
  readonly blocks: number;
  /** Pairs that are decided together, at most. */
  readonly together: number;
  /** Euro for a unit that nobody makes, by item. */
  readonly premium: ReadonlyMap<string, number>;
  /** Units delivered of each demand in t = 1 …; absent: all that is due. */
  readonly delivered?: readonly Float64Array[];
  /** Pairs that a plan at hand awards, to go on from. */
  readonly awarded?: readonly number[];
}

/**
 * The pairs of a narrowed problem to award, with its periods in blocks: from the relaxation of its coarse model, or from the awards of a plan at
 * hand, group by group of packages. Undefined where the engine finds none: a rule may be impossible here.
 */
export async function choose(
  problem: PlanningProblem,
  engine: Engine,
  limits: () => EngineLimits,
  hooks: EngineHooks,
  terms: ChoiceTerms,
): Promise<readonly number[] | undefined> {
  const flow = usualFlow(problem, terms.delivered);
  const coarse = coarseModel(
    problem,
    formulate(withoutSurplus(problem), aims.at(-1)!, [], problem.scenario.rules),
    flow,
    periodBlocks(problem, terms.blocks),
    terms.premium,
  );
  const search = createGroupSearch(coarse, engine, hooks);
  const isLarge = !terms.awarded && coarse.model.rows.length > MANY_ROWS;
  let values =
    (isLarge ? await relaxedByParts(coarse, search, packageGroups(problem, PART), limits) : undefined) ??
    (await startOf(coarse, engine, limits(), hooks, terms.awarded));
  if (values === undefined) return undefined;
  const groups = packageGroups(problem, terms.together);
  const { gap } = limits();
  for (const group of groups) {
    if (isStopped(hooks) && isWhole(coarse.model, values)) break;
    // A gap of the whole cost: each group may take its share of it.
    values = await search.decide(values, group, { ...limits(), gap: gap / groups.length });
  }
  return isWhole(coarse.model, values) ? awardedIn(coarse, values) : undefined;
}

/** Rows of a coarse model above which it is relaxed in parts, and the pairs of a part: the simplex method takes ever longer for a row. */
const MANY_ROWS = 25_000;
const PART = 1500;

/** A point of the coarse model to start from. */
async function startOf(
  coarse: CoarseModel,
  engine: Engine,
  limits: EngineLimits,
  hooks: EngineHooks,
  awarded: readonly number[] | undefined,
): Promise<Float64Array | undefined> {
  const at = async (model: LinearModel) => {
    const outcome = await engine.solve(model, { ...limits, presolve: false, simplex: true }, hooks);
    return outcome.status === 'optimal' ? outcome.values : undefined;
  };
  const again = awarded && (await at(withAwards(coarse, new Set(awarded))));
  return again ?? at(relaxationOf(coarse.model));
}

/** The coarse model with these awards, and with the members and certificates that they need, as an LP. */
function withAwards({ model, awards }: CoarseModel, awarded: ReadonlySet<number>): LinearModel {
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  awards.forEach((column, pair) => {
    colLower[column] = colUpper[column] = awarded.has(pair) ? 1 : 0;
  });
  return { ...relaxationOf(model), colLower, colUpper };
}

const awardedIn = ({ awards }: CoarseModel, values: Float64Array): readonly number[] =>
  [...awards.keys()].filter((pair) => values[awards[pair]!]! > 0.5);
