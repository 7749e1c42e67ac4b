import { spendWithin } from '../model/price-tiers.ts';
import type { Purpose } from './purpose.ts';

/**
 * Least spend on the one firm that gets most, in euro over the horizon:
 *
 *   max_s ( Σ c[s,w]·x[s,w,t] + F[s]·m[s] + Σ_w g[s,w]·a[s,w] + Σ_κ G[s,κ]·z[s,κ] + Σ_k capex[s,p,k]·e[s,p,k] )
 *
 * The spend is that of plan.json's members. As a maximum of linear expressions it is exact; a largest share would divide by the spend on
 * all, which is not linear.
 */
export const mostSpread: Purpose = {
  name: 'most-spread',
  aim: 'largest-spend',
  unit: 'euro',
  pointless: ({ candidates }) => (candidates.length < 2 ? 'there is one candidate only' : undefined),
  parts: (problem, variables) => {
    const { candidates, obtainable, expansions, pairs: all, horizon } = problem;
    return candidates.map(({ supplier, onboardingCost, pairs }, candidate) => {
      const work = pairs.flatMap((pair) => {
        const qualification = { column: variables.awarded(pair), value: all[pair]!.qualificationCost };
        return [...spendWithin(problem, variables, pair, { from: 1, to: horizon }), qualification];
      });
      const certificates = obtainable.flatMap((row, index) =>
        row.supplier === supplier.supplier ? [{ column: variables.obtained(index), value: row.cost }] : [],
      );
      const capex = expansions.flatMap((own, index) =>
        own.candidate === candidate
          ? own.periods.map((t) => ({ column: variables.expanded(index, t)!, value: own.capex }))
          : [],
      );
      const member = { column: variables.member(candidate), value: onboardingCost };
      return { terms: [...work, member, ...certificates, ...capex], constant: 0 };
    });
  },
  rows: () => [],
  measure: (plan) => Math.max(0, ...plan.members.map(({ spend }) => spend)),
};
