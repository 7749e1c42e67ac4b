import { describe, expect, test } from 'vitest';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';
import { planNamed } from '../../support/storage-samples.ts';

const stated = (sha256: string, document = `{"name":"${sha256}"}`) =>
  ({ sha256, name: 'crane', parent: null, patch: null, document }) as const;
const kept = (digest: string, scenario: string, cost?: number) => {
  const plan = planNamed(digest, scenario, cost);
  return { plan, text: `${JSON.stringify(plan, undefined, 2)}\n` };
};

describe.each(PLACES)('scenarios and plans %s', (_, open) => {
  async function workshop() {
    const { clock, surroundings } = surroundingsOf('scenarios');
    return { clock, ...(await storeOf(await open(), 'Werf', surroundings)) };
  }

  test('a scenario gives back its text to the letter, however large and in whatever script', async () => {
    const { store } = await workshop();
    const document = JSON.stringify({ note: 'Ω≠é\u0000🛠'.repeat(100_000) });
    expect(await store.scenarios.keep(stated('a1', document))).toEqual({ ok: true, value: { added: true } });
    expect(await store.scenarios.document('a1')).toBe(document);
    expect(await store.scenarios.document('a2')).toBeUndefined();
  });

  test('a scenario is kept once: kept again it stays as it was, with its lineage', async () => {
    const { store, clock } = await workshop();
    await store.scenarios.keep(stated('a1'));
    await store.scenarios.keep(stated('b2'));
    const patch = [{ op: 'replace', path: '/solve/gap', value: 0.02 }];
    await store.scenarios.keep({ ...stated('c3'), parent: 'a1', patch });
    clock.now += 1000;
    const again = await store.scenarios.keep({ ...stated('c3'), parent: 'b2', patch: [] });
    expect(again).toEqual({ ok: true, value: { added: false } });
    expect(await store.scenarios.get('c3')).toMatchObject({ parent: 'a1', patch, createdAt: clock.now - 1000 });
    const orphan = await store.scenarios.keep({ ...stated('d4'), parent: 'unknown', patch });
    expect(orphan).toEqual({ ok: false, reason: 'no-parent' });
  });

  test('lists show the newest first, and stay put while others are added', async () => {
    const { store, clock } = await workshop();
    for (const sha256 of ['a', 'b', 'c', 'd']) {
      await store.scenarios.keep(stated(sha256));
      if (sha256 !== 'b') clock.now += 1000;
    }
    const first = await store.scenarios.list({ limit: 2 });
    await store.scenarios.keep(stated('e'));
    const second = await store.scenarios.list({ limit: 2, cursor: String(first.ok && first.value.next) });
    const names = (page: typeof second) => page.ok && page.value.items.map(({ sha256 }) => sha256);
    expect([names(first), names(second)]).toEqual([
      ['d', 'c'],
      ['b', 'a'],
    ]);
    expect(second.ok && second.value.next).toBeNull();
  });

  test('a plan shows in lists what a planner compares, and gives back plan.json byte for byte', async () => {
    const { store, clock } = await workshop();
    await store.scenarios.keep(stated('a1'));
    const plan = kept('p1', 'a1', 252e6);
    expect(await store.plans.keep(plan)).toEqual({ ok: true, value: { added: true } });
    expect(await store.plans.keep(plan)).toEqual({ ok: true, value: { added: false } });
    expect(await store.plans.text('p1')).toBe(plan.text);
    expect(await store.plans.get('p1')).toEqual({
      ...{ digest: 'p1', scenario: 'a1', name: 'crane', status: 'optimal' },
      ...{ shortfall: 0, cost: 252e6, members: 1, multiple: 3.5, gap: 0.01, createdAt: clock.now },
    });
    expect(await store.plans.keep(kept('p2', 'unknown'))).toEqual({ ok: false, reason: 'no-scenario' });
  });

  test('a plan that there is not shows no figures', async () => {
    const { store } = await workshop();
    await store.scenarios.keep(stated('a1'));
    const plan = { ...planNamed('p1', 'a1'), status: 'infeasible', aims: [], members: [], rampUp: [] } as const;
    await store.plans.keep({ plan, text: '{}\n' });
    expect(await store.plans.get('p1')).toMatchObject({ cost: null, shortfall: null, gap: null, multiple: null });
  });

  test('plans are listed all together or of one scenario', async () => {
    const { store } = await workshop();
    for (const scenario of ['a1', 'b2']) await store.scenarios.keep(stated(scenario));
    for (const [digest, scenario] of [
      ['p1', 'a1'],
      ['p2', 'b2'],
      ['p3', 'a1'],
    ] as const)
      await store.plans.keep(kept(digest, scenario));
    const digests = async (filter: { scenario?: string }) => {
      const page = await store.plans.list(filter, { limit: 9 });
      return page.ok && page.value.items.map(({ digest }) => digest);
    };
    expect(await digests({})).toEqual(['p3', 'p2', 'p1']);
    expect(await digests({ scenario: 'a1' })).toEqual(['p3', 'p1']);
  });
});
