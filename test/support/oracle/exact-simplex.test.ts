import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestVertex } from './every-vertex.ts';
import { solveExactly } from './exact-simplex.ts';
import type { Expression, LinearProgram, Relation } from './linear-program.ts';
import { exactRational, fraction, type Rational, rational, toNumber } from './rational.ts';

const form = (coefficients: readonly number[], constant = 0): Expression => ({
  constant: rational(constant),
  terms: new Map(coefficients.map((entry, j) => [j, rational(entry)] as const).filter(([, entry]) => entry.n !== 0n)),
});
const row = (coefficients: readonly number[], sense: Relation['sense'], right: number): Relation => ({
  expression: form(coefficients, -right),
  sense,
});
const program = (objective: readonly number[], relations: readonly Relation[]): LinearProgram => ({
  variables: objective.length,
  objective: form(objective),
  relations,
});
const optimum = (lp: LinearProgram): Rational | string => {
  const answer = solveExactly(lp);
  return answer.status === 'optimal' ? answer.value : answer.status;
};

describe('linear programs with a known optimum', () => {
  test('doors and windows: 3 hours, 12 and 18 limit a profit of 36', () => {
    const lp = program([-3, -5], [row([1, 0], '<=', 4), row([0, 2], '<=', 12), row([3, 2], '<=', 18)]);
    expect(solveExactly(lp)).toEqual({ status: 'optimal', value: rational(-36), point: [rational(2), rational(6)] });
  });

  test('a diet needs the first phase: 3x + 2y with 2x + y ≥ 4, x + 3y ≥ 6', () => {
    const lp = program([3, 2], [row([2, 1], '>=', 4), row([1, 3], '>=', 6)]);
    expect(optimum(lp)).toEqual(fraction(34n, 5n));
  });

  test('an equality binds from both sides', () => {
    expect(optimum(program([1, 2], [row([1, 1], '=', 3), row([1, 0], '<=', 1)]))).toEqual(rational(5));
  });

  test('a variable that an equality defines may turn negative on the way, not in the answer', () => {
    const stock = { ...row([-1, 1], '=', -2), defines: 1 };
    expect(optimum(program([1, 0], [stock]))).toEqual(rational(2));
  });

  test('thirds stay thirds', () => {
    expect(optimum(program([-1], [row([3], '<=', 1)]))).toEqual(fraction(-1n, 3n));
  });
});

describe('degenerate programs', () => {
  test("Beale's example, which cycles under the steepest-entry rule, ends at −1/20", () => {
    const lp = program(
      [-0.75, 150, -0.02, 6],
      [row([0.25, -60, -0.04, 9], '<=', 0), row([0.5, -90, -0.02, 3], '<=', 0), row([0, 0, 1, 0], '<=', 1)],
    );
    expect(optimum(lp)).toEqual(fraction(-1n, 20n));
  });

  test("Marshall and Suurballe's example ends at −1", () => {
    const lp = program(
      [-10, 57, 9, 24],
      [row([0.5, -5.5, -2.5, 9], '<=', 0), row([0.5, -1.5, -0.5, 1], '<=', 0), row([1, 0, 0, 0], '<=', 1)],
    );
    expect(optimum(lp)).toEqual(rational(-1));
  });

  test('a redundant equality leaves the artificial variable in an empty row', () => {
    const lp = program([1, 1], [row([1, 1], '=', 2), row([2, 2], '=', 4), row([1, -1], '=', 0)]);
    expect(optimum(lp)).toEqual(rational(2));
  });
});

describe('programs without an optimum', () => {
  test('two firms that must make 5 together but 2 each at most: infeasible', () => {
    const lp = program([1, 1], [row([1, 1], '>=', 5), row([1, 0], '<=', 2), row([0, 1], '<=', 2)]);
    expect(optimum(lp)).toBe('infeasible');
  });

  test('infeasible by one part in 10³⁰ is infeasible', () => {
    const tiny = { n: 1n, d: 10n ** 30n };
    const above: Relation = { expression: { constant: { n: -1n, d: 1n }, terms: form([1]).terms }, sense: '<=' };
    const below: Relation = {
      expression: { constant: { n: -(tiny.d + 1n), d: tiny.d }, terms: form([1]).terms },
      sense: '>=',
    };
    expect(optimum(program([1], [above, below]))).toBe('infeasible');
  });

  test('profit without a limit: unbounded', () => {
    expect(optimum(program([-1, 0], [row([1, -1], '<=', 1)]))).toBe('unbounded');
  });
});

describe('random programs agree with the best of all vertices', () => {
  const entry = fc.constantFrom(0, 0, 1, -1, 2, -2, 0.5, 3, -3, 0.75, 7);
  const relation = (variables: number) =>
    fc
      .tuple(
        fc.array(entry, { minLength: variables, maxLength: variables }),
        fc.constantFrom('<=', '<=', '>=', '='),
        entry,
      )
      .map(([coefficients, sense, right]) => row(coefficients, sense as Relation['sense'], right * 2));
  const bounded = fc.integer({ min: 1, max: 3 }).chain((variables) =>
    fc
      .tuple(
        fc.array(entry, { minLength: variables, maxLength: variables }),
        fc.array(relation(variables), { maxLength: 5 }),
      )
      .map(([objective, relations]) =>
        program(objective, [
          ...relations,
          row(
            objective.map(() => 1),
            '<=',
            8,
          ),
        ]),
      ),
  );

  test('values and verdicts are equal', () => {
    fc.assert(
      fc.property(bounded, (lp) => {
        expect(optimum(lp)).toEqual(bestVertex(lp) ?? 'infeasible');
      }),
      { numRuns: 2000 },
    );
  });

  test('the point attains the value and satisfies every relation, also where doubles no longer suffice', () => {
    const wild = fc.double({ min: -9, max: 9, noNaN: true }).filter((value) => Math.abs(value) > 1e-3);
    const dense = fc.integer({ min: 2, max: 7 }).chain((size) =>
      fc.array(fc.array(wild, { minLength: size + 1, maxLength: size + 1 }), {
        minLength: size,
        maxLength: size + 2,
      }),
    );
    fc.assert(
      fc.property(dense, (matrix) => {
        const size = matrix[0]!.length - 1;
        const relations = matrix.map((line): Relation => {
          const terms = new Map(line.slice(0, size).map((entry, j) => [j, exactRational(entry)] as const));
          return { expression: { constant: exactRational(line[size]!), terms }, sense: '<=' };
        });
        const ones = new Array<number>(size).fill(1);
        const lp = program(
          ones.map((_, j) => (j % 2 ? 1 : -1)),
          [...relations, row(ones, '<=', 5)],
        );
        const answer = solveExactly(lp);
        if (answer.status !== 'optimal') {
          expect(answer.status).toBe('infeasible');
          return;
        }
        for (const { expression } of lp.relations) {
          let left = toNumber(expression.constant);
          for (const [j, coefficient] of expression.terms) left += toNumber(coefficient) * toNumber(answer.point[j]!);
          expect(left).toBeLessThan(1e-9);
        }
        if (size <= 3) expect(answer.value).toEqual(bestVertex(lp));
      }),
      { numRuns: 200 },
    );
  });
});
