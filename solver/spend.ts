import type { Euro, PeriodIndex } from '../scenarios/domain/units.ts';
import { type Priced, priceSteps } from '../scenarios/eligibility/price-breaks.ts';

/** What a pair earns from … to with these units by period (index 0 unused), in euro: earlier units come first at its prices. */
export function earnedWithin(
  pair: Priced,
  produced: Float64Array,
  { from, to }: { readonly from: PeriodIndex; readonly to: PeriodIndex },
): Euro {
  const made = volume(produced, from, to);
  if (pair.breaks.length === 0) return pair.unitCost * made;
  const before = volume(produced, 1, from - 1);
  let left = made;
  let euro = 0;
  for (const step of priceSteps(pair)) {
    const here = Math.min(left, Math.max(0, step.to - Math.max(before, step.from)));
    euro += step.unitCost * here;
    left -= here;
  }
  return euro;
}

function volume(produced: Float64Array, from: number, to: number): number {
  let units = 0;
  for (let t = from; t <= to; t++) units += produced[t]!;
  return units;
}
