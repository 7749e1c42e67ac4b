import { and, asc, eq, getTableColumns, gt } from 'drizzle-orm';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { registries } from '../schema/registries.ts';
import type { Scope } from '../scope.ts';
import { newId } from '../surroundings.ts';
import { supplierWrites } from './supplier-writes.ts';

/** A named set of suppliers. */
export interface Registry {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  /** Grows with each change of the registry or of a supplier in it. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface RegistryStore {
  /** An empty registry; names are unique in an organisation. */
  readonly add: (name: string) => Promise<Answer<Registry, 'name-taken'>>;
  /** A registry that is filled at once, both or neither. Throws where two entries have the same identifier. */
  readonly addWith: (name: string, entries: readonly RegistryEntry[]) => Promise<Answer<Registry, 'name-taken'>>;
  readonly get: (id: string) => Promise<Registry | undefined>;
  /** By name. */
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<Registry>, 'bad-cursor'>>;
}

const { edition: _, ...shown } = getTableColumns(registries);

/** The registries of an organisation. */
export function createRegistryStore(scope: Scope): RegistryStore {
  const { database, organisation, surroundings } = scope;
  const own = eq(registries.organisation, organisation);
  const newRegistry = (name: string): Registry => {
    const at = surroundings.now();
    return { id: newId(surroundings, 'reg'), organisation, name, version: 1, createdAt: at, updatedAt: at };
  };
  const inserted = (registry: Registry) =>
    database
      .insert(registries)
      .values({ ...registry, edition: newId(surroundings, 'edition') })
      .onConflictDoNothing()
      .returning({ id: registries.id });
  const answer = (registry: Registry, added: boolean): Answer<Registry, 'name-taken'> =>
    added ? { ok: true, value: registry } : { ok: false, reason: 'name-taken' };
  return {
    add: async (name) => {
      const registry = newRegistry(name);
      return answer(registry, (await inserted(registry)).length > 0);
    },
    addWith: async (name, entries) => {
      const registry = newRegistry(name);
      const writes = supplierWrites(scope, registry.id);
      // Where the name is taken nothing has this id, so that the rest does nothing.
      const [, [filled]] = await database.batch([
        inserted(registry),
        writes.bump(writes.registryIs(registry.version)),
        ...writes.insert(entries),
        ...writes.listed(),
      ]);
      return answer({ ...registry, ...filled }, filled !== undefined);
    },
    get: async (id) =>
      (
        await database
          .select(shown)
          .from(registries)
          .where(and(own, eq(registries.id, id)))
      )[0],
    list: (wanted) =>
      pageOf(
        'registries',
        wanted,
        [''],
        (after, limit) =>
          database
            .select(shown)
            .from(registries)
            .where(and(own, after && gt(registries.name, String(after[0]))))
            .orderBy(asc(registries.name))
            .limit(limit),
        (registry) => [registry.name],
      ),
  };
}
