import type { Missing } from './keep-scenario.ts';
import type { Store } from './ports.ts';

/** Takes a supplier out of a registry where nobody else has changed it since `version` was read: the registry's version after that. */
export const removeSupplier = ({
  ctx,
  input,
}: {
  ctx: { readonly store: Pick<Store, 'suppliers'> };
  input: { readonly registry: string; readonly supplier: string; readonly version: number };
}): Promise<{ readonly ok: true; readonly value: { readonly version: number } } | Missing<'conflict' | 'not-found'>> =>
  ctx.store.suppliers.remove(input.registry, input.supplier, input.version);
