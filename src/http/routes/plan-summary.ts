import { z } from '@hono/zod-openapi';
import { csv } from '../../../scenarios/wire/csv/write-csv.ts';
import type { PlanSummary } from '../../services/ports.ts';
import { instant, instantSchema } from '../lists.ts';

/** Names a plan in a path. */
export const digest = z.string().openapi({ description: 'The plan’s own digest', example: 'ab'.repeat(32) });

/** What lists show of a plan. */
export const planShown = z
  .object({
    digest,
    scenario: z.string().openapi({ description: 'Hash of the scenario that it is of' }),
    name: z.string(),
    status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
    shortfall: z.number().nullable().openapi({ description: 'Units; null where there is no plan' }),
    cost: z.number().nullable().openapi({ description: 'Euro; null where there is no plan' }),
    members: z.number().int(),
    multiple: z.number().nullable().openapi({ description: 'Of the baseline, in the last period' }),
    gap: z.number().nullable().openapi({ description: 'The largest of the aims' }),
    createdAt: instantSchema,
  })
  .openapi('PlanSummary');

/** A plan of the store as lists show it. */
export const showPlan = ({ createdAt, ...plan }: PlanSummary) => ({
  ...plan,
  createdAt: instant(createdAt),
});

const COLUMNS = [
  ...(['digest', 'scenario', 'name', 'status', 'shortfall', 'cost'] as const),
  ...(['members', 'multiple', 'gap', 'createdAt'] as const),
];

/** Plans as a table. */
export const planRows = (plans: readonly PlanSummary[]): string => csv(COLUMNS, plans.map(showPlan));
