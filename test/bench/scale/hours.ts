import { between, roundTo, type Streams } from '../../../scenarios/registry/random.ts';
import type { Quoted } from './offers.ts';
import type { Shop } from './shops.ts';
import type { Work } from './works.ts';

/** Free hours of each process in all at the start, in times of what the highest demand needs. */
const ROOM = 2.3;

/** Units of each package wanted per period when the ramp is through, by item. */
export function peakUnits(works: readonly Work[], peaks: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const units = new Map(peaks);
  const unitsOf = ({ uses }: Work): number =>
    uses.reduce((sum, { parent, quantity }) => sum + quantity * units.get(parent)!, 0);
  // Sub-assemblies first: what is made of products only.
  const isAssembly = (work: Work): boolean => work.uses.every(({ parent }) => peaks.has(parent));
  for (const work of works.filter(isAssembly)) units.set(work.item, unitsOf(work));
  for (const work of works.filter((each) => !isAssembly(each))) units.set(work.item, unitsOf(work));
  return units;
}

/** By package, then process: free hours of those who quote it. */
function freeHoursOf(shops: readonly Shop[], works: readonly Work[], quoted: Quoted): readonly Map<string, number>[] {
  const free = works.map(({ processes }) => new Map(processes.map((process) => [process, 0])));
  shops.forEach(({ offers }, number) => {
    for (const at of quoted[number]!)
      for (const { process, hoursPerPeriod } of offers) {
        const before = free[at]!.get(process);
        if (before !== undefined) free[at]!.set(process, before + hoursPerPeriod);
      }
  });
  return free;
}

/**
 * Hours for one unit of each package, by process in its order. A process's free hours, divided by the room that is wanted, are shared out
 * among its packages in proportion to the free hours of those who quote each, half of that where two processes are needed, with a spread.
 */
export function unitHours(
  streams: Streams,
  { shops, works, quoted }: { shops: readonly Shop[]; works: readonly Work[]; quoted: Quoted },
  units: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  const free = freeHoursOf(shops, works, quoted);
  const weights = works.map(({ item, processes }, at) => {
    const luck = between(streams('hours', item), 0.5, 1.5) / processes.length;
    return processes.map((process) => luck * free[at]!.get(process)!);
  });
  const offered = new Map<string, number>();
  const weighed = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);
  for (const { offers } of shops)
    for (const { process, hoursPerPeriod } of offers) add(offered, process, hoursPerPeriod);
  works.forEach(({ processes }, at) => {
    processes.forEach((process, step) => {
      add(weighed, process, weights[at]![step]!);
    });
  });
  return works.map(({ item, processes }, at) =>
    processes.map((process, step) => {
      const share = weights[at]![step]! / Math.max(weighed.get(process)!, free[at]!.get(process)!);
      return Math.max(0.01, roundTo((share * offered.get(process)!) / ROOM / units.get(item)!, 0.01));
    }),
  );
}
