import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { JobEvent, Store } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import { hasEnded, showJob } from './job-shown.ts';
import { instant } from './lists.ts';

/** Most events read at once. */
const AT_ONCE = 200;
/** Milliseconds after which a reader without news is told that the line still stands. */
const QUIET = 15_000;

/**
 * The events of a job as server-sent events, from the one after `after` on; the last one, `end`, is the job as it ended. The id of each is
 * its number, so that a reader that lost the line goes on where it stopped (Last-Event-ID). The line is closed after a while, and the
 * reader connects again by itself: a line that stays open for hours is one that somebody on the way cuts.
 */
export function followJob(context: Context<AppEnv>, jobs: Store['jobs'], id: string, after: number) {
  const { followEvery, followFor } = context.get('limits');
  return streamSSE(context, async (stream) => {
    let last = after;
    let [waited, quiet] = [0, 0];
    await stream.write(`retry: ${Math.max(1000, followEvery)}\n\n`);
    while (!stream.aborted && waited <= followFor) {
      const job = await jobs.get(id);
      const news = await jobs.events(id, last, AT_ONCE);
      // One write for all: a reader that comes late gets hundreds of events, and many may come at once.
      if (news.length > 0) await stream.write(news.map(written).join(''));
      last = news.at(-1)?.sequence ?? last;
      if (news.length === AT_ONCE) continue;
      if (job === undefined) return;
      if (hasEnded(job)) {
        await stream.write(told('end', showJob(job), last));
        return;
      }
      quiet = news.length > 0 ? 0 : quiet + followEvery;
      if (quiet >= QUIET) {
        quiet = 0;
        await stream.write(': still here\n\n');
      }
      await stream.sleep(followEvery);
      waited += followEvery;
    }
  });
}

/** A server-sent event. */
const told = (event: string, data: object, id: number): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\nid: ${id}\n\n`;

/** An event of a job as the stream has it. */
function written({ sequence, at, event }: JobEvent): string {
  const { type } = event as { readonly type: string };
  return told(type, { at: instant(at), ...(event as object) }, sequence);
}
