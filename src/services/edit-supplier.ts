import type { InputProblem } from '../../scenarios/domain/input-problem.ts';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import { parseRegistryEntry } from '../../scenarios/parse-registry.ts';
import { shown } from '../../scenarios/wire/issue-problems.ts';
import type { Missing } from './keep-scenario.ts';
import { REQUEST_ROWS } from './open-source.ts';
import type { Store } from './ports.ts';

export interface EditSupplierInput {
  readonly registry: string;
  /** The supplier that is meant; the document must name the same. Absent: the one that the document names. */
  readonly supplier?: string;
  /** `{ supplier: {…}, capacity: […], certificates: […], expansions: […] }`; rows need not repeat the supplier. */
  readonly document: unknown;
  /** The supplier's version that is changed; null: it is added. */
  readonly version: number | null;
  /** True: nothing is changed, and the answer has no version. */
  readonly validateOnly?: boolean;
  /** Of each table. */
  readonly mostRows?: number;
}

type Edited =
  | {
      readonly ok: true;
      readonly value: { readonly version: number | null; readonly entry: RegistryEntry };
      readonly warnings: readonly InputProblem[];
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }
  | Missing<'conflict' | 'not-found'>;

const otherSupplier = (found: string, expected: string): InputProblem => ({
  ...{ code: 'other-supplier', file: 'supplier', column: 'supplier.supplier', pointer: '/supplier/supplier' },
  ...{ message: 'not the supplier that is changed', found: shown(found), expected: shown(expected) },
});

/** Puts one supplier with its rows into a registry: adds it, or changes it where nobody else has since its version was read. */
export async function editSupplier({
  ctx,
  input,
}: {
  ctx: { readonly store: Pick<Store, 'suppliers'> };
  input: EditSupplierInput;
}): Promise<Edited> {
  const checked = parseRegistryEntry(input.document, input.mostRows ?? REQUEST_ROWS);
  if (!checked.ok) return checked;
  const { value: entry, warnings } = checked;
  const named = entry.supplier.supplier;
  if (input.supplier !== undefined && input.supplier !== named)
    return { ok: false, problems: [otherSupplier(named, input.supplier)] };
  if (input.validateOnly) return { ok: true, value: { version: null, entry }, warnings };
  const put = await ctx.store.suppliers.put(input.registry, entry, input.version);
  return put.ok ? { ok: true, value: { version: put.value.version, entry }, warnings } : put;
}
