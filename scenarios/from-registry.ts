import type { InputProblem } from './domain/input-problem.ts';
import { REGISTRY_TABLES, type RegistryEntry, type RegistryTable, registryRows } from './domain/registry.ts';
import type { TableName } from './domain/scenario.ts';
import type { Draft, DraftTable } from './wire/draft.ts';
import { type Place, type Places, pointerOf } from './wire/places.ts';
import { sortPlaced } from './wire/sort-rows.ts';
import { TABLE_KEYS } from './wire/tables/index.ts';

const isOfRegistry = (table: TableName): table is RegistryTable => REGISTRY_TABLES.some((one) => one === table);

type Row = { readonly supplier: string };

/** Places in a registry: `certificates[S017].scope`, and as pointer the supplier and the place in its entry. */
function registryPlaces(entries: readonly RegistryEntry[], own: Places): Places {
  const rows = registryRows(entries);
  const place = (table: RegistryTable, at: number, column?: string): Place => {
    const { supplier } = rows[table][at]!;
    const first = table === 'suppliers' ? at : rows[table].findIndex((row: Row) => row.supplier === supplier);
    const within = table === 'suppliers' ? ['supplier'] : [table, at - first];
    const spoken = `${table}[${supplier}]${column === undefined ? '' : `.${column}`}`;
    return {
      file: 'registry',
      column: spoken,
      pointer: pointerOf([supplier, ...within, ...(column === undefined ? [] : [column])]),
    };
  };
  return {
    ...own,
    row: (table, at, column) => (isOfRegistry(table) ? place(table, at, column) : own.row(table, at, column)),
    table: (table) => (isOfRegistry(table) ? { file: 'registry', column: table } : own.table(table)),
  };
}

/** A scenario may not state what the registry gives: two lists of suppliers could disagree. */
const refuseStated = ({ tables, places }: Draft): readonly InputProblem[] =>
  REGISTRY_TABLES.filter((table) => tables[table].stated).map((table) => ({
    ...places.table(table),
    code: 'stated-twice',
    message: `the ${table} come from the registry`,
    expected: 'not this table, or no registry',
  }));

/**
 * A draft with the suppliers of a registry, their capacity, certificates and expansions in place of its own tables, which it may not
 * state. Problems of these rows name the registry and the supplier.
 */
export function withRegistry(draft: Draft, entries: readonly RegistryEntry[]): Draft {
  const rows = registryRows(entries);
  const tables = Object.fromEntries(
    REGISTRY_TABLES.map((table) => {
      const values: readonly unknown[] = rows[table];
      const placed = sortPlaced({ values, at: values.map((_, at) => at) }, [...TABLE_KEYS[table]] as never[]);
      const given: DraftTable<unknown> = { stated: true, whole: true, broken: [], ...placed };
      return [table, given];
    }),
  ) as unknown as Pick<Draft['tables'], RegistryTable>;
  return {
    ...draft,
    tables: { ...draft.tables, ...tables },
    places: registryPlaces(entries, draft.places),
    problems: [...draft.problems, ...refuseStated(draft)],
  };
}
