import type { Decision } from '../constraints/constraint.ts';
import { learns, withTrueHours } from '../learned.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Solution } from '../strategies/strategy.ts';
import { boughtExpansions } from './bought-expansions.ts';
import { leastHires } from './least-hires.ts';

/** A solution as quantities in units; periods are 1-based, index 0 unused except for stock, where it is the start. */
export interface Quantities extends Decision {
  /** Per demand, periods 1..T+L. */
  readonly delivered: readonly Float64Array[];
  readonly backlog: readonly Float64Array[];
  /** Per stocked item, periods 0..T. */
  readonly stock: readonly Float64Array[];
  readonly obtained: readonly boolean[];
  /** Per lane, end and source. */
  readonly shipped: readonly (readonly (readonly number[])[])[];
}

/** Solver noise below a billionth of a unit is dropped, so that figures are the same to the last digit everywhere. */
const clean = (quantity: number): number => {
  const rounded = Math.round(quantity * 1e9) / 1e9;
  return rounded <= 0 ? 0 : rounded;
};

/**
 * Reads a solution; stocks and backlogs are recomputed from production and deliveries, so that the balances hold exactly, and so are the
 * hours that a rule lets fall.
 */
export function quantitiesOf(asked: PlanningProblem, solution: Solution): Quantities {
  const made = madeIn(asked, solution);
  const problem = learns(asked) ? withTrueHours(asked, made.produced) : asked;
  const bought = boughtExpansions({ problem, ...made, produced: [made.produced] }, solution);
  return quantitiesWith(problem, solution, made, bought);
}

/** Reads a solution of a problem with cases, case by case; what is decided before the case is known is the same in all. */
export function quantitiesOfCases(problem: PlanningProblem, { variables, values }: Solution): readonly Quantities[] {
  const own = problem.cases!.map((one, at) => ({
    problem: one.problem,
    solution: { variables: variables.cases![at]!, values },
  }));
  const made = own.map((one) => madeIn(one.problem, one.solution));
  const works = { problem, awarded: made[0]!.awarded, produced: made.map(({ produced }) => produced) };
  const bought = boughtExpansions(works, { variables, values });
  return own.map((one, at) => quantitiesWith(one.problem, one.solution, made[at]!, bought));
}

type Made = Pick<Quantities, 'awarded' | 'produced'>;

function madeIn(problem: PlanningProblem, { variables, values }: Solution): Made {
  const awarded = problem.pairs.map((_, pair) => values[variables.awarded(pair)]! > 0.5);
  const produced = problem.pairs.map((_, pair) =>
    series(problem.horizon, (t) => {
      const column = variables.produced(pair, t);
      return column === undefined || !awarded[pair] ? 0 : clean(values[column]!);
    }),
  );
  return { awarded, produced };
}

function quantitiesWith(
  problem: PlanningProblem,
  { variables, values }: Solution,
  { awarded, produced }: Made,
  bought: Quantities['bought'],
): Quantities {
  const chosen = (column: number) => values[column]! > 0.5;
  const carried = problem.scenario.policy.backlog === 'carried';
  const delivered = problem.demands.map(({ required }, demand) =>
    series(required.length - 1, (t) => {
      const units = clean(values[variables.delivered(demand, t)]!);
      const due = required[t]!;
      if (Math.abs(units - due) <= 1e-7 * Math.max(1, due)) return due;
      return carried ? units : Math.min(units, due);
    }),
  );
  const backlog = problem.demands.map(({ required }, demand) => {
    let late = 0;
    return series(required.length - 1, (t) => {
      late = carried ? clean(late + required[t]! - delivered[demand]![t]!) : 0;
      return late;
    });
  });
  const stock = stocksOf(problem, { variables, values }, produced, delivered);
  const need = needOf(problem, delivered, stock);
  const completed = problem.unconstrained.map(({ item }) => {
    const stocked = problem.stocked.findIndex((entry) => entry.item === item.item);
    const growth = (t: number) => (stocked < 0 ? 0 : stock[stocked]![t]! - stock[stocked]![t - 1]!);
    return series(problem.horizon, (t) => clean(need(item.item, t) + growth(t)));
  });
  const obtained = problem.obtainable.map(({ pairs }) => pairs.some((pair) => awarded[pair]));
  const shipped = problem.lanes.map(({ ends, sources }, lane) =>
    ends.map((_, end) => sources.map((_, source) => clean(values[variables.shipped(lane, source, end)]!))),
  );
  const hired = leastHires(problem, produced, (candidate, t) => values[variables.hired(candidate, t) ?? -1] ?? 0);
  const starts = problem.candidates.map(({ lastStart }, candidate) => {
    const started = Array.from({ length: lastStart ?? 0 }, (_, at) => chosen(variables.started(candidate, at + 1)!));
    return Math.max(0, started.indexOf(true)) + 1;
  });
  return {
    ...{ problem, awarded, produced, hired, starts, delivered, backlog },
    ...{ stock, completed, obtained, bought, shipped },
  };
}

function stocksOf(
  problem: PlanningProblem,
  { variables, values }: Solution,
  produced: readonly Float64Array[],
  delivered: readonly Float64Array[],
): readonly Float64Array[] {
  const stock = problem.stocked.map(({ initial }) => series(problem.horizon, () => 0, initial));
  const need = needOf(problem, delivered, stock);
  const packages = new Set(problem.packages.map(({ item }) => item.item));
  const fromTop = problem.stocked
    .map((_, stocked) => stocked)
    .sort((left, right) => level(problem, left) - level(problem, right));
  for (const stocked of fromTop) {
    const { item } = problem.stocked[stocked]!;
    for (let t = 1; t <= problem.horizon; t++) {
      if (!packages.has(item)) {
        stock[stocked]![t] = clean(values[variables.stock(stocked, t)]!);
        continue;
      }
      const made = (problem.pairsOf.get(item) ?? []).reduce((sum, pair) => sum + produced[pair]![t]!, 0);
      stock[stocked]![t] = clean(stock[stocked]![t - 1]! + made - need(item, t));
    }
  }
  return stock;
}

const level = (problem: PlanningProblem, stocked: number): number =>
  problem.levels.get(problem.stocked[stocked]!.item) ?? 0;

/** need[i,t] in units for given deliveries and stocks. */
function needOf(
  problem: PlanningProblem,
  delivered: readonly Float64Array[],
  stock: readonly Float64Array[],
): (item: string, t: number) => number {
  return (item, t) =>
    problem
      .needs(item, t)
      .reduce(
        (sum, { kind, of, at, quantity }) => sum + quantity * (kind === 'delivery' ? delivered : stock)[of]![at]!,
        0,
      );
}

function series(last: number, valueAt: (t: number) => number, first = 0): Float64Array {
  const values = new Float64Array(last + 1);
  values[0] = first;
  for (let t = 1; t <= last; t++) values[t] = valueAt(t);
  return values;
}
