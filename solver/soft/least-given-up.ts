import { type Answer, minimalPart } from '../explain/minimal-part.ts';

/** A rule that may be given up. */
export interface Soft {
  readonly id: string;
  /** From 1, which is kept longest. */
  readonly priority: number;
}

/** Sets of the same rank that are compared, at most. */
const MOST_EQUAL = 8;
/** Sets that are asked about, at most: each takes a plan. */
const MOST_ASKED = 200;

/**
 * The sets of soft rules that have to be given up so that the others can be kept: of priority 1 as few as can be, among these of priority 2
 * as few as can be, and so on. Several where they rank alike, the first by the order of the rules first; none where a limit came before any was found.
 * By the duality of conflicts and corrections (Reiter, Artificial Intelligence 32, 1987): the best set that meets each conflict known so far is
 * asked about; if the rest can be kept no set ranks before it, if not the rest has another conflict.
 */
export async function leastGivenUp(
  soft: readonly Soft[],
  canKeep: (kept: readonly string[]) => Promise<Answer>,
): Promise<readonly (readonly string[])[]> {
  const ids = soft.map(({ id }) => id);
  const conflicts: (readonly string[])[] = [];
  const found: (readonly string[])[] = [];
  const passed = new Set<string>();
  const conflicting = async (kept: readonly string[]): Promise<Answer> => {
    const answer = await canKeep(kept);
    return answer === undefined ? undefined : !answer;
  };
  for (let asked = 0; asked < MOST_ASKED && found.length < MOST_EQUAL; asked++) {
    const open = hittingSets(conflicts, ids).filter((set) => !passed.has(set.join('\n')));
    const [next] = open.sort((left, right) => compareRanks(rankOf(left, soft), rankOf(right, soft)));
    if (next === undefined) break;
    if (found[0] && compareRanks(rankOf(next, soft), rankOf(found[0], soft)) > 0) break;
    passed.add(next.join('\n'));
    const kept = ids.filter((id) => !next.includes(id));
    const answer = await canKeep(kept);
    if (answer) found.push(next);
    if (answer === false) conflicts.push((await minimalPart(kept, conflicting)).part);
    // A conflict of no soft rule: all of them given up do not help either.
    if (conflicts.at(-1)?.length === 0) return [];
  }
  return found;
}

/** How many rules of each priority are given up, from priority 1 on. */
function rankOf(set: readonly string[], soft: readonly Soft[]): readonly number[] {
  const levels = [...new Set(soft.map(({ priority }) => priority))].sort((left, right) => left - right);
  return levels.map((level) => soft.filter(({ id, priority }) => priority === level && set.includes(id)).length);
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((count, level) => count !== right[level]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}

/** Every smallest set that meets each conflict, in the order of the rules; the empty one where there is no conflict. */
function hittingSets(conflicts: readonly (readonly string[])[], ids: readonly string[]): (readonly string[])[] {
  let sets: (readonly string[])[] = [[]];
  for (const conflict of conflicts) {
    const grown = sets.flatMap((set) =>
      set.some((id) => conflict.includes(id)) ? [set] : conflict.map((id) => [...set, id]),
    );
    const ordered = grown.map((set) => ids.filter((id) => set.includes(id)));
    const different = [...new Map(ordered.map((set) => [set.join('\n'), set])).values()];
    sets = different.filter(
      (set) => !different.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
    );
  }
  return sets;
}
