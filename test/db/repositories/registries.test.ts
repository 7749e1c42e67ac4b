import { describe, expect, test } from 'vitest';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';
import { firm } from '../../support/storage-samples.ts';

describe.each(PLACES)('registries %s', (_, open) => {
  async function shelf() {
    const { clock, surroundings } = surroundingsOf('registries');
    return { clock, ...(await storeOf(await open(), 'Werf', surroundings)) };
  }

  test('have a name of their own and are listed by it', async () => {
    const { store } = await shelf();
    for (const name of ['welders', 'millers', 'Éclair'])
      expect(await store.registries.add(name)).toMatchObject({ ok: true });
    expect(await store.registries.add('welders')).toEqual({ ok: false, reason: 'name-taken' });
    const first = await store.registries.list({ limit: 2 });
    const second = await store.registries.list({ limit: 2, cursor: String(first.ok && first.value.next) });
    const names = [first, second].map((page) => page.ok && page.value.items.map(({ name }) => name));
    expect(names).toEqual([['millers', 'welders'], ['Éclair']]);
  });

  test('are filled as they are added, and found by what their suppliers do', async () => {
    const { store } = await shelf();
    const added = await store.registries.addWith('welders', [firm('S2'), firm('S1', { process: 'milling' })]);
    if (!added.ok) throw new Error('no registry');
    const { id } = added.value;
    expect(await store.registries.get(id)).toEqual(added.value);
    const { version } = added.value;
    expect(await store.suppliers.all(id)).toEqual({
      version,
      entries: [firm('S1', { process: 'milling' }), firm('S2')],
    });
    const millers = await store.suppliers.list(id, { process: 'milling' }, { limit: 9 });
    expect(millers.ok && millers.value.items.map(({ entry }) => entry.supplier.supplier)).toEqual(['S1']);
  });

  test('leave nothing behind, not even their name, where their suppliers are refused', async () => {
    const { store } = await shelf();
    await expect(store.registries.addWith('welders', [firm('S1'), firm('S1')])).rejects.toThrow();
    expect(await store.registries.list({ limit: 9 })).toMatchObject({ value: { items: [] } });
    expect(await store.registries.addWith('welders', [firm('S1')])).toMatchObject({ ok: true });
  });

  test('that have the name already keep their suppliers', async () => {
    const { store } = await shelf();
    const added = await store.registries.addWith('welders', [firm('S1')]);
    expect(await store.registries.addWith('welders', [firm('S2')])).toEqual({ ok: false, reason: 'name-taken' });
    const page = await store.registries.list({ limit: 9 });
    expect(page).toMatchObject({ value: { items: [added.ok && added.value] } });
    const there = await store.suppliers.all(added.ok ? added.value.id : '');
    expect(there?.entries).toEqual([firm('S1')]);
  });

  test('show a new version and when they changed after each change of a supplier', async () => {
    const { clock, store } = await shelf();
    const added = await store.registries.add('welders');
    if (!added.ok) throw new Error('no registry');
    const { id, createdAt } = added.value;
    clock.now += 5;
    await store.suppliers.put(id, firm('S1'), null);
    expect(await store.registries.get(id)).toEqual({ ...added.value, version: 2, updatedAt: createdAt + 5 });
  });
});
