import { z } from '@hono/zod-openapi';
import { BAD_CURSOR, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { versioned } from '../versions.ts';
import { etagHeader, NO_REGISTRY, registryId, registryShown, showRegistry } from './registry-parts.ts';

const list = guarded('registries:read', {
  ...{ method: 'get', path: '/registries', summary: 'Registries by name', tags: ['Registries'] },
  request: { query: z.strictObject(listQuery) },
  responses: {
    200: { description: 'A page of registries', content: { 'application/json': { schema: pageOf(registryShown) } } },
    ...refusals('bad-request'),
  },
});

const read = guarded('registries:read', {
  ...{ method: 'get', path: '/registries/{registry}', summary: 'A registry and its version', tags: ['Registries'] },
  request: { params: z.strictObject({ registry: registryId }) },
  responses: {
    200: {
      description: 'The registry',
      headers: etagHeader,
      content: { 'application/json': { schema: registryShown } },
    },
    304: { description: 'The reader has it already' },
    ...refusals('not-found'),
  },
});

/** The registries of an organisation, to be read. */
export const registryRoutes = () =>
  newApp()
    .openapi(list, async (context) => {
      const page = await context.get('store').registries.list(pageWanted(context.req.valid('query')));
      if (!page.ok) return refuse(context, 'bad-request', BAD_CURSOR);
      return context.json(shownPage(page.value, showRegistry), 200);
    })
    .openapi(read, async (context) => {
      const registry = await context.get('store').registries.get(context.req.valid('param').registry);
      if (registry === undefined) return refuse(context, 'not-found', NO_REGISTRY);
      return versioned(context, registry.version, showRegistry(registry));
    });
