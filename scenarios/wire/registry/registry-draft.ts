import type { RegistryTable } from '../../domain/registry.ts';
import { TABLES } from '../../domain/scenario.ts';
import { type Draft, type DraftTables, noTable } from '../draft.ts';

/** The tables of a registry as far as they could be read. */
export type RegistryDraftTables = Pick<DraftTables, RegistryTable>;

/** A draft in which nothing is stated but a registry's tables. */
export const registryDraft = (
  tables: RegistryDraftTables,
  told: Pick<Draft, 'places' | 'misnamed' | 'problems' | 'warnings'>,
): Draft => ({
  ...told,
  tables: { ...(Object.fromEntries(TABLES.map((table) => [table, noTable])) as unknown as DraftTables), ...tables },
  blocks: {},
  programmes: { values: [], at: [] },
  wholeProgrammes: false,
  demandCases: { values: [], at: [] },
  wholeCases: false,
  rules: { values: [], at: [] },
});
