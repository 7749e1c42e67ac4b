import fc from 'fast-check';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenario } from './scenario-builder.ts';

const PROCESSES = { CRANE: 'assembly', BOOM: 'welding', CAB: 'milling' } as const;
const ITEMS = ['CRANE', 'BOOM', 'CAB'] as const;

/** Hours of a firm for each item; 0: none. */
const firm = fc.record({
  hours: fc.tuple(...ITEMS.map(() => fc.constantFrom(0, 0, 6, 12, 24))),
  region: fc.constantFrom('NL221', 'NL326', 'NL413', undefined),
  tags: fc.subarray(['grid', 'port', 'river']),
  surge: fc.constantFrom(0, 0.5),
});

/**
 * Cranes of a boom and a cab each, in three periods at most, with booms as spares; up to six firms in regions and under tags that overlap, all of which
 * are awarded all that they can make, so that most of it has several sources.
 */
export const manySources: fc.Arbitrary<Scenario> = fc
  .record({
    firms: fc.array(firm, { minLength: 4, maxLength: 6 }),
    periods: fc.constantFrom(2, 3),
    lead: fc.constantFrom(0, 1),
    spares: fc.constantFrom(0, 2),
    isStocked: fc.boolean(),
    backlog: fc.constantFrom('lost' as const, 'carried' as const),
  })
  .map(({ firms, periods, lead, spares, isStocked, backlog }) => {
    const offered = firms.flatMap(({ hours }, at) =>
      ITEMS.flatMap((item, own) => (hours[own]! > 0 ? [{ supplier: `S${at + 1}`, item, hours: hours[own]! }] : [])),
    );
    const labels = Array.from({ length: periods }, (_, at) => `2026-Q${at + 1}`);
    return scenario({
      periods,
      programmes: [{ product: 'CRANE', weight: 2 }],
      demand: labels.flatMap((label, at) => [
        ['CRANE', label, 6 + 2 * at] as const,
        ...(spares > 0 ? [['BOOM', label, spares] as const] : []),
      ]),
      items: [{ item: 'CRANE', kind: 'make', leadTime: lead, unitValue: 1000, stock: isStocked ? 2 : 0 }],
      bom: [
        ['CRANE', 'BOOM', 1],
        ['CRANE', 'CAB', 1],
      ],
      routing: ITEMS.map((item) => [item, PROCESSES[item], 1] as const),
      suppliers: firms.map(({ region, tags, surge }, at) => ({
        ...{ supplier: `S${at + 1}`, tags, surge },
        ...(region !== undefined && { region }),
      })),
      capacity: offered.map(({ supplier, item, hours }) => [supplier, PROCESSES[item], hours] as const),
      rules: offered.map(({ supplier, item }) => ({ rule: 'lock', supplier, item, award: true }) as const),
      policy: { stock: isStocked ? 'allowed' : 'none', backlog, shortfallTolerance: 0 },
    });
  });
