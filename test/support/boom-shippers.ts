import { type Statement, scenario } from './scenario-builder.ts';

/** A degree along a meridian. */
export const DEGREE_KM = (Math.PI * 6371.0088) / 180;

const at = (latitude: number) => ({ latitude, longitude: 5 });

/**
 * Ten cranes in one quarter, each of two booms; S1 (at 51°) and S2 (at 52°) make booms of half a tonne, S3 (at 53°) makes cranes, of four tonnes,
 * for the OEM at 54°. Transport is one euro per tonne and kilometre.
 */
export const boomShippers = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    programmes: [{ product: 'CRANE', oem: { name: 'OEM', ...at(54) } }],
    demand: [['CRANE', '2026-Q1', 10]],
    bom: [['CRANE', 'BOOM', 2]],
    items: [
      { item: 'BOOM', weightKg: 500 },
      { item: 'CRANE', weightKg: 4000 },
    ],
    routing: [
      ['BOOM', 'welding', 1],
      ['CRANE', 'assembly', 1],
    ],
    suppliers: [
      { supplier: 'S1', ...at(51) },
      { supplier: 'S2', ...at(52) },
      { supplier: 'S3', ...at(53) },
    ],
    capacity: [
      ['S1', 'welding', 12],
      ['S2', 'welding', 12],
      ['S3', 'assembly', 100],
    ],
    costs: { transportPerTonneKm: 1 },
    ...statement,
  });

/** The same for ten lorries with a crane each: the booms go past the crane to the maker of the lorry, and three cranes are there. */
export const lorryShippers = (statement: Statement = {}) =>
  boomShippers({
    programmes: [{ product: 'LORRY', oem: { name: 'OEM', ...at(54) } }],
    demand: [['LORRY', '2026-Q1', 10]],
    bom: [
      ['LORRY', 'CRANE', 1],
      ['CRANE', 'BOOM', 2],
    ],
    items: [
      { item: 'BOOM', weightKg: 500, deliverTo: 'LORRY' },
      { item: 'CRANE', weightKg: 4000, stock: 3 },
      { item: 'LORRY', weightKg: 9000 },
    ],
    routing: [
      ['BOOM', 'welding', 1],
      ['CRANE', 'assembly', 1],
      ['LORRY', 'assembly', 1],
    ],
    ...statement,
  });

/** Twelve booms of S2 and eight of S1 go to S3, ten cranes to the OEM. */
export const cheapestWay = {
  production: [
    ['S1', 'BOOM', '2026-Q1', 8],
    ['S2', 'BOOM', '2026-Q1', 12],
    ['S3', 'CRANE', '2026-Q1', 10],
  ],
  delivered: [['CRANE', '2026-Q1', 10]],
  shipments: [
    ['S1', 'BOOM', 'CRANE', 'S3', 8],
    ['S2', 'BOOM', 'CRANE', 'S3', 12],
    ['S3', 'CRANE', 'CRANE', null, 10],
  ],
} as const;
