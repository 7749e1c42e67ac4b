import { type AimName, type Plan, totalCost } from '../../../scenarios/domain/plan.ts';
import { type CaseMetrics, METRICS } from '../../../scenarios/domain/sweep.ts';

/** Figures of no plan. */
export const NO_METRICS = Object.fromEntries(METRICS.map((name) => [name, null])) as CaseMetrics;

/** The figures of a plan that a table of cases tells; of an answer without a plan: none. */
export function caseMetrics(plan: Plan): CaseMetrics {
  if (plan.status !== 'optimal' && plan.status !== 'feasible') return NO_METRICS;
  const aim = (name: AimName) => plan.aims.find((row) => row.aim === name);
  const { hiring, ...rest } = plan.cost;
  return {
    cost: totalCost(plan),
    costBound: aim('cost')?.bound ?? null,
    gap: aim('cost')?.gap ?? null,
    shortfall: aim('shortfall')?.value ?? null,
    shortfallBound: aim('shortfall')?.bound ?? null,
    unprotected: aim('unprotected')?.value ?? null,
    unprotectedBound: aim('unprotected')?.bound ?? null,
    multiple: plan.rampUp.at(-1)?.multiple ?? null,
    members: plan.members.length,
    awards: plan.awards.length,
    newMembers: plan.members.filter(({ roles }) => !roles.includes('incumbent')).length,
    ...rest,
    hiring,
  };
}
