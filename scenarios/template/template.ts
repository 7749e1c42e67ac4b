import { TABLES, type TableName } from '../domain/scenario.ts';
import { type Cell, csv } from '../wire/csv/write-csv.ts';
import { fileOf, TABLE_ROWS } from '../wire/tables/index.ts';
import { EXAMPLE_ROWS } from './example-rows.ts';
import { templateReadme } from './readme.ts';
import { TEMPLATE_YAML } from './scenario-yaml.ts';

/** The columns of a table as the reader knows them, in its order. */
export const columnsOf = (table: TableName): readonly string[] => Object.keys(TABLE_ROWS[table].shape);

const tableText = (table: TableName): string =>
  csv(columnsOf(table), EXAMPLE_ROWS[table] as readonly Readonly<Record<string, Cell>>[]);

/** The files of a scenario folder to fill in, by name: valid and solvable as it is. */
export const templateFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', templateReadme(TABLES)],
    ['scenario.yaml', TEMPLATE_YAML],
    ...TABLES.map((table) => [fileOf(table), tableText(table)] as const),
  ]);
