import type { Objective } from './objective.ts';

/** Weighted products that outages take beyond what rules allow them to, over the outages that the model speaks of: Σ_{f,τ} Σ_d weight[d]·u[f,τ,d] */
export const unprotected: Objective = {
  name: 'unprotected',
  formulate({ demands }, variables) {
    const terms = variables.recourse.flatMap((own) =>
      demands.flatMap(({ weight }, demand) => {
        const column = own.unprotected(demand);
        return column === undefined ? [] : [{ column, value: weight }];
      }),
    );
    return { terms, constant: 0 };
  },
  tolerance: () => 0,
};
