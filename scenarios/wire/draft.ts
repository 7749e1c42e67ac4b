import type { DemandCase } from '../domain/demand-case.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import type { Programme } from '../domain/programme.ts';
import type { TableName } from '../domain/scenario.ts';
import type { Placed, Places } from './places.ts';
import type { StatedRule } from './rules.ts';
import type { Settings } from './settings.ts';
import type { RowOf } from './tables/index.ts';

/** A table as far as it could be read. */
export interface DraftTable<Row> extends Placed<Row> {
  /** Whether the table was stated at all. */
  readonly stated: boolean;
  /** False when rows are missing because the table could not be read to its end or lacks a column. */
  readonly whole: boolean;
  /** Raw rows that broke a law of their own: their names still count as known. */
  readonly broken: readonly Readonly<Record<string, unknown>>[];
}

export type DraftTables = { readonly [Table in TableName]: DraftTable<RowOf<Table>> };

/** A block that broke a law is absent; programmes and rules that did are left out, and `wholeProgrammes` says so. */
export interface DraftSettings {
  readonly blocks: Partial<Settings>;
  readonly programmes: Placed<Programme>;
  readonly wholeProgrammes: boolean;
  readonly demandCases: Placed<DemandCase>;
  /** False when a case is missing because it broke a law. */
  readonly wholeCases: boolean;
  readonly rules: Placed<StatedRule>;
}

/** A scenario between reading and acceptance: all that could be read, where it stands, and what is wrong so far. */
export interface Draft extends DraftSettings {
  /** Rows in key order. */
  readonly tables: DraftTables;
  readonly places: Places;
  /** The file that most likely is a missing table under another name, such as Items.csv or items.xlsx. */
  readonly misnamed: (table: TableName) => string | undefined;
  readonly problems: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
}

/** A table that is not there. */
export const noTable: DraftTable<never> = { stated: false, whole: true, values: [], at: [], broken: [] };
