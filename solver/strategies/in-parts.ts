import { type Engine, type EngineHooks, type EngineLimits, isSolved, type Outcome } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { type Part, type Parted, partsOf } from '../model/parts.ts';
import { atOnce } from './at-once.ts';

/** Terms of a part below which a solve of its own costs more than it saves. */
const LEAST_TERMS = 500;

/**
 * An engine that solves a model that falls apart part by part, as many at once as it has threads, and puts the answers together by their
 * places: the same answer whatever ends first, and on one thread. The seconds count from the start of the first; nodes are shared out. A
 * target is left aside, and a model whose incumbents are asked for goes whole.
 */
export function inParts(engine: Engine, now: () => number, leastTerms = LEAST_TERMS): Engine {
  return {
    ...engine,
    async solve(model, limits, hooks, start) {
      const parted = hooks?.incumbent ? undefined : partsOf(model, leastTerms);
      if (parted === undefined) return engine.solve(model, limits, hooks, start);
      const begun = now();
      const own = limitsOfParts(parted.parts, limits);
      const solves = parted.parts.map((part, at) => () => {
        const left = { ...own[at]!, seconds: Math.max(0, limits.seconds - (now() - begun) / 1000) };
        const from = start && Float64Array.from(part.columns, (column) => start[column]!);
        return engine.solve(part.model, left, quiet(hooks), from);
      });
      const found = await atOnce(engine, solves, ({ status }) => status === 'infeasible');
      return together(
        model,
        parted,
        found.filter((outcome) => outcome !== undefined),
      );
    },
  };
}

/** What one part finds says nothing of the whole but that time passes. */
function quiet(hooks: EngineHooks | undefined): EngineHooks | undefined {
  if (hooks === undefined) return undefined;
  const { progress, stop } = hooks;
  return {
    ...(stop && { stop }),
    ...(progress && { progress: ({ seconds }) => progress({ incumbent: null, bound: null, seconds }) }),
  };
}

/**
 * Limits of each part. A relative gap of each is one of the whole as long as no value is below 0, Σ gap·vₖ = gap·Σ vₖ; else only the
 * share of the absolute gap counts.
 */
function limitsOfParts(parts: readonly Part[], { target: _, ...limits }: EngineLimits): readonly EngineLimits[] {
  const integers = parts.map(({ model }) => model.integer.reduce((sum, whole) => sum + whole, 0));
  const all = Math.max(
    1,
    integers.reduce((sum, each) => sum + each, 0),
  );
  const isPositive = parts.every(({ model }) => leastValue(model) >= 0);
  return integers.map((own) => ({
    ...limits,
    gap: isPositive ? limits.gap : 0,
    absoluteGap: limits.absoluteGap / parts.length,
    ...(limits.work === undefined ? {} : { work: Math.max(1, Math.floor((limits.work * own) / all)) }),
  }));
}

/** What no point within the bounds of the columns is below. */
function leastValue({ cost, colLower, colUpper, offset }: LinearModel): number {
  let least = offset;
  for (let column = 0; column < cost.length; column++) {
    const price = cost[column]!;
    if (price !== 0) least += price * (price > 0 ? colLower[column]! : colUpper[column]!);
  }
  return least;
}

/** The answer of the whole; `found` is in the order of the parts and ends early where one is infeasible. */
function together(model: LinearModel, { parts, standing }: Parted, found: readonly Outcome[]): Outcome {
  const infeasible = found.find(({ status }) => status === 'infeasible');
  const undecided = found.find(({ status }) => status === 'undecided');
  const unbounded = found.find(({ status }) => status === 'unbounded');
  const ended = infeasible ?? undecided ?? unbounded;
  if (ended) return ended;
  const solved = found.filter(isSolved);
  const values = Float64Array.from(standing);
  let [value, bound] = [0, 0];
  solved.forEach((outcome, at) => {
    parts[at]!.columns.forEach((column, place) => {
      values[column] = outcome.values[place]!;
    });
    value += outcome.value;
    bound += outcome.bound;
  });
  const limited = solved.find((outcome) => outcome.status === 'feasible');
  if (limited?.status === 'feasible') return { status: 'feasible', value, bound, values, limit: limited.limit };
  return { status: 'optimal', value, bound, values, ...dualsTogether(model, parts, solved) };
}

/** Duals of an LP: 0 for a row that cannot bind; of a column what its cost leaves, d = cost − πA. */
function dualsTogether(model: LinearModel, parts: readonly Part[], solved: readonly Outcome[]) {
  const rowDuals = new Float64Array(model.rows.length);
  for (const [at, { rows }] of parts.entries()) {
    const outcome = solved[at]!;
    const own = outcome.status === 'optimal' ? outcome.rowDuals : undefined;
    if (own === undefined) return {};
    rows.forEach((row, place) => {
      rowDuals[row] = own[place]!;
    });
  }
  const columnDuals = Float64Array.from(model.cost);
  for (let row = 0; row < rowDuals.length; row++)
    for (let term = model.starts[row]!; rowDuals[row] !== 0 && term < model.starts[row + 1]!; term++)
      columnDuals[model.indices[term]!]! -= rowDuals[row]! * model.values[term]!;
  return { rowDuals, columnDuals };
}
