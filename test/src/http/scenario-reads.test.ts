import { expect, test } from 'vitest';
import { DEMO_SCENARIO } from '../../../src/http/demo.ts';
import { serviceOfTests } from '../../support/service.ts';
import { keepTiny, tinyPlanned } from '../../support/tiny-planned.ts';

test('the scenario to copy is the example tiny, normalised', async () => {
  const { scenario } = await tinyPlanned();
  const file = '../../../scenarios/examples/tiny/expected/document.json';
  await expect(`${JSON.stringify(scenario, null, 2)}\n`).toMatchFileSnapshot(file);
  expect(DEMO_SCENARIO).toEqual(scenario);
  const { organisation } = await serviceOfTests();
  const { ask } = await organisation('Werf');
  expect(await (await ask('/v1/demo/scenario')).json()).toEqual(scenario);
});

test('a scenario is read by its hash: what it is, and its whole document, which never changes', async () => {
  const { organisation } = await serviceOfTests();
  const { ask, store } = await organisation('Werf');
  const { scenario, sha256 } = await keepTiny(store);
  expect(await (await ask(`/v1/scenarios/${sha256}`)).json()).toEqual({
    ...{ sha256, name: 'tiny (synthetic example)', parent: null, patch: null, createdAt: '2026-01-01T00:00:00.000Z' },
    links: {
      self: `/v1/scenarios/${sha256}`,
      document: `/v1/scenarios/${sha256}/document`,
      lineage: `/v1/scenarios/${sha256}/lineage`,
      variants: `/v1/scenarios/${sha256}/variants`,
      plans: `/v1/plans?scenario=${sha256}`,
    },
  });
  const whole = await ask(`/v1/scenarios/${sha256}/document`);
  expect(await whole.json()).toEqual(scenario);
  expect(whole.headers.get('cache-control')).toContain('immutable');
  const headers = { 'if-none-match': whole.headers.get('etag')! };
  expect((await ask(`/v1/scenarios/${sha256}/document`, { headers })).status).toBe(304);
  expect((await (await ask(`/v1/plans?scenario=${sha256}`)).json()) as object).toMatchObject({ items: [{}] });
});

test('another organisation’s scenario is not there', async () => {
  const { organisation } = await serviceOfTests();
  const { sha256 } = await keepTiny((await organisation('Werf')).store);
  const { ask } = await organisation('Kade');
  for (const part of ['', '/document']) expect((await ask(`/v1/scenarios/${sha256}${part}`)).status).toBe(404);
  expect(await (await ask('/v1/scenarios')).json()).toEqual({ items: [], hasMore: false, next: null });
});

test('scenarios are listed newest first, page by page; a page of another list is refused', async () => {
  const { organisation, clock } = await serviceOfTests();
  const { ask, store } = await organisation('Werf');
  for (const name of ['one', 'two', 'three']) {
    clock.now += 1000;
    await store.scenarios.keep({ sha256: name, name, parent: null, patch: null, document: '{}' });
  }
  interface Page {
    readonly items: readonly { readonly name: string }[];
    readonly hasMore: boolean;
    readonly next: string | null;
  }
  const first = (await (await ask('/v1/scenarios?limit=2')).json()) as Page;
  expect([first.items.map(({ name }) => name), first.hasMore]).toEqual([['three', 'two'], true]);
  const second = (await (await ask(`/v1/scenarios?limit=2&cursor=${first.next}`)).json()) as Page;
  expect([second.items.map(({ name }) => name), second.hasMore, second.next]).toEqual([['one'], false, null]);
  expect((await ask(`/v1/plans?cursor=${first.next}`)).status).toBe(400);
  expect((await ask('/v1/scenarios?limit=0')).status).toBe(400);
});
