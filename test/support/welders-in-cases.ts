import type { DemandCase } from '../../scenarios/domain/demand-case.ts';
import { type Statement, scenario } from './scenario-builder.ts';

/** Demand as stated in three of four futures, half as much again in the fourth. */
export const USUAL_AND_HIGH: readonly DemandCase[] = [
  { name: 'expected', probability: 0.75 },
  { name: 'high', probability: 0.25, factor: 1.5 },
];

/**
 * Eight frames are due in each of two quarters, of 2 hours each. S1 has just these 16 hours at 50 euro and can buy 8 more for `capex`; S2 has
 * 100 at 150 euro. A frame costs 100 euro at S1 and 300 at S2; nothing is made ahead.
 */
export const weldersInCases = (capex: number, statement: Statement = {}) =>
  scenario({
    periods: 2,
    demand: [
      ['FRAME', '2026-Q1', 8],
      ['FRAME', '2026-Q2', 8],
    ],
    routing: [['FRAME', 'welding', 2]],
    suppliers: [{ supplier: 'S2', hourlyRate: 150 }],
    capacity: [
      ['S1', 'welding', 16],
      ['S2', 'welding', 100],
    ],
    expansions: [
      { supplier: 'S1', process: 'welding', option: 'robot', hoursPerPeriod: 8, capex, leadTime: 0, maximum: 1 },
    ],
    demandCases: USUAL_AND_HIGH,
    ...statement,
    policy: { stock: 'none', shortfallTolerance: 0, ...statement.policy },
    solve: { gap: 0, ...statement.solve },
  });
