import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPeriodProgram, solvePeriod } from '../../../../solver/strategies/kernel/period-program.ts';
import { bestVertex } from '../../../support/oracle/every-vertex.ts';
import type { Expression, Relation } from '../../../support/oracle/linear-program.ts';
import { rational, toNumber } from '../../../support/oracle/rational.ts';

interface Work {
  readonly margin: readonly number[];
  readonly most: readonly number[];
  /** By item, then process. */
  readonly hours: readonly (readonly number[])[];
  readonly cap: readonly number[];
}

function solved({ margin, most, hours, cap }: Work) {
  const program = createPeriodProgram(margin.length, cap.length);
  program.margin.set(margin);
  program.most.set(most);
  program.hours.set(hours.flat());
  program.cap.set(cap);
  solvePeriod(program, margin.length, cap.length);
  const { units, hourPrice } = program;
  const paid = cap.reduce((sum, each, k) => sum + each * hourPrice[k]!, 0);
  const left = margin.map((each, i) => each - hours[i]!.reduce((sum, needed, k) => sum + needed * hourPrice[k]!, 0));
  return {
    units: [...units],
    hourPrice: [...hourPrice],
    earned: margin.reduce((sum, each, i) => sum + each * units[i]!, 0),
    bound: left.reduce((sum, each, i) => sum + most[i]! * Math.max(0, each), paid),
  };
}

function bestByEnumeration({ margin, most, hours, cap }: Work): number {
  const form = (coefficients: readonly number[], constant: number): Expression => ({
    constant: rational(constant),
    terms: new Map(coefficients.map((each, j) => [j, rational(each)] as const).filter(([, each]) => each.n !== 0n)),
  });
  const one = (at: number) => margin.map((_, j) => (j === at ? 1 : 0));
  const relations: Relation[] = [
    ...most.map((each, i): Relation => ({ expression: form(one(i), -each), sense: '<=' })),
    ...cap.map(
      (each, k): Relation => ({
        expression: form(
          hours.map((own) => own[k]!),
          -each,
        ),
        sense: '<=',
      }),
    ),
  ];
  const objective = form(
    margin.map((each) => -each),
    0,
  );
  return -toNumber(bestVertex({ variables: margin.length, relations, objective })!);
}

test('two items that share two processes: 4 and 2 units fill both', () => {
  const work = {
    margin: [3, 5],
    most: [9, 9],
    hours: [
      [1, 2],
      [2, 1],
    ],
    cap: [8, 10],
  };
  const { units, hourPrice, earned } = solved(work);
  expect(units[0]).toBeCloseTo(4, 9);
  expect(units[1]).toBeCloseTo(2, 9);
  // 7/3 and 1/3 an hour: η₁ + 2η₂ = 3 and 2η₁ + η₂ = 5.
  expect(hourPrice[0]).toBeCloseTo(7 / 3, 9);
  expect(hourPrice[1]).toBeCloseTo(1 / 3, 9);
  expect(earned).toBeCloseTo(22, 9);
});

test('with hours to spare everything is made and an hour costs nothing', () => {
  const work = {
    margin: [3, 5],
    most: [2, 3],
    hours: [
      [1, 2],
      [2, 1],
    ],
    cap: [80, 100],
  };
  expect(solved(work)).toMatchObject({ units: [2, 3], hourPrice: [0, 0], earned: 21, bound: 21 });
});

const figure = fc.constantFrom(0, 0.5, 1, 2, 3, 5);
const positive = fc.constantFrom(0.5, 1, 2, 3, 7);
const work: fc.Arbitrary<Work> = fc
  .record({ items: fc.integer({ min: 1, max: 4 }), processes: fc.integer({ min: 1, max: 3 }) })
  .chain(({ items, processes }) => {
    const list = (each: fc.Arbitrary<number>, length: number) =>
      fc.array(each, { minLength: length, maxLength: length });
    return fc.record({
      margin: list(positive, items),
      most: list(figure, items),
      hours: fc.array(list(figure, processes), { minLength: items, maxLength: items }),
      cap: list(figure, processes),
    });
  });

test('units and prices of hours are the best by enumeration of all vertices, and the units fit', () => {
  fc.assert(
    fc.property(work, (drawn) => {
      const { units, earned, bound, hourPrice } = solved(drawn);
      const best = bestByEnumeration(drawn);
      expect(earned).toBeCloseTo(best, 7);
      expect(bound).toBeCloseTo(best, 7);
      expect(Math.min(0, ...hourPrice)).toBe(0);
      units.forEach((each, i) => {
        expect(each).toBeGreaterThanOrEqual(0);
        expect(each).toBeLessThanOrEqual(drawn.most[i]! + 1e-9);
      });
      drawn.cap.forEach((cap, k) => {
        const used = units.reduce((sum, each, i) => sum + each * drawn.hours[i]![k]!, 0);
        expect(used).toBeLessThanOrEqual(cap + 1e-9);
      });
    }),
    { seed: 7, numRuns: 300 },
  );
});
