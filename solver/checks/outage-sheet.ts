import type { Units } from '../../scenarios/domain/units.ts';
import { type Engine, onThreads } from '../engines/engine.ts';

type Program = Parameters<Engine['solve']>[0];

/** A linear program under construction: minimise Σ cost·x, each x from 0 up, with sums of coefficients between bounds. */
export interface Sheet {
  readonly cost: number[];
  readonly most: number[];
  readonly rows: { readonly terms: Map<number, number>; readonly least: number; readonly most: number }[];
}

/** A new column from 0 to the most it may be. */
export function columnOf(sheet: Sheet, cost: number, most: Units): number {
  sheet.cost.push(cost);
  return sheet.most.push(most) - 1;
}

/** Adds to a coefficient. */
export const plus = (terms: Map<number, number>, column: number, value: number): void => {
  terms.set(column, (terms.get(column) ?? 0) + value);
};

/** The sheet as an engine takes it. */
export function programOf({ cost, most, rows }: Sheet): Program {
  const starts = [0];
  const [indices, values]: number[][] = [[], []];
  for (const { terms } of rows) {
    for (const [column, value] of [...terms].sort(([left], [right]) => left - right)) {
      if (value === 0) continue;
      indices!.push(column);
      values!.push(value);
    }
    starts.push(indices!.length);
  }
  return {
    columns: cost.map((_, column) => `c${column}`),
    rows: rows.map((_, row) => `r${row}`),
    cost: Float64Array.from(cost),
    offset: 0,
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(most),
    integer: new Uint8Array(cost.length),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, (row) => row.most),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices!),
    values: Float64Array.from(values!),
  };
}

/** Writes a program into a sheet; answers with what reads its answer from the values of the sheet's columns. */
export type SheetProgram<Answer> = (sheet: Sheet) => (values: Float64Array) => Answer;

/** Columns of one sheet. */
const TOGETHER = 2000;

/**
 * Solves programs that have nothing to do with each other, several in one sheet and as many sheets at once as the engine takes; answers in their
 * order. Undefined where the engine did not solve them.
 */
export async function solvedTogether<Answer>(
  programs: readonly SheetProgram<Answer>[],
  engine: Engine,
): Promise<readonly Answer[] | undefined> {
  const answers: Answer[] = [];
  let next = 0;
  let isLost = false;
  await onThreads(engine, async () => {
    if (isLost || next === programs.length) return 'done';
    const first = next;
    const sheet: Sheet = { cost: [], most: [], rows: [] };
    const reads: ReturnType<SheetProgram<Answer>>[] = [];
    while (next < programs.length && sheet.cost.length < TOGETHER) reads.push(programs[next++]!(sheet));
    const values = sheet.cost.length === 0 ? new Float64Array(0) : await leastIn(sheet, engine);
    isLost ||= values === undefined;
    if (values)
      reads.forEach((read, at) => {
        answers[first + at] = read(values);
      });
    return 'again';
  });
  return isLost ? undefined : answers;
}

async function leastIn(sheet: Sheet, engine: Engine): Promise<Float64Array | undefined> {
  const limits = { gap: 0, absoluteGap: 0, seconds: 1e6, seed: 1, presolve: false, simplex: true };
  const outcome = await engine.solve(programOf(sheet), limits);
  return outcome.status === 'optimal' ? outcome.values : undefined;
}
