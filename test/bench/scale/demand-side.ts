import type { Item } from '../../../scenarios/domain/item.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { Work } from './works.ts';

/** What sources of critical packages hold or obtain. */
export const CERTIFICATE = 'ISO 9001';

const NOTHING: readonly string[] = [];
const REQUIRED: readonly string[] = [CERTIFICATE];

const made = (item: string, work?: Work): Item => ({
  item,
  kind: 'make',
  leadTime: work?.leadTime ?? 0,
  materialCost: 0,
  critical: work?.critical ?? false,
  certificates: work?.critical ? REQUIRED : NOTHING,
  stock: 0,
  safetyStock: 0,
});

/** Items, their bill of materials and routing, sorted by key; nobody is awarded a product's own assembly. */
export function demandSide(
  products: readonly string[],
  works: readonly Work[],
  hours: readonly (readonly number[])[],
): Pick<Scenario, 'items' | 'bom' | 'routing' | 'demand'> {
  const lines = works.flatMap(({ item, uses }) =>
    uses.map(({ parent, quantity }) => ({ parent, item, quantity, scrap: 0, priority: 1 })),
  );
  const key = ({ parent, item }: { parent: string; item: string }): string => `${parent} ${item}`;
  return {
    items: [...products.map((product) => made(product)), ...works.map((work) => made(work.item, work))],
    bom: lines.sort((one, other) => (key(one) < key(other) ? -1 : 1)),
    routing: works.flatMap(({ item, processes }, at) =>
      processes.map((process, step) => ({
        ...{ item, process, hoursPerUnit: hours[at]![step]!, setupHours: 0, lotSize: 1 },
      })),
    ),
    demand: [],
  };
}
