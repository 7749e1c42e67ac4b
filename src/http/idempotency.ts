import type { MiddlewareHandler } from 'hono';
import { sha256Of } from '../../scenarios/wire/hash.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

const KEY = /^[\x21-\x7e]{1,255}$/;
/** Milliseconds after which a request that was never answered counts as lost. */
const PATIENCE = 60_000;
/** Milliseconds that keys are kept: a client may ask again for a day. */
export const KEYS_KEPT = 48 * 3_600_000;
/** Headers of an answer that are given again with it. */
const KEPT_HEADERS = ['content-type', 'location', 'etag'];

interface Kept {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of method, path, query and body: the same key with anything else is a mistake of the one who asks. */
function fingerprint(method: string, url: string, body: ArrayBuffer): Promise<string> {
  const { pathname, search } = new URL(url);
  const head = new TextEncoder().encode(`${method} ${pathname}${search}\n`);
  const whole = new Uint8Array(head.length + body.byteLength);
  whole.set(head);
  whole.set(new Uint8Array(body), head.length);
  return sha256Of(whole);
}

/** A POST with an Idempotency-Key is carried out once; asked again, it is answered with what the first one was. */
export const idempotent: MiddlewareHandler<AppEnv> = async (context, next) => {
  const key = context.req.header('idempotency-key');
  if (context.req.method !== 'POST' || key === undefined) return next();
  if (!KEY.test(key))
    return refuse(context, 'bad-request', 'Idempotency-Key must be 1 to 255 printable characters without spaces');
  const { idempotency } = context.get('store');
  const print = await fingerprint(context.req.method, context.req.url, await context.req.arrayBuffer());
  const begun = await idempotency.begin(key, print, PATIENCE);
  if (begun.is === 'other-body') return refuse(context, 'key-reused', 'the key came before with another request');
  if (begun.is === 'in-progress')
    return refuse(context, 'in-progress', 'the first request with this key is still being answered');
  if (begun.is === 'kept') {
    const kept = JSON.parse(begun.response) as Kept;
    return new Response(kept.body, {
      status: begun.status,
      headers: { ...kept.headers, 'idempotent-replayed': 'true' },
    });
  }
  await next();
  const { status, headers } = context.res;
  if (status >= 500) return idempotency.forget(key);
  const body = await context.res.clone().text();
  const told = KEPT_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : []));
  await idempotency.finish(key, {
    status,
    response: JSON.stringify({ headers: Object.fromEntries(told), body } satisfies Kept),
  });
};
