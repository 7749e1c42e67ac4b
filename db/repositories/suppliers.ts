import { and, asc, eq, gt } from 'drizzle-orm';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { registries } from '../schema/registries.ts';
import { suppliers } from '../schema/suppliers.ts';
import type { Scope } from '../scope.ts';
import { matching, type SupplierFilter } from './supplier-filter.ts';
import { supplierWrites } from './supplier-writes.ts';

/** A supplier as it stands in a registry; `version` is to be named when it is changed. */
export interface StoredSupplier {
  readonly version: number;
  readonly entry: RegistryEntry;
}

/** The version of registry and supplier after a change. Conflict: somebody else changed it since the version named. */
type Changed = Promise<Answer<{ readonly version: number }, 'conflict' | 'not-found'>>;

/** The suppliers of the registries of an organisation. */
export interface SupplierStore {
  readonly get: (registry: string, supplier: string) => Promise<StoredSupplier | undefined>;
  /** By identifier. Of a registry that is not there: an empty list. */
  readonly list: (
    registry: string,
    filter: SupplierFilter,
    wanted: PageWanted,
  ) => Promise<Answer<Page<StoredSupplier>, 'bad-cursor'>>;
  /** Every entry by identifier, with the registry's version that they belong to. */
  readonly all: (
    registry: string,
  ) => Promise<{ readonly version: number; readonly entries: readonly RegistryEntry[] } | undefined>;
  /** Puts these entries in the place of all that are there, all of them or none. Throws where two have the same identifier. */
  readonly replaceAll: (registry: string, entries: readonly RegistryEntry[], version: number) => Changed;
  /** Changes the supplier that the entry names; `version` null: adds it. */
  readonly put: (registry: string, entry: RegistryEntry, version: number | null) => Changed;
  readonly remove: (registry: string, supplier: string, version: number) => Changed;
}

/** The suppliers of the registries of an organisation. */
export function createSupplierStore(scope: Scope): SupplierStore {
  const { database, organisation } = scope;
  const inRegistry = (registry: string) =>
    and(eq(suppliers.organisation, organisation), eq(suppliers.registry, registry));
  const read = { supplier: suppliers.supplier, version: suppliers.version, document: suppliers.document };
  const stored = ({ version, document }: { version: number; document: string }): StoredSupplier => ({
    version,
    entry: JSON.parse(document),
  });
  const versionOf = (registry: string) =>
    database
      .select({ version: registries.version })
      .from(registries)
      .where(and(eq(registries.organisation, organisation), eq(registries.id, registry)));
  const one = async (registry: string, supplier: string) =>
    (
      await database
        .select(read)
        .from(suppliers)
        .where(and(inRegistry(registry), eq(suppliers.supplier, supplier)))
    )[0];
  const changed = async (bumped: readonly { version: number }[], isThere: () => Promise<boolean>): Changed => {
    const [first] = bumped;
    if (first !== undefined) return { ok: true, value: first };
    return { ok: false, reason: (await isThere()) ? 'conflict' : 'not-found' };
  };
  const hasRegistry = async (registry: string) => (await versionOf(registry)).length > 0;
  return {
    get: async (registry, supplier) => {
      const row = await one(registry, supplier);
      return row && stored(row);
    },
    list: async (registry, filter, wanted) => {
      const page = await pageOf(
        `suppliers of ${registry} ${JSON.stringify(filter)}`,
        wanted,
        [''],
        (after, limit) =>
          database
            .select(read)
            .from(suppliers)
            .where(
              and(
                inRegistry(registry),
                matching(database, registry, filter),
                after && gt(suppliers.supplier, String(after[0])),
              ),
            )
            .orderBy(asc(suppliers.supplier))
            .limit(limit),
        (row) => [row.supplier],
      );
      return page.ok ? { ok: true, value: { ...page.value, items: page.value.items.map(stored) } } : page;
    },
    all: async (registry) => {
      const rows = database.select(read).from(suppliers).where(inRegistry(registry)).orderBy(asc(suppliers.supplier));
      const [[current], found] = await database.batch([versionOf(registry), rows]);
      return current && { version: current.version, entries: found.map((row) => stored(row).entry) };
    },
    replaceAll: async (registry, entries, version) => {
      const writes = supplierWrites(scope, registry);
      const [bumped] = await database.batch([
        writes.bump(writes.registryIs(version)),
        ...writes.remove(),
        ...writes.insert(entries),
        ...writes.listed(),
      ]);
      return changed(bumped, () => hasRegistry(registry));
    },
    put: async (registry, entry, version) => {
      const writes = supplierWrites(scope, registry);
      const { supplier } = entry.supplier;
      const [bumped] = await database.batch([
        writes.bump(writes.supplierIs(supplier, version)),
        ...writes.remove(supplier),
        ...writes.insert([entry]),
        ...writes.listed(supplier),
      ]);
      return changed(bumped, async () =>
        version === null ? hasRegistry(registry) : (await one(registry, supplier)) !== undefined,
      );
    },
    remove: async (registry, supplier, version) => {
      const writes = supplierWrites(scope, registry);
      const [bumped] = await database.batch([
        writes.bump(writes.supplierIs(supplier, version)),
        ...writes.remove(supplier),
      ]);
      return changed(bumped, async () => (await one(registry, supplier)) !== undefined);
    },
  };
}
