import type { Firm } from '../../registry/firm.ts';
import { roundTo, type Streams } from '../../registry/random.ts';
import { csv } from '../../wire/csv/write-csv.ts';
import type { Capability } from './capability.ts';
import type { Structure } from './structure.ts';

/** A row of incumbents.csv. */
export interface Incumbency {
  readonly supplier: string;
  readonly item: string;
  readonly quantityPerPeriod: number;
  readonly qualified: true;
}

const RANK = { A: 0, B: 0.4, C: 1.6, D: 2.4 };

/** A quarter of 380 productive hours for two thirds of the people is what a firm has in all. */
const score = (firm: Firm, hours: number): number => RANK[firm.category] + (6 * hours) / (firm.employees * 250);

/** What is made today of a product: units a quarter, by whom it could be. */
export interface Today {
  readonly structure: Structure;
  readonly firms: readonly Firm[];
  readonly isProven: Capability['isProven'];
  /** Products a quarter. */
  readonly baseline: number;
}

/**
 * Who makes today's products: two sources of a critical item and of most others, one of the rest. Firms near
 * Defence come first, and a firm whose people are busy with the programme already comes later.
 */
export function drawIncumbents(streams: Streams, { structure, firms, isProven, baseline }: Today): Incumbency[] {
  const { hoursOf, isCritical, packages, usage } = structure;
  const busy = new Map<string, number>();
  const rows: Incumbency[] = [];
  const heaviest = [...packages].sort((one, other) => hoursOf(other) * usage(other) - hoursOf(one) * usage(one));
  for (const item of heaviest) {
    const draw = streams('incumbent', item);
    const shares = isCritical(item) ? [0.55, 0.45] : draw() < 0.6 ? [0.6, 0.4] : [1];
    const order = firms
      .filter((firm) => isProven(firm, item))
      .map((firm) => ({ firm, score: score(firm, busy.get(firm.supplier) ?? 0) + 0.3 * draw() }))
      .sort((one, other) => one.score - other.score);
    shares.slice(0, order.length).forEach((share, at) => {
      const { supplier } = order[at]!.firm;
      const parts = order.length === 1 ? 1 : share;
      const quantity = roundTo(baseline * usage(item) * parts, 0.001);
      busy.set(supplier, (busy.get(supplier) ?? 0) + quantity * hoursOf(item));
      rows.push({ supplier, item, quantityPerPeriod: quantity, qualified: true });
    });
  }
  return rows;
}

/** incumbents.csv */
export const incumbentsCsv = (rows: readonly Incumbency[]): string =>
  csv(['supplier', 'item', 'quantityPerPeriod', 'qualified'], rows);
