import { FAMILIES, PROCESSES } from './families.ts';
import { PLACES } from './places.ts';
import { between, normal, roundTo, type Stream, shuffled, stream, whole } from './random.ts';

export type Category = 'A' | 'B' | 'C' | 'D';

/** A firm as it is drawn: what it is and which processes it has, before certificates and capacity. */
export interface Firm {
  readonly supplier: string;
  readonly group: string | undefined;
  readonly category: Category;
  readonly family: string;
  readonly employees: number;
  readonly place: Record<string, string>;
  /** Process → share of the shop floor. */
  readonly mix: ReadonlyMap<string, number>;
  /** Its prices relative to what is usual. */
  readonly dear: number;
  readonly securityLevel: string | undefined;
  readonly securityPeriods: number | undefined;
}

/** Of 300: 13 deliver to Defence, 20 to those, the rest resembles either (shares of the Metaalunie study). */
function deck(): { family: string; category: Category }[] {
  const cards = FAMILIES.flatMap((row) => {
    const [count, ofA, ofB] = [Number(row['count']), Number(row['A']), Number(row['B'])];
    return Array.from({ length: count }, (_, at): { family: string; category: Category } => {
      const open = (at - ofA - ofB) % 2 === 0 ? 'C' : 'D';
      return { family: row['family']!, category: at < ofA ? 'A' : at < ofA + ofB ? 'B' : open };
    });
  });
  return shuffled(stream('deck'), cards);
}

const weightedPlaces = PLACES.flatMap((row) => Array.from({ length: Number(row['weight']) }, () => row));

function drawMix(draw: Stream, family: string, category: Category): Map<string, number> {
  const text = FAMILIES.find((row) => row['family'] === family)!['processes']!;
  const mix = new Map<string, number>();
  for (const part of text.split(',')) {
    const [, process, share] = /^(.+) ([\d.]+)$/.exec(part.trim())!;
    const often = Number(share);
    const chance = category === 'A' || category === 'B' ? 1 - (1 - often) ** 2 : often;
    const floor = often === 1 ? between(draw, 1.6, 3) : between(draw, 0.4, 1.3);
    if (draw() < chance) mix.set(process!, floor);
  }
  if (mix.size === 0) mix.set('milling', 1);
  const sum = [...mix.values()].reduce((total, each) => total + each, 0);
  return new Map([...mix].map(([process, floor]) => [process, floor / sum]));
}

function drawSecurity(draw: Stream, category: Category, mix: ReadonlyMap<string, number>) {
  const [level, chance, periods] = [draw(), draw(), whole(draw, 2, 4)];
  const none = { securityLevel: undefined, securityPeriods: undefined };
  if (category === 'A') return { securityLevel: level < 0.25 ? 'TBB3' : 'TBB4', securityPeriods: undefined };
  if (!mix.has('electronics assembly')) return none;
  return category === 'B' || chance < 0.6 ? { securityLevel: undefined, securityPeriods: periods } : none;
}

/** Log-normal, median 42 (100 in the categories A and B), 8 to 450. */
function drawEmployees(draw: Stream, category: Category): number {
  const median = category === 'A' || category === 'B' ? 100 : 42;
  return Math.round(Math.min(450, Math.max(8, median * Math.exp(0.75 * normal(draw)))));
}

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
    const mix = drawMix(stream('mix', supplier), family, category);
    return {
      supplier,
      group: groupOf(family, nth),
      category,
      family,
      employees: drawEmployees(draw, category),
      place: weightedPlaces[whole(draw, 0, weightedPlaces.length - 1)]!,
      mix,
      dear: 0.88 + 0.26 * draw(),
      ...drawSecurity(stream('security', supplier), category, mix),
    };
  });
}

export const FIRMS: readonly Firm[] = drawFirms();

/** The process with the largest share of the shop floor. */
export const mainProcess = (firm: Firm): string =>
  [...firm.mix].reduce((best, each) => (each[1] > best[1] ? each : best))[0];

const usualRate = new Map(PROCESSES.map((row) => [row['process']!, Number(row['rate'])]));

/** Euro an hour of a process at a firm, in halves. */
export const rateOf = (firm: Firm, process: string): number =>
  Math.min(110, Math.max(55, roundTo(usualRate.get(process)! * firm.dear, 0.5)));
