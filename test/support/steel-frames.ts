import { type Statement, scenario } from './scenario-builder.ts';

/**
 * Ten frames are due in each of three quarters, assembled in a quarter from one plate each, which is bought for 1 euro. S1 welds a
 * frame in an hour and offers thirty a quarter. The plates of the first ten were due before the start.
 */
export const steelFrames = (statement: Statement = {}) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 10],
      ['FRAME', '2026-Q3', 10],
    ],
    bom: [['FRAME', 'PLATE', 1]],
    items: [
      { item: 'FRAME', leadTime: 1, unitValue: 100 },
      { item: 'PLATE', unitValue: 1 },
    ],
    routing: [['FRAME', 'welding', 1]],
    capacity: [['S1', 'welding', 30]],
    ...statement,
  });

/** The same frames, bought from S1 instead of welded. */
export const boughtFrames = () =>
  steelFrames({
    items: [
      { item: 'FRAME', kind: 'buy', leadTime: 1 },
      { item: 'PLATE', unitValue: 1 },
    ],
    routing: [],
    quotes: [{ supplier: 'S1', item: 'FRAME', unitPrice: 90, process: 'welding' }],
  });
