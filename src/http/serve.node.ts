import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { HeavyPort } from '../services/heavy.ts';
import type { HttpPorts, JobDispatch, RunningService, ServiceWanted } from '../services/ports.ts';
import { createApp } from './app.ts';
import { faultRecord } from './fault-record.ts';
import { KEYS_KEPT } from './idempotency.ts';

/** The workers of this process. */
interface Workers extends JobDispatch {
  /** Gives back the jobs at hand. */
  readonly close: () => Promise<void>;
}

const HOUR = 3_600_000;
/** Milliseconds that requests at hand have to finish when the service ends; followers of events connect again elsewhere. */
const GRACE = 5000;

const LIMITS: HttpPorts['limits'] = {
  ...{ largeBody: 20e6, body: 1e6, followEvery: 250, followFor: 600_000, compress: true },
};

/** Answers HTTP from a database until it is ended. Throws what the operating system refuses, e.g. a port in use. */
export async function serveHttp(
  { contents, version, local, host, port, log, faultWords }: ServiceWanted,
  { now, newId, heavy }: Pick<HttpPorts, 'now' | 'newId'> & Required<Pick<HeavyPort, 'heavy'>>,
  startWorkers: (fault: (error: unknown) => void) => Workers,
): Promise<RunningService> {
  let workers: Workers | undefined;
  const ports: HttpPorts & HeavyPort = {
    ...{ version, now, newId, heavy, log, faultWords, limits: LIMITS, storeOf: contents.storeOf },
    ...(local !== undefined && { local }),
    authenticate: contents.authenticate,
    dispatch: { offer: async (job) => workers?.offer(job) },
    ready: async () => {
      await contents.reached();
      return workers !== undefined;
    },
  };
  const server = createAdaptorServer({ fetch: createApp(ports).fetch }) as Server;
  server.listen({ host, port });
  await once(server, 'listening');
  workers = startWorkers((error) => log(faultRecord(now(), error, { part: 'jobs' })));
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
