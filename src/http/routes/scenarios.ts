import { z } from '@hono/zod-openapi';
import { DEMO_SCENARIO } from '../demo.ts';
import { BAD_CURSOR, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';
import { unchanging } from '../unchanging.ts';
import {
  NO_SCENARIO,
  type ScenarioShown,
  scenarioListed,
  scenarioRead,
  scenarioShown,
  sha256,
  showListed,
  showRead,
} from './scenario-parts.ts';

const list = guarded('scenarios:read', {
  ...{ method: 'get', path: '/scenarios', summary: 'Scenarios, newest first', tags: ['Scenarios'] },
  request: { query: z.strictObject(listQuery) },
  responses: {
    200: { description: 'A page of scenarios', content: { 'application/json': { schema: pageOf(scenarioListed) } } },
    ...refusals('bad-request'),
  },
});

const read = guarded('scenarios:read', {
  ...{ method: 'get', path: '/scenarios/{sha256}', tags: ['Scenarios'] },
  summary: 'What a scenario is, what it varies and where to go on',
  request: { params: z.strictObject({ sha256 }) },
  responses: {
    200: { description: 'The scenario', content: { 'application/json': { schema: scenarioRead } } },
    ...refusals('not-found'),
  },
});

const whole = { 'application/json': { schema: scenarioShown, example: DEMO_SCENARIO } };

const document = guarded('scenarios:read', {
  ...{ method: 'get', path: '/scenarios/{sha256}/document', tags: ['Scenarios'] },
  summary: 'The whole scenario',
  description: 'The normalised document: every default filled in, tables and rules sorted. It never changes.',
  request: { params: z.strictObject({ sha256 }) },
  responses: {
    200: { description: 'The document', content: whole },
    304: { description: 'The reader has it already' },
    ...refusals('not-found'),
  },
});

const demo = guarded('scenarios:read', {
  ...{ method: 'get', path: '/demo/scenario', tags: ['Scenarios'] },
  summary: 'A scenario to copy',
  description: 'A small whole scenario, made up: change what you like and POST it to /v1/scenarios.',
  responses: { 200: { description: 'A document to be posted', content: whole } },
});

/** The scenarios of an organisation, to be read. */
export const scenarioRoutes = () =>
  newApp()
    .openapi(list, async (context) => {
      const page = await context.get('store').scenarios.list(pageWanted(context.req.valid('query')));
      if (!page.ok) return refuse(context, 'bad-request', BAD_CURSOR);
      return context.json(shownPage(page.value, showListed), 200);
    })
    .openapi(read, async (context) => {
      const summary = await context.get('store').scenarios.get(context.req.valid('param').sha256);
      return summary === undefined ? refuse(context, 'not-found', NO_SCENARIO) : context.json(showRead(summary), 200);
    })
    .openapi(document, async (context) => {
      const { sha256 } = context.req.valid('param');
      const text = await context.get('store').scenarios.document(sha256);
      return text === undefined
        ? refuse(context, 'not-found', NO_SCENARIO)
        : unchanging<ScenarioShown>(context, sha256, text);
    })
    .openapi(demo, (context) => context.json(DEMO_SCENARIO as ScenarioShown, 200));
