import type { OpenAPIHono } from '@hono/zod-openapi';
import type { NotFoundHandler } from 'hono';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers where no route is: another method may be the right one, or there is nothing at all. */
export const notFound =
  (app: OpenAPIHono<AppEnv>): NotFoundHandler<AppEnv> =>
  (context) => {
    const { path, method } = context.req;
    const routes = app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => ({ ...route, matches: patternOf(route.path) }));
    const allowed = METHODS.filter((other) =>
      routes.some((route) => route.method === other && route.matches.test(path)),
    );
    if (allowed.length === 0) return refuse(context, 'not-found', `there is nothing at ${path}`);
    context.header('allow', allowed.join(', '));
    return refuse(context, 'method-not-allowed', `${method} is not for ${path}, but ${allowed.join(', ')}`);
  };

/** Paths that a route's pattern takes. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+')}$`);
