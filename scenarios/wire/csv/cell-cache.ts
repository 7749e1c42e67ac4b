import type { z } from 'zod';
import { cellText } from './cells.ts';
import type { Column } from './header.ts';

/** What is read of a cell: its value by the law of its column, nothing where it is empty, or a fault. */
export type ReadCell = { readonly value: unknown } | 'empty' | 'fault';

/** So many different cells of a column are remembered; beyond that each is read anew. */
const MOST_CELLS = 50_000;

/**
 * Reads the cells of one column, each text once: a table of a million quotes names a few thousand suppliers and prices. Equal texts
 * give the same value, so that equal names are one text in memory.
 */
export function cellReader(column: Column, parse: (text: string) => unknown): (raw: string) => ReadCell {
  const known = new Map<string, ReadCell>();
  const schema = column.schema as z.ZodType;
  const read = (raw: string): ReadCell => {
    const text = cellText(raw);
    if (text === '') return 'empty';
    const stated = parse(text);
    const parsed = stated === undefined ? undefined : schema.safeParse(stated);
    return parsed?.success ? { value: parsed.data } : 'fault';
  };
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const cell = read(raw);
    if (known.size < MOST_CELLS) known.set(raw, cell);
    return cell;
  };
}
