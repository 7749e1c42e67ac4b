import { describe, expect, test } from 'vitest';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';
import { firm } from '../../support/storage-samples.ts';

describe.each(PLACES)('registries %s', (_, open) => {
  async function shelf() {
    const { clock, surroundings } = surroundingsOf('registries');
    return { clock, ...(await storeOf(await open(), 'Thales', surroundings)) };
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
