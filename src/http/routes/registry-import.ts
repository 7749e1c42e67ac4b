import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { registryDocument } from '../../../scenarios/wire/document-schema.ts';
import type { importRegistry } from '../../services/import-registry.ts';
import { refuseSource, sourceBody } from '../bodies.ts';
import { DEMO_REGISTRY } from '../demo.ts';
import type { AppEnv } from '../env.ts';
import { inputPart, partOf } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { validateOnly } from '../validate-only.ts';
import { refuseChanged, refuseUnversioned, versionMeant } from '../versions.ts';
import { importedResponses, showImported } from './registry-imported.ts';
import { ifMatch, NO_REGISTRY, registryId } from './registry-parts.ts';

const locale = z
  .enum(['point', 'comma'], 'point (1.5) or comma (1,5)')
  .optional()
  .openapi({ description: 'How the CSV files of a zip write numbers; default: as a scenario.yaml beside them says' });

const tables = {
  required: true,
  content: {
    'application/json': { schema: partOf('RegistryInput'), example: DEMO_REGISTRY },
    'application/zip': { schema: { type: 'string' as const, format: 'binary' } },
  },
};

const create = guarded(
  'registries:write',
  {
    ...{ method: 'post', path: '/registries', summary: 'Makes a registry', tags: ['Registries'] },
    description:
      'From the four tables as a JSON document, or as a zip of suppliers.csv and, where there are any, the others.',
    request: {
      query: z.strictObject({
        name: z.string().openapi({ description: 'Of the registry; no two have the same', example: 'Noord-Holland' }),
        ...{ locale, validateOnly },
      }),
      body: tables,
    },
    responses: {
      200: importedResponses.validated,
      201: importedResponses.made,
      ...refusals('malformed', 'bad-input', 'name-taken'),
    },
  },
  'largeBody',
);

const replace = guarded(
  'registries:write',
  {
    ...{ method: 'put', path: '/registries/{registry}/suppliers', tags: ['Registries'] },
    summary: 'Replaces all suppliers of a registry',
    description: 'All of them or none; If-Match names the version of the registry that is replaced.',
    request: {
      params: z.strictObject({ registry: registryId }),
      query: z.strictObject({ locale, validateOnly }),
      headers: ifMatch,
      body: tables,
    },
    responses: {
      200: importedResponses.replaced,
      ...refusals('malformed', 'bad-input', 'not-found', 'changed', 'version-needed'),
    },
  },
  'largeBody',
);

type Options = Pick<Parameters<typeof importRegistry>[0]['input'], 'to'> & {
  readonly locale?: 'point' | 'comma' | undefined;
  readonly validateOnly?: boolean | undefined;
};

/** Reads the body and imports it; or how it is refused. */
async function importBody(context: Context<AppEnv>, { to, locale, validateOnly = false }: Options) {
  const input = { source: await sourceBody(context), to, validateOnly, ...(locale && { locale }) };
  const done = await context.get('heavy').importRegistry(input);
  if (done.ok || 'reason' in done) return done;
  return { ok: false, refusal: refuseSource(context, done) } as const;
}

/** The import of registries. */
export function registryImportRoutes() {
  const app = newApp();
  app.openAPIRegistry.registerComponent('schemas', 'RegistryInput', inputPart(registryDocument));
  return app
    .openapi(create, async (context) => {
      const { name, ...options } = context.req.valid('query');
      const done = await importBody(context, { to: { name }, ...options });
      if ('refusal' in done) return done.refusal;
      if (!done.ok) return refuse(context, 'name-taken', `there is a registry with the name ${name} already`);
      const shown = showImported(context, done.value, done.warnings);
      if (done.value.id === null) return context.json(shown, 200);
      context.header('location', `/v1/registries/${done.value.id}`);
      return context.json(shown, 201);
    })
    .openapi(replace, async (context) => {
      const { registry: id } = context.req.valid('param');
      const version = versionMeant(context);
      if (version === undefined) return refuseUnversioned(context);
      if (version === null) return refuseChanged(context);
      const done = await importBody(context, { to: { id, version }, ...context.req.valid('query') });
      if ('refusal' in done) return done.refusal;
      if (done.ok) return context.json(showImported(context, done.value, done.warnings), 200);
      return done.reason === 'not-found' ? refuse(context, 'not-found', NO_REGISTRY) : refuseChanged(context);
    });
}
