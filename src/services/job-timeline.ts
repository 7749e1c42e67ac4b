import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Store } from './ports.ts';
import type { JobNews } from './run-job.ts';
import { type TimelineRow, type Told, timelineOf } from './timeline.ts';

/** Events read at once. */
const AT_ONCE = 1000;

/**
 * When the first plan of a job, each better one and each better bound came, oldest first: of the worker that took it up last, since a
 * new one begins anew. Undefined: there is no such job.
 */
export async function jobTimeline({
  ctx: { jobs },
  input: { id },
}: {
  ctx: { readonly jobs: Pick<Store['jobs'], 'get' | 'events' | 'best'> };
  input: { readonly id: string };
}): Promise<readonly TimelineRow[] | undefined> {
  const job = await jobs.get(id);
  if (job === undefined) return undefined;
  let told: Told[] = [];
  let begun = job.createdAt;
  for (let after = 0; ; ) {
    const events = await jobs.events(id, after, AT_ONCE);
    for (const { event, at } of events) {
      const news = event as JobNews;
      if (news.type === 'started') [told, begun] = [[], at];
      else if (news.type === 'progress') told.push(news);
      else if (news.type === 'better') told.push({ seconds: news.seconds, plan: news.aims });
    }
    if (events.length < AT_ONCE) break;
    after = events.at(-1)!.sequence;
  }
  const text = job.plan === null ? undefined : await jobs.best(id);
  if (text === undefined) return timelineOf(told);
  const { aims } = JSON.parse(text) as Plan;
  return timelineOf(told, { seconds: (job.updatedAt - begun) / 1000, plan: aims });
}
