import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { HttpPorts } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

/** The one place where what was thrown becomes an answer. What it says goes to the log, never to the one who asked. */
export const onError =
  ({ log, now, faultWords }: Pick<HttpPorts, 'log' | 'now' | 'faultWords'>): ErrorHandler<AppEnv> =>
  (error, context) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(context, 'malformed', error.message);
    const words = faultWords(error);
    const requestId = context.get('requestId');
    const time = new Date(now()).toISOString();
    log({ time, level: 'error', requestId, error: (error.stack ?? String(error)).slice(0, 4000) });
    if (words !== undefined) {
      context.header('retry-after', '2');
      return refuse(context, 'unavailable', words);
    }
    return refuse(context, 'fault', 'the service failed to answer; the log has the reason under the request id');
  };
