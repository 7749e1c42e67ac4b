import type { Category } from '../domain/supplier.ts';
import type { RegistryInput } from './draw-firms.ts';
import type { Firm } from './firm.ts';

/** The note that stands beside the tables and says what they are. */
export function readme({ seed, size }: Pick<RegistryInput, 'seed' | 'size'>, firms: readonly Firm[]): string {
  const of = (category: Category): number => firms.filter((firm) => firm.category === category).length;
  return `# Synthetic registry of ${size} suppliers, seed ${seed}

**Synthetic.** No such firm, price, capacity, certificate or incident rate exists; nothing here is taken from a register of firms. Only the
places, their coordinates and populations (GeoNames, CC BY 4.0) and the names of standards are real.

Written by \`gilde registry generate --seed ${seed} --size ${size}\`; the same command writes the same files.

- ${of('A')} firms deliver to Defence (category A), ${of('B')} to those (B); ${of('C')} resemble A (C) and ${of('D')} resemble B (D). The proportions are those of
  the study for Metaalunie and MKB-Nederland among the almost 16,000 Dutch metal SMEs (307, 490, 3,215 and 3,262).
- \`hoursPerPeriod\` in capacity.csv is what a firm has free in a **quarter**: 2 to 27 % of its hours, 8 % on average.
- Lead times and onboarding are in quarters, money is in euro; certificates that are held run out between 2026 and 2029.
- Regions are NUTS-3 codes (2021 edition), approximate near the border between two regions of a province.
- A security level is a state of a contract, so that no firm has one here.
- How sizes, rates, processes, certificates and free hours are distributed is an assumption, to be replaced by figures of your own.
`;
}
