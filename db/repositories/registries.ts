import { and, asc, eq, getTableColumns, gt } from 'drizzle-orm';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { registries } from '../schema/registries.ts';
import type { Scope } from '../scope.ts';
import { newId } from '../surroundings.ts';

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
  readonly get: (id: string) => Promise<Registry | undefined>;
  /** By name. */
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<Registry>, 'bad-cursor'>>;
}

const { edition: _, ...shown } = getTableColumns(registries);

/** The registries of an organisation. */
export function createRegistryStore({ database, organisation, surroundings }: Scope): RegistryStore {
  const own = eq(registries.organisation, organisation);
  return {
    add: async (name) => {
      const at = surroundings.now();
      const registry = {
        ...{ id: newId(surroundings, 'reg'), organisation, name, version: 1 },
        ...{ createdAt: at, updatedAt: at },
      };
      const added = await database
        .insert(registries)
        .values({ ...registry, edition: newId(surroundings, 'edition') })
        .onConflictDoNothing()
        .returning({ id: registries.id });
      return added.length > 0 ? { ok: true, value: registry } : { ok: false, reason: 'name-taken' };
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
