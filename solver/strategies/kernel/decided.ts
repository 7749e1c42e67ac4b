import type { PlanningProblem } from '../../problem.ts';

/** What locks have decided. */
export interface Decided {
  /** By pair: 1 awarded, 2 not awarded, 0 open. */
  readonly lockedAward: Uint8Array;
  /** By supplier: 1 where it is a member. */
  readonly lockedMember: Uint8Array;
}

/** The pairs in this order. A member by lock is one with any award; a locked award makes its supplier a member. */
export function decidedByLocks({ scenario, pairs, candidates }: PlanningProblem, original: readonly number[]): Decided {
  const awards = new Uint8Array(pairs.length);
  const members = new Set<string>();
  for (const rule of scenario.rules) {
    if (rule.rule !== 'lock') continue;
    if (rule.award) members.add(rule.supplier);
    if (rule.award && rule.item === undefined) continue;
    pairs.forEach(({ supplier, item }, pair) => {
      if (supplier !== rule.supplier || (rule.item !== undefined && rule.item !== item)) return;
      awards[pair] = rule.award ? 1 : 2;
    });
  }
  return {
    lockedAward: Uint8Array.from(original, (pair) => awards[pair]!),
    lockedMember: Uint8Array.from(candidates, ({ supplier }) => (members.has(supplier.supplier) ? 1 : 0)),
  };
}
