import { add, isZero, multiply, negate, type Rational, ZERO } from './rational.ts';

/** constant + Σ coefficient · variable; variables are numbered from 0. */
export interface Expression {
  readonly constant: Rational;
  readonly terms: ReadonlyMap<number, Rational>;
}

/** expression ≤ 0, = 0 or ≥ 0. */
export interface Relation {
  readonly expression: Expression;
  readonly sense: '<=' | '=' | '>=';
  /** The variable that an equality defines in terms of the others: a start for the simplex method, no restriction. */
  readonly defines?: number;
}

/** Minimise the objective over variables ≥ 0 under the relations. */
export interface LinearProgram {
  readonly variables: number;
  readonly objective: Expression;
  readonly relations: readonly Relation[];
}

export const constant = (value: Rational): Expression => ({ constant: value, terms: new Map() });
export const variable = (index: number): Expression => ({
  constant: ZERO,
  terms: new Map([[index, { n: 1n, d: 1n }]]),
});
export const NOTHING: Expression = constant(ZERO);

/** The sum of expressions, terms of one variable joined. */
export function total(parts: readonly Expression[]): Expression {
  const terms = new Map<number, Rational>();
  for (const part of parts) {
    for (const [index, coefficient] of part.terms) terms.set(index, add(terms.get(index) ?? ZERO, coefficient));
  }
  for (const [index, coefficient] of terms) if (isZero(coefficient)) terms.delete(index);
  return { constant: parts.reduce((value, part) => add(value, part.constant), ZERO), terms };
}

/** The expression times a number. */
export function scaled(expression: Expression, factor: Rational): Expression {
  if (isZero(factor)) return NOTHING;
  const terms = new Map([...expression.terms].map(([index, coefficient]) => [index, multiply(coefficient, factor)]));
  return { constant: multiply(expression.constant, factor), terms };
}

/** a − b. */
export const minus = (a: Expression, b: Expression): Expression => total([a, scaled(b, { n: -1n, d: 1n })]);

/** a ≤ b. */
export const atMost = (a: Expression, b: Expression): Relation => ({ expression: minus(a, b), sense: '<=' });
/** a ≥ b. */
export const atLeast = (a: Expression, b: Expression): Relation => ({ expression: minus(a, b), sense: '>=' });
/** a = b; `defines` as in {@link Relation}. */
export const equal = (a: Expression, b: Expression, defines?: number): Relation => ({
  expression: minus(a, b),
  sense: '=',
  ...(defines === undefined ? {} : { defines }),
});

/** Value of the expression at a point. */
export function valueAt(expression: Expression, point: readonly Rational[]): Rational {
  let value = expression.constant;
  for (const [index, coefficient] of expression.terms) value = add(value, multiply(coefficient, point[index] ?? ZERO));
  return value;
}

/** Right-hand side of the relation once the constant has moved there. */
export const rightHandSide = (relation: Relation): Rational => negate(relation.expression.constant);
