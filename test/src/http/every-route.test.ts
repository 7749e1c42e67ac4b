import { describe, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.ts';
import { type HttpPorts, SCOPES } from '../../../src/services/ports.ts';
import { serviceOfTests } from '../../support/service.ts';

interface Operation {
  readonly security: readonly { readonly token: readonly (typeof SCOPES)[number][] }[];
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const refused: Pick<HttpPorts, 'authenticate' | 'now' | 'newId' | 'log' | 'limits' | 'version'> = {
  ...{ version: '0.0.0-test', now: () => 0, newId: (kind) => kind, log: () => undefined },
  authenticate: async () => undefined,
  limits: { largeBody: 20e6, body: 1e6, followEvery: 20, followFor: 2000, compress: false },
};
/** The document needs no database, nor does a refusal. */
const app = createApp(refused as HttpPorts);
const document = (await (await app.request('/openapi.json')).json()) as OpenApi;
const routes = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/v1/'))
  .flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
const at = (path: string, part = 'nobody'): string => path.replaceAll(/\{\w+\}/g, part);
const STRANGE = ['%00', '%E0%A4%A', '..%2F..', 'a'.repeat(3000), '%F0%9F%9B%A0', "'%20or%201=1--", '__proto__'];
const BODIES = ['', '{', 'null', '[]', '{"__proto__": 1}', '[[[[[[', 'PK\u0003\u0004 no zip', '\uD800', '1e999'];

test('the document describes routes under /v1', () => {
  expect(routes.length).toBeGreaterThan(10);
});

describe.each(routes)('$method $path', ({ path, method, operation }) => {
  test('is described with a summary, a subject and one scope', () => {
    expect(operation.summary).toMatch(/^[A-Z].+/);
    expect(operation.tags).toHaveLength(1);
    expect(SCOPES).toContain(operation.security[0]?.token[0]);
  });

  test('is not answered without a token', async () => {
    expect((await app.request(at(path), { method })).status).toBe(401);
  });

  test('is not answered with a token that has every scope but its own', async () => {
    const { organisation } = await serviceOfTests();
    const needed = operation.security[0]?.token[0];
    const { ask } = await organisation(
      'Werf',
      SCOPES.filter((scope) => scope !== needed),
    );
    const answer = await ask(at(path), { method });
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { detail: `the token lacks the scope ${needed}` },
    ]);
  });

  test('refuses a parameter that it does not know, by name', async () => {
    const { organisation } = await serviceOfTests();
    const { ask } = await organisation('Werf');
    const [kind] = Object.keys(operation.requestBody?.content ?? {});
    const headers = kind === undefined ? {} : { 'content-type': kind };
    const answer = await ask(`${at(path)}?z=1`, { method, headers });
    const problem = (await answer.json()) as { errors: unknown[] };
    expect([answer.status, problem]).toMatchObject([400, { code: 'bad-request' }]);
    expect(problem.errors).toContainEqual(expect.objectContaining({ parameter: 'z' }));
  });

  test('has an answer to strange paths and bodies that is no fault of the service', async () => {
    const { organisation, log } = await serviceOfTests();
    const { ask } = await organisation('Werf');
    for (const part of STRANGE) expect((await ask(at(path, part), { method })).status).toBeLessThan(500);
    const types = [...Object.keys(operation.requestBody?.content ?? {}), 'text/plain'];
    if (method !== 'GET')
      for (const type of types)
        for (const body of BODIES) {
          const headers = { 'content-type': type, 'if-match': '"v1"' };
          const answer = await ask(at(path), { method, body, headers });
          expect(answer.status, `${type} ${body}`).toBeLessThan(500);
          expect(answer.status, `${type} ${body}`).toBeGreaterThanOrEqual(400);
        }
    expect(log.filter((record) => record['level'] === 'error')).toEqual([]);
  });
});
