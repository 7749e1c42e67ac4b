import { faultWords } from '../../db/fault.ts';
import { authenticate } from '../../db/repositories/api-tokens.ts';
import { createStore } from '../../db/store.ts';
import { newId } from '../../db/surroundings.ts';
import { createApp } from '../../src/http/app.ts';
import type { HeavyPort } from '../../src/services/heavy.ts';
import { type HttpPorts, type LogRecord, SCOPES, type Scope } from '../../src/services/ports.ts';
import { embedded, storeOf, surroundingsOf } from './storage.ts';

/** The HTTP service over a new database, asked without a network; `as` asks with a token of an organisation. */
export async function serviceOfTests(altered: Partial<HttpPorts & HeavyPort> = {}) {
  const { clock, surroundings } = surroundingsOf('service');
  const database = await embedded();
  const log: LogRecord[] = [];
  const offered: string[] = [];
  const ports: HttpPorts & HeavyPort = {
    ...{ version: '0.0.0-test', now: surroundings.now, newId: (kind) => newId(surroundings, kind) },
    authenticate: (secret) => authenticate(database, surroundings, secret),
    storeOf: (organisation) => createStore(database, organisation, surroundings),
    dispatch: { offer: async (job) => void offered.push(job) },
    ...{ ready: async () => true, log: (record) => void log.push(record), faultWords },
    limits: { largeBody: 20e6, body: 1e6, followEvery: 20, followFor: 2000, compress: false },
    ...altered,
  };
  const app = createApp(ports);
  const organisation = async (name: string, scopes: readonly Scope[] = SCOPES) => {
    const { organisation: made, store } = await storeOf(database, name, surroundings);
    const { secret } = await store.tokens.issue({ name: 'of a test', scopes, expiresAt: null });
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { authorization: `Bearer ${secret}`, ...init.headers } });
    return { id: made.id, store, secret, ask };
  };
  return { app, database, clock, surroundings, log, offered, organisation };
}
