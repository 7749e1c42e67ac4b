import type { Euro, PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { EligiblePair } from '../../scenarios/eligibility.ts';

/**
 * Euro for so many units of a pair, those before them counted: walks up the rows of its quote, each unit at the price of the row it lies
 * in. 0 for a pair that is not eligible, of which other checks tell.
 */
export function priceOf(pair: EligiblePair | undefined, before: Units, units: Units): Euro {
  if (!pair) return 0;
  let euro = 0;
  let at = before;
  let left = units;
  let price = pair.unitCost;
  for (const next of pair.breaks) {
    const here = Math.max(0, Math.min(left, next.from - at));
    euro += price * here;
    at += here;
    left -= here;
    price = next.unitCost;
  }
  return euro + price * left;
}

/** Euro that a pair earns in each period t = 1..T with these units by period, earlier ones first at its prices. */
export function earnings(pair: EligiblePair | undefined, units: Float64Array): (t: PeriodIndex) => Euro {
  if (!pair || pair.breaks.length === 0) return (t) => (pair?.unitCost ?? 0) * units[t]!;
  let before = 0;
  const euro = units.map((made, t) => {
    if (t === 0) return 0;
    const earned = priceOf(pair, before, made);
    before += made;
    return earned;
  });
  return (t) => euro[t]!;
}
