import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

/** The kind of body that a request states, without its parameters. */
export const mediaTypeOf = (context: Context<AppEnv>): string | undefined =>
  context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();

/** Refuses a body of a kind that the route does not read, before it is read. */
export const typed =
  (kinds: readonly string[]): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const stated = mediaTypeOf(context);
    if (stated !== undefined && kinds.includes(stated)) return next();
    return refuse(context, 'unsupported-type', `Content-Type must be ${kinds.join(' or ')}, got ${stated ?? 'none'}`);
  };
