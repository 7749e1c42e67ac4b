import { type Statement, scenario } from '../../support/scenario-builder.ts';

/**
 * A hundred frames of one hour each are due in the only quarter. By the hour: A € 10 (60 hours), B € 10 (50 hours, € 1 of onboarding), the
 * Dutch C € 10.50 (50 hours), D € 10.40 (100 hours). The cheapest is A with B for 100 × 10 + 1 = € 1,001.
 */
export const fourFirms = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    demand: [['FRAME', '2026-Q1', 100]],
    routing: [['FRAME', 'welding', 1]],
    suppliers: [
      { supplier: 'A', country: 'DE', hourlyRate: 10 },
      { supplier: 'B', country: 'DE', hourlyRate: 10, onboardingCost: 1 },
      { supplier: 'C', country: 'NL', hourlyRate: 10.5 },
      { supplier: 'D', country: 'BE', hourlyRate: 10.4 },
    ],
    capacity: [
      ['A', 'welding', 60],
      ['B', 'welding', 50],
      ['C', 'welding', 50],
      ['D', 'welding', 100],
    ],
    ...statement,
  });
