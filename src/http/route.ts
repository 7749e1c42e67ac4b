import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Scope } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import { idempotent } from './idempotency.ts';
import { allow } from './identify.ts';
import { refusals } from './problem.ts';
import { sized } from './sized.ts';
import { typed } from './typed.ts';

/** What any route of an organisation may answer besides its own answers. */
const COMMON = refusals('bad-request', 'unauthenticated', 'forbidden', 'foreign-origin', 'fault', 'unavailable');
const WITH_BODY = refusals('malformed', 'unsupported-type', 'too-large', 'bad-input');
const POSTED = refusals('in-progress', 'key-reused');

/** A query that takes no parameter: an unknown one is refused, since it would be silently without effect. */
const noQuery = z.strictObject({});

const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } },
  description: 'The same key with the same request is carried out once and answered alike, for at least 24 hours',
} as const;

/** A route of an organisation: whoever asks needs the scope, before anything of the body is read. */
export function guarded<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  scope: Scope,
  config: R,
  body: 'body' | 'largeBody' = 'body',
) {
  const kinds = config.request?.body?.content;
  const posted = config.method === 'post';
  const described = createRoute({
    ...config,
    request: { query: noQuery, ...config.request },
    security: [{ token: [scope] }],
    ...(posted && { parameters: [idempotencyKey] }),
    responses: merged(COMMON, kinds ? WITH_BODY : {}, posted ? POSTED : {}, config.responses),
  } as unknown as R);
  const middleware: MiddlewareHandler<AppEnv>[] = [allow(scope)];
  if (kinds) middleware.push(typed(Object.keys(kinds)), sized(body));
  return { ...described, middleware: [...middleware, idempotent] };
}

type Responses = Readonly<Record<string, { readonly description: string }>>;

/** Responses of several sources; where they share a status, its description names the reasons of all. */
function merged(...sources: readonly object[]): Responses {
  const all: Record<string, { description: string }> = {};
  for (const source of sources as Responses[])
    for (const [status, response] of Object.entries(source)) {
      const reasons = [all[status]?.description, response.description].filter((words) => words !== undefined);
      all[status] = {
        ...response,
        description: [...new Set(reasons.flatMap((words) => words.split('; ')))].join('; '),
      };
    }
  return all;
}
