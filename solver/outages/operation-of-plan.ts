import { periodIndex } from '../../scenarios/domain/calendar.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import { learns, withTrueHours } from '../learned.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Operation } from './operation.ts';

type Rows = Pick<Plan, 'members' | 'awards' | 'production' | 'products' | 'continuation' | 'stock' | 'expansions'>;

/** What a finished plan does, in the terms of the problem of its scenario; rows that name nothing of it are left out. */
export function operationOfPlan(asked: PlanningProblem, plan: Rows): Operation {
  const { horizon, scenario } = asked;
  const at = (label: string): number => periodIndex(scenario.calendar, label) ?? 0;
  const series = (last: number) => new Float64Array(last + 1);
  const pairAt = new Map(asked.pairs.map(({ supplier, item }, pair) => [named(supplier, item), pair]));
  const produced = asked.pairs.map(() => series(horizon));
  for (const { supplier, item, period, quantity } of plan.production)
    add(produced[pairAt.get(named(supplier, item)) ?? -1], at(period), quantity);
  const problem = learns(asked) ? withTrueHours(asked, produced) : asked;
  const awards = new Set(plan.awards.map(({ supplier, item }) => named(supplier, item)));
  const starts = new Map(plan.members.map(({ supplier, start }) => [supplier, Math.max(1, at(start))]));

  const demandAt = new Map(problem.demands.map(({ item }, demand) => [item, demand]));
  const delivered = problem.demands.map(({ required }) => series(required.length - 1));
  for (const { product, period, delivered: units } of [...plan.products, ...plan.continuation])
    add(delivered[demandAt.get(product) ?? -1], at(period), units);
  const stockAt = new Map(problem.stocked.map(({ item }, stocked) => [item, stocked]));
  const stock = problem.stocked.map(({ initial }) => series(horizon).fill(initial, 0, 1));
  for (const { item, period, quantity } of plan.stock) add(stock[stockAt.get(item) ?? -1], at(period), quantity);
  const expansionAt = new Map(
    problem.expansions.map(({ supplier, process, option }, expansion) => [named(supplier, process, option), expansion]),
  );
  const bought = problem.expansions.map(() => series(horizon));
  for (const { supplier, process, option, period, count } of plan.expansions)
    add(bought[expansionAt.get(named(supplier, process, option)) ?? -1], at(period), count);
  return {
    problem,
    awarded: problem.pairs.map(({ supplier, item }) => awards.has(named(supplier, item))),
    ...{ produced, delivered, stock, bought },
    completed: completedOf(problem, delivered, stock),
    starts: problem.candidates.map(({ supplier }) => starts.get(supplier.supplier) ?? 1),
  };
}

const named = (...ids: readonly string[]): string => JSON.stringify(ids);

function add(series: Float64Array | undefined, t: number, units: number): void {
  if (series && t >= 1 && t < series.length) series[t]! += units;
}

/** What is had without an award follows from what needs it. */
function completedOf(
  problem: PlanningProblem,
  delivered: readonly Float64Array[],
  stock: readonly Float64Array[],
): readonly Float64Array[] {
  const stockAt = new Map(problem.stocked.map(({ item }, stocked) => [item, stocked]));
  return problem.unconstrained.map(({ item: { item } }) => {
    const own = stock[stockAt.get(item) ?? -1];
    return Float64Array.from({ length: problem.horizon + 1 }, (_, t) => {
      if (t === 0) return 0;
      const needed = problem
        .needs(item, t)
        .reduce(
          (sum, { kind, of, at, quantity }) => sum + quantity * (kind === 'delivery' ? delivered : stock)[of]![at]!,
          0,
        );
      return Math.max(0, needed + (own ? own[t]! - own[t - 1]! : 0));
    });
  });
}
