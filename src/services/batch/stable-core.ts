import type { CaseRow } from './run-batch.ts';

/** How many planned cases have a firm as a member. */
export interface MemberCount {
  readonly supplier: string;
  readonly cases: number;
}

/** Who is in every plan of a batch and who comes and goes. */
export interface StableCore {
  /** Cases with a plan. */
  readonly planned: number;
  /** Members of every plan, sorted. */
  readonly core: readonly string[];
  /** Members of some plans and not of others, those of most plans first. */
  readonly swing: readonly MemberCount[];
}

/** The members that all planned cases have in common, and those that depend on the case. */
export function stableCore(rows: readonly CaseRow[]): StableCore {
  const plans = rows.flatMap(({ result }) =>
    result?.status === 'optimal' || result?.status === 'feasible' ? [result.members] : [],
  );
  const counts = new Map<string, number>();
  for (const supplier of plans.flat()) counts.set(supplier, (counts.get(supplier) ?? 0) + 1);
  const all = [...counts].map(([supplier, cases]) => ({ supplier, cases }));
  const byName = (left: MemberCount, right: MemberCount) => (left.supplier < right.supplier ? -1 : 1);
  return {
    planned: plans.length,
    core: all
      .filter(({ cases }) => cases === plans.length)
      .sort(byName)
      .map(({ supplier }) => supplier),
    swing: all
      .filter(({ cases }) => cases < plans.length)
      .sort((left, right) => right.cases - left.cases || byName(left, right)),
  };
}
