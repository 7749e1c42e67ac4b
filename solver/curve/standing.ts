import type { Standing } from '../../scenarios/domain/curve.ts';
import { type Assessment, assessOn } from '../outages/assess.ts';
import { groundOf } from '../outages/ground.ts';
import type { Operation } from '../outages/operation.ts';
import { deliveredIn } from '../outages/programs.ts';
import type { Solving } from '../outages/solve-apart.ts';
import type { OutageTerms } from '../outages/terms.ts';

/**
 * How an operation stands against some outages; `known`: its assessment against just these. The worst is Σ weight · u over the weighted units
 * that the plan delivers in the fullest window of each product. Undefined where a limit or a stop ended it.
 */
export async function standingOf(
  operation: Operation,
  terms: OutageTerms,
  solving: Solving,
  known?: Assessment,
): Promise<Standing | undefined> {
  const ground = groundOf(operation, terms);
  const assessed = known ?? (await assessOn(ground, solving));
  if (!assessed) return undefined;
  const { demands } = ground.operation.problem;
  const shares = assessed.unprotected.map(({ outage, weighted }) => {
    const delivered = demands.reduce((sum, { weight }, at) => sum + weight * deliveredIn(ground, outage, at), 0);
    return weighted / delivered;
  });
  return {
    failing: assessed.unprotected.length,
    unprotected: assessed.weighted,
    worst: shares.reduce((most, share) => Math.max(most, share), 0),
  };
}
