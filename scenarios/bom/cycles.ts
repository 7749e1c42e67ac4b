import type { BomGraph } from './graph.ts';

/**
 * The knots of a bill of materials that contains itself: for every strongly connected set of items one shortest cycle
 * through its first item by name, and every item that is its own component. `['A', 'B']` reads A contains B contains A.
 * Loops, not recursion: a BOM can be deeper than the call stack.
 */
export function cyclesOf({ names, graph }: BomGraph): readonly (readonly string[])[] {
  const components = names.map((_, node) => graph.outNeighbors(node).map(Number));
  const knots: (readonly number[])[] = [];
  for (const members of stronglyConnected(components)) {
    for (const node of members) if (components[node]!.includes(node)) knots.push([node]);
    if (members.length === 1) continue;
    const first = members.reduce((a, b) => (names[b]! < names[a]! ? b : a));
    knots.push(shortestCycle(first, new Set(members), components));
  }
  const named = knots.map((knot) => knot.map((node) => names[node]!));
  return named.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
}

/**
 * Strongly connected components by Tarjan's algorithm (SIAM Journal on Computing 1:2, 1972) with an explicit stack:
 * `next[node]` is the edge at which a suspended visit goes on.
 */
function stronglyConnected(components: readonly (readonly number[])[]): number[][] {
  const count = components.length;
  const seen = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const next = new Int32Array(count);
  const open = new Uint8Array(count);
  const stack: number[] = [];
  const found: number[][] = [];
  let clock = 0;
  const enter = (node: number, path: number[]): void => {
    seen[node] = clock;
    low[node] = clock;
    clock += 1;
    open[node] = 1;
    stack.push(node);
    path.push(node);
  };
  for (let root = 0; root < count; root += 1) {
    if (seen[root] !== -1) continue;
    const path: number[] = [];
    enter(root, path);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const component = components[node]![next[node]!];
      if (component !== undefined) {
        next[node]! += 1;
        if (seen[component] === -1) enter(component, path);
        else if (open[component]) low[node] = Math.min(low[node]!, seen[component]!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
      if (low[node] === seen[node]) found.push(close(stack, node, open));
    }
  }
  return found;
}

/** Takes the finished component, everything above and with `root`, from the stack. */
function close(stack: number[], root: number, open: Uint8Array): number[] {
  const members = stack.splice(stack.lastIndexOf(root));
  for (const member of members) open[member] = 0;
  return members;
}

/** A shortest way from `start` back to itself within one strongly connected set, breadth first. */
function shortestCycle(
  start: number,
  members: ReadonlySet<number>,
  components: readonly (readonly number[])[],
): number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const component of components[node]!) {
      if (component === start && node !== start) return wayTo(node, from);
      if (component === start || !members.has(component) || from.has(component)) continue;
      from.set(component, node);
      queue.push(component);
    }
  }
  return [start];
}

function wayTo(end: number, from: ReadonlyMap<number, number>): number[] {
  const way: number[] = [];
  for (let node: number | undefined = end; node !== undefined; node = from.get(node)) way.push(node);
  return way.reverse();
}
