import { describe, expect, test } from 'vitest';
import type { SupplierFilter } from '../../../db/repositories/supplier-filter.ts';
import { PLACES, storeOf, surroundingsOf } from '../../support/storage.ts';
import { firm } from '../../support/storage-samples.ts';

const WELDER = firm('S1', { category: 'A', region: 'NL321', process: 'welding', certificate: 'AQAP 2110' });
const MILLER = firm('S2', { category: 'B', region: 'NL329', process: 'milling', certificate: 'ISO 9001' });
const BOTH = { ...firm('S3', { category: 'C', region: 'NL411' }), capacity: [...WELDER.capacity, ...MILLER.capacity] };

describe.each(PLACES)('suppliers of a registry %s', (_, open) => {
  async function registryOf(...entries: readonly ReturnType<typeof firm>[]) {
    const { surroundings } = surroundingsOf('suppliers');
    const { store } = await storeOf(await open(), 'Werf', surroundings);
    const added = await store.registries.add('welders');
    if (!added.ok) throw new Error('no registry');
    const registry = added.value.id;
    const put = await store.suppliers.replaceAll(registry, entries, 1);
    expect(put).toEqual({ ok: true, value: { version: 2 } });
    return { store, registry };
  }

  test('come back as they were put in, whole, in the order of their identifiers', async () => {
    const { store, registry } = await registryOf(BOTH, WELDER, MILLER);
    expect(await store.suppliers.all(registry)).toEqual({ version: 2, entries: [WELDER, MILLER, BOTH] });
    expect(await store.suppliers.get(registry, 'S3')).toEqual({ version: 2, entry: BOTH });
    expect(await store.suppliers.get(registry, 'S9')).toBeUndefined();
  });

  test.each<[SupplierFilter, string[]]>([
    [{}, ['S1', 'S2', 'S3']],
    [{ category: ['A', 'C'] }, ['S1', 'S3']],
    [{ region: 'NL32' }, ['S1', 'S2']],
    [{ region: '' }, ['S1', 'S2', 'S3']],
    [{ region: 'NL%' }, []],
    [{ process: 'milling' }, ['S2', 'S3']],
    [{ certificate: 'ISO 9001' }, ['S2', 'S3']],
    [{ process: 'welding', certificate: 'ISO 9001' }, ['S3']],
    [{ process: "'; drop table suppliers; --" }, []],
  ])('are found by %j', async (filter, found) => {
    const { store, registry } = await registryOf(WELDER, MILLER, BOTH);
    const page = await store.suppliers.list(registry, filter, { limit: 10 });
    expect(page.ok && page.value.items.map(({ entry }) => entry.supplier.supplier)).toEqual(found);
  });

  test('are paged without showing one twice or leaving one out while others are added', async () => {
    const { store, registry } = await registryOf(...['B', 'D', 'F', 'H'].map((id) => firm(id)));
    const first = await store.suppliers.list(registry, {}, { limit: 2 });
    if (!first.ok || first.value.next === null) throw new Error('no second page');
    await store.suppliers.put(registry, firm('A'), null);
    await store.suppliers.put(registry, firm('E'), null);
    const second = await store.suppliers.list(registry, {}, { limit: 3, cursor: first.value.next });
    const ids = (page: typeof second) => page.ok && page.value.items.map(({ entry }) => entry.supplier.supplier);
    expect([ids(first), ids(second)]).toEqual([
      ['B', 'D'],
      ['E', 'F', 'H'],
    ]);
    expect(second.ok && second.value.next).toBeNull();
  });

  test('refuse a cursor that was made up, or made for another list', async () => {
    const { store, registry } = await registryOf(WELDER, MILLER);
    const other = await store.suppliers.list(`${registry}x`, {}, { limit: 1, cursor: 'bm9uc2Vuc2U' });
    const page = await store.suppliers.list(registry, {}, { limit: 1 });
    const cursor = page.ok && page.value.next;
    const elsewhere = await store.registries.list({ limit: 1, cursor: String(cursor) });
    expect([other, elsewhere]).toEqual([
      { ok: false, reason: 'bad-cursor' },
      { ok: false, reason: 'bad-cursor' },
    ]);
  });

  test('a change needs the version that was read: the second of two is a conflict and changes nothing', async () => {
    const { store, registry } = await registryOf(WELDER, MILLER);
    const mine = firm('S1', { name: 'mine', process: 'casting' });
    const theirs = firm('S1', { name: 'theirs', process: 'forging' });
    expect(await store.suppliers.put(registry, mine, 2)).toEqual({ ok: true, value: { version: 3 } });
    expect(await store.suppliers.put(registry, theirs, 2)).toEqual({ ok: false, reason: 'conflict' });
    expect(await store.suppliers.get(registry, 'S1')).toEqual({ version: 3, entry: mine });
    const offered = async (process: string) => {
      const page = await store.suppliers.list(registry, { process }, { limit: 9 });
      return page.ok && page.value.items.length;
    };
    expect([await offered('casting'), await offered('forging'), await offered('welding')]).toEqual([1, 0, 0]);
    expect((await store.registries.get(registry))?.version).toBe(3);
  });

  test('one that is added must not be there; one that is changed or removed must be', async () => {
    const { store, registry } = await registryOf(WELDER);
    const { suppliers } = store;
    expect(await suppliers.put(registry, WELDER, null)).toEqual({ ok: false, reason: 'conflict' });
    expect(await suppliers.put(registry, MILLER, 2)).toEqual({ ok: false, reason: 'not-found' });
    expect(await suppliers.put('reg_none', MILLER, null)).toEqual({ ok: false, reason: 'not-found' });
    expect(await suppliers.remove(registry, 'S1', 1)).toEqual({ ok: false, reason: 'conflict' });
    expect(await suppliers.remove(registry, 'S1', 2)).toEqual({ ok: true, value: { version: 3 } });
    expect(await suppliers.remove(registry, 'S1', 2)).toEqual({ ok: false, reason: 'not-found' });
    const page = await suppliers.list(registry, { process: 'welding' }, { limit: 9 });
    expect(page.ok && page.value.items).toEqual([]);
  });

  test('a version read before a supplier was removed and added again does not fit any more', async () => {
    const { store, registry } = await registryOf(WELDER);
    await store.suppliers.remove(registry, 'S1', 2);
    await store.suppliers.put(registry, WELDER, null);
    expect(await store.suppliers.put(registry, WELDER, 2)).toEqual({ ok: false, reason: 'conflict' });
  });

  test('an import replaces all of them or none', async () => {
    const { store, registry } = await registryOf(WELDER, MILLER);
    const late = await store.suppliers.replaceAll(registry, [BOTH], 1);
    expect(late).toEqual({ ok: false, reason: 'conflict' });
    await expect(store.suppliers.replaceAll(registry, [BOTH, BOTH], 2)).rejects.toThrow();
    expect(await store.suppliers.all(registry)).toEqual({ version: 2, entries: [WELDER, MILLER] });
    expect(await store.suppliers.replaceAll('reg_none', [BOTH], 1)).toEqual({ ok: false, reason: 'not-found' });
    await store.suppliers.replaceAll(registry, [BOTH], 2);
    expect(await store.suppliers.all(registry)).toEqual({ version: 3, entries: [BOTH] });
  });
});
