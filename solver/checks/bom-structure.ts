import { lastDay } from '../../scenarios/domain/calendar.ts';
import type { BomLine, Item } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex, Periods, Units } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';

/** What one unit of a parent takes of a component: quantity ÷ (1 − scrap). */
interface Usage {
  readonly item: string;
  readonly gross: Units;
}

/** The bill of materials as the checks read it, line by line. */
export interface BomStructure {
  /** Every item, parents before components. Items on a cycle are left out. */
  readonly order: readonly string[];
  /**
   * The lines in use when the parent is completed in the period, before the start those of period 1; none for a bought parent.
   */
  readonly usages: (parent: string, period: PeriodIndex) => readonly Usage[];
  /** True when some line of the bill, whatever its dates, has this parent. */
  readonly hasComponents: (parent: string) => boolean;
  /** Longest sum of lead times of the item and those below it on one path that have components; dates are ignored. */
  readonly leadTimeBelow: (item: string) => Periods;
}

/** Reads the bill of materials of a scenario: its order, and which lines are in use when. */
export function bomStructure(scenario: Pick<Scenario, 'bom' | 'items' | 'calendar'>): BomStructure {
  const bought = new Set(scenario.items.filter(({ kind }) => kind === 'buy').map(({ item }) => item));
  const lines = new Map<string, BomLine[]>(scenario.items.map(({ item }) => [item, []]));
  for (const line of scenario.bom) {
    entry(lines, line.item, () => []);
    entry(lines, line.parent, () => []).push(line);
  }
  const known = new Map<string, readonly Usage[]>();
  const usages = (parent: string, period: PeriodIndex): readonly Usage[] => {
    const own = bought.has(parent) ? undefined : lines.get(parent);
    if (!own || own.length === 0) return [];
    const dated = own.some(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom !== undefined || effectiveTo !== undefined,
    );
    const at = Math.max(1, period);
    return entry(known, dated ? `${at} ${parent}` : parent, () => linesInUse(own, lastDay(scenario.calendar, at)));
  };
  const order = parentsFirst(lines);
  const below = leadTimesBelow(scenario.items, lines, order);
  return {
    order,
    usages,
    hasComponents: (parent) => (lines.get(parent)?.length ?? 0) > 0,
    leadTimeBelow: (item) => below.get(item) ?? 0,
  };
}

function leadTimesBelow(
  items: readonly Item[],
  lines: ReadonlyMap<string, readonly BomLine[]>,
  order: readonly string[],
): ReadonlyMap<string, Periods> {
  const leadTimes = new Map(items.map(({ item, leadTime }) => [item, leadTime]));
  const below = new Map<string, Periods>();
  for (const parent of order.toReversed()) {
    const components = (lines.get(parent) ?? []).map(({ item }) => below.get(item) ?? 0);
    if (components.length > 0) below.set(parent, (leadTimes.get(parent) ?? 0) + Math.max(...components));
  }
  return below;
}

/** Lines effective on the day; among alternates of a group the lowest priority, then the first item id. */
function linesInUse(lines: readonly BomLine[], day: string): readonly Usage[] {
  const chosen = new Map<string, BomLine>();
  const used: BomLine[] = [];
  for (const line of lines) {
    const { effectiveFrom, effectiveTo, alternateGroup } = line;
    if ((effectiveFrom !== undefined && day < effectiveFrom) || (effectiveTo !== undefined && day > effectiveTo))
      continue;
    if (alternateGroup === undefined) used.push(line);
    else chosen.set(alternateGroup, preferred(line, chosen.get(alternateGroup)));
  }
  return [...used, ...chosen.values()].map(({ item, quantity, scrap }) => ({ item, gross: quantity / (1 - scrap) }));
}

function preferred(line: BomLine, rival: BomLine | undefined): BomLine {
  if (!rival || line.priority < rival.priority) return line;
  return line.priority === rival.priority && line.item < rival.item ? line : rival;
}

/** Items ordered so that each comes after all its parents (Kahn 1962). */
function parentsFirst(lines: ReadonlyMap<string, readonly BomLine[]>): readonly string[] {
  const parentsLeft = new Map<string, number>();
  for (const own of lines.values()) {
    for (const { item } of own) parentsLeft.set(item, (parentsLeft.get(item) ?? 0) + 1);
  }
  const order = [...lines.keys()].filter((item) => !parentsLeft.has(item));
  for (let at = 0; at < order.length; at++) {
    for (const { item } of lines.get(order[at]!) ?? []) {
      const left = parentsLeft.get(item)! - 1;
      parentsLeft.set(item, left);
      if (left === 0) order.push(item);
    }
  }
  return order;
}
