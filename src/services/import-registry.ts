import type { Checked, InputProblem } from '../../scenarios/domain/input-problem.ts';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
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

type Standing = { readonly ok: true; readonly value: Pick<ImportedRegistry, 'id' | 'version'> } | Missing<Reason>;

/** Puts entries where an import goes to: the registry then stands with all of them, or nothing has changed. */
async function placed(
  { registries, suppliers }: Pick<Store, 'registries' | 'suppliers'>,
  to: ImportRegistryInput['to'],
  entries: readonly RegistryEntry[],
): Promise<Standing> {
  if ('name' in to) return registries.addWith(to.name.trim(), entries);
  const replaced = await suppliers.replaceAll(to.id, entries, to.version);
  return replaced.ok ? { ok: true, value: { id: to.id, version: replaced.value.version } } : replaced;
}

/** What there is already where an import would go to. */
async function standing({ registries }: Pick<Store, 'registries'>, to: ImportRegistryInput['to']): Promise<Standing> {
  if ('name' in to) return { ok: true, value: { id: null, version: null } };
  const there = await registries.get(to.id);
  if (there === undefined) return { ok: false, reason: 'not-found' };
  return there.version === to.version ? { ok: true, value: to } : { ok: false, reason: 'conflict' };
}

/** Makes a registry, or replaces all that is in one: all or nothing. */
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
  const read: Checked<readonly RegistryEntry[]> =
    'files' in opened.value
      ? readRegistryFolder(opened.value.files, { mostRows, ...(locale && { locale }) })
      : parseRegistryDocument(opened.value.document, mostRows);
  if (!read.ok || name.length > 0) return { ok: false, problems: [...name, ...(read.ok ? [] : read.problems)] };
  const entries = read.value;
  const found = await (validateOnly ? standing(ctx.store, to) : placed(ctx.store, to, entries));
  if (!found.ok) return found;
  const rows = (table: 'capacity' | 'certificates' | 'expansions'): number =>
    entries.reduce((sum, entry) => sum + entry[table].length, 0);
  const counts = { capacity: rows('capacity'), certificates: rows('certificates'), expansions: rows('expansions') };
  const { id, version } = found.value;
  const value = { id, version, suppliers: entries.length, ...counts };
  return { ok: true, value, warnings: [...opened.warnings, ...read.warnings] };
}
