import { z } from '@hono/zod-openapi';
import { askedSettings } from '../../../scenarios/wire/settings.ts';
import { askPlan } from '../../services/ask-plan.ts';
import { ENGINE_NAMES, type HttpPorts } from '../../services/ports.ts';
import { jobPath, jobShown, showJob } from '../job-shown.ts';
import { bodyOf } from '../json-schema.ts';
import { BAD_CURSOR, listQuery, pageOf, pageWanted, shownPage } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';

const job = { 'application/json': { schema: jobShown } };
const tags = ['Jobs'];
const params = z.strictObject({ id: z.string() });

const wanted = z.strictObject({
  scenario: z.string('the hash of a scenario that was posted'),
  settings: askedSettings,
});

/** The names that may stand in the body and in its settings. */
const knownAt = (path: readonly unknown[]) =>
  Object.keys(path.length === 0 ? wanted.shape : askedSettings.unwrap().shape);

const ask = guarded('plans:solve', {
  ...{ method: 'post', path: '/jobs', summary: 'Ask for a plan', tags },
  description:
    'The scenario’s own solve settings hold but for those named here; without a `strategy` it is chosen by the size of the model. The solve of a what-if may start from the newest plan of its nearest ancestor. The same question asked twice is one job, unless the first was stopped or failed.',
  request: {
    body: bodyOf(wanted, 'JobWanted'),
  },
  responses: {
    202: { description: 'It waits or runs; Location says where it is', content: job },
    200: { description: 'It was done before', content: job },
    ...refusals('not-found', 'bad-input'),
  },
});

const list = guarded('plans:read', {
  ...{ method: 'get', path: '/jobs', summary: 'Jobs, newest first', tags },
  request: { query: z.strictObject(listQuery) },
  responses: {
    200: { description: 'A page of jobs', content: { 'application/json': { schema: pageOf(jobShown) } } },
    ...refusals('bad-request'),
  },
});

const read = guarded('plans:read', {
  ...{ method: 'get', path: '/jobs/{id}', summary: 'A job as it stands', tags },
  request: { params },
  responses: { 200: { description: 'The job', content: job }, ...refusals('not-found') },
});

const stop = guarded('plans:solve', {
  ...{ method: 'delete', path: '/jobs/{id}', summary: 'End a job early, with its best plan', tags },
  request: { params },
  responses: {
    202: { description: 'It runs and will end with its best plan', content: job },
    200: { description: 'It had not begun and is cancelled', content: job },
    ...refusals('not-found', 'finished'),
  },
});

/** Asking for plans. */
export const jobRoutes = ({ dispatch, version }: Pick<HttpPorts, 'dispatch' | 'version'>) =>
  newApp(knownAt)
    .openapi(ask, async (context) => {
      const { scenario, settings } = context.req.valid('json');
      const { settings: stated = {} } = await context.req.json<{ settings?: object }>();
      if (settings.engine !== undefined && !ENGINE_NAMES.some((name) => name === settings.engine))
        return refuse(context, 'bad-input', 'there is no such engine', [unknownEngine(settings.engine)]);
      const replaced = Object.fromEntries(Object.entries(settings).filter(([key]) => Object.hasOwn(stated, key)));
      const ctx = { store: context.get('store'), dispatch, version };
      const asked = await askPlan({ ctx, input: { scenario, settings: replaced } });
      if (!asked.ok) return refuse(context, 'not-found', 'there is no such scenario: post it first');
      const headers = { location: jobPath(asked.job.id) };
      return context.json(showJob(asked.job), asked.job.state === 'done' ? 200 : 202, headers);
    })
    .openapi(list, async (context) => {
      const page = await context.get('store').jobs.list(pageWanted(context.req.valid('query')));
      if (!page.ok) return refuse(context, 'bad-request', BAD_CURSOR);
      return context.json(shownPage(page.value, showJob), 200);
    })
    .openapi(read, async (context) => {
      const found = await context.get('store').jobs.get(context.req.valid('param').id);
      return found === undefined ? noJob(context) : context.json(showJob(found), 200);
    })
    .openapi(stop, async (context) => {
      const stopped = await context.get('store').jobs.stop(context.req.valid('param').id);
      if (stopped.ok) return context.json(showJob(stopped.value), stopped.value.state === 'cancelled' ? 200 : 202);
      if (stopped.reason === 'finished') return refuse(context, 'finished', 'the job has ended');
      return noJob(context);
    });

const unknownEngine = (engine: string) => ({
  ...{ code: 'unknown-engine', pointer: '/settings/engine', message: 'there is no such engine' },
  ...{ got: engine, expected: ENGINE_NAMES.join(' or ') },
});

const noJob = (context: Parameters<typeof refuse>[0]) => refuse(context, 'not-found', 'there is no such job');
