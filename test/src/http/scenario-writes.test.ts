import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DEMO_PATCH, DEMO_SCENARIO } from '../../../src/http/demo.ts';
import { SCOPES } from '../../../src/services/ports.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { serviceOfTests } from '../../support/service.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';

const tinyZip = (folder = '') =>
  zipSync(Object.fromEntries([...exampleFiles('tiny')].map(([name, bytes]) => [`${folder}${name}`, bytes])));

async function werf() {
  const { organisation } = await serviceOfTests();
  const { ask, store } = await organisation('Werf');
  const post = (path: string, body: unknown, type = 'application/json', headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      headers: { 'content-type': type, ...headers },
    });
  const list = async () => ((await (await ask('/v1/scenarios')).json()) as { items: unknown[] }).items;
  return { organisation, ask, store, post, list };
}

test('a scenario that is posted is kept, and told where', async () => {
  const { ask, post } = await werf();
  const { sha256, scenario } = await tinyPlanned();
  const made = await post('/v1/scenarios', DEMO_SCENARIO);
  expect([made.status, made.headers.get('location')]).toEqual([201, `/v1/scenarios/${sha256}`]);
  expect(await made.json()).toMatchObject({
    ...{ sha256, name: 'tiny (synthetic example)', kept: true, parent: null, products: ['UNIT'], rules: 2 },
    calendar: { start: '2026-Q1', period: 'quarter', periods: 4 },
    rows: { bom: 3, items: 3, suppliers: 5, demand: 0 },
    warnings: [],
    links: { document: `/v1/scenarios/${sha256}/document` },
  });
  expect(await (await ask(`/v1/scenarios/${sha256}/document`)).json()).toEqual(scenario);
});

test('the same scenario again is there already, whatever order its keys and rows have', async () => {
  const { post, list } = await werf();
  const first = await post('/v1/scenarios', DEMO_SCENARIO);
  const turned = Object.fromEntries(
    Object.entries({ ...DEMO_SCENARIO, bom: DEMO_SCENARIO.bom.toReversed() }).reverse(),
  );
  const second = await post('/v1/scenarios', turned);
  expect([second.status, second.headers.get('location')]).toEqual([200, first.headers.get('location')]);
  expect(await list()).toHaveLength(1);
});

test('a zip of the folder, with or without the folder around it, is the same scenario as the folder', async () => {
  const { post } = await werf();
  const { sha256 } = await tinyPlanned();
  const made = await post('/v1/scenarios', tinyZip(), 'application/zip');
  expect([made.status, await made.json()]).toMatchObject([201, { sha256 }]);
  const again = await post('/v1/scenarios', tinyZip('tiny/'), 'application/zip');
  expect([again.status, await again.json()]).toMatchObject([200, { sha256 }]);
});

test('what is only validated is understood and not kept', async () => {
  const { post, list } = await werf();
  const { sha256 } = await tinyPlanned();
  const tried = await post('/v1/scenarios?validateOnly=true', DEMO_SCENARIO);
  expect([tried.status, tried.headers.get('location')]).toEqual([200, null]);
  expect(await tried.json()).toMatchObject({ sha256, kept: false, links: null });
  expect(await list()).toEqual([]);
  expect((await post('/v1/scenarios?validateOnly=yes', DEMO_SCENARIO)).status).toBe(400);
});

test('every problem of a document is told at once with its pointer, and nothing is kept', async () => {
  const { post, list } = await werf();
  const answer = await post('/v1/scenarios', {
    ...DEMO_SCENARIO,
    calendar: { ...DEMO_SCENARIO.calendar, periods: 0 },
    capacity: [...DEMO_SCENARIO.capacity, { supplier: 'S9', process: 'welding', hoursPerPeriod: -1 }],
  });
  const { errors, code } = (await answer.json()) as { code: string; errors: { pointer: string }[] };
  expect([answer.status, code]).toEqual([422, 'bad-input']);
  const pointers = errors.map(({ pointer }) => pointer);
  expect(pointers).toEqual(expect.arrayContaining(['/calendar/periods', '/capacity/6/hoursPerPeriod']));
  expect(await list()).toEqual([]);
});

test('a problem in a zip is told with its file and line', async () => {
  const { post } = await werf();
  const files = Object.fromEntries(exampleFiles('tiny'));
  const bom = new TextEncoder().encode('parent,item,quantity\nUNIT,FRAME,many\n');
  const answer = await post('/v1/scenarios', zipSync({ ...files, 'bom.csv': bom }), 'application/zip');
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { errors: expect.arrayContaining([expect.objectContaining({ file: 'bom.csv', line: 2, column: 'quantity' })]) },
  ]);
});

test('what is no JSON is refused by line and column, another type by its name, no zip as input', async () => {
  const { post } = await werf();
  const broken = await post('/v1/scenarios', '{\n "name": "x",\n "calendar": oops\n}');
  expect([broken.status, await broken.json()]).toMatchObject([
    400,
    { code: 'malformed', errors: [{ line: 3, message: expect.stringContaining('column 14') }] },
  ]);
  expect((await post('/v1/scenarios', 'name: x', 'text/yaml')).status).toBe(415);
  expect((await post('/v1/scenarios', 'no zip', 'application/zip')).status).toBe(422);
});

test('a POST with an Idempotency-Key is carried out once, and its key is not for another body', async () => {
  const { post } = await werf();
  const key = { 'idempotency-key': 'one' };
  const first = await post('/v1/scenarios', DEMO_SCENARIO, 'application/json', key);
  const second = await post('/v1/scenarios', DEMO_SCENARIO, 'application/json', key);
  expect([second.status, second.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect(await second.json()).toEqual(await first.json());
  const other = await post('/v1/scenarios', { ...DEMO_SCENARIO, name: 'other' }, 'application/json', key);
  expect([other.status, await other.json()]).toMatchObject([422, { code: 'key-reused' }]);
});

test('a body beyond the limit is refused before it is read', async () => {
  const limits = { largeBody: 1000, body: 1000, followEvery: 20, followFor: 2000, compress: false };
  const { organisation } = await serviceOfTests({ limits });
  const { ask } = await organisation('Werf');
  const headers = { 'content-type': 'application/json' };
  const answer = await ask('/v1/scenarios', { method: 'POST', body: JSON.stringify(DEMO_SCENARIO), headers });
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'too-large' }]);
});

test('a what-if is a scenario by itself that knows its parent, back to the one stated in full', async () => {
  const { ask, post } = await werf();
  const { sha256 } = await tinyPlanned();
  await post('/v1/scenarios', DEMO_SCENARIO);
  const patched = 'application/json-patch+json';
  const child = await post(`/v1/scenarios/${sha256}/variants`, DEMO_PATCH, patched);
  const stated = (await child.json()) as { sha256: string };
  expect([child.status, stated]).toMatchObject([201, { parent: sha256, rules: 3 }]);
  const rename = [{ op: 'replace', path: '/name', value: 'later' }];
  const grandchild = await post(`/v1/scenarios/${stated.sha256}/variants`, rename, patched);
  const last = ((await grandchild.json()) as { sha256: string }).sha256;
  expect(await (await ask(`/v1/scenarios/${last}/lineage`)).json()).toMatchObject({
    chain: [
      { sha256: last, name: 'later', parent: stated.sha256, patch: rename },
      { sha256: stated.sha256, parent: sha256, patch: DEMO_PATCH },
      { sha256, parent: null, patch: null },
    ],
    whole: true,
  });
  const document = await ask(`/v1/scenarios/${last}/document`);
  expect(await document.json()).toMatchObject({ name: 'later', programmes: [{ demand: { multiplier: 3 } }] });
});

test('a what-if that leads to a scenario of other lineage leaves that lineage as it is', async () => {
  const { post } = await werf();
  const { sha256 } = await tinyPlanned();
  await post('/v1/scenarios', DEMO_SCENARIO);
  const patch = [{ op: 'test', path: '/name', value: DEMO_SCENARIO.name }];
  const same = await post(`/v1/scenarios/${sha256}/variants`, patch, 'application/json-patch+json');
  expect([same.status, await same.json()]).toMatchObject([200, { sha256, parent: null }]);
});

test('a what-if is refused by operation, or by what comes of it; and validated without being kept', async () => {
  const { post, list } = await werf();
  const { sha256 } = await tinyPlanned();
  await post('/v1/scenarios', DEMO_SCENARIO);
  const vary = (patch: unknown, query = '') =>
    post(`/v1/scenarios/${sha256}/variants${query}`, patch, 'application/json-patch+json');
  const nowhere = await vary([{ op: 'replace', path: '/programmes/7/weight', value: 1 }]);
  expect([nowhere.status, await nowhere.json()]).toMatchObject([422, { errors: [{ pointer: '/0/path' }] }]);
  const bad = await vary([{ op: 'replace', path: '/calendar/periods', value: -1 }]);
  expect([bad.status, await bad.json()]).toMatchObject([422, { errors: [{ pointer: '/calendar/periods' }] }]);
  expect((await vary(DEMO_PATCH, '?validateOnly=true')).status).toBe(200);
  expect(await list()).toHaveLength(1);
  const nobody = `/v1/scenarios/${'0'.repeat(64)}/variants`;
  expect((await post(nobody, DEMO_PATCH, 'application/json-patch+json')).status).toBe(404);
  expect((await post(`/v1/scenarios/${sha256}/variants`, DEMO_PATCH)).status).toBe(415);
});

test('another organisation can neither vary a scenario nor see where it comes from', async () => {
  const { organisation, post } = await werf();
  const { sha256 } = await tinyPlanned();
  await post('/v1/scenarios', DEMO_SCENARIO);
  const { ask } = await organisation('Kade');
  const headers = { 'content-type': 'application/json-patch+json' };
  const body = JSON.stringify(DEMO_PATCH);
  expect((await ask(`/v1/scenarios/${sha256}/variants`, { method: 'POST', body, headers })).status).toBe(404);
  expect((await ask(`/v1/scenarios/${sha256}/lineage`)).status).toBe(404);
});

test('a registry gives a scenario its suppliers, to who may read registries', async () => {
  const { organisation, ask } = await werf();
  const { sha256 } = await tinyPlanned();
  const { suppliers, capacity, certificates, expansions, ...rest } = DEMO_SCENARIO;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ suppliers, capacity, certificates, expansions });
  const made = await ask('/v1/registries?name=tiny', { method: 'POST', body, headers });
  const { id } = (await made.json()) as { id: string };
  const state = { method: 'POST', body: JSON.stringify(rest), headers };
  const stated = await ask(`/v1/scenarios?registry=${id}`, state);
  expect([stated.status, await stated.json()]).toMatchObject([201, { sha256 }]);
  const twice = await ask(`/v1/scenarios?registry=${id}`, { ...state, body: JSON.stringify(DEMO_SCENARIO) });
  expect([twice.status, await twice.json()]).toMatchObject([422, { errors: [{ code: 'stated-twice' }, {}, {}, {}] }]);
  expect((await ask('/v1/scenarios?registry=reg_none', state)).status).toBe(404);
  const other = await organisation('Kade');
  expect((await other.ask(`/v1/scenarios?registry=${id}`, state)).status).toBe(404);
  const lesser = await organisation(
    'Loods',
    SCOPES.filter((scope) => scope !== 'registries:read'),
  );
  expect((await lesser.ask(`/v1/scenarios?registry=${id}`, state)).status).toBe(403);
});
