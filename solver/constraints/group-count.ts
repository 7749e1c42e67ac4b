import { rowName, type StatedConstraint, tighter } from './constraint.ts';

/**
 * With a value, over the suppliers of that group in scope:  min ≤ Σ_s m[s] ≤ max.  Without, over the groups v that suppliers in scope are in:
 *
 *   min ≤ Σ_v u[v] ≤ max,  u[v] ≤ Σ_{s in v} m[s] where there is a min,  u[v] ≥ m[s] for s in v where there is a max,  u[v] ∈ {0, 1}
 */
export const groupCount: StatedConstraint<'group-count'> = {
  name: 'group-count',
  effect: 'restricts',
  relax: 'Allow more of them, or ask for fewer.',
  formulate(rule, { problem, variables, builder }) {
    const bounds = {
      ...(rule.min === undefined ? {} : { lower: rule.min }),
      ...(rule.max === undefined ? {} : { upper: rule.max }),
    };
    const at = problem.groupings.findIndex((grouping) => grouping.rule.id === rule.id);
    const { groups } = problem.groupings[at]!;
    const members = (those: readonly number[], value: number) =>
      those.map((candidate) => ({ column: variables.member(candidate), value }));
    if (rule.value !== undefined) {
      builder.row(rowName(rule), members(groups[0]!.members, 1), bounds);
      return;
    }
    const present = groups.map((_, group) => ({ column: variables.present(at, group)!, value: 1 }));
    groups.forEach(({ value, members: own }, group) => {
      const without = present[group]!;
      if (rule.min !== undefined) builder.row(rowName(rule, value), [without, ...members(own, -1)], { upper: 0 });
      if (rule.max === undefined) return;
      for (const candidate of own) {
        const { supplier } = problem.candidates[candidate]!.supplier;
        builder.row(rowName(rule, value, supplier), [without, ...members([candidate], -1)], { lower: 0 });
      }
    });
    builder.row(rowName(rule), present, bounds);
  },
  slack(rule, { problem, awarded }) {
    const { groups } = problem.groupings.find((grouping) => grouping.rule.id === rule.id)!;
    const isMember = (candidate: number) => problem.candidates[candidate]!.pairs.some((pair) => awarded[pair]);
    const count =
      rule.value === undefined
        ? groups.filter(({ members }) => members.some(isMember)).length
        : groups[0]!.members.filter(isMember).length;
    const below = rule.min === undefined ? null : count - rule.min;
    return tighter(below, rule.max === undefined ? null : rule.max - count);
  },
};
