import type { InputProblem } from '../domain/input-problem.ts';
import type { TableName } from '../domain/scenario.ts';

/** Where something was written: the part of a problem that says where to look. */
export type Place = Pick<InputProblem, 'file' | 'line' | 'column' | 'pointer'>;

/** Keys and indexes from the root of the document. */
export type Path = readonly (string | number)[];

/** Finds the written place of a setting or of a table's row, in a folder or in a JSON document. */
export interface Places {
  readonly setting: (path: Path) => Place;
  /** A row by its position (see {@link Placed}), and the column in question. */
  readonly row: (table: TableName, at: number, column?: string) => Place;
  /** The table as a whole. */
  readonly table: (table: TableName) => Place;
}

/** Values with where they stand: the line of a CSV file, or the index in an array of the document. */
export interface Placed<Value> {
  readonly values: readonly Value[];
  readonly at: readonly number[];
}

/** Takes each problem as it is found. */
export type Report = (problem: InputProblem) => void;

/** `rules[0].scope.items` */
export function pathText(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Places in a JSON document that problems call `file`: pointers, no lines. */
export const placesIn = (file: string): Places => ({
  setting: (path) =>
    path.length === 0 ? { file, pointer: '' } : { file, column: pathText(path), pointer: pointerOf(path) },
  row: (table, at, column) => {
    const path = column === undefined ? [table, at] : [table, at, column];
    return { file, column: pathText(path), pointer: pointerOf(path) };
  },
  table: (table) => ({ file, column: table, pointer: `/${table}` }),
});

/** Places in a scenario document. */
export const documentPlaces: Places = placesIn('scenario');
