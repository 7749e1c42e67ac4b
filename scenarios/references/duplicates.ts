import { TABLES, type TableName } from '../domain/scenario.ts';
import { byColumns } from '../wire/sort-rows.ts';
import { TABLE_KEYS } from '../wire/tables/index.ts';
import { type Check, spokenPlace } from './check.ts';

type Row = Readonly<Record<string, unknown>>;

function reportTwin({ draft, problem }: Check, table: TableName, first: number, second: number, what: string): void {
  const { at } = draft.tables[table];
  const [earlier, later] = [at[first]!, at[second]!].sort((a, b) => a - b) as [number, number];
  const other = spokenPlace(draft.places.row(table, earlier));
  problem({
    ...draft.places.row(table, later, TABLE_KEYS[table][0]),
    code: 'duplicate-row',
    message: `the same ${what} as in ${other}`,
    expected: 'one of the two rows',
  });
}

/** Rows with equal keys; the tables are in key order, so equals are neighbours. BOM lines have a rule of their own. */
function equalKeys(check: Check, table: Exclude<TableName, 'bom'>): void {
  const rows = check.draft.tables[table].values as unknown as readonly Row[];
  const compare = byColumns<Row>(TABLE_KEYS[table]);
  for (let index = 1; index < rows.length; index++) {
    if (compare(rows[index - 1]!, rows[index]!) !== 0) continue;
    const stated = TABLE_KEYS[table].filter((column) => rows[index]![column] !== undefined);
    const what = stated.map((column) => `${column} ${String(rows[index]![column])}`).join(', ');
    reportTwin(check, table, index - 1, index, what);
  }
}

/** The same component twice in one parent: only as alternates of different groups, or one after the other in time. */
function overlappingLines(check: Check): void {
  const lines = check.draft.tables.bom.values;
  const same = byColumns<(typeof lines)[number]>(['parent', 'item', 'alternateGroup']);
  let latest = 0;
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[latest]!, lines[index]!];
    if (same(before, line) !== 0) {
      latest = index;
      continue;
    }
    const end = before.effectiveTo ?? '9999-12-31';
    if ((line.effectiveFrom ?? '') <= end) {
      const what = `parent ${line.parent} and item ${line.item} at the same time`;
      reportTwin(check, 'bom', latest, index, what);
    }
    if ((line.effectiveTo ?? '9999-12-31') > end) latest = index;
  }
}

/** No period and the first period mean the same for capacity. */
function firstPeriodTwice(check: Check): void {
  const rows = check.draft.tables.capacity.values;
  if (check.calendar === undefined) return;
  const { start } = check.calendar;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || before.period !== undefined || row.period !== start) return;
    if (before.supplier === row.supplier && before.process === row.process)
      reportTwin(
        check,
        'capacity',
        index - 1,
        index,
        `supplier ${row.supplier}, process ${row.process} and first period`,
      );
  });
}

/** A supplier holds a certificate or is getting it, not both. */
function heldAndInProgress(check: Check): void {
  const rows = check.draft.tables.certificates.values;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before?.supplier !== row.supplier || before.certificate !== row.certificate) return;
    if (before.status === 'held' && row.status === 'in-progress')
      reportTwin(
        check,
        'certificates',
        index - 1,
        index,
        `certificate ${row.certificate} of ${row.supplier} as held and in progress`,
      );
  });
}

/** Reports rows that state the same thing twice, each naming the other's place. */
export function checkDuplicates(check: Check): void {
  for (const table of TABLES) if (table !== 'bom') equalKeys(check, table);
  overlappingLines(check);
  firstPeriodTwice(check);
  heldAndInProgress(check);
}
