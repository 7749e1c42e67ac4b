import type { LinearModel } from '../model/linear-model.ts';
import { mpsNames } from './mps-names.ts';

/** Name of the row that holds the objective. */
const OBJECTIVE = 'OBJ';

/**
 * A model as free MPS, to be minimised: rows of both bounds as an upper bound with a range, runs of whole-number columns between markers,
 * every bound that differs from 0 ≤ x < ∞ stated. The offset stands as the right-hand side of the objective row with its sign changed, as
 * CPLEX, CBC, HiGHS and others read it. Figures have every digit, so that a reader has the same model. `comments` come first, one a line.
 */
export function mpsText(model: LinearModel, name: string, comments: readonly string[] = []): string {
  const names = mpsNames([OBJECTIVE, ...model.rows]);
  const named: Named = { model, rows: names.slice(1), columns: mpsNames(model.columns) };
  const lines = [
    ...comments.map((comment) => `* ${comment.replaceAll(/\s+/g, ' ')}`),
    `NAME ${mpsNames([name])[0]} FREE`,
    'ROWS',
    ` N ${OBJECTIVE}`,
    ...named.rows.map((row, at) => ` ${kindOf(model, at)} ${row}`),
    'COLUMNS',
    ...columnLines(named),
    'RHS',
    ...(model.offset === 0 ? [] : [` RHS ${OBJECTIVE} ${-model.offset}`]),
    ...rightHandSides(named),
    'RANGES',
    ...rangeLines(named),
    'BOUNDS',
    ...boundLines(named),
    'ENDATA',
  ];
  return `${lines.join('\n')}\n`;
}

/** A model with the names that it has in the file. */
interface Named {
  readonly model: LinearModel;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** E: equal, L: at most, G: at least, N: free. */
function kindOf({ rowLower, rowUpper }: LinearModel, row: number): 'E' | 'L' | 'G' | 'N' {
  if (rowLower[row] === rowUpper[row]) return 'E';
  if (Number.isFinite(rowUpper[row])) return 'L';
  return Number.isFinite(rowLower[row]) ? 'G' : 'N';
}

function columnLines({ model, rows, columns }: Named): readonly string[] {
  const entries = columns.map((): string[] => []);
  model.cost.forEach((price, column) => {
    if (price !== 0) entries[column]!.push(`${OBJECTIVE} ${price}`);
  });
  rows.forEach((row, at) => {
    for (let entry = model.starts[at]!; entry < model.starts[at + 1]!; entry++) {
      entries[model.indices[entry]!]!.push(`${row} ${model.values[entry]}`);
    }
  });
  let markers = 0;
  const marker = (kind: 'INTORG' | 'INTEND') => ` MARKER${markers++} 'MARKER' '${kind}'`;
  return columns.flatMap((column, at) => {
    const own = entries[at]!.length === 0 ? [`${OBJECTIVE} 0`] : entries[at]!;
    const lines = own.map((entry) => ` ${column} ${entry}`);
    if (!model.integer[at]) return lines;
    const first = model.integer[at - 1] ? [] : [marker('INTORG')];
    const last = model.integer[at + 1] ? [] : [marker('INTEND')];
    return [...first, ...lines, ...last];
  });
}

function rightHandSides({ model, rows }: Named): readonly string[] {
  return rows.flatMap((row, at) => {
    const kind = kindOf(model, at);
    const side = kind === 'G' ? model.rowLower[at]! : model.rowUpper[at]!;
    return kind === 'N' || side === 0 ? [] : [` RHS ${row} ${side}`];
  });
}

function rangeLines({ model, rows }: Named): readonly string[] {
  return rows.flatMap((row, at) => {
    const [lower, upper] = [model.rowLower[at]!, model.rowUpper[at]!];
    return kindOf(model, at) === 'L' && Number.isFinite(lower) ? [` RNG ${row} ${upper - lower}`] : [];
  });
}

/** A whole-number column always states its upper bound: readers differ in the one they assume. */
function boundLines({ model, columns }: Named): readonly string[] {
  return columns.flatMap((column, at) => {
    const [lower, upper] = [model.colLower[at]!, model.colUpper[at]!];
    const line = (kind: string, value?: number) => ` ${kind} BND ${column}${value === undefined ? '' : ` ${value}`}`;
    if (lower === upper) return [line('FX', lower)];
    if (!Number.isFinite(lower) && !Number.isFinite(upper)) return [line('FR')];
    const below = Number.isFinite(lower) ? (lower === 0 ? [] : [line('LO', lower)]) : [line('MI')];
    if (Number.isFinite(upper)) return [...below, line('UP', upper)];
    return model.integer[at] ? [...below, line('PL')] : below;
  });
}
