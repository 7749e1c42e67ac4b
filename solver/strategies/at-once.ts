import type { Engine } from '../engines/engine.ts';

/**
 * Runs solves that do not wait for each other, as many at once as the engine takes, begun in their order; what they find stands in that
 * order too, whichever ends first. `enough`: true of an answer after which no further one is begun; those stay undefined.
 */
export async function atOnce<Found>(
  { threads = 1 }: Pick<Engine, 'threads'>,
  solves: readonly (() => Promise<Found>)[],
  enough: (found: Found) => boolean = () => false,
): Promise<readonly (Found | undefined)[]> {
  const found: (Found | undefined)[] = solves.map(() => undefined);
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < solves.length) {
      const at = next++;
      const own = await solves[at]!();
      found[at] = own;
      if (enough(own)) next = solves.length;
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, solves.length) }, line));
  return found;
}
