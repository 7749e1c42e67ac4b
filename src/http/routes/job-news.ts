import { z } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import { planSchema } from '../../../scenarios/wire/plan-schema.ts';
import { jobTimeline } from '../../services/job-timeline.ts';
import { followJob } from '../follow-job.ts';
import { hasEnded, jobShown, showJob } from '../job-shown.ts';
import { answerOf } from '../json-schema.ts';
import { instant, instantSchema } from '../lists.ts';
import { newApp } from '../new-app.ts';
import { refusals, refuse } from '../problem.ts';
import { guarded } from '../route.ts';

const tags = ['Jobs'];
const params = z.strictObject({ id: z.string() });
const WHOLE = 'a whole number, 0 or more';
/** Most events of one answer. */
const AT_ONCE = 200;

const eventShown = z
  .object({
    sequence: z.number().int().openapi({ description: 'Counts from 1' }),
    at: instantSchema,
    type: z.string().openapi({
      description:
        'started; progress (aim, stage, incumbent, bound, gap, seconds); better (status, aims and seconds of the best plan so far); from (the digest of the plan that the solve was given to start from); stopping; as a stream also end (the job)',
    }),
  })
  .loose()
  .openapi('JobEvent');

const events = guarded('plans:read', {
  ...{ method: 'get', path: '/jobs/{id}/events', summary: 'What a job reports on its way', tags },
  description:
    'With `Accept: text/event-stream` a stream that Last-Event-ID resumes; else those since `after`, to be asked again.',
  request: {
    params,
    query: z.strictObject({
      after: z
        .string()
        .regex(/^\d{1,9}$/, WHOLE)
        .optional()
        .openapi({ type: 'integer', description: 'Number of the last event that is known' }),
    }),
  },
  responses: {
    200: {
      description: 'Events, oldest first',
      content: {
        'application/json': { schema: z.object({ items: z.array(eventShown), hasMore: z.boolean(), job: jobShown }) },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...refusals('not-found'),
  },
});

const plan = guarded('plans:read', {
  ...{ method: 'get', path: '/jobs/{id}/plan', summary: 'The plan of a job, or its best one so far', tags },
  description: 'The header Gilde-Plan says which: final or best-so-far. Each is verified.',
  request: { params },
  responses: {
    200: answerOf('plan.json', planSchema, 'Plan'),
    ...refusals('not-found', 'no-plan-yet', 'no-plan'),
  },
});

const rowShown = z
  .object({
    seconds: z.number().openapi({ description: 'Since the solve began' }),
    aim: z.enum(['shortfall', 'unprotected', 'cost']),
    stage: z.string().openapi({ description: 'What the solve was at' }),
    kind: z.enum(['plan', 'bound']).openapi({ description: 'A better plan, or a better bound' }),
    value: z.number().openapi({ description: 'Of the aim in the plan, or what no plan can beat' }),
    gap: z.number().nullable().openapi({
      description:
        'Between the best plan and the best bound known then, as a fraction of the plan; null: one of them was not known',
    }),
  })
  .openapi('TimelineRow');

const timeline = guarded('plans:read', {
  ...{ method: 'get', path: '/jobs/{id}/timeline', summary: 'When each better plan and bound of a job came', tags },
  description:
    'Only improvements, oldest first: the first of kind `plan` is the first plan. Where a worker took the job up anew, since then.',
  request: { params },
  responses: {
    200: {
      description: 'The time-line so far',
      content: { 'application/json': { schema: z.object({ items: z.array(rowShown) }) } },
    },
    ...refusals('not-found'),
  },
});

/** Following a job. */
export const jobNewsRoutes = () =>
  newApp()
    .openapi(events, async (context) => {
      const { jobs } = context.get('store');
      const { id } = context.req.valid('param');
      const found = await jobs.get(id);
      if (found === undefined) return refuse(context, 'not-found', 'there is no such job');
      const asked = Number(context.req.valid('query').after ?? 0);
      if (context.req.header('accept')?.includes('text/event-stream')) {
        const seen = /^\d{1,9}$/.exec(context.req.header('last-event-id') ?? '')?.[0];
        return followJob(context, jobs, id, seen === undefined ? asked : Number(seen));
      }
      const news = await jobs.events(id, asked, AT_ONCE + 1);
      const items = news.slice(0, AT_ONCE).map(({ event, sequence, at }) => ({
        ...(event as { type: string }),
        ...{ sequence, at: instant(at) },
      }));
      return context.json({ items, hasMore: news.length > AT_ONCE, job: showJob(found) }, 200);
    })
    .openapi(timeline, async (context) => {
      const { jobs } = context.get('store');
      const rows = await jobTimeline({ ctx: { jobs }, input: context.req.valid('param') });
      if (rows === undefined) return refuse(context, 'not-found', 'there is no such job');
      return context.json({ items: [...rows] }, 200);
    })
    .openapi(plan, async (context) => {
      const { jobs } = context.get('store');
      const { id } = context.req.valid('param');
      const found = await jobs.get(id);
      if (found === undefined) return refuse(context, 'not-found', 'there is no such job');
      const text = await jobs.best(id);
      if (text === undefined && hasEnded(found))
        return refuse(context, 'no-plan', found.fault ?? 'the job was cancelled before it began');
      if (text === undefined) return refuse(context, 'no-plan-yet', 'the job has no plan yet');
      const kind = found.plan === null ? 'best-so-far' : 'final';
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'gilde-plan': kind };
      return context.body(text, 200, headers) as Response as Response &
        TypedResponse<z.infer<typeof planSchema>, 200, 'json'>;
    });
