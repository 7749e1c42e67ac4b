import { expect, test } from 'vitest';
import { registryDocument, registryEntryDocument, scenarioDocument } from '../../../scenarios/wire/document-schema.ts';
import { DEMO_ENTRY, DEMO_REGISTRY, DEMO_SCENARIO } from '../../../src/http/demo.ts';
import { serviceOfTests } from '../../support/service.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === '$ref' && typeof entry === 'string' ? [entry] : refsIn(entry),
  );
};

test('every part that the OpenAPI document refers to stands in it', async () => {
  const { app } = await serviceOfTests();
  const answer = await app.request('/openapi.json');
  const document = (await answer.json()) as { components: { schemas: Record<string, unknown> } };
  const refs = new Set(refsIn(document));
  const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect([...refs].filter((ref) => !named.includes(ref))).toEqual([]);
  expect(refs.size).toBeGreaterThan(10);
});

test('what is described as a scenario, a registry and a supplier is what is read and answered', async () => {
  const { scenario } = await tinyPlanned();
  expect(scenarioDocument.parse(DEMO_SCENARIO)).toEqual(scenario);
  expect(registryDocument.parse(DEMO_REGISTRY)).toEqual(DEMO_REGISTRY);
  expect(registryEntryDocument.parse(DEMO_ENTRY)).toEqual(DEMO_ENTRY);
});

test('every POST tells of the header by which it is carried out once', async () => {
  const { app } = await serviceOfTests();
  const { paths } = (await (await app.request('/openapi.json')).json()) as {
    paths: Record<string, { post?: { parameters?: { name: string }[] } }>;
  };
  const posts = Object.values(paths).flatMap(({ post }) => (post === undefined ? [] : [post]));
  expect(posts.length).toBeGreaterThan(2);
  for (const { parameters = [] } of posts) expect(parameters.map(({ name }) => name)).toContain('Idempotency-Key');
});
