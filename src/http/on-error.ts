import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { HttpPorts } from '../services/ports.ts';
import { jsonBody } from './bodies.ts';
import type { AppEnv } from './env.ts';
import { faultRecord } from './fault-record.ts';
import { refuse } from './problem.ts';

/** The one place where what was thrown becomes an answer. What it says goes to the log, never to the one who asked. */
export const onError =
  ({ log, now, faultWords }: Pick<HttpPorts, 'log' | 'now' | 'faultWords'>): ErrorHandler<AppEnv> =>
  async (error, context) => {
    if (context.req.raw.signal.aborted) return refuse(context, 'malformed', 'the request broke off before its end');
    if (error instanceof HTTPException && error.status < 500) return refuseMalformed(context, error.message);
    const words = faultWords(error);
    log(faultRecord(now(), error, { requestId: context.get('requestId') }));
    if (words !== undefined) {
      context.header('retry-after', '2');
      return refuse(context, 'unavailable', words);
    }
    return refuse(context, 'fault', 'the service failed to answer; the log has the reason under the request id');
  };

/** What a framework could not read, with the place where it is JSON. */
async function refuseMalformed(context: Context<AppEnv>, message: string) {
  const read = await jsonBody(context, 'body');
  return read.ok ? refuse(context, 'malformed', message) : read.refusal;
}
