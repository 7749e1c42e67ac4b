import { z } from '@hono/zod-openapi';
import { planSchema } from '../../../scenarios/wire/plan-schema.ts';
import { csvContent, csvPage, wantsCsv } from '../csv.ts';
import { answerOf } from '../json-schema.ts';
import { BAD_CURSOR, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { unchanging } from '../unchanging.ts';
import { digest, planRows, planShown, showPlan } from './plan-summary.ts';

const list = guarded('plans:read', {
  ...{ method: 'get', path: '/plans', summary: 'Plans, newest first', tags: ['Plans'] },
  description: 'With `Accept: text/csv` as a table, its next page in the header Link.',
  request: {
    query: z.strictObject({
      ...listQuery,
      scenario: z.string().max(200).optional().openapi({ description: 'Hash of a scenario: its plans alone' }),
    }),
  },
  responses: {
    200: {
      description: 'A page of plans',
      content: { 'application/json': { schema: pageOf(planShown) }, ...csvContent(planRows([])) },
    },
    ...refusals('bad-request'),
  },
});

const read = guarded('plans:read', {
  ...{ method: 'get', path: '/plans/{digest}', summary: 'A plan: plan.json, byte for byte', tags: ['Plans'] },
  request: { params: z.strictObject({ digest }) },
  responses: {
    200: answerOf('plan.json', planSchema, 'Plan'),
    304: { description: 'The reader has it already' },
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
      if (wantsCsv(context)) return csvPage(context, planRows(page.value.items), page.value.next);
      return context.json(shownPage(page.value, showPlan), 200);
    })
    .openapi(read, async (context) => {
      const { digest } = context.req.valid('param');
      const text = await context.get('store').plans.text(digest);
      if (text === undefined) return refuse(context, 'not-found', 'there is no such plan');
      return unchanging<z.infer<typeof planSchema>>(context, digest, text);
    });
