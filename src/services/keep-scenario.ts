import type { InputProblem } from '../../scenarios/domain/input-problem.ts';
import { TABLES, type TableName } from '../../scenarios/domain/scenario.ts';
import { canonicalPieces } from '../../scenarios/wire/canonical.ts';
import type { Store } from './ports.ts';
import type { StatedScenario } from './read-scenario.ts';

/** Where a scenario comes from: its parent's hash and the JSON Patch from there; null: it is stated in full. */
export interface Origin {
  readonly parent: string;
  readonly patch: readonly unknown[];
}

/** A scenario that is kept, or that would be, in short. */
export interface KeptScenario {
  readonly sha256: string;
  readonly name: string;
  /** Null: only validated. False: it was there already, and keeps the lineage that it had first. */
  readonly added: boolean | null;
  readonly parent: string | null;
  readonly calendar: { readonly start: string; readonly period: string; readonly periods: number };
  readonly products: readonly string[];
  readonly rules: number;
  readonly rows: Readonly<Record<TableName, number>>;
}

/** What was asked for is not there. */
export interface Missing<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

/** Every problem at once; `malformed` where a JSON text is none. */
export interface Refused {
  readonly ok: false;
  readonly problems: readonly InputProblem[];
  readonly malformed?: true;
}

/** The answer of a service that keeps a scenario: it with warnings, every problem at once, or what it refers to is not there. */
export type KeepAnswer<Reason extends string> =
  | { readonly ok: true; readonly value: KeptScenario; readonly warnings: readonly InputProblem[] }
  | Refused
  | Missing<Reason>;

interface Keep {
  readonly stated: StatedScenario;
  readonly origin: Origin | null;
  readonly validateOnly: boolean;
}

/** Keeps a scenario as the RFC 8785 text of its normalised document, of which its hash is taken. Undefined: its parent is not there. */
export async function keepScenario({
  ctx,
  input: { stated, origin, validateOnly },
}: {
  ctx: { readonly store: Pick<Store, 'scenarios'> };
  input: Keep;
}): Promise<KeptScenario | undefined> {
  const { scenario, sha256 } = stated;
  const { name, calendar, programmes, rules } = scenario;
  const parent = origin?.parent ?? null;
  let added: boolean | null = null;
  if (!validateOnly) {
    const document = [...canonicalPieces(scenario)].join('');
    const kept = await ctx.store.scenarios.keep({ sha256, name, parent, patch: origin?.patch ?? null, document });
    if (!kept.ok) return undefined;
    added = kept.value.added;
  }
  const rows = Object.fromEntries(TABLES.map((table) => [table, scenario[table].length])) as Record<TableName, number>;
  return {
    ...{ sha256, name, added, parent, calendar, rows },
    products: programmes.map(({ product }) => product),
    rules: rules.length,
  };
}
