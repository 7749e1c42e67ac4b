import { z } from '@hono/zod-openapi';
import type { Job, StandingJob } from '../services/ports.ts';
import { instant, instantSchema } from './lists.ts';

/** The states of a job; the last four are final. */
const JOB_STATES = ['queued', 'running', 'done', 'stopped', 'failed', 'cancelled'] as const;

export const jobShown = z
  .object({
    id: z.string(),
    scenario: z.string().openapi({ description: 'Hash of the scenario' }),
    settings: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'Replace the scenario’s own solve settings, and may name the strategy' }),
    state: z.enum(JOB_STATES).openapi({
      description:
        'queued: waits; running; done: it has its plan; stopped: ended early on request, with its best plan; failed: `fault` says why; ' +
        'cancelled: ended on request before it began',
    }),
    ahead: z.number().int().nullable().openapi({
      description:
        'Of a job that waits: how many waiting jobs are taken up before it; 0: it is the next. Null once it does not wait',
    }),
    attempts: z.number().int().openapi({ description: 'How often a worker took it up' }),
    stopRequested: z.boolean(),
    plan: z.string().nullable().openapi({ description: 'Digest of the plan, of a job that is done or stopped' }),
    fault: z.string().nullable().openapi({ description: 'Why it failed, for a planner' }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    links: z.object({
      self: z.string(),
      events: z.string(),
      timeline: z.string(),
      plan: z.string(),
      scenario: z.string(),
    }),
  })
  .openapi('Job');

/** Where a job is. */
export const jobPath = (id: string): string => `/v1/jobs/${id}`;

/** A job as it is answered. */
export function showJob({
  organisation: _,
  resultKey: __,
  createdAt,
  updatedAt,
  ...job
}: StandingJob): z.infer<typeof jobShown> {
  const self = jobPath(job.id);
  return {
    ...job,
    settings: { ...job.settings },
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
    links: {
      self,
      events: `${self}/events`,
      timeline: `${self}/timeline`,
      plan: job.plan === null ? `${self}/plan` : `/v1/plans/${job.plan}`,
      scenario: `/v1/scenarios/${job.scenario}`,
    },
  };
}

/** Whether a job has ended. */
export const hasEnded = ({ state }: Job): boolean => state !== 'queued' && state !== 'running';
