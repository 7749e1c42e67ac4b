import { randomBytes } from 'node:crypto';
import { newId } from '../../db/surroundings.ts';
import { serveHttp } from '../http/serve.node.ts';
import type { RunningService, ServiceWanted } from '../services/ports.ts';

/** Starts the service in this process: HTTP, and threads that solve the jobs. */
export const serve = (wanted: ServiceWanted): Promise<RunningService> =>
  serveHttp(wanted, { now: Date.now, newId: (kind) => newId({ now: Date.now, randomBytes }, kind) }, () => ({
    offer: async () => {},
    close: async () => {},
  }));
