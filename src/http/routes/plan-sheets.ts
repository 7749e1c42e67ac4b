import { z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import { serialiseSheet, supplierSheetSchema } from '../../../scenarios/wire/supplier-sheet-schema.ts';
import { keptPlan } from '../../services/kept-plan.ts';
import { sheetCsv } from '../../services/sheets/sheet-csv.ts';
import { sheetMarkdown } from '../../services/sheets/sheet-markdown.ts';
import { supplierSheet } from '../../services/sheets/supplier-sheet.ts';
import { CSV_TYPE, csvContent } from '../csv.ts';
import { named } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { unchanging } from '../unchanging.ts';
import { digest } from './plan-summary.ts';

/** The forms of a sheet: the text of each and what it is sent as. */
const FORMS = {
  'application/json': { write: serialiseSheet, type: 'application/json' },
  'text/markdown': { write: sheetMarkdown, type: 'text/markdown; charset=utf-8' },
  'text/csv': { write: sheetCsv, type: CSV_TYPE },
} as const;
type Form = keyof typeof FORMS;

const read = guarded('plans:read', {
  ...{ method: 'get', path: '/plans/{digest}/sheets/{supplier}', tags: ['Plans'] },
  summary: 'The business case of one member of a plan',
  description:
    'Its own volumes, hours, revenue, investment, hires, pre-financing, payback, certificates and qualification work, and nothing of ' +
    'any other firm: as JSON, or with `Accept: text/markdown` or `text/csv` as `gilde sheet` writes it. It never changes.',
  request: {
    params: z.strictObject({
      digest,
      supplier: z.string().openapi({ description: 'Id of a member', example: 'S054' }),
    }),
    query: z.strictObject({
      margin: z.coerce
        .number('a number in (0, 1]')
        .positive('a number in (0, 1]')
        .max(1, 'a number in (0, 1]')
        .optional()
        .openapi({ description: 'Margin on revenue for the payback', example: 0.08 }),
    }),
  },
  responses: {
    200: {
      description: 'The sheet',
      content: {
        'application/json': { schema: named(supplierSheetSchema, 'SupplierSheet', 'output') },
        'text/markdown': { schema: { type: 'string' as const } },
        ...csvContent(
          'period,kind,item,detail,quantity,hours,unitPrice,euro,firstPeriod\n2026-Q1,work,FRAME,,8,80,700,5600,\n',
        ),
      },
    },
    304: { description: 'The reader has it already' },
    ...refusals('bad-request', 'not-found'),
  },
});

/** The supplier sheets of plans. */
export const planSheetRoutes = () =>
  newApp().openapi(read, async (context) => {
    const { digest, supplier } = context.req.valid('param');
    const { margin } = context.req.valid('query');
    context.header('vary', 'Accept', { append: true });
    const supports = Object.keys(FORMS);
    const form = accepts(context, { header: 'Accept', supports, default: 'application/json' }) as Form;
    const kept = await keptPlan({ ctx: { store: context.get('store') }, input: { digest } });
    if (kept === undefined) return refuse(context, 'not-found', 'there is no such plan');
    const sheet = supplierSheet({ input: { ...kept, supplier, ...(margin === undefined ? {} : { margin }) } });
    if (sheet === undefined) return refuse(context, 'not-found', `the plan has no member ${supplier}`);
    const { write, type } = FORMS[form];
    const name = [digest, 'sheet', encodeURIComponent(supplier), margin ?? '', form.replace('/', '-')].join('-');
    return unchanging<z.infer<typeof supplierSheetSchema>>(context, name, write(sheet), type);
  });
