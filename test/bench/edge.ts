import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Child, end, gilde, newToken, startWorkerd } from '../e2e/child.ts';
import { answered, ask, follow, type Place } from '../e2e/place.ts';
import { freePort } from '../support/free-port.ts';
import { startDatabaseServer } from '../support/hrana-server.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inFolder } from './running-service.ts';

const secondsOf = (since: number): number => (performance.now() - since) / 1000;

interface Edge {
  readonly place: Place;
  readonly child: Child;
  /** Until wrangler says that it is ready. */
  readonly started: number;
}

/** Local workerd over a libSQL server of this process; nothing has been asked of it. */
const atTheEdge = <T>(use: (edge: Edge) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const file = ['--database', join(folder, 'gilde.db')];
    gilde('migrate', ...file);
    const token = newToken(file, 'bench');
    const secret = 'a token of benches';
    const database = await startDatabaseServer(join(folder, 'gilde.db'), secret);
    const began = performance.now();
    const child = await startWorkerd(database.url, secret, await freePort(), join(folder, 'state'));
    try {
      const base = child.base.replace('Ready on ', '');
      return await use({ place: { base, token, otherToken: token }, child, started: secondsOf(began) });
    } finally {
      await end(child, 'SIGINT');
      database.close();
    }
  });

const bundle: Bench = () =>
  inFolder(async (folder): Promise<Measurement> => {
    const began = performance.now();
    const wrangler = 'node_modules/wrangler/bin/wrangler.js';
    const argv = [wrangler, 'deploy', '--dry-run', '--minify', '--outdir', folder];
    const told = execFileSync(process.execPath, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const size = /gzip: ([\d.]+) KiB/.exec(told)?.[1];
    if (size === undefined) throw new Error(`wrangler does not say how large the bundle is: ${told}`);
    const result = `${((Number(size) * 1024) / 1e6).toFixed(2)} MB as gzip, minified`;
    return { name: 'edge: bundle of the Worker', rows: 1, seconds: secondsOf(began), peakMb: 0, result };
  });

const firstAnswer: Bench = () =>
  atTheEdge(async ({ place, started }) => {
    const took: number[] = [];
    for (let k = 0; k < 20; k += 1) {
      const began = performance.now();
      await answered(200, ask(place, '/healthz'));
      took.push(secondsOf(began));
    }
    const [first = 0, ...later] = took;
    const middle = later.sort((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0;
    const result = `wrangler dev is ready after ${started.toFixed(1)} s; later answers ${(1000 * middle).toFixed(1)} ms`;
    return { name: 'edge: cold first answer in local workerd', rows: 1, seconds: first, peakMb: 0, result };
  });

const demo: Bench = () =>
  atTheEdge(async ({ place }) => {
    const scenario = await answered(200, ask(place, '/v1/demo/scenario'));
    const took: number[] = [];
    for (const seed of [1, 2, 3]) {
      const began = performance.now();
      const { sha256 } = await (await ask(place, '/v1/scenarios', { method: 'POST', body: scenario })).json();
      const wanted = { scenario: sha256, settings: { seed } };
      const job = await answered(202, ask(place, '/v1/jobs', { method: 'POST', body: wanted }));
      await follow(place, job.id);
      await answered(200, ask(place, `/v1/jobs/${job.id}/plan`));
      took.push(secondsOf(began));
    }
    const [first = 0, ...again] = took;
    const result = `with another seed ${again.map((seconds) => `${seconds.toFixed(2)} s`).join(', ')}`;
    return { name: 'edge: demo scenario, from POST to its plan', rows: 1, seconds: first, peakMb: 0, result };
  });

/** The Worker as it is deployed, and in local workerd, with its database behind a server on this machine. */
export const edgeBenches: readonly Bench[] = [bundle, firstAnswer, demo];
