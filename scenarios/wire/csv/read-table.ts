import type { TableName } from '../../domain/scenario.ts';
import type { DraftTable } from '../draft.ts';
import { shown } from '../issue-problems.ts';
import { MOST_ROWS, tooManyRows } from '../most-rows.ts';
import type { Report } from '../places.ts';
import type { Locale } from '../settings.ts';
import { fileOf, type RowOf, TABLE_ROWS } from '../tables/index.ts';
import { decodeText } from './decode-text.ts';
import { type Header, readHeader } from './header.ts';
import type { QuoteFault } from './quote-fault.ts';
import { delimiterOf, eachRecord } from './records.ts';
import { rowReader } from './rows.ts';
import { thousandsWatch } from './thousands-watch.ts';

/** A table read from its file, and the header that each column has there. */
export interface TableFile<Row> extends DraftTable<Row> {
  readonly headers: ReadonlyMap<string, string>;
}

const QUOTE_FAULTS: Readonly<Record<QuoteFault['kind'], string>> = {
  'never-closed': 'a quoted cell is opened here and never closed',
  'goes-on': 'a quoted cell goes on after its closing quotation mark',
  'in-the-middle': 'a quotation mark in the middle of a cell',
};

/** Reads one table's file: every row that keeps the laws of its schema, and a problem for each that does not. */
export function readTable<Table extends TableName>(
  table: Table,
  bytes: Uint8Array,
  locale: Locale | undefined,
  problem: Report,
  warn: Report,
  mostRows = MOST_ROWS,
): TableFile<RowOf<Table>> {
  const file = fileOf(table);
  const nothing = { stated: true, whole: false, values: [], at: [], broken: [], headers: new Map<string, string>() };
  const text = decodeText(file, bytes);
  if (typeof text !== 'string') {
    problem(text);
    return nothing;
  }
  const delimiter = delimiterOf(text);
  const doubtful = locale === undefined && delimiter === ';';
  const style = { locale: locale ?? 'point', doubtful, commas: delimiter === ',' };
  let header: Header | undefined;
  let reader: ReturnType<typeof rowReader<Table>> | undefined;
  let watch: ReturnType<typeof thousandsWatch> | undefined;
  let rows = 0;
  const fault = eachRecord(text, delimiter, (record, line) => {
    if (header !== undefined) {
      rows += 1;
      if (rows > mostRows) return;
      watch?.see(record, line);
      return reader?.visit(record, line);
    }
    header = readHeader(table, record, line, problem, warn);
    if (header.whole) reader = rowReader(table, header, style, problem);
    if (header.whole && style.locale === 'point' && !doubtful) watch = thousandsWatch(table, header);
  });
  watch?.tell(warn);
  if (rows > mostRows) problem(tooManyRows({ file }, rows, mostRows));
  if (fault !== undefined)
    problem({
      code: 'not-csv',
      file,
      line: fault.line,
      message: QUOTE_FAULTS[fault.kind],
      found: shown(fault.cell),
      expected: 'cells with quotation marks to be quoted as a whole, each mark in them doubled',
    });
  else if (header === undefined) problem(emptyFile(table));
  const headers = new Map(header?.columns.map(({ key, header: written }) => [key, written]));
  if (reader === undefined) return { ...nothing, headers };
  return { ...reader.rows, stated: true, whole: fault === undefined && rows <= mostRows, headers };
}

function emptyFile(table: TableName) {
  const expected = `a header line, such as ${Object.keys(TABLE_ROWS[table].shape).slice(0, 3).join(',')}`;
  return { code: 'empty-file', file: fileOf(table), line: 1, message: 'the file is empty', expected };
}
