import { type Statement, scenario } from './scenario-builder.ts';

const FIRMS = [1, 2, 3, 4, 5, 6];

/** Ten frames are due; three cheap firms in NL32 and three dear ones in NL42, the next always dearer, can weld four each. */
export const sixWelders = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [['FRAME', '2026-Q1', 10]],
    routing: [['FRAME', 'welding', 2]],
    capacity: FIRMS.map((firm) => [`S${firm}`, 'welding', 8] as const),
    suppliers: FIRMS.map((firm) => ({
      supplier: `S${firm}`,
      hourlyRate: 40 + 10 * firm,
      onboardingCost: 100 * firm,
      region: firm <= 3 ? 'NL32' : 'NL42',
    })),
    ...statement,
  });
