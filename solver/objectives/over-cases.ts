import type { Objective } from './objective.ts';

/** The aim in expectation: Σ_ω p[ω]·aim[ω] over the cases of a problem, and the aim itself where there are none. */
export const overCases = (aim: Objective): Objective => ({
  name: aim.name,
  formulate(problem, variables) {
    if (!problem.cases) return aim.formulate(problem, variables);
    const parts = problem.cases.map((own, at) => {
      const { terms, constant } = aim.formulate(own.problem, variables.cases![at]!);
      return {
        terms: terms.map(({ column, value }) => ({ column, value: own.weight * value })),
        constant: own.weight * constant,
      };
    });
    return {
      terms: parts.flatMap(({ terms }) => terms),
      constant: parts.reduce((sum, { constant }) => sum + constant, 0),
    };
  },
  tolerance: (problem) =>
    problem.cases?.reduce((sum, own) => sum + own.weight * aim.tolerance(own.problem), 0) ?? aim.tolerance(problem),
});
