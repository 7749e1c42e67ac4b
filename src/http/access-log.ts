import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { HttpPorts } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import type { Metrics } from './metrics.ts';

const ID = /^[\w.:-]{1,100}$/;

/** Gives each request an id (its own where it has a fit one), and tells log and metrics how it was answered. Paths are told as patterns. */
export const accessLog =
  ({ now, newId, log }: HttpPorts, metrics: Metrics): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const began = now();
    const stated = context.req.header('x-request-id');
    const requestId = stated !== undefined && ID.test(stated) ? stated : newId('req');
    context.set('requestId', requestId);
    await next();
    // Not context.header(), which would make a stream of a text that is ready to be sent.
    context.res.headers.set('x-request-id', requestId);
    const { method } = context.req;
    const { status } = context.res;
    const milliseconds = Math.max(0, now() - began);
    const route = routePath(context, -1);
    metrics.answered({ method, route, status, seconds: milliseconds / 1000 });
    const organisation = context.get('identity')?.organisation ?? null;
    const time = new Date(began).toISOString();
    log({
      time,
      level: status >= 500 ? 'error' : 'info',
      requestId,
      method,
      route,
      status,
      ms: Math.round(milliseconds),
      organisation,
    });
  };
