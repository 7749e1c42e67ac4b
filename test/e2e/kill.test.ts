import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, end, newToken, startNode } from './child.ts';
import { answered, ask, type Place } from './place.ts';

const KILLS = process.env['GILDE_LONG'] ? 200 : 8;
/** Milliseconds within which a service is killed after its first answer. */
const LIFE = 1500;

let folder: string;
let database: string[];
let child: Child | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gilde-kill-'));
  database = ['--database', join(folder, 'gilde.db')];
});
afterAll(async () => {
  if (child !== undefined) await end(child, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** What the service has acknowledged: none of it may be lost, whatever happens then. */
interface Acknowledged {
  readonly scenarios: string[];
  readonly registries: { readonly id: string; readonly suppliers: number }[];
  readonly jobs: string[];
}

/** Posts scenarios, jobs and registries one after the other, until the service does not answer any more; `begun` is told of the first answer. */
async function work(place: Place, round: number, seen: Acknowledged, begun: () => void): Promise<void> {
  try {
    const demo = await (await ask(place, '/v1/demo/scenario')).json();
    const { suppliers, capacity, certificates } = demo;
    for (let turn = 0; ; turn++) {
      const name = `round ${round}, turn ${turn}`;
      const post = (path: string, body: unknown) => ask(place, path, { method: 'POST', body });
      const scenario = await post('/v1/scenarios', { ...demo, name });
      if (scenario.status === 201) seen.scenarios.push((await scenario.json()).sha256);
      begun();
      const job = await post('/v1/jobs', { scenario: seen.scenarios.at(-1) });
      if (job.status === 202) seen.jobs.push((await job.json()).id);
      const registry = await post(`/v1/registries?name=${round}-${turn}`, { suppliers, capacity, certificates });
      if (registry.status === 201)
        seen.registries.push({ id: (await registry.json()).id, suppliers: suppliers.length });
    }
  } catch {
    // The service was killed: what it had not acknowledged may be there or not.
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Everything that was acknowledged is there, whole. */
async function expectKept(place: Place, { scenarios, registries, jobs }: Acknowledged): Promise<void> {
  for (const sha256 of scenarios) await answered(200, ask(place, `/v1/scenarios/${sha256}/document`));
  for (const id of jobs) await answered(200, ask(place, `/v1/jobs/${id}`));
  for (const { id, suppliers } of registries) {
    const { items } = await answered(200, ask(place, `/v1/registries/${id}/suppliers?limit=200`));
    expect(items).toHaveLength(suppliers);
  }
}

/** Waits until every job has ended; answers with how. */
async function endOf(place: Place, jobs: readonly string[]) {
  const ended = [];
  for (const id of jobs) {
    for (;;) {
      const job = await answered(200, ask(place, `/v1/jobs/${id}`));
      if (job.state !== 'queued' && job.state !== 'running') {
        ended.push(job);
        break;
      }
      await pause(200);
    }
  }
  return ended;
}

test(`killed at ${KILLS} moments of solves and imports, the service loses nothing that it accepted and does nothing twice`, {
  timeout: 3_600_000,
}, async () => {
  const seen: Acknowledged = { scenarios: [], registries: [], jobs: [] };
  const token = newToken(database, 'Werf');
  const ready: number[] = [];
  for (let round = 0; round < KILLS; round++) {
    const began = performance.now();
    child = await startNode(...database);
    const place = { base: child.base, token, otherToken: '' };
    await answered(200, ask(place, '/readyz'));
    ready.push(performance.now() - began);
    let working = Promise.resolve();
    await new Promise<void>((begun) => {
      working = work(place, round, seen, begun);
    });
    await pause(Math.random() * LIFE);
    await end(child, 'SIGKILL');
    await working;
  }
  child = await startNode(...database);
  const place = { base: child.base, token, otherToken: '' };
  await expectKept(place, seen);
  const jobs = await endOf(place, seen.jobs);
  await end(child);
  expect(seen.scenarios.length).toBeGreaterThanOrEqual(KILLS);
  expect(seen.jobs.length).toBeGreaterThan(0);
  // A job whose workers were killed three times has failed by rule, so that it cannot kill them for ever; nothing else keeps it from its plan.
  const done = jobs.filter(({ state }) => state === 'done');
  const unlucky = jobs.filter(({ state, attempts }) => state === 'failed' && attempts === 3);
  expect(done.length + unlucky.length).toBe(jobs.length);
  expect(new Set(done.map(({ plan }) => plan)).size).toBe(done.length);
  const file = new Database(join(folder, 'gilde.db'), { readonly: true });
  expect(file.prepare('pragma integrity_check').pluck().all()).toEqual(['ok']);
  expect(file.prepare('pragma foreign_key_check').all()).toEqual([]);
  const count = (rows: string) => file.prepare(`select count(*) from ${rows}`).pluck().all();
  // A plan is of one job: none was made that nobody asked for, or twice. A job may be there whose acknowledgement the kill cut off.
  expect(count('plans')).toEqual(count("jobs where state = 'done'"));
  file.close();
  ready.sort((left, right) => left - right);
  console.log(
    `${jobs.length} jobs (${unlucky.length} killed three times), ${seen.scenarios.length} scenarios and ${seen.registries.length} registries kept over ${KILLS} kills; ` +
      `ready again after ${Math.round(ready[ready.length >> 1]!)} ms (median), ${Math.round(ready.at(-1)!)} ms at most`,
  );
});
