import type { MiddlewareHandler } from 'hono';
import { callHeavy, type HeavyPort, heavyServices } from '../services/heavy.ts';
import { type HttpPorts, type Identity, SCOPES, type Scope } from '../services/ports.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** True of a request that names this machine and comes from no page of another site, which could otherwise work in its visitor's name. */
function isFromHere(host: string | undefined, origin: string | undefined, site: string | undefined): boolean {
  if (host === undefined || !LOOPBACK.test(host)) return false;
  // Browsers say so of every request, also of pictures and forms, which name no origin.
  if (site === 'cross-site' || site === 'same-site') return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Why nobody is found by an Authorization header. */
function whyUnknown(stated: string | undefined): string {
  if (stated === undefined) return 'no token was sent';
  return BEARER.test(stated)
    ? 'the token is not known or has expired'
    : 'Authorization must be the word Bearer, a space and the token';
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
    solving,
  }: Pick<HttpPorts, 'authenticate' | 'local' | 'storeOf'> & HeavyPort): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const header = (name: string) => context.req.header(name);
    const stated = header('authorization');
    let identity: Identity | undefined;
    if (stated !== undefined) {
      const secret = BEARER.exec(stated)?.[1];
      const token = secret === undefined ? undefined : await authenticate(secret);
      identity = token && { organisation: token.organisation, by: token.id, scopes: token.scopes as readonly Scope[] };
    } else if (local !== undefined) {
      if (!isFromHere(header('host'), header('origin'), header('sec-fetch-site')))
        return refuse(
          context,
          'foreign-origin',
          'without a token only requests of this machine to localhost are answered',
        );
      identity = { organisation: local, by: 'local', scopes: SCOPES };
    }
    if (identity === undefined) {
      context.header('www-authenticate', 'Bearer realm="gilde"');
      return refuse(context, 'unauthenticated', whyUnknown(stated));
    }
    context.set('identity', identity);
    const store = storeOf(identity.organisation);
    context.set('store', store);
    const here = { store, ...(solving && { solving }) };
    context.set('heavy', heavy?.(identity.organisation) ?? heavyServices((call) => callHeavy(call, here)));
    return next();
  };

/** Lets through who has the scope. */
export const allow =
  (scope: Scope): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (context.get('identity').scopes.includes(scope)) return next();
    return refuse(context, 'forbidden', `the token lacks the scope ${scope}`);
  };
