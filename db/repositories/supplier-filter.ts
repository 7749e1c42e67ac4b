import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Category } from '../../scenarios/domain/supplier.ts';
import type { Database } from '../client.ts';
import { supplierCertificates } from '../schema/supplier-certificates.ts';
import { supplierProcesses } from '../schema/supplier-processes.ts';
import { suppliers } from '../schema/suppliers.ts';

/** Which suppliers are wanted: all that is named must hold. */
export interface SupplierFilter {
  /** One of them. */
  readonly category?: readonly Category[];
  /** NUTS prefix: NL3 finds NL32. */
  readonly region?: string;
  /** Has hours of it. */
  readonly process?: string;
  /** Has a row on it, held or not yet. */
  readonly certificate?: string;
}

/** The conditions of a filter; undefined where it names nothing. */
export function matching(database: Database, registry: string, filter: SupplierFilter): SQL | undefined {
  const { category, region, process, certificate } = filter;
  const { registry: inProcesses, process: offered, supplier: maker } = supplierProcesses;
  const { registry: inCertificates, certificate: named, supplier: holder } = supplierCertificates;
  return and(
    category && inArray(suppliers.category, [...category]),
    region === undefined ? undefined : sql`substr(${suppliers.region}, 1, length(${region})) = ${region}`,
    process === undefined
      ? undefined
      : inArray(
          suppliers.supplier,
          database
            .select({ maker })
            .from(supplierProcesses)
            .where(and(eq(inProcesses, registry), eq(offered, process))),
        ),
    certificate === undefined
      ? undefined
      : inArray(
          suppliers.supplier,
          database
            .select({ holder })
            .from(supplierCertificates)
            .where(and(eq(inCertificates, registry), eq(named, certificate))),
        ),
  );
}
