import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { percent } from '../../diagnosis/wording.ts';

/** All that a supplier charges lower by a fraction: quotes, hourly rates and one-off costs. */
export function lowerPrices({ suppliers, capacity, quotes }: Scenario, supplier: string, fraction: number): Change {
  const patch: PatchOperation[] = [];
  const lower = (path: string, price: number | undefined) => {
    if (price === undefined || price === 0) return;
    patch.push({ op: 'replace', path, value: Number((price * (1 - fraction)).toPrecision(12)) });
  };
  suppliers.forEach((row, at) => {
    if (row.supplier !== supplier) return;
    lower(`/suppliers/${at}/hourlyRate`, row.hourlyRate);
    lower(`/suppliers/${at}/onboardingCost`, row.onboardingCost);
  });
  capacity.forEach((row, at) => {
    if (row.supplier === supplier) lower(`/capacity/${at}/hourlyRate`, row.hourlyRate);
  });
  quotes.forEach((row, at) => {
    if (row.supplier !== supplier) return;
    lower(`/quotes/${at}/unitPrice`, row.unitPrice);
    lower(`/quotes/${at}/qualificationCost`, row.qualificationCost);
  });
  return { words: `${supplier} charges ${percent(fraction)} less (prices, rates and one-off costs)`, patch };
}
