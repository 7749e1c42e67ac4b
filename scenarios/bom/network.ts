import { forEachNodeInTopologicalOrder } from 'graphology-dag';
import { type Calendar, lastDay } from '../domain/calendar.ts';
import type { BomLine, Item } from '../domain/item.ts';
import type { Periods } from '../domain/units.ts';
import type { BomGraph } from './graph.ts';

/**
 * An acyclic bill of materials as flat arrays. Items are numbered so that a parent's number is below its components': going
 * up the numbers is going down the BOM. The inner loop of an explosion visits every line for every period; indexing typed arrays
 * by number there instead of looking names up in maps is what makes 100,000 lines a matter of milliseconds.
 *
 * The lines of item i are firstLine[i] up to firstLine[i + 1].
 */
export interface BomNetwork {
  readonly items: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Low-level code: the longest way down to the item from one without parents. */
  readonly levels: Int32Array;
  readonly leadTimes: Int32Array;
  readonly firstLine: Int32Array;
  readonly components: Int32Array;
  /** Gross quantity: quantity ÷ (1 − scrap). */
  readonly gross: Float64Array;
  /** 1 where some line of the item has dates, so that `linesIn` decides which of them are used. */
  readonly dated: Uint8Array;
  /**
   * The lines used by an item of number `parent` that is due in `period`. Before the start those of period 1: a plan neither
   * makes nor orders for a configuration that ended before it begins.
   */
  linesIn(parent: number, period: number): readonly number[];
}

type Row = Pick<Item, 'item' | 'kind' | 'leadTime'>;

const isDated = (line: BomLine): boolean => line.effectiveFrom !== undefined || line.effectiveTo !== undefined;

/** Of each alternate group the line with the lowest priority (then item id); lines without a group as they are. */
function chosen(lines: readonly BomLine[]): readonly BomLine[] {
  if (lines.every((line) => line.alternateGroup === undefined)) return lines;
  const best = new Map<string, BomLine>();
  for (const line of lines) {
    if (line.alternateGroup === undefined) continue;
    const rival = best.get(line.alternateGroup);
    const wins =
      !rival || line.priority < rival.priority || (line.priority === rival.priority && line.item < rival.item);
    if (wins) best.set(line.alternateGroup, line);
  }
  return lines.filter((line) => line.alternateGroup === undefined || best.get(line.alternateGroup) === line);
}

/** The lines used on a day: those effective on it, without the alternates that lose to another of them. */
const chosenOn = (lines: readonly BomLine[], day: string): readonly BomLine[] =>
  chosen(lines.filter((line) => (line.effectiveFrom ?? day) <= day && day <= (line.effectiveTo ?? day)));

/** Own assembly lead time: none for a phantom, which is never assembled, and none for what is bought as it is. */
const ownLeadTime = (row: Row | undefined): Periods => (row === undefined || row.kind !== 'make' ? 0 : row.leadTime);

/** Lines of bought items are left out: what is bought as it is needs no components from the consortium. */
export function bomNetwork(source: BomGraph, rows: readonly Row[], calendar: Calendar): BomNetwork {
  const rowOf = new Map(rows.map((row) => [row.item, row]));
  const items: string[] = [];
  const levels: number[] = [];
  const used: BomLine[][] = [];
  const linesOf = new Map<string, BomLine[]>();
  forEachNodeInTopologicalOrder(source.graph, (node, _, level) => {
    const lines: BomLine[] = [];
    items.push(source.names[Number(node)]!);
    levels.push(level);
    used.push(lines);
    linesOf.set(node, lines);
  });
  source.graph.forEachEdge((_, edge, parent) => {
    if (rowOf.get(source.names[Number(parent)]!)?.kind !== 'buy') linesOf.get(parent)!.push(...edge.lines);
  });
  const lines = used.map((own) => (own.some(isDated) ? own : chosen(own)));
  const flat = lines.flat();
  const numberOf = new Map(items.map((item, number) => [item, number]));
  const firstLine = new Int32Array(items.length + 1);
  for (const [number, own] of lines.entries()) firstLine[number + 1] = firstLine[number]! + own.length;
  return {
    items,
    numberOf,
    levels: Int32Array.from(levels),
    leadTimes: Int32Array.from(items, (item) => ownLeadTime(rowOf.get(item))),
    firstLine,
    components: Int32Array.from(flat, (line) => numberOf.get(line.item)!),
    gross: Float64Array.from(flat, (line) => line.quantity / (1 - line.scrap)),
    dated: Uint8Array.from(lines, (own) => (own.some(isDated) ? 1 : 0)),
    linesIn: linesByPeriod(lines, firstLine, calendar),
  };
}

/** Remembers the choice for each dated parent and period: it is asked for once per path that leads there. */
function linesByPeriod(
  lines: readonly (readonly BomLine[])[],
  firstLine: Int32Array,
  calendar: Calendar,
): BomNetwork['linesIn'] {
  const known = new Map<number, Map<number, readonly number[]>>();
  return (parent, period) => {
    const at = Math.max(1, period);
    const ofParent = known.get(parent) ?? new Map<number, readonly number[]>();
    known.set(parent, ofParent);
    const before = ofParent.get(at);
    if (before) return before;
    const own = lines[parent]!;
    const numbers = chosenOn(own, lastDay(calendar, at)).map((line) => firstLine[parent]! + own.indexOf(line));
    ofParent.set(at, numbers);
    return numbers;
  };
}
