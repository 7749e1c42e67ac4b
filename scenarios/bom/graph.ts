import Graph from 'graphology';
import type { BomLine } from '../domain/item.ts';

/**
 * The lines between one parent and one item. There can be several: alternates, or one line per range of effective dates; a
 * directed graph has one edge between two nodes, so they share it.
 */
interface Lines {
  readonly lines: BomLine[];
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
  const between = new Map<number, BomLine[]>();
  for (const line of bom) {
    const parent = numbers.get(line.parent)!;
    const item = numbers.get(line.item)!;
    // One number for the two: half the time of the keys that the library would make, and no second search in the graph.
    const key = parent * numbers.size + item;
    const known = between.get(key);
    if (known) known.push(line);
    else {
      const lines = [line];
      between.set(key, lines);
      graph.addEdgeWithKey(key, parent, item, { lines });
    }
  }
  return { names: [...numbers.keys()], graph };
}
