import { registryCsv } from '../../scenarios/wire/registry/registry-csv.ts';
import type { Store } from './ports.ts';

export interface RegistryTables {
  /** Of the registry, that the tables belong to. */
  readonly version: number;
  /** suppliers.csv, capacity.csv, certificates.csv and expansions.csv. */
  readonly files: ReadonlyMap<string, string>;
}

/** The tables of a registry as CSV texts, which an import takes back; undefined: there is no such registry. */
export async function registryTables({
  ctx,
  input,
}: {
  ctx: { readonly store: Pick<Store, 'suppliers'> };
  input: { readonly registry: string };
}): Promise<RegistryTables | undefined> {
  const all = await ctx.store.suppliers.all(input.registry);
  return all && { version: all.version, files: registryCsv(all.entries) };
}
