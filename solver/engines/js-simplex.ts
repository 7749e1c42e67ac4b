import lpSolver from 'javascript-lp-solver';
import type { LinearModel } from '../model/linear-model.ts';

/** The optimum of a relaxation as the simplex claims it, in the model's own columns and rows; nothing here is proven yet. */
export type SimplexAnswer =
  | { readonly status: 'optimal'; readonly values: Float64Array; readonly duals: Float64Array }
  /** With multipliers per row that should prove it; empty where the simplex has none. */
  | { readonly status: 'infeasible'; readonly proofs: readonly Float64Array[] }
  | { readonly status: 'unbounded' }
  | { readonly status: 'stopped' };

/** Asked before each pivot: true ends the simplex as `stopped`. It is the only way to end one, for its own time limit is not asked there. */
export type ShouldStop = (pivots: number) => boolean;

type Program = InstanceType<typeof lpSolver.Model>;
type Tableau = Program['tableau'];
type Constraint = ReturnType<Program['smallerThan']>;
type Variable = ReturnType<Program['addVariable']>;

/** A column x = base + Σ sign·part over the simplex's own variables, which are all ≥ 0. */
interface Substitution {
  readonly base: number;
  readonly parts: readonly { readonly sign: 1 | -1; readonly variable: Variable }[];
}

/** A side of a row: its constraint, and how its multiplier counts as the row's dual. */
interface Side {
  readonly row: number;
  readonly sign: 1 | -1;
  readonly constraint: Constraint;
}

/** Thrown out of the simplex's loops, which know no other end. */
const STOPPED = Symbol('stopped');

/** Below this a coefficient or reduced cost counts as zero to the simplex. */
const PRECISION = 1e-9;

/**
 * Relaxes the model within the given column bounds and solves it by the dense simplex of javascript-lp-solver. That one knows only
 * variables ≥ 0 and one-sided constraints: columns are shifted, mirrored or split, and fixed ones are left out. Its presolve is never
 * used: it forgets the cost of what it fixes.
 */
export function solveBySimplex(
  model: LinearModel,
  lower: Float64Array,
  upper: Float64Array,
  shouldStop: ShouldStop,
): SimplexAnswer {
  if (lower.some((least, column) => least > upper[column]!)) return { status: 'infeasible', proofs: [] };
  const program = new lpSolver.Model(PRECISION).minimize();
  program.usePresolve = false;
  // Its detector takes any cycle for infeasibility; cycles end by the anti-cycling rule or by the stop.
  program.debug(false);
  const columns = model.columns.map((_, column) =>
    substitute(program, model.cost[column]!, lower[column]!, upper[column]!),
  );
  const sides = addRows(program, model, columns);
  const { tableau } = program;
  stoppable(tableau, shouldStop);
  try {
    program.solve();
  } catch (error) {
    if (error === STOPPED) return { status: 'stopped' };
    throw error;
  }
  if (!tableau.feasible)
    return {
      status: 'infeasible',
      proofs: infeasibleRows(tableau).map((at) => multipliers(tableau, at, sides, model.rows.length)),
    };
  if (!tableau.bounded) return { status: 'unbounded' };
  return {
    status: 'optimal',
    values: Float64Array.from(columns, (column) => pointOf(tableau, column)).map((value, column) =>
      Math.min(Math.max(value, lower[column]!), upper[column]!),
    ),
    duals: multipliers(tableau, 0, sides, model.rows.length),
  };
}

function substitute(program: Program, cost: number, lower: number, upper: number): Substitution {
  if (lower === upper) return { base: lower, parts: [] };
  const part = (sign: 1 | -1) => ({ sign, variable: program.addVariable(sign * cost) });
  if (Number.isFinite(lower)) {
    const own = part(1);
    if (Number.isFinite(upper)) program.smallerThan(upper - lower).addTerm(1, own.variable);
    return { base: lower, parts: [own] };
  }
  if (Number.isFinite(upper)) return { base: upper, parts: [part(-1)] };
  return { base: 0, parts: [part(1), part(-1)] };
}

function addRows(program: Program, model: LinearModel, columns: readonly Substitution[]): readonly Side[] {
  const sides: Side[] = [];
  model.rows.forEach((_, row) => {
    let base = 0;
    const terms: { readonly variable: Variable; readonly value: number }[] = [];
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      const column = columns[model.indices[at]!]!;
      base += model.values[at]! * column.base;
      for (const { sign, variable } of column.parts) terms.push({ variable, value: sign * model.values[at]! });
    }
    const add = (constraint: Constraint, sign: 1 | -1) => {
      for (const { variable, value } of terms) constraint.addTerm(value, variable);
      sides.push({ row, sign, constraint });
    };
    if (Number.isFinite(model.rowUpper[row]!)) add(program.smallerThan(model.rowUpper[row]! - base), 1);
    if (Number.isFinite(model.rowLower[row]!)) add(program.greaterThan(model.rowLower[row]! - base), -1);
  });
  return sides;
}

/** Every loop of the simplex goes through its tableau's pivot. */
function stoppable(tableau: Tableau, shouldStop: ShouldStop): void {
  const pivot = tableau.pivot.bind(tableau);
  let pivots = 0;
  tableau.pivot = (row, column) => {
    pivots += 1;
    if (shouldStop(pivots)) throw STOPPED;
    pivot(row, column);
  };
}

function pointOf(tableau: Tableau, { base, parts }: Substitution): number {
  return parts.reduce((sum, { sign, variable }) => {
    const row = tableau.rowByVarIndex[variable.index]!;
    return row < 0 ? sum : sum + sign * tableau.matrix[row * tableau.width + tableau.rhsColumn]!;
  }, base);
}

/** Rows of the tableau that say: a sum of variables ≥ 0 is negative. */
function infeasibleRows(tableau: Tableau): readonly number[] {
  const { matrix, width, height, rhsColumn } = tableau;
  const says = (row: number) => {
    if (row === 0 || !(matrix[row * width + rhsColumn]! < 0)) return false;
    for (let column = 1; column < width; column++) if (matrix[row * width + column]! < -PRECISION) return false;
    return true;
  };
  return [...Array(height).keys()].filter(says);
}

/**
 * What a row of the tableau is made of: its entry at each constraint's slack. The cost row 0 holds the negated reduced costs, so that the
 * entry is the dual itself; any other row is a sum of rows Σ λ·(a·x + slack) = Σ λ·b, whose dual is −λ.
 */
function multipliers(tableau: Tableau, at: number, sides: readonly Side[], rows: number): Float64Array {
  const made = new Float64Array(rows);
  for (const { row, sign, constraint } of sides) {
    const column = tableau.colByVarIndex[constraint.slack.index]!;
    const own = tableau.rowByVarIndex[constraint.slack.index] === at ? 1 : 0;
    const entry = column > 0 ? tableau.matrix[at * tableau.width + column]! : own;
    made[row]! += (at === 0 ? 1 : -1) * sign * entry;
  }
  return made;
}
