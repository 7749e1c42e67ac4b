import type { Quote } from '../../../scenarios/domain/supplier.ts';
import { USUAL_RATES } from '../../../scenarios/registry/processes.ts';
import { between, type Streams } from '../../../scenarios/registry/random.ts';
import type { Quoted } from './offers.ts';
import type { Shop } from './shops.ts';
import type { Work } from './works.ts';

/** Material in a price, in times of the work. */
const MATERIAL = 0.4;

/** One row per pair that is quoted, by supplier and item: up to a quarter above or below what is usual, qualification € 1,000 to 12,000. */
export function quoteRows(
  streams: Streams,
  drawn: { shops: readonly Shop[]; works: readonly Work[]; quoted: Quoted; hours: readonly (readonly number[])[] },
): readonly Quote[] {
  const { shops, works, quoted, hours } = drawn;
  const usual = works.map(({ processes }, at) =>
    processes.reduce((sum, process, step) => sum + hours[at]![step]! * USUAL_RATES[process]! * (1 + MATERIAL), 0),
  );
  const rows: Quote[] = [];
  shops.forEach(({ firm }, number) => {
    const draw = streams('quotes', firm.supplier);
    const { works: own, waits } = quoted[number]!;
    for (const [position, at] of own.entries()) {
      const unitPrice = Math.max(1, Math.round(100 * usual[at]! * between(draw, 0.75, 1.25))) / 100;
      const qualificationCost = 500 * Math.round(between(draw, 2, 24));
      const qualificationPeriods = waits[position]!;
      rows.push({ supplier: firm.supplier, item: works[at]!.item, unitPrice, qualificationCost, qualificationPeriods });
    }
  });
  return rows;
}
