import type { Decision } from '../../support/plan-builder.ts';
import { scenario } from '../../support/scenario-builder.ts';

/**
 * A crane that needs a boom, two winches (each with a motor) and, by way of a kit, four pins; a boom takes two plates and a fifth is
 * scrapped. Welding is short: five of the six cranes of 2026-Q4 can be had, and one of three spare winches is missing.
 */
export const craneYard = scenario({
  name: 'crane-yard',
  periods: 4,
  programmes: [
    {
      product: 'CRANE',
      weight: 2,
      demand: { baseline: 4, multiplier: 1.5, reach: '2026-Q3', shape: 'linear' },
    },
  ],
  demand: [['WINCH', '2026-Q2', 3]],
  costs: { holdingRate: 0.1 },
  items: [
    { item: 'CRANE', leadTime: 1, materialCost: 100, unitValue: 50_000 },
    { item: 'KIT', kind: 'phantom' },
    { item: 'BOOM', leadTime: 1, materialCost: 20, unitValue: 1000, stock: 2, safetyStock: 1 },
    { item: 'WINCH', critical: true, certificates: ['ISO 9001'], unitValue: 400, kind: 'make' },
    { item: 'MOTOR', kind: 'buy', unitValue: 300 },
    { item: 'PLATE', kind: 'buy', unitValue: 40 },
    { item: 'PIN', kind: 'buy', unitValue: 5, stock: 20 },
  ],
  bom: [
    ['CRANE', 'BOOM', 1],
    ['CRANE', 'KIT', 1],
    ['CRANE', 'WINCH', 2],
    ['KIT', 'PIN', 4],
    ['WINCH', 'MOTOR', 1],
    { parent: 'BOOM', item: 'PLATE', quantity: 2, scrap: 0.2 },
  ],
  routing: [
    { item: 'BOOM', process: 'welding', hoursPerUnit: 10, setupHours: 20, lotSize: 10 },
    ['WINCH', 'milling', 5],
  ],
  suppliers: [
    { supplier: 'S1', hourlyRate: 50, onboardingCost: 800, region: 'NL221', category: 'A' },
    { supplier: 'S2', hourlyRate: 40, onboardingCost: 5000, onboardingPeriods: 1, region: 'NL211', category: 'C' },
    { supplier: 'S3', hourlyRate: 60, region: 'NL221', category: 'C' },
    { supplier: 'S4', region: 'DEA1', category: 'B' },
    { supplier: 'S5', hourlyRate: 55, region: 'NL421', category: 'B' },
    { supplier: 'S6', hourlyRate: 55, onboardingCost: 1000, onboardingPeriods: 2 },
  ],
  capacity: [
    ['S1', 'welding', 60],
    ['S2', 'welding', 48],
    ['S3', 'milling', 100],
    ['S4', 'assembly', 20],
    ['S5', 'milling', 80],
    ['S6', 'milling', 40],
  ],
  certificates: [
    { supplier: 'S3', certificate: 'ISO 9001', status: 'obtainable', leadTime: 1, cost: 2500 },
    { supplier: 'S5', certificate: 'ISO 9001' },
    { supplier: 'S6', certificate: 'ISO 9001' },
  ],
  quotes: [
    {
      supplier: 'S4',
      item: 'MOTOR',
      unitPrice: 300,
      process: 'assembly',
      hoursPerUnit: 0.5,
      qualificationCost: 700,
      maximumQuantity: 50,
    },
  ],
  incumbents: [{ supplier: 'S1', item: 'BOOM', quantityPerPeriod: 4 }],
  rules: [
    { rule: 'source-count', id: 'two-for-critical', min: 2, max: 4, scope: { critical: true } },
    { rule: 'source-count', id: 'two-for-all', min: 2 },
    { rule: 'share-cap', id: 'at-most-seventy', max: 0.7, scope: { items: ['BOOM', 'WINCH'] } },
    {
      rule: 'share-cap',
      id: 'never-all-winches',
      max: 0.8,
      per: 'period',
      scope: { items: ['WINCH'], from: '2026-Q2' },
    },
    { rule: 'share-floor', id: 'at-least-thirty', min: 0.3, scope: { process: 'welding' } },
    { rule: 'member-count', id: 'at-most-seven', max: 7 },
    { rule: 'lock', id: 'motor-from-s4', supplier: 'S4', item: 'MOTOR', award: true },
    { rule: 'exclude', id: 'no-motor-from-s6', suppliers: ['S6'], scope: { items: ['MOTOR'] } },
  ],
});

/**
 * By hand, in units. Cranes completed 4, 5, 6, 5, then 6, 6; each takes its parts a quarter before.
 *
 *   booms   needed 5 6 5 6, made 5 5½ 4½ 7, on hand 2 → 2 1½ 1 2
 *   winches needed 10 12 10 12 for cranes and 2 as spares, made 10 14 10 12; as many motors
 *   plates  2½ for each boom of the next quarter: 13¾ 11¼ 17½ 15, bought at 40
 *   pins    needed 20 24 20 24, bought at 5: 5 19 20 24, the rest from 20 on hand → 5 0 0 0
 */
export const craneYardDecision: Decision = {
  production: [
    ['S1', 'BOOM', '2026-Q1', 5],
    ['S1', 'BOOM', '2026-Q2', 3],
    ['S1', 'BOOM', '2026-Q3', 2.5],
    ['S1', 'BOOM', '2026-Q4', 4],
    ['S2', 'BOOM', '2026-Q2', 2.5],
    ['S2', 'BOOM', '2026-Q3', 2],
    ['S2', 'BOOM', '2026-Q4', 3],
    ['S3', 'WINCH', '2026-Q2', 6],
    ['S3', 'WINCH', '2026-Q3', 6],
    ['S3', 'WINCH', '2026-Q4', 6],
    ['S4', 'MOTOR', '2026-Q1', 10],
    ['S4', 'MOTOR', '2026-Q2', 14],
    ['S4', 'MOTOR', '2026-Q3', 10],
    ['S4', 'MOTOR', '2026-Q4', 12],
    ['S5', 'WINCH', '2026-Q1', 10],
    ['S5', 'WINCH', '2026-Q2', 8],
    ['S5', 'WINCH', '2026-Q3', 4],
    ['S5', 'WINCH', '2026-Q4', 6],
  ],
  standby: [['S6', 'WINCH']],
  delivered: [
    ['CRANE', '2026-Q4', 5],
    ['WINCH', '2026-Q2', 2],
  ],
  stock: [
    ['BOOM', '2026-Q1', 2],
    ['BOOM', '2026-Q2', 1.5],
    ['BOOM', '2026-Q3', 1],
    ['BOOM', '2026-Q4', 2],
    ['PIN', '2026-Q1', 5],
  ],
  pastDue: [
    ['BOOM', '2025-Q4', 4],
    ['MOTOR', '2025-Q4', 8],
    ['PIN', '2025-Q4', 16],
    ['PLATE', '2025-Q3', 10],
    ['PLATE', '2025-Q4', 12.5],
    ['WINCH', '2025-Q4', 8],
  ],
  certificates: [['S3', 'ISO 9001', '2026-Q2', 2500]],
  // 57½ plates, 68 pins, 20 cranes assembled at 100.
  bought: 57.5 * 40 + 68 * 5 + 20 * 100,
  // S1 makes booms today: its 800 are not paid.
  onboarding: { S2: 5000, S6: 1000 },
  // 6½ boom quarters and 5 pin quarters at 2½ % of 1000 and 5.
  holding: 6.5 * 25 + 5 * 0.125,
  slack: {
    'two-for-critical': 1,
    'at-most-seventy': 0.7 - 14.5 / 23,
    // S5 makes 8 of the 15 winches of 2026-Q2, S3 and S5 6 of 12 in 2026-Q4.
    'never-all-winches': 0.8 - 8 / 15,
    'at-least-thirty': 7.5 / 23 - 0.3,
    'at-most-seven': 1,
  },
  tooFewSources: ['MOTOR'],
  bounds: { cost: 53_375 },
};
