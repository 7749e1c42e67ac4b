import type { PlanningProblem } from '../../problem.ts';

/**
 * Packages (positions) in groups that compete for the same hours: by the processes of their pairs, then in order, with at most so many
 * pairs in a group.
 */
export function packageGroups(
  { packages, pairs, pairsOf }: PlanningProblem,
  most: number,
): readonly (readonly number[])[] {
  const process = (number: number): string => {
    const first = pairsOf.get(packages[number]!.item.item)?.[0];
    return first === undefined ? '' : pairs[first]!.hours.map((step) => step.process).join();
  };
  const order = [...packages.keys()].sort((left, right) => {
    const [one, other] = [process(left), process(right)];
    return one === other ? left - right : one < other ? -1 : 1;
  });
  const all = order.reduce((sum, number) => sum + (pairsOf.get(packages[number]!.item.item)?.length ?? 0), 0);
  // Groups of about the same size; packages that nobody can make are one group.
  const each = Math.max(1, all / Math.ceil(all / most) || 0);
  const groups: number[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const number of order) {
    if (size >= each) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(number);
    size += pairsOf.get(packages[number]!.item.item)?.length ?? 0;
  }
  return groups;
}
