import type { InputProblem } from '../domain/input-problem.ts';
import type { Place } from './places.ts';

/** Rows of one table that are read where nothing else is said. */
export const MOST_ROWS = 2_000_000;

/** The problem of a table with more rows than are read. */
export const tooManyRows = (place: Place, rows: number, most: number): InputProblem => ({
  ...place,
  ...{ code: 'too-many-rows', message: 'too many rows', found: String(rows), expected: `at most ${most}` },
});
