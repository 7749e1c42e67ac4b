import Graph from 'graphology';
import type { BomLine } from '../domain/item.ts';
import { grouped } from '../grouped.ts';

/**
 * The lines between one parent and one item. There can be several: alternates, or one line per range of effective dates; a
 * directed graph has one edge between two nodes, so they share it.
 */
interface Lines {
  readonly lines: readonly BomLine[];
}

/** Items as nodes, named by their position in `names`: any text, even `__proto__`, is a safe item number that way. */
export interface BomGraph {
  readonly names: readonly string[];
  readonly graph: Graph<Record<string, never>, Lines>;
}

/** Every named item is a node and every parent–component relation an edge, whether or not its lines are ever effective. */
export function bomGraph(bom: readonly BomLine[], items: readonly { readonly item: string }[]): BomGraph {
  const numbers = new Map<string, number>();
  const number = (name: string): void => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
  };
  for (const { item } of items) number(item);
  for (const { parent, item } of bom) {
    number(parent);
    number(item);
  }
  const graph: BomGraph['graph'] = new Graph({ type: 'directed' });
  for (let node = 0; node < numbers.size; node += 1) graph.addNode(node);
  let key = 0;
  for (const [parent, lines] of grouped(bom, (line) => line.parent)) {
    const from = numbers.get(parent)!;
    for (const [item, between] of grouped(lines, (line) => line.item)) {
      // A key of our own: half the time of having the library make one.
      graph.addEdgeWithKey(key, from, numbers.get(item)!, { lines: between });
      key += 1;
    }
  }
  return { names: [...numbers.keys()], graph };
}
