import type { Lane } from '../lanes.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Column, ModelBuilder, Term } from './model-builder.ts';
import { priceTiers, type TiersOf } from './price-tiers.ts';
import { type RecourseColumns, recourseColumns } from './recourse-columns.ts';

/**
 * The columns of model.md §2 by meaning. Indexes of demands, stocked items, pairs, candidates and certificates are those of the
 * problem's lists; periods are 1-based.
 */
export interface Variables {
  /** y: units of demand d delivered in t = 1..T+L. */
  readonly delivered: (demand: number, t: number) => Column;
  /** b: backlog of demand d at the end of t; only with carried backlog. */
  readonly backlog: (demand: number, t: number) => Column;
  /** I: stock at the end of t = 1..T. */
  readonly stock: (stocked: number, t: number) => Column;
  /** x: units completed in t; undefined where the pair is not available. */
  readonly produced: (pair: number, t: number) => Column | undefined;
  /** a ∈ {0, 1}. */
  readonly awarded: (pair: number) => Column;
  /** m ∈ {0, 1}. */
  readonly member: (candidate: number) => Column;
  /** z ∈ {0, 1}. */
  readonly obtained: (certificate: number) => Column;
  /** u ∈ {0, 1}: a member is in this group, by the positions of grouping and group; undefined where the rule names one group. */
  readonly present: (grouping: number, group: number) => Column | undefined;
  /** e: how many of an expansion are bought in t, a whole number; undefined where it may not be bought then. */
  readonly expanded: (expansion: number, t: number) => Column | undefined;
  /** q: euro that a budget pays for the qualification of a supplier, by position in the problem's dated qualifications. */
  readonly qualification: (dated: number) => Column;
  /** v: euro paid for what is promised and not bought. */
  readonly paid: (promise: number) => Column;
  /** o ∈ {0, 1}: a pair with a minimum order produces in t; undefined for others, and where it cannot. */
  readonly ordered: (pair: number, t: number) => Column | undefined;
  /** B ∈ {0, 1}: 1 from the first producing period on, t = 1..T−1; undefined where no rule asks when the supplier begins. */
  readonly begun: (candidate: number, t: number) => Column | undefined;
  /** n: people hired in t = 1..T; undefined where no rule speaks of the supplier's people. */
  readonly hired: (candidate: number, t: number) => Column | undefined;
  /** s ∈ {0, 1}: onboarding starts in t; undefined where no rule makes that time matter, and after the last start that is of use. */
  readonly started: (candidate: number, t: number) => Column | undefined;
  /** p, k: units at each price of a pair among those made by the end of t; empty without price breaks, and where that money is not asked for. */
  readonly tiers: TiersOf;
  /** f: units from a source to an end of a lane over the horizon. */
  readonly shipped: (lane: number, source: number, end: number) => Column;
  /** g: units at an end of a lane that were there at the start. */
  readonly fromStock: (lane: number, end: number) => Column;
  /** What is done in each outage that the problem asks about. */
  readonly recourse: readonly RecourseColumns[];
  /** The columns of each case of a problem that has some; what is decided before the case is known is the same in all. */
  readonly cases?: readonly Variables[];
  /** η and z[ω] by aim, where the worst of the cases counts. */
  readonly tails?: ReadonlyMap<string, { readonly eta: Column; readonly beyond: readonly Column[] }>;
}

/** Makes every column of a problem without cases (see `blocks.ts`), in order of ids; none is made that must be zero. */
export function createVariables(problem: PlanningProblem, builder: ModelBuilder): Variables {
  const carried = problem.scenario.policy.backlog === 'carried';
  const y = problem.demands.map(({ item, required }) =>
    perPeriod(required.length - 1, (t) => {
      const upper = carried ? {} : { upper: required[t]! };
      return builder.column(`y|${item}|${t}`, upper);
    }),
  );
  const b = problem.demands.map(({ item, required }) =>
    perPeriod(required.length - 1, (t) => (carried ? builder.column(`b|${item}|${t}`) : undefined)),
  );
  const stock = problem.stocked.map(({ item, initial, mayGrow, safety, safetyFrom }) =>
    perPeriod(problem.horizon, (t) =>
      builder.column(`I|${item}|${t}`, {
        lower: t >= safetyFrom ? safety : 0,
        ...(mayGrow ? {} : { upper: initial }),
      }),
    ),
  );
  const a: Column[] = [];
  const x = problem.pairs.map((pair, position) => {
    a[position] = builder.column(`a|${pair.supplier}|${pair.item}`, { upper: 1, integer: true, shared: true });
    return perPeriod(problem.horizon, (t) =>
      pair.available[t] ? builder.column(`x|${pair.supplier}|${pair.item}|${t}`) : undefined,
    );
  });
  const m = problem.candidates.map(({ supplier }) =>
    builder.column(`m|${supplier.supplier}`, { upper: 1, integer: true, shared: true }),
  );
  const z = problem.obtainable.map(({ supplier, certificate }) =>
    builder.column(`z|${supplier}|${certificate}`, { upper: 1, integer: true, shared: true }),
  );
  const u = problem.groupings.map(({ rule, groups }) =>
    groups.map(({ value }) =>
      rule.value === undefined
        ? builder.column(`u|${rule.id}|${value}`, { upper: 1, integer: true, shared: true })
        : undefined,
    ),
  );
  const e = problem.expansions.map(({ supplier, process, option, maximum, periods }) => {
    const columns: (Column | undefined)[] = [];
    for (const t of periods)
      columns[t] = builder.column(`e|${supplier}|${process}|${option}|${t}`, {
        upper: maximum,
        integer: true,
        shared: true,
      });
    return columns;
  });
  const o = problem.pairs.map(({ supplier, item, minimumOrder, available }) =>
    minimumOrder > 0
      ? perPeriod(problem.horizon, (t) =>
          available[t] ? builder.column(`o|${supplier}|${item}|${t}`, { upper: 1, integer: true }) : undefined,
        )
      : undefined,
  );
  const v = problem.promises.map(({ rule, year }) => builder.column(`v|${rule}|${year}`));
  const q = problem.datedQualifications.map(({ rule, candidate }) =>
    builder.column(`q|${rule}|${problem.candidates[candidate]!.supplier.supplier}`, { shared: true }),
  );
  const begun = problem.candidates.map(({ supplier, rampsFrom }) =>
    perPeriod(problem.horizon - 1, (t) =>
      t < (rampsFrom ?? Infinity)
        ? undefined
        : builder.column(`B|${supplier.supplier}|${t}`, { upper: 1, integer: true }),
    ),
  );
  const n = problem.candidates.map(({ supplier, hires }) =>
    perPeriod(problem.horizon, (t) => (hires ? builder.column(`n|${supplier.supplier}|${t}`) : undefined)),
  );
  const s = problem.candidates.map(({ supplier, lastStart }) =>
    perPeriod(lastStart ?? 0, (t) =>
      builder.column(`s|${supplier.supplier}|${t}`, { upper: 1, integer: true, shared: true }),
    ),
  );
  const tiers = priceTiers(problem, builder);
  const f = problem.lanes.map((lane) => laneColumns(problem, lane, builder));
  return {
    tiers,
    recourse: recourseColumns(problem, builder, {
      stock: (stocked, t) => stock[stocked]![t]!,
      produced: (pair, t) => x[pair]![t],
    }),
    shipped: (lane, source, end) => f[lane]![end]!.shipped[source]!,
    fromStock: (lane, end) => f[lane]![end]!.fromStock,
    delivered: (demand, t) => y[demand]![t]!,
    backlog: (demand, t) => b[demand]![t]!,
    stock: (stocked, t) => stock[stocked]![t]!,
    produced: (pair, t) => x[pair]![t],
    awarded: (pair) => a[pair]!,
    member: (candidate) => m[candidate]!,
    obtained: (certificate) => z[certificate]!,
    present: (grouping, group) => u[grouping]![group],
    expanded: (expansion, t) => e[expansion]![t],
    qualification: (dated) => q[dated]!,
    paid: (promise) => v[promise]!,
    ordered: (pair, t) => o[pair]?.[t],
    begun: (candidate, t) => begun[candidate]![t],
    hired: (candidate, t) => n[candidate]![t],
    started: (candidate, t) => s[candidate]![t],
  };
}

function laneColumns(problem: PlanningProblem, { item, consumer, sources, ends }: Lane, builder: ModelBuilder) {
  return ends.map(({ pair }) => {
    const end = `${consumer}|${pair === null ? 'OEM' : problem.pairs[pair]!.supplier}`;
    return {
      fromStock: builder.column(`g|${item}|${end}`),
      shipped: sources.map((source) => builder.column(`f|${problem.pairs[source]!.supplier}|${item}|${end}`)),
    };
  });
}

function perPeriod<Made>(last: number, make: (t: number) => Made): readonly (Made | undefined)[] {
  return Array.from({ length: last + 1 }, (_, t) => (t === 0 ? undefined : make(t)));
}

/** A linear expression: terms plus a constant. */
export interface Expression {
  readonly terms: readonly Term[];
  readonly constant: number;
}

/** An expression at a point: terms one by one in their order, so that the last digit is the same everywhere. */
export const valueAt = ({ terms, constant }: Expression, point: Float64Array): number =>
  terms.reduce((sum, { column, value }) => sum + value * point[column]!, constant);

/** The columns by which balances are written. */
export type Balanced = Pick<Variables, 'delivered' | 'stock'>;

/** need[i,t] of {@link needsPerPeriod} over the model's columns; stock on hand at the start enters as a constant. */
export function needExpression(problem: PlanningProblem, variables: Balanced, item: string, t: number): Expression {
  const terms: Term[] = [];
  let constant = 0;
  for (const { kind, of, at, quantity } of problem.needs(item, t)) {
    if (kind === 'delivery') terms.push({ column: variables.delivered(of, at), value: quantity });
    else if (at === 0) constant += quantity * problem.stocked[of]!.initial;
    else terms.push({ column: variables.stock(of, at), value: quantity });
  }
  return { terms, constant };
}

/** I[i,t] − I[i,t−1] of any item; nothing for one that is never on hand. */
export function growthExpression(problem: PlanningProblem, variables: Balanced, item: string, t: number): Expression {
  const stocked = problem.stocked.findIndex((entry) => entry.item === item);
  return stocked < 0 ? { terms: [], constant: 0 } : stockGrowth(problem, variables, stocked, t);
}

/** need[i,t] + I[i,t] − I[i,t−1]: what is completed in t of an item that is had as needed. */
export function completedExpression(
  problem: PlanningProblem,
  variables: Balanced,
  item: string,
  t: number,
): Expression {
  const need = needExpression(problem, variables, item, t);
  const growth = growthExpression(problem, variables, item, t);
  return { terms: [...need.terms, ...growth.terms], constant: need.constant + growth.constant };
}

/** I[i,t] − I[i,t−1], the growth of the stock of a stocked item in t. */
export function stockGrowth(problem: PlanningProblem, variables: Balanced, stocked: number, t: number): Expression {
  const end = { column: variables.stock(stocked, t), value: 1 };
  if (t === 1) return { terms: [end], constant: -problem.stocked[stocked]!.initial };
  return { terms: [end, { column: variables.stock(stocked, t - 1), value: -1 }], constant: 0 };
}
