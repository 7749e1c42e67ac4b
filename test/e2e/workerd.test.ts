import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('workerd: a model too large for a Worker ends as a job with a reason and advice, and the next job works', {
  timeout: 300_000,
}, async () => {
  const files = exampleFiles('radar-mast');
  const zip = zipSync(Object.fromEntries(files));
  const headers = { 'content-type': 'application/zip' };
  const large = await answered(201, ask(place, '/v1/scenarios', { method: 'POST', body: zip, headers }));
  const tooLarge = await answered(202, ask(place, '/v1/jobs', { method: 'POST', body: { scenario: large.sha256 } }));
  const end = (await follow(place, tooLarge.id)).at(-1);
  expect(end?.data.state).toBe('failed');
  expect(end?.data.fault).toMatch(/96 MiB/);
  expect(end?.data.fault).toMatch(/command line|Node/);
  const demo = await answered(200, ask(place, '/v1/demo/scenario'));
  const small = await (await ask(place, '/v1/scenarios', { method: 'POST', body: demo })).json();
  const wanted = { scenario: small.sha256, settings: { seed: 77 } };
  const next = await answered(202, ask(place, '/v1/jobs', { method: 'POST', body: wanted }));
  expect((await follow(place, next.id)).at(-1)?.data.state).toBe('done');
});
