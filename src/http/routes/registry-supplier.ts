import { z } from '@hono/zod-openapi';
import { registryEntryDocument } from '../../../scenarios/wire/document-schema.ts';
import { editSupplier } from '../../services/edit-supplier.ts';
import { removeSupplier } from '../../services/remove-supplier.ts';
import { jsonBody } from '../bodies.ts';
import { DEMO_ENTRY } from '../demo.ts';
import { inputPart, partOf } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { problemError, refusals, refuse, refuseInput, toldAs } from '../problem.ts';
import { guarded } from '../route.ts';
import { refuseChanged, refuseUnversioned, versioned, versionMeant } from '../versions.ts';
import {
  entryShown,
  etagHeader,
  ifMatch,
  NO_REGISTRY,
  NO_SUPPLIER,
  registryId,
  showSupplier,
  supplierId,
  supplierListed,
} from './registry-parts.ts';

const params = z.strictObject({ registry: registryId, supplier: supplierId });
const path = '/registries/{registry}/suppliers/{supplier}';

const read = guarded('registries:read', {
  ...{ method: 'get', path, summary: 'A supplier with its rows', tags: ['Registries'] },
  request: { params },
  responses: {
    200: {
      description: 'The supplier, in the form in which it is put',
      headers: etagHeader,
      content: { 'application/json': { schema: entryShown, example: DEMO_ENTRY } },
    },
    304: { description: 'The reader has it already' },
    ...refusals('not-found'),
  },
});

const put = z.object({ ...supplierListed.shape, warnings: z.array(problemError) }).openapi('PutSupplier');
const content = { 'application/json': { schema: put } };

const write = guarded('registries:write', {
  ...{ method: 'put', path, summary: 'Changes or adds a supplier', tags: ['Registries'] },
  description:
    'If-Match names the version that is changed, `If-None-Match: *` adds. The whole supplier with its rows is put; rows need not ' +
    'repeat its identifier.',
  request: {
    params,
    headers: ifMatch.extend({
      'if-none-match': z.string().optional().openapi({ description: '`*`: it is added', example: '*' }),
    }),
    body: {
      required: true,
      content: { 'application/json': { schema: partOf('RegistryEntryInput'), example: DEMO_ENTRY } },
    },
  },
  responses: {
    200: { description: 'It is changed', headers: etagHeader, content },
    201: { description: 'It is added', headers: etagHeader, content },
    ...refusals('malformed', 'not-found', 'changed', 'bad-input', 'version-needed'),
  },
});

const remove = guarded('registries:write', {
  ...{ method: 'delete', path, summary: 'Takes a supplier out of a registry', tags: ['Registries'] },
  request: { params, headers: ifMatch },
  responses: { 204: { description: 'It is gone' }, ...refusals('not-found', 'changed', 'version-needed') },
});

/** One supplier of a registry. */
export function registrySupplierRoute() {
  const app = newApp();
  app.openAPIRegistry.registerComponent('schemas', 'RegistryEntryInput', inputPart(registryEntryDocument));
  return app
    .openapi(read, async (context) => {
      const { registry, supplier } = context.req.valid('param');
      const found = await context.get('store').suppliers.get(registry, supplier);
      if (found === undefined) return refuse(context, 'not-found', NO_SUPPLIER);
      return versioned(context, found.version, showSupplier(found).entry);
    })
    .openapi(write, async (context) => {
      const { registry, supplier } = context.req.valid('param');
      const version = versionMeant(context);
      if (version === undefined) return refuseUnversioned(context);
      const json = await jsonBody(context, 'supplier');
      if (!json.ok) return json.refusal;
      const input = { registry, supplier, document: json.value, version };
      const edited = await editSupplier({ ctx: { store: context.get('store') }, input });
      if (!edited.ok && 'problems' in edited) return refuseInput(context, edited.problems);
      if (!edited.ok && edited.reason === 'conflict') return refuseChanged(context);
      if (!edited.ok) return refuse(context, 'not-found', version === null ? NO_REGISTRY : NO_SUPPLIER);
      const { entry, version: now } = edited.value;
      const shown = { ...showSupplier({ version: now ?? 0, entry }), warnings: edited.warnings.map(toldAs) };
      context.header('etag', shown.etag);
      if (version !== null) return context.json(shown, 200);
      context.header('location', `/v1/registries/${registry}/suppliers/${encodeURIComponent(supplier)}`);
      return context.json(shown, 201);
    })
    .openapi(remove, async (context) => {
      const version = versionMeant(context);
      if (version === undefined) return refuseUnversioned(context);
      if (version === null) return refuseChanged(context);
      const input = { ...context.req.valid('param'), version };
      const removed = await removeSupplier({ ctx: { store: context.get('store') }, input });
      if (removed.ok) return context.body(null, 204);
      return removed.reason === 'conflict' ? refuseChanged(context) : refuse(context, 'not-found', NO_SUPPLIER);
    });
}
