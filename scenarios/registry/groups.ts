import type { Firm } from './firm.ts';
import { type Streams, shuffled, whole } from './random.ts';

/** Share of the sites that belong to a firm with two or three sites: an assumption. */
const GROUPED = 0.05;

/** Supplier → group, for the sites that share their firm with others of the same family. */
export function groupsOf(
  streams: Streams,
  firms: readonly Pick<Firm, 'supplier' | 'family'>[],
): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  let number = 0;
  for (const family of [...new Set(firms.map((firm) => firm.family))].sort()) {
    const sites = firms.filter((firm) => firm.family === family);
    const draw = streams('groups', family);
    const grouped = shuffled(draw, sites).slice(0, Math.floor(sites.length * GROUPED));
    while (grouped.length > 1) {
      number += 1;
      const group = `G${String(number).padStart(4, '0')}`;
      for (const { supplier } of grouped.splice(0, whole(draw, 2, 3))) groups.set(supplier, group);
    }
  }
  return groups;
}
