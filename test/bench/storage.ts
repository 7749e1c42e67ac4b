import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../db/client.ts';
import { fileUrl } from '../../db/file-copy.node.ts';
import { migrateDatabase } from '../../db/migrate.node.ts';
import { createOrganisationStore } from '../../db/repositories/organisations.ts';
import { createStore, type Store } from '../../db/store.ts';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { type Bench, measured } from './measurement.ts';
import { entryOf } from './registry-json.ts';

const SUPPLIERS = 7_274;
const EDITS = 300;
const PAGES = 200;

interface Filled {
  readonly store: Store;
  readonly registry: string;
  readonly entries: readonly RegistryEntry[];
}

/** Measures what is done with a registry in a new file; `filled`: the suppliers are in it already. */
const inRegistry =
  (name: string, rows: number, filled: boolean, use: (registry: Filled) => Promise<string>): Bench =>
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gilde-bench-'));
    const surroundings = { now: Date.now, randomBytes: (size: number) => crypto.getRandomValues(new Uint8Array(size)) };
    const waiting = { now: Date.now, chance: Math.random, sleep, patience: 1000 };
    const database = await openDatabase({ url: fileUrl(join(folder, 'gilde.db')) }, waiting);
    try {
      await migrateDatabase(database);
      const organisation = await createOrganisationStore(database, surroundings).add('bench');
      const store = createStore(database, organisation.id, surroundings);
      const added = await store.registries.add('all');
      if (!added.ok) throw new Error(added.reason);
      const entries = Array.from({ length: SUPPLIERS }, (_, k) => entryOf(k, `Firm ${k}`));
      if (filled) await store.suppliers.replaceAll(added.value.id, entries, 1);
      return await measured(name, rows, () => use({ store, registry: added.value.id, entries }));
    } finally {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };

const perSecond = (times: number, since: number): string =>
  `${Math.round(times / ((performance.now() - since) / 1000)).toLocaleString('en')} a second`;

/** The store in an embedded file, each commit synced to disk. */
export const storageBenches: readonly Bench[] = [
  inRegistry('store: import a registry into an empty one', SUPPLIERS, false, async ({ store, registry, entries }) => {
    const put = await store.suppliers.replaceAll(registry, entries, 1);
    return put.ok ? 'one batch' : put.reason;
  }),
  inRegistry('store: import a registry over another', SUPPLIERS, true, async ({ store, registry, entries }) => {
    const put = await store.suppliers.replaceAll(registry, entries, 2);
    return put.ok ? 'one batch' : put.reason;
  }),
  inRegistry('store: read a whole registry', SUPPLIERS, true, async ({ store, registry }) => {
    const all = await store.suppliers.all(registry);
    return `${all?.entries.length} suppliers`;
  }),
  inRegistry('store: page through a registry, 50 a page', PAGES, true, async ({ store, registry }) => {
    const began = performance.now();
    let cursor: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const read = await store.suppliers.list(registry, {}, { limit: 50, ...(cursor !== null && { cursor }) });
      cursor = read.ok ? read.value.next : null;
    }
    return perSecond(PAGES, began);
  }),
  inRegistry('store: pages by region, process and certificate', PAGES, true, async ({ store, registry }) => {
    const began = performance.now();
    const filter = { region: 'NL3', process: 'welding', certificate: 'AQAP 2110' };
    for (let page = 0; page < PAGES; page += 1) await store.suppliers.list(registry, filter, { limit: 50 });
    return perSecond(PAGES, began);
  }),
  inRegistry('store: edit suppliers one by one', EDITS, true, async ({ store, registry }) => {
    const began = performance.now();
    for (let k = 0; k < EDITS; k += 1) {
      const put = await store.suppliers.put(registry, entryOf(k, 'edited'), 2);
      if (!put.ok) throw new Error(put.reason);
    }
    return perSecond(EDITS, began);
  }),
];
