import { type Statement, scenario } from './scenario-builder.ts';

/**
 * Ten frames are due in each of two quarters; S1 and S2 weld one in 2 hours and offer 16 hours a quarter, 8 frames each. Nothing is
 * made ahead. What a test states comes on top.
 */
export const twoWelders = (statement: Statement = {}) =>
  scenario({
    periods: 2,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 10],
    ],
    routing: [['FRAME', 'welding', 2]],
    capacity: [
      ['S1', 'welding', 16],
      ['S2', 'welding', 16],
    ],
    ...statement,
    policy: { stock: 'none', shortfallTolerance: 0, ...statement.policy },
  });
