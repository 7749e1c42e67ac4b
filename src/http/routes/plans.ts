import { z } from '@hono/zod-openapi';
import { planSchema } from '../../../scenarios/wire/plan-schema.ts';
import type { PlanSummary } from '../../services/ports.ts';
import { named } from '../json-schema.ts';
import { BAD_CURSOR, instant, instantSchema, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { unchanging } from '../unchanging.ts';

const digest = z.string().openapi({ description: 'The plan’s own digest', example: 'ab'.repeat(32) });

const planShown = z
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

const show = ({ organisation: _, createdAt, ...plan }: PlanSummary) => ({ ...plan, createdAt: instant(createdAt) });

const list = guarded('plans:read', {
  ...{ method: 'get', path: '/plans', summary: 'Plans, newest first', tags: ['Plans'] },
  request: { query: z.strictObject({ ...listQuery, scenario: z.string().optional() }) },
  responses: {
    200: { description: 'A page of plans', content: { 'application/json': { schema: pageOf(planShown) } } },
    ...refusals('bad-request'),
  },
});

const read = guarded('plans:read', {
  ...{ method: 'get', path: '/plans/{digest}', summary: 'A plan: plan.json, byte for byte', tags: ['Plans'] },
  request: { params: z.strictObject({ digest }) },
  responses: {
    200: { description: 'plan.json', content: { 'application/json': { schema: named(planSchema, 'Plan', 'output') } } },
    ...refusals('not-found'),
  },
});

/** The plans of an organisation. */
export const planRoutes = () =>
  newApp()
    .openapi(list, async (context) => {
      const { scenario, ...query } = context.req.valid('query');
      const page = await context.get('store').plans.list(scenario === undefined ? {} : { scenario }, pageWanted(query));
      if (!page.ok) return refuse(context, 'bad-request', BAD_CURSOR);
      return context.json(shownPage(page.value, show), 200);
    })
    .openapi(read, async (context) => {
      const { digest } = context.req.valid('param');
      const text = await context.get('store').plans.text(digest);
      if (text === undefined) return refuse(context, 'not-found', 'there is no such plan');
      return unchanging<z.infer<typeof planSchema>>(context, digest, text);
    });
