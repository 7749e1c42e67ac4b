import type { ConflictSet } from '../../scenarios/domain/explanation.ts';
import { type Answer, minimalPart } from './minimal-part.ts';

/** The conflict sets that were found, and the sets of rules without which the rest can hold. */
export interface ConflictSets {
  readonly sets: readonly ConflictSet[];
  /** Smallest first; each meets every conflict set. */
  readonly corrections: readonly (readonly string[])[];
  /** True: no other conflict set was left to find, if fewer rules never make less possible. */
  readonly complete: boolean;
}

/**
 * Several smallest sets of rules that cannot hold together, by the duality of conflicts and corrections (Reiter, Artificial Intelligence
 * 32, 1987; MARCO: Liffiton, Previti, Malik & Marques-Silva, Constraints 21, 2016): what is left out is a smallest set that meets each
 * conflict known so far; if the rest can hold, it is a correction; if not, the rest is shrunk to another conflict. At most `most` of each.
 */
export async function conflictSets(
  rules: readonly string[],
  conflicting: (kept: readonly string[]) => Promise<Answer>,
  most: { readonly sets: number; readonly corrections: number },
): Promise<ConflictSets> {
  const sets: ConflictSet[] = [];
  const corrections: (readonly string[])[] = [];
  const passed: (readonly string[])[] = [];
  let complete = false;
  while (sets.length < most.sets && corrections.length < most.corrections) {
    const out = smallestHit(
      sets.map((set) => set.rules),
      [...corrections, ...passed],
    );
    if (out === undefined) {
      complete = passed.length === 0 && sets.every(({ minimal }) => minimal);
      break;
    }
    const kept = rules.filter((rule) => !out.includes(rule));
    const answer = await conflicting(kept);
    if (answer === undefined) passed.push(out);
    else if (!answer) corrections.push(out);
    else {
      const { part, minimal } = await minimalPart(kept, conflicting);
      sets.push({ rules: part, minimal });
      if (part.length === 0) return { sets: [{ rules: [], minimal }], corrections: [], complete: minimal };
    }
    if (sets.length === 0) break;
  }
  return { sets, corrections, complete };
}

/** The smallest set, the first by the order of the entries, that meets every conflict and contains none of the excluded sets. */
function smallestHit(
  conflicts: readonly (readonly string[])[],
  excluded: readonly (readonly string[])[],
): readonly string[] | undefined {
  const isOpen = (out: readonly string[]) => !excluded.some((set) => set.every((rule) => out.includes(rule)));
  for (let size = 0; size <= conflicts.length; size++) {
    const found = hit(conflicts, [], size, isOpen);
    if (found) return found;
  }
  return undefined;
}

function hit(
  conflicts: readonly (readonly string[])[],
  out: readonly string[],
  size: number,
  isOpen: (out: readonly string[]) => boolean,
): readonly string[] | undefined {
  if (!isOpen(out)) return undefined;
  const unmet = conflicts.find((conflict) => !conflict.some((rule) => out.includes(rule)));
  if (unmet === undefined) return out;
  if (out.length === size) return undefined;
  for (const rule of unmet) {
    const found = hit(conflicts, [...out, rule], size, isOpen);
    if (found) return found;
  }
  return undefined;
}
