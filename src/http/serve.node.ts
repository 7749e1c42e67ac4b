import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { HeavyPort } from '../services/heavy.ts';
import type { HttpPorts, JobDispatch, LogRecord, RunningService, Scope, ServiceWanted } from '../services/ports.ts';
import { createApp } from './app.ts';

/** The workers of this process. */
interface Workers extends JobDispatch {
  /** Gives back the jobs at hand. */
  readonly close: () => Promise<void>;
}

const HOUR = 3_600_000;
/** How long request keys are kept. */
const KEYS_KEPT = 48 * HOUR;
/** Milliseconds that requests at hand have to finish when the service ends; followers of events connect again elsewhere. */
const GRACE = 5000;

const LIMITS: HttpPorts['limits'] = {
  ...{ largeBody: 20e6, body: 1e6, followEvery: 250, followFor: 600_000, compress: true },
};

/** A fault of the workers, whose job another one takes up. */
const faultRecord = (at: number, error: unknown): LogRecord => ({
  ...{ time: new Date(at).toISOString(), level: 'error', part: 'jobs' },
  error: (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4000),
});

/** Answers HTTP from a database until it is ended. Throws what the operating system refuses, e.g. a port in use. */
export async function serveHttp(
  { contents, version, local, host, port, log, faultWords }: ServiceWanted,
  { now, newId, heavy }: Pick<HttpPorts, 'now' | 'newId'> & Required<HeavyPort>,
  startWorkers: (fault: (error: unknown) => void) => Workers,
): Promise<RunningService> {
  let workers: Workers | undefined;
  const ports: HttpPorts & HeavyPort = {
    ...{ version, now, newId, heavy, log, faultWords, limits: LIMITS, storeOf: contents.storeOf },
    ...(local !== undefined && { local }),
    authenticate: async (secret) => {
      const token = await contents.authenticate(secret);
      return token && { organisation: token.organisation, by: token.id, scopes: token.scopes as readonly Scope[] };
    },
    dispatch: { offer: async (job) => workers?.offer(job) },
    ready: async () => {
      await contents.reached();
      return workers !== undefined;
    },
  };
  const server = createAdaptorServer({ fetch: createApp(ports).fetch }) as Server;
  server.listen({ host, port });
  await once(server, 'listening');
  workers = startWorkers((error) => log(faultRecord(now(), error)));
  const forget = () => contents.forgetKeys(KEYS_KEPT).catch(() => undefined);
  const hourly = setInterval(forget, HOUR);
  return {
    port: (server.address() as AddressInfo).port,
    end: async () => {
      const atWork = workers;
      workers = undefined;
      clearInterval(hourly);
      const ended = new Promise((done) => server.close(done));
      const cut = setTimeout(() => server.closeAllConnections(), GRACE);
      await Promise.all([ended, atWork?.close()]);
      clearTimeout(cut);
    },
  };
}
