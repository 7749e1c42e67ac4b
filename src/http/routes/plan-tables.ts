import { z } from '@hono/zod-openapi';
import { keptPlan } from '../../services/kept-plan.ts';
import { PLAN_TABLES, planTable } from '../../services/plan-tables.ts';
import { CSV_TYPE, csvContent } from '../csv.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { unchanging } from '../unchanging.ts';
import { digest } from './plan-summary.ts';

const FILES = PLAN_TABLES.map((table) => `${table}.csv`);

const read = guarded('plans:read', {
  ...{ method: 'get', path: '/plans/{digest}/tables/{file}', tags: ['Plans'] },
  summary: 'A table of a plan, as the command line writes it',
  description:
    'Comma-separated values in UTF-8 with one header line, also where the table has no rows. They never change.',
  request: {
    params: z.strictObject({
      digest,
      file: z.string().openapi({ enum: FILES, description: 'The table', example: 'awards.csv' }),
    }),
  },
  responses: {
    200: {
      description: 'The table',
      content: csvContent(
        'supplier,item,role,share,firstPeriod,qualificationCost\nS1,FRAME,incumbent,0.371,2026-Q1,0\n',
      ),
    },
    304: { description: 'The reader has it already' },
    ...refusals('not-found'),
  },
});

/** The tables of plans. */
export const planTableRoutes = () =>
  newApp().openapi(read, async (context) => {
    const { digest, file } = context.req.valid('param');
    const table = PLAN_TABLES.find((name) => file === `${name}.csv`);
    if (table === undefined) return refuse(context, 'not-found', `a plan has the tables ${FILES.join(', ')}`);
    const kept = await keptPlan({ ctx: { store: context.get('store') }, input: { digest } });
    if (kept === undefined) return refuse(context, 'not-found', 'there is no such plan');
    return unchanging(context, `${digest}-${table}`, planTable({ input: { ...kept, table } }), CSV_TYPE);
  });
