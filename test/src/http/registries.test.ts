import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DEMO_ENTRY, DEMO_REGISTRY } from '../../../src/http/demo.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { serviceOfTests } from '../../support/service.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

async function werf() {
  const { organisation } = await serviceOfTests();
  const { ask, store } = await organisation('Werf');
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method,
      body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      headers: { ...JSON_TYPE, ...headers },
    });
  const make = async (name = 'tiny'): Promise<string> => {
    const made = await send('POST', `/v1/registries?name=${name}`, DEMO_REGISTRY);
    return ((await made.json()) as { id: string }).id;
  };
  const names = async (query: string) => {
    const page = (await (await ask(query)).json()) as { items: { entry: { supplier: { supplier: string } } }[] };
    return page.items.map(({ entry }) => entry.supplier.supplier);
  };
  return { organisation, ask, store, send, make, names };
}

test('a registry is made of its four tables, once by its name', async () => {
  const { ask, send } = await werf();
  const made = await send('POST', '/v1/registries?name=tiny', DEMO_REGISTRY);
  const { id } = (await made.clone().json()) as { id: string };
  expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
    201,
    `/v1/registries/${id}`,
    '"v2"',
  ]);
  expect(await made.json()).toMatchObject({ suppliers: 5, capacity: 6, certificates: 3, expansions: 0, warnings: [] });
  expect(await (await ask('/v1/registries')).json()).toMatchObject({ items: [{ id, name: 'tiny', version: 2 }] });
  const again = await send('POST', '/v1/registries?name=tiny', DEMO_REGISTRY);
  expect([again.status, await again.json()]).toMatchObject([409, { code: 'name-taken' }]);
  expect((await send('POST', '/v1/registries', DEMO_REGISTRY)).status).toBe(400);
});

test('a registry that is only validated, or has a problem, is not there afterwards', async () => {
  const { ask, send } = await werf();
  const tried = await send('POST', '/v1/registries?name=tiny&validateOnly=true', DEMO_REGISTRY);
  expect([tried.status, await tried.json()]).toMatchObject([200, { id: null, suppliers: 5 }]);
  const [first, ...others] = DEMO_REGISTRY.suppliers;
  const bad = { ...DEMO_REGISTRY, suppliers: [{ ...first, latitude: 200, colour: 'red' }, ...others] };
  const refused = await send('POST', '/v1/registries?name=tiny', bad);
  const { errors } = (await refused.json()) as { errors: { pointer: string }[] };
  expect(refused.status).toBe(422);
  expect(errors.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/suppliers/0/latitude', '/suppliers/0/colour']),
  );
  expect(await (await ask('/v1/registries')).json()).toMatchObject({ items: [] });
});

test('a reader who has a registry already is told so until it changes', async () => {
  const { ask, send, make } = await werf();
  const id = await make();
  const etag = (await ask(`/v1/registries/${id}`)).headers.get('etag')!;
  const again = () => ask(`/v1/registries/${id}`, { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);
  await send('PUT', `/v1/registries/${id}/suppliers`, DEMO_REGISTRY, { 'if-match': etag });
  expect((await again()).status).toBe(200);
});

test('what is exported is imported as the same registry', async () => {
  const { ask, store, send, make } = await werf();
  const id = await make();
  const files: Record<string, Uint8Array> = {};
  for (const table of ['suppliers', 'capacity', 'certificates', 'expansions']) {
    const answer = await ask(`/v1/registries/${id}/tables/${table}.csv`);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"v2"']);
    files[`${table}.csv`] = strToU8(await answer.text());
  }
  const zip = { 'content-type': 'application/zip' };
  const made = await send('POST', '/v1/registries?name=copy', zipSync(files), zip);
  const { id: copy } = (await made.json()) as { id: string };
  expect(made.status).toBe(201);
  expect((await store.suppliers.all(copy))?.entries).toEqual((await store.suppliers.all(id))?.entries);
  expect((await ask(`/v1/registries/${id}/tables/quotes.csv`)).status).toBe(404);
  const headers = { 'if-none-match': '"v2"' };
  expect((await ask(`/v1/registries/${id}/tables/suppliers.csv`, { headers })).status).toBe(304);
});

test('the suppliers of a scenario folder make the same registry as their JSON', async () => {
  const { store, send, make } = await werf();
  const id = await make();
  const folder = zipSync(Object.fromEntries(exampleFiles('tiny')));
  const made = await send('POST', '/v1/registries?name=zip', folder, { 'content-type': 'application/zip' });
  const { id: other } = (await made.json()) as { id: string };
  expect((await store.suppliers.all(other))?.entries).toEqual((await store.suppliers.all(id))?.entries);
});

test('of two writers who read the same version, one is told that it changed', async () => {
  const { ask, send, make } = await werf();
  const path = `/v1/registries/${await make()}/suppliers/S1`;
  const read = await ask(path);
  const etag = read.headers.get('etag')!;
  expect(await read.json()).toEqual({ ...DEMO_ENTRY, supplier: { ...DEMO_ENTRY.supplier } });
  const renamed = (name: string) => ({ ...DEMO_ENTRY, supplier: { ...DEMO_ENTRY.supplier, name } });
  const answers = await Promise.all(
    ['one', 'two'].map((name) => send('PUT', path, renamed(name), { 'if-match': etag })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const winner = answers.find(({ status }) => status === 200)!;
  expect((await ask(path)).headers.get('etag')).toBe(winner.headers.get('etag'));
  expect((await send('PUT', path, renamed('three'))).status).toBe(428);
  expect((await send('PUT', path, renamed('three'), { 'if-match': '*' })).status).toBe(428);
  expect((await send('PUT', path, renamed('three'), { 'if-match': '"v1"' })).status).toBe(412);
  const unquoted = await send('PUT', path, renamed('three'), { 'if-match': 'v2' });
  expect(unquoted.status).toBe(400);
  expect(await unquoted.json()).toMatchObject({
    ...{ code: 'bad-request', detail: expect.stringContaining('with its double quotes, like "v2"') },
    errors: [{ parameter: 'If-Match', got: 'v2' }],
  });
  const weak = { 'if-match': `W/${winner.headers.get('etag')}` };
  expect((await send('PUT', path, renamed('three'), weak)).status).toBe(200);
});

test('a supplier is added once, found by its identifier, and taken out by who read it last', async () => {
  const { ask, send, make } = await werf();
  const registry = `/v1/registries/${await make()}`;
  const path = `${registry}/suppliers/${encodeURIComponent('S 9/é')}`;
  const entry = { supplier: { supplier: 'S 9/é' }, capacity: [{ process: 'welding', hoursPerPeriod: 10 }] };
  const added = await send('PUT', path, entry, { 'if-none-match': '*' });
  expect([added.status, added.headers.get('location')]).toEqual([201, path]);
  expect((await send('PUT', path, entry, { 'if-none-match': '*' })).status).toBe(412);
  const read = await ask(path);
  expect(await read.json()).toMatchObject({ capacity: [{ supplier: 'S 9/é', process: 'welding' }] });
  const remove = (headers: Record<string, string>) => ask(path, { method: 'DELETE', headers });
  expect((await remove({})).status).toBe(428);
  expect((await remove({ 'if-match': '"v1"' })).status).toBe(412);
  expect((await remove({ 'if-match': read.headers.get('etag')! })).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  expect((await remove({ 'if-match': '"v1"' })).status).toBe(404);
  expect((await send('PUT', path, entry, { 'if-match': '"v1"' })).status).toBe(404);
});

test('a supplier is not put under the name of another, nor with a row that is wrong', async () => {
  const { send, make } = await werf();
  const path = `/v1/registries/${await make()}/suppliers/S1`;
  const other = { ...DEMO_ENTRY, supplier: { ...DEMO_ENTRY.supplier, supplier: 'S2' }, capacity: [], certificates: [] };
  const refused = await send('PUT', path, other, { 'if-match': '"v2"' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ code: 'other-supplier' }] }]);
  const wrong = { ...DEMO_ENTRY, capacity: [{ process: 'welding', hoursPerPeriod: 'many' }] };
  const told = await send('PUT', path, wrong, { 'if-match': '"v2"' });
  expect([told.status, await told.json()]).toMatchObject([
    422,
    { errors: [{ pointer: '/capacity/0/hoursPerPeriod' }] },
  ]);
  expect((await send('PUT', path, DEMO_ENTRY, { 'if-match': '"v2"', 'content-type': 'text/csv' })).status).toBe(415);
});

test('all suppliers are replaced by who read the registry last', async () => {
  const { send, make, names } = await werf();
  const path = `/v1/registries/${await make()}/suppliers`;
  const fewer = { suppliers: [{ supplier: 'X1' }] };
  expect((await send('PUT', path, fewer)).status).toBe(428);
  expect((await send('PUT', path, fewer, { 'if-match': '"v1"' })).status).toBe(412);
  expect((await send('PUT', path, fewer, { 'if-none-match': '*' })).status).toBe(412);
  expect((await send('PUT', `${path}?validateOnly=true`, fewer, { 'if-match': '"v2"' })).status).toBe(200);
  expect(await names(path)).toHaveLength(5);
  const done = await send('PUT', path, fewer, { 'if-match': '"v2"' });
  expect([done.status, done.headers.get('etag')]).toEqual([200, '"v3"']);
  expect(await names(path)).toEqual(['X1']);
});

test('suppliers are found by category, region, process and certificate, page by page and as a table', async () => {
  const { ask, make, names } = await werf();
  const path = `/v1/registries/${await make()}/suppliers`;
  expect(await names(`${path}?category=B,D`)).toEqual(['S3', 'S4', 'S5']);
  expect(await names(`${path}?region=NL4`)).toEqual(['S2', 'S4']);
  expect(await names(`${path}?process=welding&category=A`)).toEqual(['S1']);
  expect(await names(`${path}?certificate=EN%201090-2%20EXC2`)).toEqual(['S2', 'S3']);
  const wrong = await ask(`${path}?category=E&region=nl`);
  expect([wrong.status, await wrong.json()]).toMatchObject([
    400,
    { errors: [{ parameter: 'category' }, { parameter: 'region' }] },
  ]);
  const page = await ask(`${path}?limit=2&category=B,D`, { headers: { accept: 'text/csv' } });
  expect((await page.text()).split('\n').map((line) => line.split(',')[0])).toEqual(['supplier', 'S3', 'S4', '']);
  const next = /^<(.+)>; rel="next"$/.exec(page.headers.get('link')!)![1]!;
  expect(await names(next)).toEqual(['S5']);
});

test('another organisation’s registry is not there, to be read or changed', async () => {
  const { organisation, make } = await werf();
  const registry = `/v1/registries/${await make()}`;
  const { ask } = await organisation('Kade');
  for (const part of ['', '/suppliers', '/suppliers/S1', '/tables/suppliers.csv'])
    expect((await ask(`${registry}${part}`)).status, part).toBe(404);
  const change = (method: string, part: string, headers: Record<string, string>, body?: unknown) =>
    ask(`${registry}${part}`, {
      method,
      headers: { ...JSON_TYPE, ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  expect((await change('PUT', '/suppliers', { 'if-match': '"v2"' }, DEMO_REGISTRY)).status).toBe(404);
  expect((await change('PUT', '/suppliers/S1', { 'if-match': '"v2"' }, DEMO_ENTRY)).status).toBe(404);
  expect((await change('PUT', '/suppliers/S1', { 'if-none-match': '*' }, DEMO_ENTRY)).status).toBe(404);
  expect((await change('DELETE', '/suppliers/S1', { 'if-match': '"v2"' })).status).toBe(404);
});
