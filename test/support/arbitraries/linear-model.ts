import fc from 'fast-check';
import type { LinearModel } from '../../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../../solver/model/model-builder.ts';

const INFINITE = Number.POSITIVE_INFINITY;
const small = fc.integer({ min: -4, max: 4 });
const halves = fc.integer({ min: -8, max: 8 }).map((value) => value / 2);
const width = fc.integer({ min: 0, max: 6 });

interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const interval: fc.Arbitrary<Interval> = fc
  .tuple(small, width)
  .map(([lower, more]) => ({ lower, upper: lower + more }));
/** Also without a lower end, an upper end, or both. */
const openInterval = fc.tuple(interval, fc.integer({ min: 0, max: 7 })).map(([{ lower, upper }, open]) => ({
  lower: (open & 1) === 1 ? -INFINITE : lower,
  upper: (open & 2) === 2 ? INFINITE : upper,
}));

interface ColumnGene extends Interval {
  readonly cost: number;
  readonly integer: boolean;
}

function modelOf(columns: fc.Arbitrary<ColumnGene>): fc.Arbitrary<LinearModel> {
  return fc.array(columns, { minLength: 1, maxLength: 6 }).chain((genes) => {
    const row = fc.record({
      coefficients: fc.array(halves, { minLength: genes.length, maxLength: genes.length }),
      bounds: openInterval,
    });
    return fc.tuple(fc.array(row, { maxLength: 6 }), small).map(([rows, offset]) => {
      const builder = createModelBuilder();
      genes.forEach(({ lower, upper, integer }, at) => void builder.column(`x${at}`, { lower, upper, integer }));
      const terms = (coefficients: readonly number[]) => coefficients.map((value, column) => ({ column, value }));
      rows.forEach(({ coefficients, bounds }, at) => void builder.row(`r${at}`, terms(coefficients), bounds));
      return builder.build(terms(genes.map(({ cost }) => cost)), offset);
    });
  });
}

/** Small LPs with free, one-sided, boxed and fixed columns, and free, one-sided, range and equality rows: some infeasible, some unbounded. */
export const smallLp: fc.Arbitrary<LinearModel> = modelOf(
  fc.record({ bounds: openInterval, cost: halves }).map(({ bounds, cost }) => ({ ...bounds, cost, integer: false })),
);

/** The same with boxed columns, some of them whole: never unbounded. */
export const smallMip: fc.Arbitrary<LinearModel> = modelOf(
  fc
    .record({ bounds: interval, cost: halves, integer: fc.boolean() })
    .map(({ bounds, ...rest }) => ({ ...bounds, ...rest })),
);
