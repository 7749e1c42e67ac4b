import { z } from '@hono/zod-openapi';
import { REGISTRY_TABLES } from '../../../scenarios/domain/registry.ts';
import { registryTables } from '../../services/registry-tables.ts';
import { CSV_TYPE, csvContent } from '../csv.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { names } from '../unchanging.ts';
import { versionTag } from '../versions.ts';
import { etagHeader, NO_REGISTRY, registryId } from './registry-parts.ts';

const FILES = REGISTRY_TABLES.map((table) => `${table}.csv`);

const read = guarded('registries:read', {
  ...{ method: 'get', path: '/registries/{registry}/tables/{file}', tags: ['Registries'] },
  summary: 'A table of a registry, as an import takes it back',
  description: 'Every column of the format has its header, so that a table is a template too.',
  request: {
    params: z.strictObject({
      registry: registryId,
      file: z.string().openapi({ enum: FILES, description: 'The table', example: 'suppliers.csv' }),
    }),
  },
  responses: {
    200: {
      description: 'The table',
      headers: etagHeader,
      content: csvContent('supplier,process,hoursPerPeriod,period,hourlyRate\nS1,welding,80,,\n'),
    },
    304: { description: 'The reader has it already' },
    ...refusals('not-found'),
  },
});

/** The tables of registries. */
export const registryTableRoutes = () =>
  newApp().openapi(read, async (context) => {
    const { registry, file } = context.req.valid('param');
    if (!FILES.includes(file)) return refuse(context, 'not-found', `a registry has the tables ${FILES.join(', ')}`);
    const tables = await registryTables({ ctx: { store: context.get('store') }, input: { registry } });
    const text = tables?.files.get(file);
    if (tables === undefined || text === undefined) return refuse(context, 'not-found', NO_REGISTRY);
    const etag = versionTag(tables.version);
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (names(context.req.header('if-none-match'), etag)) return context.body(null, 304, headers);
    return context.body(text, 200, { ...headers, 'content-type': CSV_TYPE });
  });
