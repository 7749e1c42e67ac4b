import type { MiddlewareHandler } from 'hono';
import { callHeavy, type HeavyPort, heavyServices } from '../services/heavy.ts';
import type { HttpPorts } from '../services/ports.ts';
import { type Identity, SCOPES, type Scope } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** True of a request that names this machine and comes from no page of another site, which could otherwise work in its visitor's name. */
function isFromHere(host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !LOOPBACK.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/**
 * Finds out who asks. With a token: its organisation. Without one: the local organisation, where there is one, if the request comes
 * from this machine and from no other site.
 */
export const identify =
  ({
    authenticate,
    local,
    storeOf,
    heavy,
  }: Pick<HttpPorts, 'authenticate' | 'local' | 'storeOf'> & HeavyPort): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const stated = context.req.header('authorization');
    let identity: Identity | undefined;
    if (stated !== undefined) {
      const secret = BEARER.exec(stated)?.[1];
      identity = secret === undefined ? undefined : await authenticate(secret);
    } else if (local !== undefined) {
      if (!isFromHere(context.req.header('host'), context.req.header('origin')))
        return refuse(
          context,
          'foreign-origin',
          'without a token only requests of this machine to localhost are answered',
        );
      identity = { organisation: local, by: 'local', scopes: SCOPES };
    }
    if (identity === undefined) {
      context.header('www-authenticate', 'Bearer realm="gilde"');
      return refuse(
        context,
        'unauthenticated',
        stated === undefined ? 'no token was sent' : 'the token is not known or has expired',
      );
    }
    context.set('identity', identity);
    const store = storeOf(identity.organisation);
    context.set('store', store);
    context.set('heavy', heavy?.(identity.organisation) ?? heavyServices((call) => callHeavy(call, store)));
    return next();
  };

/** Lets through who has the scope. */
export const allow =
  (scope: Scope): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (context.get('identity').scopes.includes(scope)) return next();
    return refuse(context, 'forbidden', `the token lacks the scope ${scope}`);
  };
