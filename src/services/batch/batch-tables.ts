import { type AxisValue, METRICS, type Sweep } from '../../../scenarios/domain/sweep.ts';
import { type Cell, csv, withoutFormula } from '../../../scenarios/wire/csv/write-csv.ts';
import { paretoFront } from './pareto.ts';
import type { CaseRow } from './run-batch.ts';
import { stableCore } from './stable-core.ts';

const safe = (value: AxisValue): Cell => (typeof value === 'string' ? withoutFormula(value) : value);

/** Columns that stand for themselves, before and after those of axes and metrics. */
const FIRST = ['case'] as const;
const LAST = ['reason', 'key', 'sha256', 'digest'] as const;

/** The column of an axis: its name, or `axis name` where a column of the table is called so. */
function columnOf(name: string): string {
  const taken: readonly string[] = [...FIRST, 'status', 'hit', 'pareto', ...METRICS, ...LAST];
  return taken.includes(name) ? `axis ${name}` : name;
}

/**
 * One line for each case with what it is, its figures and, where there is no plan, why: cases in the order of the design, the same
 * however often the batch was stopped. Money in euro, products in weighted units.
 */
export function batchCsv(sweep: Sweep, rows: readonly CaseRow[]): string {
  const metrics = sweep.metrics ?? METRICS;
  const front = sweep.pareto && paretoFront(rows, sweep.pareto);
  const own = [...sweep.axes.map(({ name }) => columnOf(name)), 'status', 'hit', ...metrics];
  const columns = [...FIRST, ...own, ...(front ? ['pareto'] : []), ...LAST];
  const lines = rows.map(({ case: own, result }) => {
    const values = Object.entries(own.values).map(([name, value]) => [columnOf(name), safe(value)] as const);
    return {
      ...Object.fromEntries(values),
      ...{ case: own.number, status: result?.status ?? 'open', hit: result?.hit },
      ...result?.metrics,
      ...(front && { pareto: front.has(own.number) ? 'yes' : 'no' }),
      ...{ reason: safe(result?.reason ?? null), key: result?.key, sha256: result?.sha256, digest: result?.digest },
    };
  });
  return csv(columns, lines);
}

/** How many plans of the batch each firm is a member of, those in all of them first. */
export function membersCsv(rows: readonly CaseRow[]): string {
  const { planned, core, swing } = stableCore(rows);
  const all = [...core.map((supplier) => ({ supplier, cases: planned })), ...swing];
  const lines = all.map(({ supplier, cases }) => ({ supplier: safe(supplier), cases, share: cases / planned }));
  return csv(['supplier', 'cases', 'share'], lines);
}

/** The same as JSON, a line for each case, with the members of each plan and the rules that cannot hold together. */
export const batchJsonl = (rows: readonly CaseRow[]): string =>
  rows
    .map(({ case: { number, values, patch }, result }) => {
      if (!result) return `${JSON.stringify({ case: number, values, patch, status: 'open' })}\n`;
      const { key, sha256, status, hit, metrics, members, digest, conflict, reason } = result;
      // In an order of its own: a result that was kept and read again has another.
      const figures = Object.fromEntries(METRICS.map((name) => [name, metrics[name]]));
      const found = { status, hit, metrics: figures, members, conflict, reason, key, sha256, digest };
      return `${JSON.stringify({ case: number, values, patch, ...found })}\n`;
    })
    .join('');
