import type { AwardRow, MemberRow, Plan, RampUpRow } from '../domain/plan.ts';

type Cell = string | number | null | readonly string[];

/** RFC 4180: a cell is quoted where it must be; names are never altered. Lists are `;`-separated, null is empty. */
function cellText(cell: Cell): string {
  const text = cell === null ? '' : typeof cell === 'object' ? cell.join(';') : String(cell);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV text with one header line, `,` as delimiter and `\n` after each line. */
function csvText<Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] as Cell)).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

const AWARDS: readonly (keyof AwardRow)[] = ['supplier', 'item', 'share', 'firstPeriod', 'qualificationCost', 'role'];
const MEMBERS: readonly (keyof MemberRow)[] = ['supplier', 'roles', 'start', 'firstPeriod', 'spend', 'share'];
const RAMP_UP: readonly (keyof RampUpRow)[] = [
  'period',
  'required',
  'delivered',
  'multiple',
  'hours',
  'hires',
  'capex',
  'prefinancing',
];

/** The tables that stand beside a plan.json, by file name: one header line each, one row for each row of the plan. */
export function tidyTables(plan: Plan): Readonly<Record<'awards.csv' | 'members.csv' | 'ramp-up.csv', string>> {
  return {
    'awards.csv': csvText(AWARDS, plan.awards),
    'members.csv': csvText(MEMBERS, plan.members),
    'ramp-up.csv': csvText(RAMP_UP, plan.rampUp),
  };
}
