import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AskedSettings } from '../../scenarios/domain/scenario.ts';
import { scaleScenario } from '../bench/scale/scenario.ts';
import { exampleFiles } from '../support/example-files.ts';
import { freePort } from '../support/free-port.ts';
import { startDatabaseServer } from '../support/hrana-server.ts';
import { type Child, end, gilde, newToken, startWorkerd } from './child.ts';
import { journey } from './journey.ts';
import { answered, ask, follow, type Place } from './place.ts';

let folder: string;
let database: Awaited<ReturnType<typeof startDatabaseServer>>;
let child: Child;
let place: Place;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gilde-edge-'));
  const file = ['--database', join(folder, 'gilde.db')];
  gilde('migrate', ...file);
  const [token, otherToken] = [newToken(file, 'Werf'), newToken(file, 'Elders')];
  const secret = 'a token of tests';
  database = await startDatabaseServer(join(folder, 'gilde.db'), secret);
  child = await startWorkerd(database.url, secret, await freePort(), join(folder, 'state'));
  place = { base: child.base.replace('Ready on ', ''), token, otherToken };
}, 120_000);
afterAll(async () => {
  await end(child, 'SIGINT');
  database.close();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

journey('workerd', () => place, { noEarlyEnd: 'a solve blocks the only isolate there, so that nobody can be heard' });

const zipOf = (example: Parameters<typeof exampleFiles>[0]) => ({
  body: zipSync(Object.fromEntries(exampleFiles(example))),
  headers: { 'content-type': 'application/zip' },
});

/** An event of a page, as far as it is looked at here. */
interface Noted {
  readonly type: string;
  readonly bound?: number | null;
}

/** Sends a scenario and asks for a plan of it; the events until the job has ended. */
async function planned(sent: { readonly body: unknown }, settings: AskedSettings) {
  const { sha256 } = await answered(201, ask(place, '/v1/scenarios', { method: 'POST', ...sent }));
  const wanted = { scenario: sha256, settings };
  const job = await answered(202, ask(place, '/v1/jobs', { method: 'POST', body: wanted }));
  return { job, told: await follow(place, job.id) };
}

test('workerd: the crane is planned there, and its events tell bound and best plan on the way', {
  timeout: 600_000,
}, async () => {
  const { job, told } = await planned(zipOf('crane'), { gap: 0.01, timeLimit: 3600 });
  expect(told.at(-1)?.data.state).toBe('done');
  const known = told.filter(
    ({ event, data }) => event === 'progress' && data.bound !== null && data.incumbent !== null,
  );
  expect(known.length).toBeGreaterThan(0);
  expect(known.every(({ data }) => data.bound <= data.incumbent)).toBe(true);
  expect(told.some(({ event }) => event === 'better')).toBe(true);
  // Its first bound was written while it still ran, as a job gives way between its solves.
  const { items } = await answered(200, ask(place, `/v1/jobs/${job.id}/events`));
  const bounded = items.find(({ type, bound }: Noted) => type === 'progress' && bound !== null);
  const { updatedAt } = await answered(200, ask(place, `/v1/jobs/${job.id}`));
  expect(Date.parse(updatedAt) - Date.parse(bounded.at)).toBeGreaterThan(1000);
  const plan = await answered(200, ask(place, `/v1/jobs/${job.id}/plan`));
  expect(plan).toMatchObject({ strategy: 'kernel', status: 'optimal' });
  expect(plan.aims[1].gap).toBeLessThanOrEqual(0.01);
});

test('workerd: a model too large for a Worker ends as a job with a reason and advice, and the next job works', {
  timeout: 300_000,
}, async () => {
  const whole = (await planned(zipOf('radar-mast'), { strategy: 'monolithic' })).told.at(-1);
  expect(whole?.data.state).toBe('failed');
  expect(whole?.data.fault).toMatch(/96 MiB.*(command line|Node)/);
  const larger = scaleScenario({ packages: 120, suppliers: 1200, periods: 20 });
  const inParts = (await planned({ body: larger }, {})).told.at(-1);
  expect(inParts?.data.state).toBe('failed');
  expect(inParts?.data.fault).toMatch(/memory for at most 400,000 here.*(command line|Node)/);
  const demo = await answered(200, ask(place, '/v1/demo/scenario'));
  const small = await (await ask(place, '/v1/scenarios', { method: 'POST', body: demo })).json();
  const wanted = { scenario: small.sha256, settings: { seed: 77 } };
  const next = await answered(202, ask(place, '/v1/jobs', { method: 'POST', body: wanted }));
  expect((await follow(place, next.id)).at(-1)?.data.state).toBe('done');
});
