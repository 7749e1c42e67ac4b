import type { LinearModel } from '../model/linear-model.ts';
import type { Engine, Outcome } from './engine.ts';

/** How far a row or bound may be broken, relative to the size of its terms. */
const TOLERANCE = 1e-6;

/**
 * An engine whose answers are checked against the model before they are believed: values are numbers, satisfy rows and bounds and give
 * the value claimed; an LP optimum also satisfies the optimality conditions with its duals. An answer that fails is asked again
 * without presolve, where most faults of solvers lie, and if it fails again it is no answer.
 */
export function checkedEngine(engine: Engine): Engine {
  return {
    ...engine,
    async solve(model, limits, hooks, start) {
      const outcome = await engine.solve(model, limits, hooks, start);
      const fault = faultOf(model, outcome);
      if (fault === undefined) return outcome;
      if (!limits.presolve) return { status: 'undecided', limit: 'engine', reason: fault };
      const again = await engine.solve(model, { ...limits, presolve: false }, hooks, start);
      const still = faultOf(model, again);
      return still === undefined ? again : { status: 'undecided', limit: 'engine', reason: still };
    },
  };
}

/** What is wrong with an answer, or undefined. */
function faultOf(model: LinearModel, outcome: Outcome): string | undefined {
  if (outcome.status !== 'optimal' && outcome.status !== 'feasible') return undefined;
  const { values, value } = outcome;
  if (!values.every(Number.isFinite)) return 'the engine gave values that are no numbers';
  const claimed = model.cost.reduce((sum, price, column) => sum + price * values[column]!, model.offset);
  if (!(Math.abs(claimed - value) <= TOLERANCE * Math.max(1, Math.abs(value)))) {
    return `the engine claims the value ${value}, its solution has ${claimed}`;
  }
  const broken = brokenRow(model, values) ?? brokenBound(model, values);
  if (broken !== undefined) return `the engine's solution breaks ${broken}`;
  if (outcome.status === 'optimal' && outcome.rowDuals && !isOptimal(model, outcome.rowDuals, value)) {
    return "the engine's duals do not prove its optimum";
  }
  return undefined;
}

function brokenRow(model: LinearModel, values: Float64Array): string | undefined {
  for (let row = 0; row < model.rows.length; row++) {
    let activity = 0;
    let size = 1;
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      const part = model.values[at]! * values[model.indices[at]!]!;
      activity += part;
      size = Math.max(size, Math.abs(part), Math.abs(model.values[at]!));
    }
    const room = TOLERANCE * size;
    if (activity < model.rowLower[row]! - room || activity > model.rowUpper[row]! + room) return model.rows[row];
  }
  return undefined;
}

function brokenBound(model: LinearModel, values: Float64Array): string | undefined {
  const at = values.findIndex((value, column) => {
    const room = TOLERANCE * Math.max(1, Math.abs(value));
    const whole = !model.integer[column] || Math.abs(value - Math.round(value)) <= TOLERANCE;
    return !whole || value < model.colLower[column]! - room || value > model.colUpper[column]! + room;
  });
  return at < 0 ? undefined : model.columns[at];
}

/**
 * True when the duals π prove the value of an LP: Σ of each row's bound times its dual, plus each column's bound times its reduced cost
 * c − πA, reaches it. A reduced cost of the wrong sign on an unbounded column counts as zero when it is within the tolerance.
 */
function isOptimal(model: LinearModel, duals: Float64Array, value: number): boolean {
  const reduced = Float64Array.from(model.cost);
  let proven = model.offset;
  for (let row = 0; row < model.rows.length; row++) {
    const dual = duals[row]!;
    if (dual === 0) continue;
    const bound = dual > 0 ? model.rowLower[row]! : model.rowUpper[row]!;
    if (Number.isFinite(bound)) proven += dual * bound;
    else if (Math.abs(dual) > TOLERANCE) return false;
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      reduced[model.indices[at]!]! -= dual * model.values[at]!;
    }
  }
  for (let column = 0; column < reduced.length; column++) {
    const bound = reduced[column]! > 0 ? model.colLower[column]! : model.colUpper[column]!;
    if (Number.isFinite(bound)) proven += reduced[column]! * bound;
    else if (Math.abs(reduced[column]!) > TOLERANCE * Math.max(1, Math.abs(model.cost[column]!))) return false;
  }
  return value - proven <= TOLERANCE * Math.max(1, Math.abs(value));
}
