import type { Risk } from '../../scenarios/domain/risk.ts';
import type { ModelBuilder } from '../model/model-builder.ts';
import type { Expression, Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Objective } from './objective.ts';

/** The risk that a problem is planned by: of one future, or where it has no weight, the mean alone counts. */
export const riskOf = ({ cases, scenario: { risk } }: PlanningProblem): Risk | undefined =>
  cases && risk && risk.weight > 0 ? risk : undefined;

/**
 * The aim over the cases of a problem, and the aim itself where there are none:
 *
 *   (1 − w)·Σ_ω p[ω]·aim[ω] + w·CVaR,   CVaR = min over η of η + 1/(1 − α)·Σ_ω p[ω]·z[ω],   z[ω] ≥ aim[ω] − η, z ≥ 0
 *
 * (Rockafellar & Uryasev, Journal of Risk 2, 2000), with w = 0 where no risk is stated. No aim is below 0, so η ≥ 0 leaves the least as it is.
 */
export const overCases = (aim: Objective): Objective => ({
  name: aim.name,
  formulate(problem, variables) {
    if (!problem.cases) return aim.formulate(problem, variables);
    const risk = riskOf(problem);
    const mean = meanOf(aim, problem, variables, 1 - (risk?.weight ?? 0));
    const tail = risk && variables.tails?.get(aim.name);
    if (!tail) return mean;
    const beyond = problem.cases.map(({ weight }, at) => ({
      column: tail.beyond[at]!,
      value: (risk.weight * weight) / (1 - risk.level),
    }));
    return { ...mean, terms: [...mean.terms, { column: tail.eta, value: risk.weight }, ...beyond] };
  },
  tolerance: (problem) =>
    problem.cases?.reduce((sum, own) => sum + own.weight * aim.tolerance(own.problem), 0) ?? aim.tolerance(problem),
});

/** A part of the expected value of an aim. */
function meanOf(aim: Objective, { cases }: PlanningProblem, variables: Variables, part: number): Expression {
  const parts = cases!.map((own, at) => {
    const { terms, constant } = aim.formulate(own.problem, variables.cases![at]!);
    return {
      terms: terms.map(({ column, value }) => ({ column, value: part * own.weight * value })),
      constant: part * own.weight * constant,
    };
  });
  return {
    terms: parts.flatMap(({ terms }) => terms),
    constant: parts.reduce((sum, { constant }) => sum + constant, 0),
  };
}

/** Makes η and z of each aim and writes z[ω] + η ≥ aim[ω]; nothing where no risk counts. */
export function withTails(
  aims: readonly Objective[],
  problem: PlanningProblem,
  variables: Variables,
  builder: ModelBuilder,
): Variables {
  if (!riskOf(problem)) return variables;
  const tails = aims.map((aim) => {
    const eta = builder.column(`eta|${aim.name}`);
    const beyond = problem.cases!.map((own, at) => {
      const column = builder.column(`beyond|${aim.name}|${own.name}`);
      const { terms, constant } = aim.formulate(own.problem, variables.cases![at]!);
      const worse = terms.map((term) => ({ ...term, value: -term.value }));
      const row = [...worse, { column: eta, value: 1 }, { column, value: 1 }];
      builder.row(`tail|${aim.name}|${own.name}`, row, { lower: constant });
      return column;
    });
    return [aim.name, { eta, beyond }] as const;
  });
  return { ...variables, tails: new Map(tails) };
}
