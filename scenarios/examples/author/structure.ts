import { roundTo } from '../../registry/random.ts';

type Row = Readonly<Record<string, string>>;

/** One process of an item: `hours` a unit and `setup` hours for each lot. */
export interface Step {
  readonly item: string;
  readonly process: string;
  readonly hours: number;
  readonly setup: number;
  readonly lot: number;
  /** hours + setup ÷ lot */
  readonly perUnit: number;
}

/** The tables that describe a product; see the tables of an example for their columns. */
export interface ProductTables {
  readonly product: string;
  readonly makeItems: readonly Row[];
  readonly buyItems: readonly Row[];
  readonly phantoms: readonly Row[];
  readonly lines: readonly Row[];
  readonly operations: readonly Row[];
}

/** What follows from the tables of a product. */
export interface Structure extends ProductTables {
  readonly steps: readonly Step[];
  readonly stepsOf: (item: string) => readonly Step[];
  /** Hours that one unit of the item takes, components left out. */
  readonly hoursOf: (item: string) => number;
  /** Certificates that a source of the item needs. */
  readonly certificatesOf: (item: string) => readonly string[];
  readonly securityOf: (item: string) => string | undefined;
  /** Units of the item in one product, scrap included, over all paths, as the product is today. */
  readonly usage: (item: string) => number;
  /** Kilograms of one unit, components included. */
  readonly weightOf: (item: string) => number;
  /** Euro a unit: material, purchases and hours at €75, with a tenth for overhead on what is made. */
  readonly unitValueOf: (item: string) => number;
  /** Make items with a routing: what is awarded. */
  readonly packages: readonly string[];
  readonly isCritical: (item: string) => boolean;
  readonly materialOf: (item: string) => number;
}

/** `welding 92 + 12/4` is 92 hours a unit and 12 hours of setup for each lot of 4. */
function readStep(item: string, text: string): Step {
  const match = /^(.+?) ([\d.]+)(?: \+ (\d+)\/(\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`not an operation: ${item}: ${text}`);
  const [hours, setup, lot] = [Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 1)];
  return { item, process: match[1]!, hours, setup, lot, perUnit: hours + setup / lot };
}

const gross = (line: Row): number => Number(line['quantity']) / (1 - Number(line['scrap'] || 0) / 100);

/** The lines as they are today (the second choice of an alternate group left out), by the column named. */
function linesBy(lines: readonly Row[], column: 'parent' | 'item'): (item: string) => readonly Row[] {
  const today = lines.filter((line) => line['priority'] !== '2');
  const grouped = new Map<string, Row[]>();
  for (const line of today) grouped.set(line[column]!, [...(grouped.get(line[column]!) ?? []), line]);
  return (item) => grouped.get(item) ?? [];
}

function usageIn({ lines, product }: ProductTables): (item: string) => number {
  const parentsOf = linesBy(lines, 'item');
  const usage = (item: string): number =>
    item === product ? 1 : parentsOf(item).reduce((sum, line) => sum + gross(line) * usage(line['parent']!), 0);
  return usage;
}

function rollUp(lines: readonly Row[], own: (item: string) => number, factor: (line: Row) => number) {
  const componentsOf = linesBy(lines, 'parent');
  const rolled = (item: string): number =>
    componentsOf(item).reduce((sum, line) => sum + factor(line) * rolled(line['item']!), own(item));
  return rolled;
}

/** Reads the tables of a product. Throws on a routing that is not `process hours` or `process hours + setup/lot`. */
export function structureOf(tables: ProductTables): Structure {
  const operationOf = new Map(tables.operations.map((row) => [row['item']!, row]));
  const ownRow = new Map([...tables.makeItems, ...tables.buyItems].map((row) => [row['item']!, row]));
  const steps = tables.operations.flatMap((row) =>
    row['routing']!.split(',').map((text) => readStep(row['item']!, text)),
  );
  const stepsOf = (item: string) => steps.filter((each) => each.item === item);
  const hoursOf = (item: string) => stepsOf(item).reduce((sum, step) => sum + step.perUnit, 0);
  const materialOf = (item: string) => Number(ownRow.get(item)?.['material'] ?? 0);
  const ownValue = (item: string): number =>
    Number(ownRow.get(item)?.['value'] ?? 0) || 1.1 * (materialOf(item) + hoursOf(item) * 75);
  const ownWeight = (item: string): number => Number(ownRow.get(item)?.['kg'] ?? 0);
  const value = rollUp(tables.lines, ownValue, gross);
  const weight = rollUp(tables.lines, ownWeight, (line) => Number(line['quantity']));
  const rounded = (euro: number): number => roundTo(euro, euro < 500 ? 1 : euro < 10_000 ? 10 : 100);
  const names = (item: string) => (operationOf.get(item)?.['certificates'] ?? '').split(';').map((name) => name.trim());
  return {
    ...tables,
    steps,
    stepsOf,
    hoursOf,
    certificatesOf: (item) => names(item).filter(Boolean),
    securityOf: (item) => operationOf.get(item)?.['security'] || undefined,
    usage: usageIn(tables),
    weightOf: (item) => roundTo(weight(item), 0.1),
    unitValueOf: (item) => rounded(value(item)),
    packages: tables.makeItems.map((row) => row['item']!).filter((item) => operationOf.has(item)),
    isCritical: (item) => ownRow.get(item)?.['critical'] === '!',
    materialOf,
  };
}
