import type { TableName } from '../domain/scenario.ts';
import { fileOf, TABLE_ROWS } from '../wire/tables/index.ts';
import { MEANINGS } from './meanings.ts';

const PURPOSE: Readonly<Record<TableName, string>> = {
  items: 'What is made and bought.',
  bom: 'What goes into what.',
  routing: 'Which processes an item takes, and how many hours.',
  demand: 'Wanted beside or instead of the ramp of a programme. Optional.',
  suppliers: 'Who could take part.',
  capacity: 'Free hours of each process.',
  certificates: 'What suppliers hold or can obtain. Optional.',
  quotes: 'Prices. Optional: without a quote a unit costs its hours at the hourly rate, and material.',
  incumbents: 'Who makes what today. Optional.',
  expansions: 'Machines, shifts or halls that a supplier could add. Optional.',
};

/** What an empty row lacks. */
const requiredColumns = (table: TableName): ReadonlySet<PropertyKey | undefined> =>
  new Set(TABLE_ROWS[table].safeParse({}).error?.issues.map((issue) => issue.path[0]));

function section(table: TableName): string {
  const required = requiredColumns(table);
  const lines = Object.entries(MEANINGS[table]).map(([column, meaning]) => {
    const name = required.has(column) ? `**${column}**` : column;
    return `- ${name}: ${meaning}`;
  });
  return `## ${fileOf(table)}\n\n${PURPOSE[table]}\n\n${lines.join('\n')}\n`;
}

/** What stands in each table, column by column; required ones are bold. */
export const templateReadme = (tables: readonly TableName[]): string => `\
# A scenario to fill in

\`scenario.yaml\` and the tables beside it are a complete small scenario: \`gilde plan .\` solves it as it is. The rows are **synthetic examples**: no such
product, firm or price exists. Replace them by your own, in a spreadsheet or a text editor; leave a cell empty for what is not known. A table that is
optional may be deleted. All problems are reported at once, with file, line and column.

Columns in bold are required. Numbers are in units, hours, euro and whole periods; dates are written 2027-09-30, lists with \`;\` between their entries.

${tables.map(section).join('\n')}`;
