import type { Checked, InputProblem } from '../../scenarios/domain/input-problem.ts';
import { parseRegistryDocument } from '../../scenarios/parse-registry.ts';
import { readRegistryFolder } from '../../scenarios/read-registry.ts';
import { identifier } from '../../scenarios/wire/fields.ts';
import { problemsOf } from '../../scenarios/wire/issue-problems.ts';
import type { Missing, Refused } from './keep-scenario.ts';
import { openSource, REQUEST_ROWS, type RequestSource, type SourceLimits } from './open-source.ts';
import type { Store } from './ports.ts';

export interface ImportRegistryInput {
  readonly source: RequestSource;
  /** A new registry by its name; or the one to replace, with the version that the import was made for. */
  readonly to: { readonly name: string } | { readonly id: string; readonly version: number };
  /** How files write numbers; absent: as a scenario.yaml beside them says, else with a decimal point. */
  readonly locale?: 'point' | 'comma';
  /** True: nothing is changed; the answer has the id and version that are there already. */
  readonly validateOnly?: boolean;
  readonly limits?: SourceLimits;
}

export interface ImportedRegistry {
  /** Null: only validated, and it is not there yet. */
  readonly id: string | null;
  readonly version: number | null;
  readonly suppliers: number;
  readonly capacity: number;
  readonly certificates: number;
  readonly expansions: number;
}

type Reason = 'name-taken' | 'conflict' | 'not-found';
type Imported =
  | { readonly ok: true; readonly value: ImportedRegistry; readonly warnings: readonly InputProblem[] }
  | Refused
  | Missing<Reason>;

function nameProblems(name: unknown): readonly InputProblem[] {
  const issues = identifier.safeParse(name).error?.issues ?? [];
  return problemsOf(
    issues,
    name,
    () => ({ file: 'registry', column: 'name', pointer: '/name' }),
    () => [],
  );
}

/** The registry that an import goes to; a name is added only now that the import is known to be good. */
async function target(
  { registries }: Pick<Store, 'registries'>,
  to: ImportRegistryInput['to'],
  validateOnly: boolean,
): Promise<{ readonly id: string | null; readonly version: number | null } | Missing<Reason>> {
  if ('id' in to) {
    const there = await registries.get(to.id);
    if (there === undefined) return { ok: false, reason: 'not-found' };
    return there.version === to.version ? to : { ok: false, reason: 'conflict' };
  }
  if (validateOnly) return { id: null, version: null };
  const added = await registries.add(to.name.trim());
  return added.ok ? added.value : added;
}

/**
 * Makes a registry, or replaces all that is in one. All or nothing, but for one case: if the store fails between adding a new registry
 * and filling it, an empty one is left.
 */
export async function importRegistry({
  ctx,
  input: { source, to, locale, validateOnly = false, limits },
}: {
  ctx: { readonly store: Pick<Store, 'registries' | 'suppliers'> };
  input: ImportRegistryInput;
}): Promise<Imported> {
  const opened = openSource(source, 'registry', limits);
  const name = 'name' in to ? nameProblems(to.name) : [];
  if (!opened.ok && opened.malformed) return opened;
  if (!opened.ok) return { ok: false, problems: [...name, ...opened.problems] };
  const mostRows = limits?.mostRows ?? REQUEST_ROWS;
  const read: Checked<Parameters<Store['suppliers']['replaceAll']>[1]> =
    'files' in opened.value
      ? readRegistryFolder(opened.value.files, { mostRows, ...(locale && { locale }) })
      : parseRegistryDocument(opened.value.document, mostRows);
  if (!read.ok || name.length > 0) return { ok: false, problems: [...name, ...(read.ok ? [] : read.problems)] };
  const found = await target(ctx.store, to, validateOnly);
  if ('ok' in found) return found;
  const entries = read.value;
  const rows = (table: 'capacity' | 'certificates' | 'expansions'): number =>
    entries.reduce((sum, entry) => sum + entry[table].length, 0);
  let { version } = found;
  if (!validateOnly && found.id !== null && version !== null) {
    const replaced = await ctx.store.suppliers.replaceAll(found.id, entries, version);
    if (!replaced.ok) return replaced;
    version = replaced.value.version;
  }
  const counts = { capacity: rows('capacity'), certificates: rows('certificates'), expansions: rows('expansions') };
  const value = { id: found.id, version, suppliers: entries.length, ...counts };
  return { ok: true, value, warnings: [...opened.warnings, ...read.warnings] };
}
