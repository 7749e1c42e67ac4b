import { rowName, type StatedConstraint, tighter } from './constraint.ts';
import { supplierInScope } from './scope.ts';

/**
 * Over the suppliers in scope:  min ≤ Σ_s m[s] ≤ max
 */
export const memberCount: StatedConstraint<'member-count'> = {
  name: 'member-count',
  effect: 'restricts',
  relax: 'Allow more members, or ask for fewer.',
  formulate(rule, { problem, variables, builder }) {
    const terms = problem.candidates.flatMap(({ supplier }, candidate) =>
      supplierInScope(rule.scope, supplier) ? [{ column: variables.member(candidate), value: 1 }] : [],
    );
    builder.row(rowName(rule), terms, {
      ...(rule.min === undefined ? {} : { lower: rule.min }),
      ...(rule.max === undefined ? {} : { upper: rule.max }),
    });
  },
  slack(rule, { problem, awarded }) {
    const members = problem.candidates.filter(
      ({ supplier, pairs }) => supplierInScope(rule.scope, supplier) && pairs.some((pair) => awarded[pair]),
    ).length;
    const below = rule.min === undefined ? null : members - rule.min;
    const above = rule.max === undefined ? null : rule.max - members;
    return tighter(below, above);
  },
};
