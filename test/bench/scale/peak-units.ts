import type { Work } from './works.ts';

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
