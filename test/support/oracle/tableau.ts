import { eliminate, entryAt, type IntegerRow, integerRow, negated, signAt } from './integer-row.ts';
import { type LinearProgram, type Relation, rightHandSide } from './linear-program.ts';
import { gcd, type Rational, ZERO } from './rational.ts';

/**
 * Rows of a simplex tableau. Columns: the program's variables, one slack for each inequality, the artificial variable,
 * the objective z, the right-hand side. A row is positive in its basic column and 0 in all other basic ones.
 */
export interface Tableau {
  readonly rows: IntegerRow[];
  /** Basic column of each row. */
  readonly basis: number[];
  /** z + Σ entry · variable = right-hand side; minimal when no entry of a variable is positive. */
  objective: IntegerRow;
  readonly variables: number;
  readonly artificial: number;
  readonly z: number;
  readonly rhs: number;
}

const leastMultiple = (values: readonly Rational[]): bigint =>
  values.reduce((multiple, value) => (multiple / gcd(multiple, value.d)) * value.d, 1n);

function wholeRow(width: number, entries: ReadonlyMap<number, Rational>): IntegerRow {
  const multiple = leastMultiple([...entries.values()]);
  const row = new Array<bigint>(width).fill(0n);
  for (const [column, entry] of entries) row[column] = (entry.n * multiple) / entry.d;
  return integerRow(row);
}

/** Each inequality as ≤ and each equality that defines nothing as two of them. */
function asRows(relations: readonly Relation[]): readonly { relation: Relation; sign: bigint }[] {
  return relations.flatMap((relation) => {
    if (relation.sense === '<=') return [{ relation, sign: 1n }];
    if (relation.sense === '>=') return [{ relation, sign: -1n }];
    if (relation.defines !== undefined) return [{ relation, sign: 1n }];
    return [1n, -1n].map((sign) => ({ relation, sign }));
  });
}

/** Makes the column basic in the row: 0 in every other row and in the objective. The entry must not be 0. */
export function pivot(tableau: Tableau, row: number, column: number): void {
  const { rows, basis } = tableau;
  if (signAt(rows[row]!, column) < 0) rows[row] = negated(rows[row]!);
  const by = rows[row]!;
  for (let i = 0; i < rows.length; i++) {
    if (i !== row && signAt(rows[i]!, column) !== 0) rows[i] = eliminate(rows[i]!, by, column);
  }
  if (signAt(tableau.objective, column) !== 0) tableau.objective = eliminate(tableau.objective, by, column);
  basis[row] = column;
}

/** The tableau with slacks and defined variables basic; right-hand sides may be negative. */
export function tableauOf(program: LinearProgram): Tableau {
  const stated = asRows(program.relations);
  const slacks = stated.filter(({ relation }) => relation.sense !== '=' || relation.defines === undefined).length;
  const artificial = program.variables + slacks;
  const [z, rhs] = [artificial + 1, artificial + 2];
  const tableau: Tableau = {
    rows: [],
    basis: [],
    objective: objectiveRow(program.objective.terms, z, rhs),
    variables: program.variables,
    artificial,
    z,
    rhs,
  };
  let slack = program.variables;
  for (const { relation, sign } of stated) {
    const entries = new Map<number, Rational>();
    for (const [column, entry] of relation.expression.terms) entries.set(column, { n: entry.n * sign, d: entry.d });
    const right = rightHandSide(relation);
    entries.set(rhs, { n: right.n * sign, d: right.d });
    const own = relation.sense === '=' && relation.defines !== undefined ? relation.defines : slack++;
    if (own >= program.variables) entries.set(own, { n: 1n, d: 1n });
    tableau.rows.push(wholeRow(rhs + 1, entries));
    tableau.basis.push(own);
  }
  for (const [row, column] of tableau.basis.entries()) if (column < program.variables) pivot(tableau, row, column);
  return tableau;
}

/** z − Σ coefficient · variable = 0 as a row. */
export function objectiveRow(terms: ReadonlyMap<number, Rational>, z: number, rhs: number): IntegerRow {
  const entries = new Map<number, Rational>([[z, { n: 1n, d: 1n }]]);
  for (const [column, entry] of terms) entries.set(column, { n: -entry.n, d: entry.d });
  return wholeRow(rhs + 1, entries);
}

/** The basic solution: value of each variable of the program. */
export function basicSolution(tableau: Tableau): Rational[] {
  const point = new Array<Rational>(tableau.variables).fill(ZERO);
  for (const [i, column] of tableau.basis.entries()) {
    if (column < tableau.variables) point[column] = quotient(tableau.rows[i]!, tableau.rhs, column);
  }
  return point;
}

/** row[i] ÷ row[j]. */
export function quotient(row: IntegerRow, i: number, j: number): Rational {
  const [n, d] = [entryAt(row, i), entryAt(row, j)];
  const common = d < 0n ? -gcd(n, d) : gcd(n, d);
  return { n: n / common, d: d / common };
}
