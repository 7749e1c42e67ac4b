import { z } from '@hono/zod-openapi';
import { scenarioDocument } from '../../../scenarios/wire/document-schema.ts';
import { jsonBody, refuseSource, sourceBody } from '../bodies.ts';
import { DEMO_PATCH, DEMO_SCENARIO } from '../demo.ts';
import { inputPart, partOf } from '../json-schema.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse, refuseInput } from '../problem.ts';
import { guarded } from '../route.ts';
import { validateOnly } from '../validate-only.ts';
import { NO_REGISTRY } from './registry-parts.ts';
import { NO_SCENARIO, sha256 } from './scenario-parts.ts';
import { answerStated, statedResponses } from './scenario-stated.ts';

const create = guarded(
  'scenarios:write',
  {
    ...{ method: 'post', path: '/scenarios', summary: 'States a scenario', tags: ['Scenarios'] },
    description:
      'As a JSON document, or as a zip of the folder that the command line plans. It is named by its content: stated twice, it is ' +
      'kept once. With `validateOnly` nothing is kept, and the answer tells what was understood.',
    request: {
      query: z.strictObject({
        validateOnly,
        registry: z.string().max(200).optional().openapi({
          description: 'Id of the registry that gives the tables on suppliers; the body may then not state them',
        }),
      }),
      body: {
        required: true,
        content: {
          'application/json': { schema: partOf('ScenarioInput'), example: DEMO_SCENARIO },
          'application/zip': { schema: { type: 'string', format: 'binary' } },
        },
      },
    },
    responses: { ...statedResponses, ...refusals('malformed', 'not-found', 'bad-input', 'forbidden') },
  },
  'largeBody',
);

const vary = guarded(
  'scenarios:write',
  {
    ...{ method: 'post', path: '/scenarios/{sha256}/variants', tags: ['Scenarios'] },
    summary: 'States a what-if on a scenario',
    description:
      'A JSON Patch (RFC 6902) on its normalised document; the outcome is a scenario by itself that knows its parent.',
    request: {
      params: z.strictObject({ sha256 }),
      query: z.strictObject({ validateOnly }),
      body: {
        required: true,
        content: {
          'application/json-patch+json': { schema: { type: 'array', items: { type: 'object' } }, example: DEMO_PATCH },
        },
      },
    },
    responses: { ...statedResponses, ...refusals('malformed', 'not-found', 'bad-input') },
  },
  'largeBody',
);

/** The statement of scenarios. */
export function scenarioWriteRoutes() {
  const app = newApp();
  app.openAPIRegistry.registerComponent('schemas', 'ScenarioInput', inputPart(scenarioDocument));
  return app
    .openapi(create, async (context) => {
      const { validateOnly = false, registry } = context.req.valid('query');
      if (registry !== undefined && !context.get('identity').scopes.includes('registries:read'))
        return refuse(context, 'forbidden', 'the token lacks the scope registries:read, which registry needs');
      const input = { source: await sourceBody(context), validateOnly, ...(registry !== undefined && { registry }) };
      const created = await context.get('heavy').createScenario(input);
      if (created.ok) return answerStated(context, created.value, created.warnings);
      return 'reason' in created ? refuse(context, 'not-found', NO_REGISTRY) : refuseSource(context, created);
    })
    .openapi(vary, async (context) => {
      const { sha256: parent } = context.req.valid('param');
      const { validateOnly = false } = context.req.valid('query');
      const json = await jsonBody(context, 'patch');
      if (!json.ok) return json.refusal;
      const input = { parent, patch: json.value, validateOnly };
      const created = await context.get('heavy').patchScenario(input);
      if (created.ok) return answerStated(context, created.value, created.warnings);
      return 'reason' in created ? refuse(context, 'not-found', NO_SCENARIO) : refuseInput(context, created.problems);
    });
}
