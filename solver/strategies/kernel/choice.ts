import { withoutSurplus } from '../../constraints/largest-useful-output.ts';
import { type Engine, type EngineHooks, type EngineLimits, isStopped } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import { type LinearModel, objectiveAt } from '../../model/linear-model.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { type CoarseModel, coarseModel } from './coarse-model.ts';
import { createGroupSearch, isWhole } from './group-search.ts';
import { groupsApart } from './groups-apart.ts';
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
  /** Where to look first for something better than these awards, and when that is enough; absent: everywhere. */
  readonly focus?: Focus;
}

/** What a plan at hand has to save, and where it could. */
export interface Focus {
  /** Euro after which it is enough. */
  readonly saving: number;
  /** By package, euro that it loses by prices: those that lose most are decided anew first. */
  readonly losses: Float64Array;
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
  const { focus } = terms;
  const groups = inOrder(packageGroups(problem, terms.together), focus?.losses);
  // A gap of the whole cost: each group may take its share of it.
  const ofGroup = () => ({ ...limits(), gap: limits().gap / groups.length });
  const value = (point: Float64Array) => objectiveAt(coarse.model, point);
  const aimed = focus && value(values) - focus.saving;
  // What is sought near a plan ends as soon as enough is saved, group by group.
  const sets = focus ? groups.map((_, group) => [group]) : groupsApart(coarse, search.rowsOf, groups);
  for (const set of sets) {
    const left = aimed === undefined ? undefined : value(values) - aimed;
    if ((isStopped(hooks) || (left !== undefined && left <= 0)) && isWhole(coarse.model, values)) break;
    const together = set.map((group) => groups[group]!);
    values = await search.decideApart(values, together, ofGroup, left);
  }
  return awardedIn(coarse, values);
}

/** The groups that lose most first; as they are where nothing is said of that. */
function inOrder(groups: readonly (readonly number[])[], losses?: Float64Array): readonly (readonly number[])[] {
  const lossOf = (group: readonly number[]) => group.reduce((sum, number) => sum + (losses?.[number] ?? 0), 0);
  return groups
    .map((group) => ({ group, loss: lossOf(group) }))
    .sort((one, other) => other.loss - one.loss)
    .map(({ group }) => group);
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

/** Awards at a point. Where a group found nothing whole beside the others, whoever has a part there is awarded: a schedule keeps whom it needs. */
const awardedIn = ({ awards }: CoarseModel, values: Float64Array): readonly number[] =>
  [...awards.keys()].filter((pair) => values[awards[pair]!]! > PART_OF_AWARD);

/** What an engine may leave of an award that is none. */
const PART_OF_AWARD = 1e-6;
