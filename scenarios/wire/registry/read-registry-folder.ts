import { REGISTRY_TABLES } from '../../domain/registry.ts';
import type { TableName } from '../../domain/scenario.ts';
import { decodeText } from '../csv/decode-text.ts';
import { readTable, type TableFile } from '../csv/read-table.ts';
import { type Draft, noTable } from '../draft.ts';
import type { Report } from '../places.ts';
import { folderPlaces, readLocale } from '../read-folder.ts';
import { problemList } from '../report.ts';
import type { Locale } from '../settings.ts';
import { sortPlaced } from '../sort-rows.ts';
import { meantTable, strangers, warnOfStrangers } from '../strange-files.ts';
import { fileOf, type RowOf, TABLE_KEYS } from '../tables/index.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type RegistryDraftTables, registryDraft } from './registry-draft.ts';

export interface RegistryFolderOptions {
  /** How the files write numbers; absent: as `locale` of a scenario.yaml beside them says, if there is one. */
  readonly locale?: Locale;
  /** Of each table. */
  readonly mostRows?: number;
}

const SETTINGS_FILE = 'scenario.yaml';

/** Only the locale of a scenario.yaml counts for a registry. */
function localeIn(files: ReadonlyMap<string, Uint8Array>, problem: Report): Locale | undefined {
  const bytes = files.get(SETTINGS_FILE);
  if (bytes === undefined) return undefined;
  const text = decodeText(SETTINGS_FILE, bytes);
  if (typeof text === 'string') return readLocale(readYaml(SETTINGS_FILE, text, problem), problem);
  problem(text);
  return undefined;
}

/** Reads the files of a registry (name → bytes) as far as possible. Never throws. */
export function readRegistryDraft(files: ReadonlyMap<string, Uint8Array>, options: RegistryFolderOptions = {}): Draft {
  const [problems, warnings] = [problemList(), problemList()];
  const [problem, warn] = [problems.report, warnings.report];
  const locale = options.locale ?? localeIn(files, problem);
  const headers = new Map<TableName, ReadonlyMap<string, string>>();
  const read = <Table extends TableName>(table: Table) => {
    const bytes = files.get(fileOf(table));
    if (bytes === undefined) return noTable;
    const file: TableFile<RowOf<Table>> = readTable(table, bytes, locale, problem, warn, options.mostRows);
    headers.set(table, file.headers);
    return { ...file, ...sortPlaced(file, TABLE_KEYS[table]) };
  };
  const tables = Object.fromEntries(REGISTRY_TABLES.map((table) => [table, read(table)]));
  const strange = strangers(files, REGISTRY_TABLES);
  warnOfStrangers(strange, REGISTRY_TABLES, warn);
  return registryDraft(tables as unknown as RegistryDraftTables, {
    places: folderPlaces({ place: () => ({ file: SETTINGS_FILE }) }, headers),
    misnamed: (table) =>
      strange.find((name) => meantTable(name, REGISTRY_TABLES) === table && !files.has(fileOf(table))),
    problems: problems.all(),
    warnings: warnings.all(),
  });
}
