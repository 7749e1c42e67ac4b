import { checkedEngine } from '../engines/checked.ts';
import type { Engine } from '../engines/engine.ts';
import { formulate } from '../formulate.ts';
import { valueAt } from '../model/variables.ts';
import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import { withIntegersFixed } from '../strategies/schedule.ts';
import { exactWithin } from '../strategies/search.ts';
import type { Solution } from '../strategies/strategy.ts';

/**
 * What one more would take off the value of the aim `shortfall`, with the awards of a plan as they are: the duals of its linear model.
 * What is not scarce is 0: more of it alone changes nothing.
 */
export interface Scarcity {
  /** Of one more unit of an item in period t, with its components given. */
  readonly unit: (item: string, t: number) => number;
  /** Of one more hour of a process at a supplier in period t. */
  readonly hour: (supplier: string, process: string, t: number) => number;
  /** Of each case of a problem that has some, by itself. */
  readonly cases?: readonly Scarcity[];
}

/** A larger model than this is not solved once more for its causes. */
const MOST_COLUMNS = 50_000;
const SECONDS = 20;
/** A dual below this is noise of the engine. */
const NOISE = 1e-7;

/**
 * The scarcity behind a plan that is short. Undefined where nothing is short, the model is too large, the engine gives no duals, or the
 * plan is shorter than its awards make it (a tolerated shortfall), so that its duals do not speak of it.
 */
export async function scarcityOf(
  problem: PlanningProblem,
  engine: Engine,
  { variables, values }: Solution,
): Promise<Scarcity | undefined> {
  if (values.length > MOST_COLUMNS) return undefined;
  const value = valueAt(aims[0]!.formulate(problem, variables), values);
  const precision = 1e-6 * Math.max(1, value);
  if (value <= precision) return undefined;
  const { model } = formulate(problem, aims[0]!);
  const limits = exactWithin(problem, SECONDS);
  const outcome = await checkedEngine(engine).solve(withIntegersFixed(model, values), limits);
  if (outcome.status !== 'optimal' || outcome.rowDuals === undefined) return undefined;
  if (outcome.value < value - precision) return undefined;
  const scarce = new Map<string, number>();
  model.rows.forEach((row, at) => {
    const dual = Math.abs(outcome.rowDuals![at]!);
    if (dual > NOISE) scarce.set(row, dual);
  });
  const named = (suffix: string, weight: number): Scarcity => ({
    unit: (item, t) => (scarce.get(`meet-requirement|${item}|${t}${suffix}`) ?? 0) / weight,
    hour: (supplier, process, t) => (scarce.get(`capacity|${supplier}|${process}|${t}${suffix}`) ?? 0) / weight,
  });
  const cases = problem.cases?.map(({ name, weight }) => named(`|${name}`, weight));
  return { ...named('', 1), ...(cases && { cases }) };
}
