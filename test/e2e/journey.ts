import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import optimum from '../../scenarios/examples/tiny/expected/optimum.json' with { type: 'json' };
import { serialisePlan } from '../../scenarios/wire/plan.ts';
import { planScenario } from '../../solver/plan.ts';
import { readScenario } from '../../src/services/read-scenario.ts';
import { exampleFiles } from '../support/example-files.ts';
import { highsOfTests } from '../support/highs.ts';
import { answered, ask, follow, type Place } from './place.ts';

/** What a place cannot do, with the reason; each skips the tests that need it. */
export interface Limits {
  /** Why a solve cannot be ended early there. */
  readonly noEarlyEnd?: string;
}

/** What a script does with the service, over real HTTP, with a real database and real solves: the same wherever it runs. */
export function journey(where: string, place: () => Place, limits: Limits = {}): void {
  const here = (path: string, asked?: Parameters<typeof ask>[2]) => ask(place(), path, asked);
  const post = (path: string, body: unknown, status: number, headers: Record<string, string> = {}) =>
    answered(status, here(path, { method: 'POST', body, headers }));

  test(`${where}: the service is up, can work and describes itself`, async () => {
    expect(await answered(200, here('/healthz'))).toMatchObject({ status: 'ok' });
    expect(await answered(200, here('/readyz'))).toMatchObject({ status: 'ready' });
    const document = await answered(200, here('/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/v1/jobs/{id}/events');
  });

  test(`${where}: from the demo scenario to its optimum, by events`, async () => {
    const demo = await answered(200, here('/v1/demo/scenario'));
    const checked = await post('/v1/scenarios?validateOnly=true', demo, 200);
    const scenario = await post('/v1/scenarios', demo, 201);
    expect(scenario.sha256).toBe(checked.sha256);
    const job = await post('/v1/jobs', { scenario: scenario.sha256 }, 202);
    const told = await follow(place(), job.id);
    expect(told[0]).toMatchObject({ id: 1, event: 'started' });
    expect(told.at(-1)).toMatchObject({ event: 'end', data: { state: 'done' } });
    const digest = told.at(-1)?.data.plan;
    const plan = await answered(200, here(`/v1/plans/${digest}`));
    expect(plan).toMatchObject({ status: 'optimal', digest, scenario: { sha256: scenario.sha256 } });
    expect(plan.aims.map(({ value }: { value: number }) => value)).toEqual([
      expect.closeTo(optimum.shortfall, 6),
      expect.closeTo(optimum.total, 3),
    ]);
    expect(await answered(200, here(`/v1/plans/${digest}/verification`))).toMatchObject({ holds: true });
    const some = await follow(place(), job.id, told.length > 2 ? 2 : 1);
    expect(some.map(({ id }) => id)).toEqual(told.slice(told.length > 2 ? 2 : 1).map(({ id }) => id));
  });

  test(`${where}: a zipped folder gives the plan of the command line, byte for byte`, async () => {
    const files = exampleFiles('tiny');
    const zip = zipSync(Object.fromEntries([...files].map(([name, bytes]) => [`tiny/${name}`, bytes])));
    const sent = { method: 'POST', body: zip, headers: { 'content-type': 'application/zip' } };
    const response = await here('/v1/scenarios', sent);
    expect([200, 201]).toContain(response.status);
    const { sha256 } = await response.json();
    const read = await readScenario({ input: { files } });
    if (!read.ok) throw new Error('the example is not right');
    expect(sha256).toBe(read.value.sha256);
    const settings = { seed: 5 };
    const job = await post('/v1/jobs', { scenario: sha256, settings }, 202);
    await follow(place(), job.id);
    const text = await (await here(`/v1/jobs/${job.id}/plan`)).text();
    const scenario = { ...read.value.scenario, solve: { ...read.value.scenario.solve, ...settings } };
    const plan = await planScenario({ scenario, sha256, engine: highsOfTests, hooks: { now: () => 0 } });
    expect(text).toBe(serialisePlan(plan));
  });

  test(`${where}: a what-if is a patch on a scenario, and has its lineage`, async () => {
    const demo = await answered(200, here('/v1/demo/scenario'));
    const { sha256 } = await answered(200, here('/v1/scenarios?validateOnly=true', { method: 'POST', body: demo }));
    await here('/v1/scenarios', { method: 'POST', body: demo });
    const patch = JSON.stringify([{ op: 'replace', path: '/name', value: 'tiny, renamed' }]);
    const asPatch = { 'content-type': 'application/json-patch+json' };
    const sent = { method: 'POST', body: patch, headers: asPatch };
    const variant = await (await here(`/v1/scenarios/${sha256}/variants`, sent)).json();
    expect(variant.sha256).not.toBe(sha256);
    const lineage = await answered(200, here(`/v1/scenarios/${variant.sha256}/lineage`));
    expect(JSON.stringify(lineage)).toContain(sha256);
  });

  test(`${where}: everything that is wrong is told at once, and nothing is kept`, async () => {
    const demo = await answered(200, here('/v1/demo/scenario'));
    const wrong = { ...demo, name: 'wrong', eligibility: 'guess', suppliers: [...demo.suppliers, demo.suppliers[0]] };
    const problem = await post('/v1/scenarios', wrong, 422);
    expect(problem).toMatchObject({ code: 'bad-input', status: 422 });
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/eligibility');
    expect(problem.errors.length).toBeGreaterThan(1);
    const { items } = await answered(200, here('/v1/scenarios?limit=200'));
    expect(items.map(({ name }: { name: string }) => name)).not.toContain('wrong');
  });

  test(`${where}: a request that is sent twice with a key is carried out once`, async () => {
    const demo = await answered(200, here('/v1/demo/scenario'));
    const key = { 'idempotency-key': `journey-${Math.random()}` };
    const send = () =>
      here('/v1/scenarios', {
        method: 'POST',
        body: { ...demo, name: `once ${key['idempotency-key']}` },
        headers: key,
      });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(await again.text()).toBe(await first.text());
  });

  test(`${where}: another organisation sees none of it`, async () => {
    const theirs = (path: string) => here(path, { token: place().otherToken });
    const { items } = await answered(200, here('/v1/jobs?limit=1'));
    expect(items).toHaveLength(1);
    expect((await theirs(`/v1/jobs/${items[0].id}`)).status).toBe(404);
    expect((await answered(200, theirs('/v1/scenarios'))).items).toEqual([]);
    expect((await here('/v1/scenarios', { token: 'gilde_wrong' })).status).toBe(401);
  });

  test(`${where}: of two who change a supplier at once, one is told to look again`, async () => {
    const demo = await answered(200, here('/v1/demo/scenario'));
    const tables = {
      suppliers: demo.suppliers,
      capacity: demo.capacity,
      certificates: demo.certificates,
      expansions: [],
    };
    const registry = await post(`/v1/registries?name=journey-${Math.random()}`, tables, 201);
    const list = await answered(200, here(`/v1/registries/${registry.id}/suppliers?limit=1`));
    const { supplier } = list.items[0].entry.supplier;
    const path = `/v1/registries/${registry.id}/suppliers/${encodeURIComponent(supplier)}`;
    const read = await here(path);
    const entry = await read.json();
    const change = () => here(path, { method: 'PUT', body: entry, headers: { 'if-match': read.headers.get('etag')! } });
    const statuses = (await Promise.all([change(), change()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412]);
  });

  test.skipIf(limits.noEarlyEnd !== undefined)(
    `${where}: a solve is ended early and keeps its best plan`,
    { timeout: 180_000 },
    async () => {
      const files = exampleFiles('crane');
      const zip = zipSync(Object.fromEntries(files));
      const headers = { 'content-type': 'application/zip' };
      const { sha256 } = await answered(201, here('/v1/scenarios', { method: 'POST', body: zip, headers }));
      // To the scenario's own gap it could be done before it is asked to stop.
      const job = await post('/v1/jobs', { scenario: sha256, settings: { timeLimit: 150, gap: 0 } }, 202);
      await follow(place(), job.id, 0, 3);
      await answered(202, here(`/v1/jobs/${job.id}`, { method: 'DELETE' }));
      const end = (await follow(place(), job.id)).at(-1);
      expect(end?.data).toMatchObject({ state: 'stopped', stopRequested: true });
      const plan = await answered(200, here(`/v1/jobs/${job.id}/plan`));
      expect(plan).toMatchObject({ limits: { hit: 'interrupt' } });
      expect((await here(`/v1/jobs/${job.id}`, { method: 'DELETE' })).status).toBe(410);
    },
  );
}
