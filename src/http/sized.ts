import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

/** Refuses a body that is larger than the service reads, as soon as that is seen. */
export const sized =
  (kind: 'body' | 'largeBody'): MiddlewareHandler<AppEnv> =>
  (context, next) => {
    const most = context.get('limits')[kind];
    const words = `a body of at most ${most / 1e6} MB is read here`;
    return bodyLimit({ maxSize: most, onError: () => refuse(context, 'too-large', words) })(context, next);
  };
