import { z } from '@hono/zod-openapi';
import { registryCsv } from '../../../scenarios/wire/registry/registry-csv.ts';
import type { SupplierFilter } from '../../services/ports.ts';
import { csvContent, csvPage, wantsCsv } from '../csv.ts';
import { BAD_CURSOR, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { NO_REGISTRY, registryId, showSupplier, supplierListed } from './registry-parts.ts';

const CATEGORY_LAW = 'A, B, C or D, several with commas between them';

const filters = {
  category: z
    .string()
    .regex(/^[A-D](,[A-D]){0,3}$/, CATEGORY_LAW)
    .optional()
    .openapi({ description: CATEGORY_LAW, example: 'B,D' }),
  region: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, 'a NUTS code or its start, like NL, NL3 or NL326')
    .optional()
    .openapi({ description: 'NUTS code or its start: NL3 finds NL326', example: 'NL3' }),
  process: z.string().max(200).optional().openapi({ description: 'Has hours of this process', example: 'welding' }),
  certificate: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'Has a row on this certificate, held or not yet', example: 'ISO 9001' }),
};

type Categories = NonNullable<SupplierFilter['category']>;

const list = guarded('registries:read', {
  ...{ method: 'get', path: '/registries/{registry}/suppliers', tags: ['Registries'] },
  summary: 'Suppliers of a registry by identifier',
  description:
    'All that is named must hold. With `Accept: text/csv` as suppliers.csv, its next page in the header Link.',
  request: {
    params: z.strictObject({ registry: registryId }),
    query: z.strictObject({ ...listQuery, ...filters }),
  },
  responses: {
    200: {
      description: 'A page of suppliers',
      content: {
        'application/json': { schema: pageOf(supplierListed) },
        ...csvContent('supplier,name\nS1,Supplier 1\n'),
      },
    },
    ...refusals('bad-request', 'not-found'),
  },
});

/** The suppliers of a registry, to be read. */
export const registrySupplierRoutes = () =>
  newApp().openapi(list, async (context) => {
    const { registry } = context.req.valid('param');
    const { category, region, process, certificate, ...query } = context.req.valid('query');
    const store = context.get('store');
    const filter: SupplierFilter = {
      ...(category !== undefined && { category: category.split(',') as Categories }),
      ...(region !== undefined && { region }),
      ...(process !== undefined && { process }),
      ...(certificate !== undefined && { certificate }),
    };
    if ((await store.registries.get(registry)) === undefined) return refuse(context, 'not-found', NO_REGISTRY);
    const page = await store.suppliers.list(registry, filter, pageWanted(query));
    if (!page.ok) return refuse(context, 'bad-request', BAD_CURSOR);
    if (!wantsCsv(context)) return context.json(shownPage(page.value, showSupplier), 200);
    const entries = page.value.items.map(({ entry }) => entry);
    return csvPage(context, registryCsv(entries).get('suppliers.csv') ?? '', page.value.next);
  });
