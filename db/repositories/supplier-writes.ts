import { and, eq, exists, notExists, type SQL, sql } from 'drizzle-orm';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { registries } from '../schema/registries.ts';
import { supplierCertificates } from '../schema/supplier-certificates.ts';
import { supplierProcesses } from '../schema/supplier-processes.ts';
import { suppliers } from '../schema/suppliers.ts';
import type { Scope } from '../scope.ts';
import { newId } from '../surroundings.ts';

/** Entries of one statement: a parameter of about a megabyte. */
const AT_A_TIME = 1000;

/**
 * The statements that change the suppliers of one registry, for one batch. A batch has no branches, so the first one, `bump`, holds
 * the condition and stamps the registry with a new edition; the others do nothing unless that edition stands. `version` is the
 * registry's then.
 */
export function supplierWrites({ database, organisation, surroundings }: Scope, registry: string) {
  const edition = newId(surroundings, 'edition');
  const here = and(eq(registries.id, registry), eq(registries.organisation, organisation));
  const stamped = sql`exists (select 1 from ${registries} where ${here} and ${registries.edition} = ${edition})`;
  const present = (supplier: string, version?: number) =>
    database
      .select({ one: sql`1` })
      .from(suppliers)
      .where(
        and(
          eq(suppliers.organisation, organisation),
          eq(suppliers.registry, registry),
          eq(suppliers.supplier, supplier),
          version === undefined ? undefined : eq(suppliers.version, version),
        ),
      );
  const within = (
    table: typeof suppliers | typeof supplierProcesses | typeof supplierCertificates,
    supplier?: string,
  ) =>
    and(
      eq(table.organisation, organisation),
      eq(table.registry, registry),
      supplier === undefined ? undefined : eq(table.supplier, supplier),
      stamped,
    );
  /** Lists by process and certificate are written from the documents alone, so that they cannot disagree with them. */
  const listed = (supplier?: string) => [
    database.run(sql`insert or ignore into ${supplierProcesses} (registry, process, supplier, organisation)
      select s.registry, row.value ->> '$.process', s.supplier, s.organisation
      from suppliers s, json_each(s.document, '$.capacity') row where ${ofDocuments(supplier)}`),
    database.run(sql`insert or ignore into ${supplierCertificates} (registry, certificate, supplier, organisation)
      select s.registry, row.value ->> '$.certificate', s.supplier, s.organisation
      from suppliers s, json_each(s.document, '$.certificates') row where ${ofDocuments(supplier)}`),
  ];
  const ofDocuments = (supplier?: string): SQL =>
    sql`s.organisation = ${organisation} and s.registry = ${registry} and ${stamped}
      ${supplier === undefined ? sql`` : sql`and s.supplier = ${supplier}`}`;
  const inserted = (entries: string) =>
    database.run(sql`insert into ${suppliers} (registry, organisation, supplier, version, category, region, document)
      select r.id, r.organisation, entry.value ->> '$.supplier.supplier', r.version,
        entry.value ->> '$.supplier.category', entry.value ->> '$.supplier.region', entry.value
      from registries r, json_each(${entries}) entry
      where r.id = ${registry} and r.organisation = ${organisation} and r.edition = ${edition}`);
  return {
    /** Changes the registry's version where the condition holds; answers with the new one, else with no row. */
    bump: (condition: SQL | undefined) =>
      database
        .update(registries)
        .set({ version: sql`${registries.version} + 1`, edition, updatedAt: surroundings.now() })
        .where(and(here, condition))
        .returning({ version: registries.version }),
    registryIs: (version: number): SQL => eq(registries.version, version),
    /** Null: there is no such supplier. */
    supplierIs: (supplier: string, version: number | null): SQL =>
      version === null ? notExists(present(supplier)) : exists(present(supplier, version)),
    /** Removes one supplier, or all, and what lists say of it. */
    remove: (supplier?: string) => [
      database.delete(supplierProcesses).where(within(supplierProcesses, supplier)),
      database.delete(supplierCertificates).where(within(supplierCertificates, supplier)),
      database.delete(suppliers).where(within(suppliers, supplier)),
    ],
    /** Adds entries, in as many statements as they need. */
    insert: (entries: readonly RegistryEntry[]) => {
      const inserts = [];
      for (let at = 0; at < entries.length; at += AT_A_TIME)
        inserts.push(inserted(JSON.stringify(entries.slice(at, at + AT_A_TIME))));
      return inserts;
    },
    listed,
  };
}
