import { csv } from '../../wire/csv/write-csv.ts';
import type { Structure } from './structure.ts';

const ITEM_COLUMNS = [
  'item',
  'name',
  'kind',
  'leadTime',
  'unitValue',
  'materialCost',
  'weightKg',
  'critical',
  'certificates',
  'securityLevel',
  'stock',
  'safetyStock',
  'origin',
] as const;

/** An empty cell for what is not stated. */
const stated = (cell: string | undefined): string | undefined => cell || undefined;

/** items.csv: what is made, bought and only grouped; `assembledIn` is the country of a product that nobody is awarded. */
export function itemsCsv(structure: Structure, assembledIn?: string): string {
  const { certificatesOf, isCritical, materialOf, securityOf, unitValueOf, weightOf } = structure;
  const made = structure.makeItems.map((row) => ({
    item: row['item'],
    name: row['name'],
    kind: 'make',
    leadTime: row['lead'],
    unitValue: unitValueOf(row['item']!),
    materialCost: materialOf(row['item']!),
    weightKg: weightOf(row['item']!),
    critical: isCritical(row['item']!) || undefined,
    certificates: stated(certificatesOf(row['item']!).join(';')),
    securityLevel: securityOf(row['item']!),
    stock: stated(row['stock']),
    safetyStock: stated(row['safety']),
    origin: structure.stepsOf(row['item']!).length === 0 ? assembledIn : undefined,
  }));
  const bought = structure.buyItems.map(({ item, name, value, kg, origin }) => ({
    item,
    name,
    kind: 'buy',
    unitValue: value,
    weightKg: kg,
    origin,
  }));
  const grouped = structure.phantoms.map(({ item, name }) => ({ item, name, kind: 'phantom' }));
  return csv(ITEM_COLUMNS, [...made, ...bought, ...grouped]);
}

const BOM_COLUMNS = [
  'parent',
  'item',
  'quantity',
  'scrap',
  'alternateGroup',
  'priority',
  'effectiveFrom',
  'effectiveTo',
] as const;

/** bom.csv */
export const bomCsv = ({ lines }: Structure): string =>
  csv(
    BOM_COLUMNS,
    lines.map((line) => ({
      parent: line['parent'],
      item: line['item'],
      quantity: line['quantity'],
      scrap: line['scrap'] ? Number(line['scrap']) / 100 : undefined,
      alternateGroup: stated(line['group']),
      priority: stated(line['priority']),
      effectiveFrom: stated(line['from']),
      effectiveTo: stated(line['to']),
    })),
  );

/** routing.csv */
export const routingCsv = ({ steps }: Structure): string =>
  csv(
    ['item', 'process', 'hoursPerUnit', 'setupHours', 'lotSize'],
    steps.map((step) => ({
      item: step.item,
      process: step.process,
      hoursPerUnit: step.hours,
      setupHours: step.setup || undefined,
      lotSize: step.setup ? step.lot : undefined,
    })),
  );
