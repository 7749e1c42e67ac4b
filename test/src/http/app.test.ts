import { expect, test } from 'vitest';
import { serviceOfTests } from '../../support/service.ts';

test('the service says that it is up and which release it is, to anybody', async () => {
  const { app } = await serviceOfTests();
  const answer = await app.request('/healthz');
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', version: '0.0.0-test' }]);
});

test('without a token nothing of an organisation is told', async () => {
  const { app } = await serviceOfTests();
  const answer = await app.request('/v1/plans');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({
    code: 'unauthenticated',
    status: 401,
    type: '/problems/unauthenticated',
  });
});

test('an organisation without plans has an empty list', async () => {
  const { organisation } = await serviceOfTests();
  const { ask } = await organisation('Werf');
  const answer = await ask('/v1/plans');
  expect([answer.status, await answer.json()]).toEqual([200, { items: [], hasMore: false, next: null }]);
});

test('an unknown parameter is refused by its name', async () => {
  const { organisation } = await serviceOfTests();
  const { ask } = await organisation('Werf');
  const answer = await ask('/v1/plans?limti=3');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: 'bad-request',
    errors: [{ parameter: 'limti', message: 'not known here' }],
  });
});

test('a token without the scope is refused with the scope that it lacks', async () => {
  const { organisation } = await serviceOfTests();
  const { ask } = await organisation('Werf', ['scenarios:read']);
  const answer = await ask('/v1/plans');
  expect([answer.status, await answer.json()]).toMatchObject([403, { detail: 'the token lacks the scope plans:read' }]);
});

test('another method is answered with those that fit', async () => {
  const { organisation } = await serviceOfTests();
  const { ask } = await organisation('Werf');
  const answer = await ask('/v1/plans', { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
});

test('this machine works for the local organisation without a token, a page of another site does not', async () => {
  const { app, organisation } = await serviceOfTests();
  const { id } = await organisation('Hier');
  const local = await serviceOfTests({ local: id });
  const from = (headers: Record<string, string>) => local.app.request('/v1/plans', { headers });
  expect((await from({ host: '127.0.0.1:8300' })).status).toBe(200);
  expect((await from({ host: 'localhost:8300', origin: 'http://localhost:8300' })).status).toBe(200);
  expect((await from({ host: 'localhost:8300', origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await from({ host: 'rebound.example:8300' })).status).toBe(403);
  expect((await app.request('/v1/plans', { headers: { host: 'localhost' } })).status).toBe(401);
});

test('each request is told to the log once, by its pattern and without what was sent', async () => {
  const { organisation, log } = await serviceOfTests();
  const { ask, id, secret } = await organisation('Werf');
  const answer = await ask(`/v1/plans/${'ab'.repeat(32)}`, { headers: { 'x-request-id': 'mine-1' } });
  expect([answer.status, answer.headers.get('x-request-id')]).toEqual([404, 'mine-1']);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({
    requestId: 'mine-1',
    method: 'GET',
    route: '/v1/plans/:digest',
    status: 404,
    organisation: id,
  });
  expect(JSON.stringify(log)).not.toContain(secret);
});

test('an answer is compressed for who reads that, and caches are told that it may be', async () => {
  const limits = { largeBody: 20e6, body: 1e6, followEvery: 20, followFor: 2000, compress: true };
  const { app } = await serviceOfTests({ limits });
  const packed = await app.request('/openapi.json', { headers: { 'accept-encoding': 'gzip' } });
  const plain = await app.request('/openapi.json');
  const told = ({ headers }: Response) => [headers.get('content-encoding'), headers.get('vary')];
  expect([told(packed), told(plain)]).toEqual([
    ['gzip', 'Accept-Encoding'],
    [null, 'Accept-Encoding'],
  ]);
  const unpacked = packed.body!.pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(unpacked).text()).toBe(await plain.text());
});
