import type { InputProblem } from '../../domain/input-problem.ts';
import { REGISTRY_TABLES } from '../../domain/registry.ts';
import { type Block, isBlock } from '../block.ts';
import type { Draft } from '../draft.ts';
import { shown } from '../issue-problems.ts';
import { MOST_ROWS } from '../most-rows.ts';
import { anyOf, nearWord } from '../near-word.ts';
import { type Places, placesIn, pointerOf, type Report } from '../places.ts';
import { readRows } from '../read-rows.ts';
import { problemList } from '../report.ts';
import { type RegistryDraftTables, registryDraft } from './registry-draft.ts';

const own = (block: Block, key: string): unknown => (Object.hasOwn(block, key) ? block[key] : undefined);

const notABlock = (file: string, message: string, found: unknown, expected: string): InputProblem => ({
  ...{ code: 'not-a-block', file, column: 'the document', pointer: '', message, found: shown(found), expected },
});

function refuseOthers(document: Block, known: readonly string[], places: Places, problem: Report): void {
  for (const key of Object.keys(document).filter((name) => !known.includes(name))) {
    const near = nearWord(key, known);
    const message = `unknown key ${shown(key)}${near === undefined ? '' : `; did you mean ${near}?`}`;
    problem({ ...places.setting([key]), code: 'unknown-key', message, expected: anyOf(known) });
  }
}

/** Reads the four tables of a registry from a JSON value as far as possible; what is no block at all is one problem. */
export function readRegistryDocument(document: unknown, mostRows = MOST_ROWS): Draft | InputProblem {
  const keys = `a block with ${REGISTRY_TABLES.join(', ')}`;
  if (!isBlock(document)) return notABlock('registry', 'not a registry', document, keys);
  const problems = problemList();
  const places = placesIn('registry');
  refuseOthers(document, REGISTRY_TABLES, places, problems.report);
  const tables = Object.fromEntries(
    REGISTRY_TABLES.map((table) => [table, readRows(table, own(document, table), places, mostRows, problems.report)]),
  ) as unknown as RegistryDraftTables;
  return registryDraft(tables, { places, misnamed: () => undefined, problems: problems.all(), warnings: [] });
}

/** Places in the document of one supplier: its own row is the block `supplier`, of the other tables it has lists. */
const entryPlaces: Places = {
  ...placesIn('supplier'),
  row: (table, at, column) => {
    if (table !== 'suppliers') return placesIn('supplier').row(table, at, column);
    const path = column === undefined ? ['supplier'] : ['supplier', column];
    return { file: 'supplier', column: path.join('.'), pointer: pointerOf(path) };
  },
};

const ENTRY_KEYS = ['supplier', 'capacity', 'certificates', 'expansions'] as const;

/** Reads one supplier and its rows from a JSON value as far as possible; what is no block at all is one problem. */
export function readEntryDocument(document: unknown, mostRows = MOST_ROWS): Draft | InputProblem {
  if (!isBlock(document)) return notABlock('supplier', 'not a supplier', document, `a block with ${anyOf(ENTRY_KEYS)}`);
  const problems = problemList();
  refuseOthers(document, ENTRY_KEYS, entryPlaces, problems.report);
  const stated = own(document, 'supplier');
  const supplier = isBlock(stated) ? own(stated, 'supplier') : undefined;
  const named = (row: unknown): unknown =>
    isBlock(row) && !Object.hasOwn(row, 'supplier') ? { supplier, ...row } : row;
  const rowsOf = (table: (typeof REGISTRY_TABLES)[number]): unknown => {
    if (table === 'suppliers') return [stated ?? {}];
    const rows = own(document, table);
    return Array.isArray(rows) ? rows.map(named) : rows;
  };
  const tables = Object.fromEntries(
    REGISTRY_TABLES.map((table) => [table, readRows(table, rowsOf(table), entryPlaces, mostRows, problems.report)]),
  ) as unknown as RegistryDraftTables;
  const told = { places: entryPlaces, misnamed: () => undefined, problems: problems.all(), warnings: [] };
  return registryDraft(tables, told);
}
