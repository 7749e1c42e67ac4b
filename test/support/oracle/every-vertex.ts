import { type LinearProgram, valueAt } from './linear-program.ts';
import { compare, divide, isZero, multiply, negate, type Rational, subtract, ZERO } from './rational.ts';

/** A · x = b by Gaussian elimination; null when A is singular. */
function solveSquare(matrix: Rational[][], right: Rational[]): Rational[] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    const found = rows.findIndex((row, i) => i >= k && !isZero(row[k]!));
    if (found < 0) return null;
    [rows[k], rows[found]] = [rows[found]!, rows[k]!];
    for (let i = 0; i < size; i++) {
      if (i === k || isZero(rows[i]![k]!)) continue;
      const factor = divide(rows[i]![k]!, rows[k]![k]!);
      rows[i] = rows[i]!.map((entry, j) => subtract(entry, multiply(factor, rows[k]![j]!)));
    }
  }
  return rows.map((row, k) => divide(row[size]!, row[k]!));
}

function* choices(from: number, count: number, start = 0): Generator<number[]> {
  if (count === 0) yield [];
  else
    for (let first = start; first < from; first++)
      for (const rest of choices(from, count - 1, first + 1)) yield [first, ...rest];
}

/**
 * Best value over all vertices of a program whose feasible region is bounded; null when it is empty. Every choice of as
 * many tight relations and zero variables as there are variables is tried: for a handful of variables only.
 */
export function bestVertex({ variables, relations, objective }: LinearProgram): Rational | null {
  const unit = (index: number): Rational[] =>
    Array.from({ length: variables }, (_, j) => (j === index ? { n: 1n, d: 1n } : ZERO));
  const lines = [
    ...relations.map(({ expression: { terms, constant } }) => ({
      row: Array.from({ length: variables }, (_, j) => terms.get(j) ?? ZERO),
      right: negate(constant),
    })),
    ...Array.from({ length: variables }, (_, j) => ({ row: unit(j), right: ZERO })),
  ];
  let best: Rational | null = null;
  for (const chosen of choices(lines.length, variables)) {
    const point = solveSquare(
      chosen.map((i) => lines[i]!.row),
      chosen.map((i) => lines[i]!.right),
    );
    if (!point?.every((value) => value.n >= 0n)) continue;
    const holds = relations.every(({ expression, sense }) => {
      const { n } = valueAt(expression, point);
      return sense === '<=' ? n <= 0n : sense === '>=' ? n >= 0n : n === 0n;
    });
    if (!holds) continue;
    const value = valueAt(objective, point);
    if (best === null || compare(value, best) < 0n) best = value;
  }
  return best;
}
