import { headsNeeded, headsOf, labourRulesOf } from '../constraints/labour.ts';
import type { PlanningProblem } from '../problem.ts';

/**
 * The fewest people that each candidate has to hire in t = 1..T for what it makes, as late as that can be: hiring is free to a search, so
 * that it may hire whom nobody needs. In no period more than the rules allow the firm; or, where a rule limits a region, than the search
 * hired (`found`), so that the firms of a region need not be weighed against each other again.
 */
export function leastHires(
  problem: PlanningProblem,
  produced: readonly Float64Array[],
  found: (candidate: number, t: number) => number,
): readonly Float64Array[] {
  return problem.candidates.map(({ supplier }, candidate) => {
    const hired = new Float64Array(problem.horizon + 1);
    const rules = labourRulesOf(problem, supplier);
    const regional = rules.some(({ regionHiresPerPeriod }) => regionHiresPerPeriod !== undefined);
    const limit = rules.reduce((least, { hiresPerPeriod = least }) => Math.min(least, hiresPerPeriod), Infinity);
    const offered = (t: number) => (regional ? found(candidate, t) : limit);
    const needs = rules.map((rule) => headsNeeded(rule, { problem, produced }, candidate));
    let total = 0;
    for (let t = 1; t <= problem.horizon; t++) {
      const most = needs.reduce((heads, needed) => Math.max(heads, needed[t]!), 0);
      let missing = most - headsOf(supplier) - total;
      if (rules.length === 0 || missing <= NOBODY) continue;
      total += missing;
      for (let at = t; at >= 1 && missing > 0; at--) {
        const more = Math.min(missing, Math.max(0, offered(at) - hired[at]!));
        hired[at]! += more;
        missing -= more;
      }
      // What rounding leaves over.
      hired[t]! += missing;
    }
    return hired;
  });
}

/** Less than a millionth of a person is noise of an engine. */
const NOBODY = 1e-9;
