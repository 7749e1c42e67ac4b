import { BUY_ITEMS, PHANTOMS } from './buy-items.ts';
import { LINES } from './lines.ts';
import { MAKE_ITEMS } from './make-items.ts';
import { OPERATIONS } from './operations.ts';
import { roundTo } from './random.ts';

/** Cranes a quarter today. */
export const BASELINE = 12;

export interface Step {
  readonly item: string;
  readonly process: string;
  readonly hours: number;
  readonly setup: number;
  readonly lot: number;
  /** hours + setup ÷ lot */
  readonly perUnit: number;
}

/** `welding 92 + 12/4` is 92 hours a unit and 12 hours of setup for each lot of 4. */
function step(item: string, text: string): Step {
  const match = /^(.+?) ([\d.]+)(?: \+ (\d+)\/(\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`not an operation: ${item}: ${text}`);
  const [hours, setup, lot] = [Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 1)];
  return { item, process: match[1]!, hours, setup, lot, perUnit: hours + setup / lot };
}

export const STEPS: readonly Step[] = OPERATIONS.flatMap((row) =>
  row['routing']!.split(',').map((text) => step(row['item']!, text)),
);

const operationOf = new Map(OPERATIONS.map((row) => [row['item']!, row]));

/** Certificates that a source of the item needs. */
export const certificatesOf = (item: string): readonly string[] =>
  (operationOf.get(item)?.['certificates'] ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);

export const securityOf = (item: string): string | undefined => operationOf.get(item)?.['security'] || undefined;
export const stepsOf = (item: string): readonly Step[] => STEPS.filter((each) => each.item === item);

/** Lines as they are today: the second choice of an alternate group left out. */
const today = LINES.filter((line) => line['priority'] !== '2');
const gross = (line: Record<string, string>): number =>
  Number(line['quantity']) / (1 - Number(line['scrap'] || 0) / 100);

/** Units of the item in one crane, scrap included, over all paths. */
export function usage(item: string): number {
  if (item === 'CRANE-01') return 1;
  return today
    .filter((line) => line['item'] === item)
    .reduce((sum, line) => sum + gross(line) * usage(line['parent']!), 0);
}

const rolledUp = (
  item: string,
  own: (item: string) => number,
  factor: (line: Record<string, string>) => number,
): number =>
  today
    .filter((line) => line['parent'] === item)
    .reduce((sum, line) => sum + factor(line) * rolledUp(line['item']!, own, factor), own(item));

const ownRow = new Map([...MAKE_ITEMS, ...BUY_ITEMS].map((row) => [row['item']!, row]));

/** Kilograms of one unit, components included. */
export const weightOf = (item: string): number =>
  roundTo(
    rolledUp(
      item,
      (each) => Number(ownRow.get(each)?.['kg'] ?? 0),
      (line) => Number(line['quantity']),
    ),
    0.1,
  );

/** Material, purchases and hours at €75, with a tenth for overhead on what is made. */
export const unitValueOf = (item: string): number => {
  const own = (each: string): number => {
    const row = ownRow.get(each);
    const hours = stepsOf(each).reduce((sum, one) => sum + one.perUnit, 0);
    return row?.['value'] ? Number(row['value']) : 1.1 * (Number(row?.['material'] ?? 0) + hours * 75);
  };
  const value = rolledUp(item, own, gross);
  return roundTo(value, value < 500 ? 1 : value < 10_000 ? 10 : 100);
};

export const MAKE: readonly string[] = MAKE_ITEMS.map((row) => row['item']!);
/** Make items with a routing: what is awarded. */
export const PACKAGES: readonly string[] = MAKE.filter((item) => operationOf.has(item));
export const isCritical = (item: string): boolean => ownRow.get(item)?.['critical'] === '!';
export const materialOf = (item: string): number => Number(ownRow.get(item)?.['material'] ?? 0);
export { BUY_ITEMS, LINES, MAKE_ITEMS, PHANTOMS };
