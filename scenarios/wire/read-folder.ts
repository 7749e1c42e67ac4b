import { TABLES, type TableName } from '../domain/scenario.ts';
import { decodeText } from './csv/decode-text.ts';
import { readTable, type TableFile } from './csv/read-table.ts';
import { type Draft, type DraftTables, noTable } from './draft.ts';
import { shown } from './issue-problems.ts';
import { MOST_ROWS } from './most-rows.ts';
import type { Places, Report } from './places.ts';
import { readSettings } from './read-settings.ts';
import { problemList } from './report.ts';
import { LOCALES, type Locale } from './settings.ts';
import { sortPlaced } from './sort-rows.ts';
import { meantTable, strangers, warnOfStrangers } from './strange-files.ts';
import { fileOf, type RowOf, TABLE_KEYS } from './tables/index.ts';
import { readYaml, type YamlFile } from './yaml/read-yaml.ts';

const SETTINGS_FILE = 'scenario.yaml';

type Files = ReadonlyMap<string, Uint8Array>;

function readSettingsFile(files: Files, problem: Report): YamlFile {
  const bytes = files.get(SETTINGS_FILE);
  const nowhere = { value: undefined, place: () => ({ file: SETTINGS_FILE }) };
  if (bytes === undefined) {
    const other = [...files.keys()].find((name) => /^scenario\.ya?ml$/i.test(name));
    const hint = other === undefined ? '' : ` (rename ${other})`;
    problem({
      code: 'missing-file',
      file: SETTINGS_FILE,
      message: `this file is missing${hint}`,
      expected: 'a file with at least name and calendar',
    });
    return nowhere;
  }
  const text = decodeText(SETTINGS_FILE, bytes);
  if (typeof text === 'string') return readYaml(SETTINGS_FILE, text, problem);
  problem(text);
  return nowhere;
}

/** The locale that settings state. Undefined where it is not stated: numbers are then read with a decimal point, as far as they cannot be anything else. */
export function readLocale(settings: YamlFile, problem: Report): Locale | undefined {
  const stated = settings.value?.['locale'] ?? undefined;
  if (stated === undefined) return undefined;
  const locale = LOCALES.find((known) => known === stated);
  if (locale === undefined)
    problem({
      ...settings.place(['locale']),
      code: 'unknown-word',
      message: 'not a known word',
      found: shown(stated),
      expected: 'point (1.5) or comma (1,5)',
    });
  return locale ?? 'point';
}

/** Places in the files of a folder; columns are called as they are headed there. */
export function folderPlaces(
  settings: Pick<YamlFile, 'place'>,
  headers: ReadonlyMap<TableName, ReadonlyMap<string, string>>,
): Places {
  return {
    setting: settings.place,
    row: (table, at, column) => {
      const place = { file: fileOf(table), line: at };
      return column === undefined ? place : { ...place, column: headers.get(table)?.get(column) ?? column };
    },
    table: (table) => ({ file: fileOf(table) }),
  };
}

/** Reads the files of a scenario folder (name → bytes) as far as possible. Never throws. */
export function readFolder(files: Files, mostRows = MOST_ROWS): Draft {
  const [problems, warnings] = [problemList(), problemList()];
  const [problem, warn] = [problems.report, warnings.report];
  const settings = readSettingsFile(files, problem);
  const locale = readLocale(settings, problem);
  const headers = new Map<TableName, ReadonlyMap<string, string>>();
  const read = <Table extends TableName>(table: Table) => {
    const bytes = files.get(fileOf(table));
    if (bytes === undefined) return noTable;
    const file: TableFile<RowOf<Table>> = readTable(table, bytes, locale, problem, warn, mostRows);
    headers.set(table, file.headers);
    return { ...file, ...sortPlaced(file, TABLE_KEYS[table]) };
  };
  const tables = Object.fromEntries(TABLES.map((table) => [table, read(table)])) as unknown as DraftTables;
  const strange = strangers(files, TABLES);
  warnOfStrangers(strange, TABLES, warn);
  const places = folderPlaces(settings, headers);
  const stated = settings.value === undefined ? undefined : readSettings(settings.value, ['locale'], places, problem);
  const none = {
    blocks: {},
    programmes: { values: [], at: [] },
    wholeProgrammes: false,
    demandCases: { values: [], at: [] },
    wholeCases: false,
    rules: { values: [], at: [] },
  };
  const misnamed = (table: TableName) =>
    strange.find((name) => meantTable(name, TABLES) === table && !files.has(fileOf(table)));
  return { ...(stated ?? none), tables, places, misnamed, problems: problems.all(), warnings: warnings.all() };
}
