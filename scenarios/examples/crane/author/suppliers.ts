import type { Category } from '../../../domain/supplier.ts';
import { drawEmployees } from '../../../registry/employees.ts';
import { type Firm, isNearDefence } from '../../../registry/firm.ts';
import { KNOWN_PLACES } from '../../../registry/places/known-places.ts';
import { drawMix } from '../../../registry/process-mix.ts';
import { shuffled, whole } from '../../../registry/random.ts';
import { drawSecurity } from '../../author/security.ts';
import { COUNTS } from './families.ts';
import { stream } from './seed.ts';

/** Of 300: 13 deliver to Defence, 20 to those, the rest resembles either (shares of the Metaalunie study). */
function deck(): { family: string; category: Category }[] {
  const cards = COUNTS.flatMap((row) => {
    const [count, ofA, ofB] = [Number(row['count']), Number(row['A']), Number(row['B'])];
    return Array.from({ length: count }, (_, at): { family: string; category: Category } => {
      const open = (at - ofA - ofB) % 2 === 0 ? 'C' : 'D';
      return { family: row['family']!, category: at < ofA ? 'A' : at < ofA + ofB ? 'B' : open };
    });
  });
  return shuffled(stream('deck'), cards);
}

const weightedPlaces = KNOWN_PLACES.flatMap((place) => Array.from({ length: place.weight }, () => place));

/** Larger near Defence; the spread is that of the logarithm. */
const sizeLaw = (firm: Pick<Firm, 'category'>) => ({
  median: isNearDefence(firm) ? 100 : 42,
  spread: 0.75,
  least: 8,
  most: 450,
});

/** Two or three sites of one firm: the first firms of a family with more than twenty. */
function groupOf(family: string, nth: number): string | undefined {
  const groups: Record<string, string> = { welding: 'G01', machining: 'G02', 'sheet metal': 'G03', electronics: 'G04' };
  const second: Record<string, string> = { welding: 'G05', machining: 'G06', hydraulics: 'G07' };
  if (nth < 3) return groups[family];
  return nth < 5 ? second[family] : undefined;
}

function drawFirms(): Firm[] {
  const seen = new Map<string, number>();
  return deck().map(({ family, category }, at) => {
    const supplier = `S${String(at + 1).padStart(3, '0')}`;
    const draw = stream('firm', supplier);
    const nth = seen.get(family) ?? 0;
    seen.set(family, nth + 1);
    const mix = drawMix(stream('mix', supplier), { family, category });
    return {
      supplier,
      group: groupOf(family, nth),
      category,
      family,
      employees: drawEmployees(draw, sizeLaw({ category })),
      place: weightedPlaces[whole(draw, 0, weightedPlaces.length - 1)]!,
      mix,
      dear: 0.88 + 0.26 * draw(),
      ...drawSecurity(stream('security', supplier), category, mix),
    };
  });
}

export const FIRMS: readonly Firm[] = drawFirms();
