import { isProven } from './capability.ts';
import { roundTo, stream } from './random.ts';
import { BASELINE, isCritical, PACKAGES, stepsOf, usage } from './structure.ts';
import { FIRMS, type Firm } from './suppliers.ts';
import { csv } from './table.ts';

export interface Incumbency {
  readonly supplier: string;
  readonly item: string;
  readonly quantityPerPeriod: number;
  readonly qualified: true;
}

const RANK = { A: 0, B: 0.4, C: 1.6, D: 2.4 };

/** Hours that one unit of the item takes. */
export const hoursOf = (item: string): number => stepsOf(item).reduce((sum, step) => sum + step.perUnit, 0);

/**
 * Who makes today's cranes: two sources of a critical item and of most others, one of the rest. Firms near
 * Defence come first, and a firm whose people are busy with the programme already comes later.
 */
function drawIncumbents(): Incumbency[] {
  const busy = new Map<string, number>();
  const rows: Incumbency[] = [];
  const heaviest = [...PACKAGES].sort((one, other) => hoursOf(other) * usage(other) - hoursOf(one) * usage(one));
  for (const item of heaviest) {
    const draw = stream('incumbent', item);
    const shares = isCritical(item) ? [0.55, 0.45] : draw() < 0.6 ? [0.6, 0.4] : [1];
    const order = FIRMS.filter((firm) => isProven(firm, item))
      .map((firm) => ({ firm, score: score(firm, busy.get(firm.supplier) ?? 0) + 0.3 * draw() }))
      .sort((one, other) => one.score - other.score);
    shares.slice(0, order.length).forEach((share, at) => {
      const { supplier } = order[at]!.firm;
      const parts = order.length === 1 ? 1 : share;
      const quantity = roundTo(BASELINE * usage(item) * parts, 0.001);
      busy.set(supplier, (busy.get(supplier) ?? 0) + quantity * hoursOf(item));
      rows.push({ supplier, item, quantityPerPeriod: quantity, qualified: true });
    });
  }
  return rows;
}

/** A quarter of 380 productive hours for two thirds of the people is what a firm has in all. */
const score = (firm: Firm, hours: number): number => RANK[firm.category] + (6 * hours) / (firm.employees * 250);

export const INCUMBENTS: readonly Incumbency[] = drawIncumbents();

export const incumbentsCsv = (): string => csv(['supplier', 'item', 'quantityPerPeriod', 'qualified'], INCUMBENTS);
