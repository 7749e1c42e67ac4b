import { scenario } from './scenario-builder.ts';

/**
 * Ten of each in the first of four quarters: a frame, which is critical, is milled and welded by S1 or S2, a gear is milled by S2, a
 * hose is moulded by S3, as its quote says, and a hook has to be forged, which nobody does.
 */
export const processShops = () =>
  scenario({
    periods: 4,
    demand: ['FRAME', 'GEAR', 'HOOK', 'HOSE'].map((item) => [item, '2026-Q1', 10] as const),
    items: [
      { item: 'FRAME', critical: true },
      { item: 'HOSE', kind: 'make' },
    ],
    routing: [
      ['FRAME', 'milling', 1],
      ['FRAME', 'welding', 1],
      ['GEAR', 'milling', 1],
      ['HOOK', 'forging', 1],
    ],
    suppliers: [
      { supplier: 'S1', category: 'A', region: 'NL321' },
      { supplier: 'S2', category: 'C', region: 'NL111' },
      { supplier: 'S3' },
    ],
    capacity: [
      ['S1', 'milling', 100],
      ['S1', 'welding', 100],
      ['S2', 'milling', 100],
      ['S2', 'welding', 100],
      ['S3', 'moulding', 100],
    ],
    quotes: [
      { supplier: 'S1', item: 'FRAME', unitPrice: 90 },
      { supplier: 'S2', item: 'FRAME', unitPrice: 90 },
      { supplier: 'S2', item: 'GEAR', unitPrice: 20 },
      { supplier: 'S3', item: 'HOSE', unitPrice: 5, process: 'moulding' },
    ],
    eligibility: 'quoted',
  });
