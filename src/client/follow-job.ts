import type { z } from '@hono/zod-openapi';
import type { jobShown } from '../http/job-shown.ts';
import type { JobNews } from '../services/run-job.ts';
import { type Answer, FOREIGN, openOf, type Service, sent } from './answer.ts';
import { eventsIn } from './event-stream.ts';

/** A job as it ended, or stands. */
export type FollowedJob = z.infer<typeof jobShown>;

/** What a job reports on its way, and when. */
export type JobEvent = JobNews & { readonly at: string };

/** Who watches a job. */
export interface Watch {
  readonly event?: (event: JobEvent) => void;
  /** Waits so many milliseconds before it connects again. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** How often in a row it may find nobody before it gives up. */
  readonly tries?: number;
}

const LONGEST = 10_000;
const TRIES = 12;
const sleepHere = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/**
 * Follows a job until it has ended and answers with it. A line that breaks is opened again where it stopped; a service that is started
 * anew is waited for, by default for a minute and a half.
 */
export async function followJob(
  service: Service,
  id: string,
  { event: tell, sleep = sleepHere, tries = TRIES }: Watch = {},
): Promise<Answer<FollowedJob>> {
  let last = '0';
  let failed = 0;
  for (;;) {
    const headers = { accept: 'text/event-stream', 'last-event-id': last };
    const line = await openOf(sent(service, `/v1/jobs/${encodeURIComponent(id)}/events`, { headers }));
    if (!line.ok && line.problem.code !== 'unreachable' && line.problem.status < 500) return line;
    if (line.ok && !line.value.headers.get('content-type')?.startsWith('text/event-stream'))
      return { ok: false, problem: FOREIGN };
    if (line.ok && line.value.body !== null) {
      try {
        for await (const { event, data, id: at } of eventsIn(line.value.body)) {
          failed = 0;
          if (event === 'end') return { ok: true, value: JSON.parse(data) as FollowedJob };
          if (at !== '') last = at;
          tell?.(JSON.parse(data) as JobEvent);
        }
      } catch (error) {
        // A line that was cut throws a TypeError; whatever else comes out of here is a bug.
        if (!(error instanceof TypeError)) throw error;
      }
    } else failed += 1;
    if (!line.ok && failed >= tries) return line;
    await sleep(Math.min(LONGEST, 1000 * 2 ** Math.max(0, failed - 1)));
  }
}
