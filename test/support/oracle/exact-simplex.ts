import { compareRatios, entryAt, type IntegerRow, integerRow, signAt } from './integer-row.ts';
import { type LinearProgram, valueAt } from './linear-program.ts';
import { ONE, type Rational } from './rational.ts';
import { basicSolution, objectiveRow, pivot, type Tableau, tableauOf } from './tableau.ts';

/** The exact optimum of a linear program and a point that attains it. */
export type LinearAnswer =
  | { readonly status: 'optimal'; readonly value: Rational; readonly point: readonly Rational[] }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unbounded' };

/** Row whose basic variable reaches 0 first when the column grows; ties go to the smallest basic column (Bland). */
function leavingRow(tableau: Tableau, column: number): number {
  const { rows, basis, rhs } = tableau;
  let best = -1;
  for (let i = 0; i < rows.length; i++) {
    if (signAt(rows[i]!, column) <= 0) continue;
    const order = best < 0 ? -1 : compareRatios(rows[i]!, rows[best]!, rhs, column);
    if (order < 0 || (order === 0 && basis[i]! < basis[best]!)) best = i;
  }
  return best;
}

/** Column that improves the objective: the steepest one, or the first one (Bland's rule); −1 at the optimum. */
function enteringColumn(tableau: Tableau, first: boolean): number {
  let best = -1;
  for (let j = 0; j < tableau.artificial; j++) {
    if (!(tableau.objective[j]! > 0)) continue;
    if (first) return j;
    if (best < 0 || tableau.objective[j]! > tableau.objective[best]!) best = j;
  }
  return best;
}

/**
 * Pivots to the optimum. While the objective stands still Bland's rule is followed, which cannot cycle (R. G. Bland,
 * Mathematics of Operations Research 2, 1977); every other pivot improves the objective, so the method ends.
 */
function minimise(tableau: Tableau): 'optimal' | 'unbounded' {
  let stalled = false;
  for (;;) {
    const column = enteringColumn(tableau, stalled);
    if (column < 0) return 'optimal';
    const row = leavingRow(tableau, column);
    if (row < 0) return 'unbounded';
    stalled = signAt(tableau.rows[row]!, tableau.rhs) === 0;
    pivot(tableau, row, column);
  }
}

function withEntry(row: IntegerRow, column: number, entry: bigint): IntegerRow {
  const entries = Array.from(row, BigInt);
  entries[column] = entry;
  return integerRow(entries);
}

/** The row whose basic variable is most negative; −1 when none is. */
function mostNegative({ rows, basis, rhs }: Tableau): number {
  let worst = -1;
  for (let i = 0; i < rows.length; i++) {
    if (signAt(rows[i]!, rhs) >= 0) continue;
    if (worst < 0) worst = i;
    else {
      const left = entryAt(rows[i]!, rhs) * entryAt(rows[worst]!, basis[worst]!);
      if (left < entryAt(rows[worst]!, rhs) * entryAt(rows[i]!, basis[i]!)) worst = i;
    }
  }
  return worst;
}

/**
 * First phase: one artificial variable is subtracted from every negative basic variable's row, made basic in the worst
 * of them (which lifts all to 0 or more) and then minimised. True when it reaches 0, i.e. the program is feasible.
 */
function findFeasible(tableau: Tableau): boolean {
  const { rows, basis, rhs, artificial } = tableau;
  const worst = mostNegative(tableau);
  if (worst < 0) return true;
  const aim = tableau.objective;
  for (const [i, row] of rows.entries()) {
    if (signAt(row, rhs) < 0) rows[i] = withEntry(row, artificial, -entryAt(row, basis[i]!));
  }
  tableau.objective = objectiveRow(new Map([[artificial, ONE]]), tableau.z, rhs);
  pivot(tableau, worst, artificial);
  minimise(tableau);
  if (signAt(tableau.objective, rhs) !== 0) return false;
  leaveBasis(tableau);
  tableau.objective = aim;
  for (const [i, column] of basis.entries()) if (signAt(tableau.objective, column) !== 0) pivot(tableau, i, column);
  return true;
}

/** Takes an artificial variable that is basic at 0 out of the basis; a row that holds nothing else stays as 0 = 0. */
function leaveBasis(tableau: Tableau): void {
  const row = tableau.basis.indexOf(tableau.artificial);
  if (row < 0) return;
  for (let j = 0; j < tableau.artificial; j++) {
    if (signAt(tableau.rows[row]!, j) === 0) continue;
    pivot(tableau, row, j);
    return;
  }
}

/** Solves a linear program exactly by the two-phase simplex method on rows of whole numbers. */
export function solveExactly(program: LinearProgram): LinearAnswer {
  const tableau = tableauOf(program);
  if (!findFeasible(tableau)) return { status: 'infeasible' };
  if (minimise(tableau) === 'unbounded') return { status: 'unbounded' };
  const point = basicSolution(tableau);
  return { status: 'optimal', value: valueAt(program.objective, point), point };
}
