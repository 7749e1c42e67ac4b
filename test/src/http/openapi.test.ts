import { expect, test } from 'vitest';
import { serviceOfTests } from '../../support/service.ts';

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
