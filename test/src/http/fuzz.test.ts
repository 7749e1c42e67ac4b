import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodiesOf, type JsonSchema } from '../../support/fuzz/bodies-of-schema.ts';
import { seedOf } from '../../support/plan-small.ts';
import { serviceOfTests } from '../../support/service.ts';

const RUNS = process.env['GILDE_LONG'] ? 100_000 : 1000;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly kind: string;
  readonly body: fc.Arbitrary<unknown>;
}

interface Described {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

/** Every route of the document that reads a JSON body, with bodies of its schema. */
function operationsOf(document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}): Operation[] {
  const resolve = (ref: string) => document.components.schemas[ref.replace('#/components/schemas/', '')] ?? {};
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { requestBody, parameters = [] } = operation as Described;
      const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
      const query = needed.map(({ name }) => `${name}=x`).join('&');
      const { content = {} } = requestBody ?? {};
      return Object.entries(content)
        .filter(([kind]) => /json/.test(kind))
        .map(([kind, { schema }]) => ({
          ...{ method: method.toUpperCase(), path: query === '' ? path : `${path}?${query}`, kind },
          body: bodiesOf(schema, resolve),
        }));
    }),
  );
}

test(`${RUNS} bodies made from the service's own description are answered or refused with the place, never with a fault`, {
  timeout: 3_600_000,
}, async () => {
  const { organisation, app } = await serviceOfTests();
  const { ask } = await organisation('Werf');
  const operations = operationsOf(await (await app.request('/openapi.json')).json());
  expect(operations.length).toBeGreaterThan(0);
  const seed = seedOf();
  let slowest = { milliseconds: 0, route: '' };
  const told = new Map<string, number>();
  const request = fc.constantFrom(...operations).chain((operation) => fc.tuple(fc.constant(operation), operation.body));
  await fc.assert(
    fc.asyncProperty(request, async ([{ method, path, kind }, body]) => {
      const at = path.replaceAll(/\{[^}]+\}/g, 'ab'.repeat(32));
      const began = performance.now();
      const answer = await ask(at, {
        method,
        body: JSON.stringify(body) ?? 'null',
        headers: { 'content-type': kind, 'if-match': '"v1"' },
      });
      const milliseconds = performance.now() - began;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, route: `${method} ${path}` };
      const text = await answer.text();
      const key = `${method} ${path} ${answer.status}`;
      told.set(key, (told.get(key) ?? 0) + 1);
      expect(answer.status, text).toBeLessThan(500);
      if (answer.status !== 422) return;
      const { errors } = JSON.parse(text) as { errors: { pointer?: string; file?: string }[] };
      expect(errors.length, text).toBeGreaterThan(0);
      for (const { pointer } of errors) expect(pointer, text).toMatch(/^(\/|$)/);
    }),
    { numRuns: RUNS, seed },
  );
  console.log(`seed ${seed}; slowest of ${RUNS} answers: ${Math.round(slowest.milliseconds)} ms, ${slowest.route}`);
  for (const { method, path } of operations)
    expect(
      [...told.keys()].some((key) => key.startsWith(`${method} ${path} 4`)),
      `${method} ${path} refused nothing`,
    ).toBe(true);
});
