import type { InputChange } from '../domain/comparison.ts';
import type { Change } from '../domain/explanation.ts';
import { type Scenario, TABLES } from '../domain/scenario.ts';
import { sameJson } from '../wire/patch/same-json.ts';
import { TABLE_KEYS } from '../wire/tables/index.ts';

type Row = Readonly<Record<string, unknown>>;
type Operation = Change['patch'][number];

/** One difference, what it belongs to, and how it is undone. */
interface Difference {
  readonly group: string;
  readonly words: string;
  readonly undo: Operation;
}

/** Lists of the document whose entries are known by these columns. */
const LISTS: readonly (readonly [list: string, keys: readonly string[]])[] = [
  ...TABLES.map((table) => [table, TABLE_KEYS[table] as readonly string[]] as const),
  ['programmes', ['product']],
  ['rules', ['id']],
];
/** Blocks of which each key stands for itself. */
const BLOCKS = ['costs', 'policy', 'robustness'] as const;
/** What is compared as a whole; the name and the settings of the solve decide nothing about the plan's optimum. */
const WHOLE = ['calendar', 'eligibility', 'demandCases'] as const;

/**
 * What the later scenario states otherwise than the earlier one, each change with the patch that undoes it alone. Rows of one supplier and process
 * belong together, and all rows of a supplier or an item that is new or gone.
 */
export function inputChanges(before: Scenario, after: Scenario): readonly InputChange[] {
  const [from, to] = [before, after] as unknown as readonly [Row, Row];
  const gone = new Set([
    ...newOrGone(before.suppliers, after.suppliers, 'supplier'),
    ...newOrGone(before.items, after.items, 'item'),
  ]);
  const found = [
    ...LISTS.flatMap(([list, keys]) => listDifferences(list, keys, rowsOf(from, list), rowsOf(to, list), gone)),
    ...BLOCKS.flatMap((block) => blockDifferences(block, from[block] as Row | undefined, to[block] as Row | undefined)),
    ...WHOLE.flatMap((key) =>
      sameJson(from[key], to[key]) ? [] : [valueDifference(`/${key}`, key, from[key], to[key])],
    ),
  ];
  const groups = new Map<string, Difference[]>();
  for (const one of found) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups].map(([group, own]) => ({
    words: own.length === 1 ? own[0]!.words : `${group}: ${own.length} rows differ`,
    // Entries are taken away from the end, so that those before them keep their place.
    undo: own.map(({ undo }) => undo).sort(lastFirst),
  }));
}

const rowsOf = (document: Row, list: string): readonly Row[] => (document[list] ?? []) as readonly Row[];

function newOrGone<Key extends string>(
  before: readonly { readonly [K in Key]: string }[],
  after: readonly { readonly [K in Key]: string }[],
  key: Key,
): readonly string[] {
  const [was, is] = [new Set(before.map((row) => row[key])), new Set(after.map((row) => row[key]))];
  return [...[...was].filter((name) => !is.has(name)), ...[...is].filter((name) => !was.has(name))].map(
    (name) => `${key} ${name}`,
  );
}

function listDifferences(
  list: string,
  keys: readonly string[],
  before: readonly Row[],
  after: readonly Row[],
  gone: ReadonlySet<string>,
): readonly Difference[] {
  const keyOf = (row: Row) => JSON.stringify(keys.map((key) => row[key] ?? null));
  const [was, is] = [new Map(before.map((row) => [keyOf(row), row])), new Map(after.map((row) => [keyOf(row), row]))];
  const place = new Map(after.map((row, at) => [keyOf(row), at]));
  const differences: Difference[] = [];
  for (const [key, row] of is) {
    const old = was.get(key);
    const path = `/${list}/${place.get(key)}`;
    if (old === undefined)
      differences.push({
        ...belongs(list, keys, row, gone),
        words: `${named(list, keys, row)}: new`,
        undo: { op: 'remove', path },
      });
    else if (!sameJson(old, row))
      differences.push({
        ...belongs(list, keys, row, gone),
        ...{ words: `${named(list, keys, row)}: ${columnWords(old, row)}`, undo: { op: 'replace', path, value: old } },
      });
  }
  for (const [key, row] of was) {
    if (is.has(key)) continue;
    const words = `${named(list, keys, row)}: gone`;
    differences.push({ ...belongs(list, keys, row, gone), words, undo: { op: 'add', path: `/${list}/-`, value: row } });
  }
  return differences;
}

/** What a row is undone with. */
function belongs(
  list: string,
  keys: readonly string[],
  row: Row,
  gone: ReadonlySet<string>,
): { readonly group: string } {
  for (const [kind, column] of [
    ['supplier', 'supplier'],
    ['item', 'item'],
    ['item', 'parent'],
  ] as const) {
    const group = `${kind} ${row[column]}`;
    if (gone.has(group)) return { group };
  }
  return { group: named(list, keys.slice(0, 2), row) };
}

/** `capacity of S017, welding` */
function named(list: string, keys: readonly string[], row: Row): string {
  const stated = keys.map((key) => row[key]).filter((value) => value !== undefined);
  return `${list} of ${stated.join(', ')}`;
}

const words = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);

/** `hoursPerPeriod from 80 to 60` */
function columnWords(before: Row, after: Row): string {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !sameJson(before[key], after[key]),
  );
  return columns.map((key) => `${key} from ${words(before[key])} to ${words(after[key])}`).join(', ');
}

function blockDifferences(block: string, before: Row | undefined, after: Row | undefined): readonly Difference[] {
  if (sameJson(before, after)) return [];
  if (before === undefined || after === undefined) return [valueDifference(`/${block}`, block, before, after)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameJson(before[key], after[key]))
    .map((key) => valueDifference(`/${block}/${key}`, `${block}.${key}`, before[key], after[key]));
}

function valueDifference(path: string, name: string, before: unknown, after: unknown): Difference {
  const undo: Operation = before === undefined ? { op: 'remove', path } : { op: 'add', path, value: before };
  return { group: name, words: `${name} from ${words(before)} to ${words(after)}`, undo };
}

/** Entries with higher places first; what is put at an end last. */
function lastFirst(left: Operation, right: Operation): number {
  const at = ({ path }: Operation) => Number(/\/(\d+)$/.exec(path)?.[1] ?? -1);
  return at(right) - at(left);
}
