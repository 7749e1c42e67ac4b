import type { Category } from '../domain/supplier.ts';
import { drawEmployees, type SizeLaw } from './employees.ts';
import { FAMILIES } from './families.ts';
import { type Firm, isNearDefence } from './firm.ts';
import { groupsOf } from './groups.ts';
import type { PopulatedPlace } from './places/place.ts';
import { drawMix } from './process-mix.ts';
import { categoryCounts } from './proportions.ts';
import { cumulate, drawWeighted, type Streams, shuffled } from './random.ts';

/** What a registry is drawn from. */
export interface RegistryInput {
  /** A whole number from 0 to 4,294,967,295. */
  readonly seed: number;
  /** Firms. */
  readonly size: number;
  /** Where firms may stand: in proportion to how many people live there. */
  readonly places: readonly PopulatedPlace[];
}

/** Medians of a log-normal law, by category: firms near Defence are larger. All are SMEs: fewer than 250 people. Assumptions. */
const MEDIANS: Readonly<Record<Category, number>> = { A: 75, B: 55, C: 32, D: 20 };
const sizeLaw = (category: Category): SizeLaw => ({ median: MEDIANS[category], spread: 0.85, least: 2, most: 249 });

/** How dear a firm is for what it does: larger firms charge more an hour, as their overhead is larger. An assumption. */
const dearness = (employees: number, luck: number): number => {
  const size = employees < 10 ? 0.93 : employees < 50 ? 0.98 : employees < 100 ? 1.02 : 1.06;
  return size * (0.9 + 0.2 * luck);
};

function categoriesOf(streams: Streams, size: number): Category[] {
  const counts = Object.entries(categoryCounts(size)) as [Category, number][];
  return shuffled(
    streams('categories'),
    counts.flatMap(([category, count]) => Array.from({ length: count }, () => category)),
  );
}

/** The firms of a registry, in the order of their numbers; the same for the same input on every machine. */
export function drawFirms(streams: Streams, { size, places }: Omit<RegistryInput, 'seed'>): Firm[] {
  const families = FAMILIES.map((row) => row['family']!);
  const near = cumulate(FAMILIES.map((row) => Number(row['near'])));
  const far = cumulate(FAMILIES.map((row) => Number(row['far'])));
  const people = cumulate(places.map((place) => place.people));
  const firms = categoriesOf(streams, size).map((category, at) => {
    const supplier = `S${String(at + 1).padStart(5, '0')}`;
    const draw = streams('firm', supplier);
    const family = drawWeighted(draw, families, isNearDefence({ category }) ? near : far);
    const employees = drawEmployees(draw, sizeLaw(category));
    const place = drawWeighted(draw, places, people);
    const mix = drawMix(streams('mix', supplier), { family, category });
    return { supplier, category, family, employees, place, mix, dear: dearness(employees, draw()) };
  });
  const groups = groupsOf(streams, firms);
  const noSecurity = { securityLevel: undefined, securityPeriods: undefined };
  return firms.map((firm) => ({ ...firm, ...noSecurity, group: groups.get(firm.supplier) }));
}
