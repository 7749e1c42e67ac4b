import type { TableName } from '../domain/scenario.ts';
import type { Draft, DraftTable } from './draft.ts';
import { respelt, type Spelling } from './respelt.ts';
import type { StatedRule } from './rules.ts';
import { sortPlaced } from './sort-rows.ts';
import { TABLE_KEYS } from './tables/index.ts';

/** What a process goes by, whatever its case, spaces and hyphens; those between two digits tell names apart (`mill 1-2`, `mill 12`). */
const processKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?<=\d)[\s_\u2010-\u2013-]+(?=\d)/g, '.')
    .replace(/[\s_\u2010-\u2013-]/g, '');

/** Where processes are named, the tables first that say which are used. */
const COLUMNS = [
  ['routing', 'process'],
  ['quotes', 'process'],
  ['capacity', 'process'],
  ['expansions', 'process'],
  ['certificates', 'scope'],
] as const satisfies readonly (readonly [TableName, string])[];

type Row = Readonly<Record<string, unknown>>;

function namesIn(row: Row, column: string): readonly string[] {
  const value = row[column];
  return (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
}

const counted = (names: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** Of spellings of one process that of the first table which names it counts; there the one in most rows, or the first by letter. */
function spellingOf({ tables, rules }: Draft): Spelling {
  const chosen = new Map<string, string>();
  const spelling = new Map<string, string>();
  const stated = COLUMNS.map(([table, column]) =>
    counted((tables[table].values as unknown as readonly Row[]).flatMap((row) => namesIn(row, column))),
  );
  const ruled = counted(rules.values.flatMap(({ scope }) => scope?.process ?? []));
  for (const counts of [...stated, ruled])
    for (const [name] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
      const key = processKey(name);
      const use = chosen.get(key) ?? name;
      chosen.set(key, use);
      if (use !== name) spelling.set(name, use);
    }
  return spelling;
}

/** Replaces names in tables (kept in key order) and rules, and tells of each replaced name once. */
function respell(draft: Draft, spelling: Spelling): Draft {
  const { see, warnings } = respelt(spelling, 'process-spelling');
  const spelt = (name: string): string => spelling.get(name) ?? name;
  const tables: Record<string, DraftTable<unknown>> = { ...draft.tables };
  for (const [table, column] of COLUMNS) {
    const { values, at } = draft.tables[table];
    const rows = (values as unknown as readonly Row[]).map((row, index) => {
      const names = namesIn(row, column);
      if (!names.some((name) => spelling.has(name))) return row;
      for (const name of names) see(name, () => draft.places.row(table, at[index]!, column));
      return {
        ...row,
        [column]: Array.isArray(row[column]) ? [...new Set(names.map(spelt))].sort() : spelt(names[0]!),
      };
    });
    tables[table] = { ...draft.tables[table], ...sortPlaced({ values: rows, at }, [...TABLE_KEYS[table]]) };
  }
  const rules = draft.rules.values.map((rule, index): StatedRule => {
    const process = rule.scope?.process;
    if (process === undefined || !spelling.has(process)) return rule;
    see(process, () => draft.places.setting(['rules', draft.rules.at[index]!, 'scope', 'process']));
    return { ...rule, scope: { ...rule.scope, process: spelt(process) } };
  });
  return {
    ...draft,
    tables: tables as unknown as Draft['tables'],
    rules: { ...draft.rules, values: rules },
    warnings: [...draft.warnings, ...warnings()],
  };
}

/** Gives every process one spelling throughout a draft, with a warning for each that was written differently. */
export function spellProcesses(draft: Draft): Draft {
  const spelling = spellingOf(draft);
  return spelling.size === 0 ? draft : respell(draft, spelling);
}
