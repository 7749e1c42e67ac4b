import { z } from '@hono/zod-openapi';
import { registryEntryDocument } from '../../../scenarios/wire/document-schema.ts';
import type { Registry, StoredSupplier } from '../../services/ports.ts';
import { named } from '../json-schema.ts';
import { instant, instantSchema } from '../lists.ts';
import { versionTag } from '../versions.ts';

/** Names a registry in a path. */
export const registryId = z.string().openapi({ description: 'Id of the registry', example: 'reg_4k2m' });

/** Names a supplier in a path. */
export const supplierId = z.string().openapi({ description: 'Identifier of the supplier', example: 'S1' });

export const NO_REGISTRY = 'there is no such registry';
export const NO_SUPPLIER = 'there is no such supplier in the registry';

/** The header of a change. */
export const ifMatch = z.object({
  'if-match': z.string().optional().openapi({ description: 'The ETag that was read', example: '"v3"' }),
});

export const etagHeader = {
  ETag: { schema: { type: 'string' as const }, description: 'The version, for If-Match and If-None-Match' },
};

/** What is shown of a registry. */
export const registryShown = z
  .object({
    id: registryId,
    name: z.string(),
    version: z.number().int().openapi({ description: 'Grows with each change of a supplier in it' }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .openapi('Registry');

/** A registry of the store as it is shown. */
export const showRegistry = ({ id, name, version, createdAt, updatedAt }: Registry) => ({
  ...{ id, name, version },
  createdAt: instant(createdAt),
  updatedAt: instant(updatedAt),
});

/** A supplier with its rows. */
export const entryShown = named(registryEntryDocument, 'RegistryEntry', 'output');
export type EntryShown = z.infer<typeof registryEntryDocument>;

/** A supplier in a list. */
export const supplierListed = z
  .object({
    etag: z.string().openapi({ description: 'For If-Match of a change', example: '"v3"' }),
    entry: entryShown,
  })
  .openapi('ListedSupplier');

/** A supplier of the store as lists show it. What is kept was checked. */
export const showSupplier = ({ version, entry }: StoredSupplier) => ({
  etag: versionTag(version),
  entry: entry as unknown as EntryShown,
});
