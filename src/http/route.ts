import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { Scope } from '../services/ports.ts';
import { idempotent } from './idempotency.ts';
import { allow } from './identify.ts';
import { refusals } from './problem.ts';
import { sized } from './sized.ts';

/** What any route of an organisation may answer besides its own answers. */
const COMMON = refusals('bad-request', 'unauthenticated', 'forbidden', 'foreign-origin', 'fault', 'unavailable');

/** A query that takes no parameter: an unknown one is refused, since it would be silently without effect. */
const noQuery = z.strictObject({});

/** A route of an organisation: whoever asks needs the scope, before anything of the body is read. */
export function guarded<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  scope: Scope,
  config: R,
  body: 'body' | 'largeBody' = 'body',
) {
  const described = createRoute({
    ...config,
    request: { query: noQuery, ...config.request },
    security: [{ token: [scope] }],
    responses: { ...COMMON, ...config.responses },
  } as unknown as R);
  return { ...described, middleware: [allow(scope), sized(body), idempotent] };
}
