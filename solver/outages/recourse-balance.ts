import type { Item } from '../../scenarios/domain/item.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Column, ModelBuilder, Term } from '../model/model-builder.ts';
import type { RecourseColumns } from '../model/recourse-columns.ts';
import { completedExpression, type Expression, type Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import { type Begun, begunOf, completedLater } from './begun.ts';

/** What the rows of an outage are written with: the columns of the plan that they name, or what stands for them. */
export interface OutageFormulation {
  readonly problem: PlanningProblem;
  readonly builder: ModelBuilder;
  readonly variables: Pick<
    Variables,
    'produced' | 'stock' | 'delivered' | 'awarded' | 'member' | 'expanded' | 'started'
  >;
}

/** What the balances of all outages of a problem have in common. */
export interface BalanceFacts {
  readonly begun: Begun;
  /** Completions after the horizon that may have been begun within it. */
  readonly later: ReturnType<typeof completedLater>;
  readonly parents: ReadonlySet<string>;
  /** Positions of stocked items. */
  readonly stockedAt: ReadonlyMap<string, number>;
  /** Neither made by award nor had as needed: there is only what is on hand. */
  readonly never: readonly string[];
  /** Demands of groupings, which are delivered as what they stand for. */
  readonly phantoms: readonly number[];
}

/** Looks up what balances of outages need of a problem. */
export function balanceFacts(problem: PlanningProblem): BalanceFacts {
  const had = new Set([...problem.packages, ...problem.unconstrained].map(({ item }) => item.item));
  const kinds = grouped(problem.scenario.items, ({ kind }) => kind);
  const phantoms = new Set((kinds.get('phantom') ?? []).map(({ item }) => item));
  return {
    begun: begunOf(problem),
    later: completedLater(problem),
    parents: new Set(problem.scenario.bom.map(({ parent }) => parent)),
    stockedAt: new Map(problem.stocked.map(({ item }, at) => [item, at])),
    never: problem.scenario.items.flatMap(({ item }) => (had.has(item) || phantoms.has(item) ? [] : [item])),
    phantoms: problem.demands.flatMap(({ item }, demand) => (phantoms.has(item) ? [demand] : [])),
  };
}

/** What an outage's rows are written with. */
interface Recourse extends OutageFormulation {
  readonly recourse: RecourseColumns;
  readonly facts: BalanceFacts;
  readonly name: string;
}

/**
 * The balances of an outage for t = τ..min(E, T), as those of the plan (meet-requirement.ts, not-required.ts) with I′[·,τ−1] = I[·,τ−1]. What would be
 * completed after E asks for nothing. Of what was begun before τ no more is completed than in the plan, and no more of a grouping delivered:
 *
 *   P′[v,t] ≤ P[v,t], y′[d,t] ≤ y[d,t]   where something that goes into it is due before τ
 *
 * Where only the work of some packages is moved, nothing else is asked to do more than planned: y′[d,t] ≤ y[d,t], and P′ ≤ P in every period for what
 * has components.
 */
export function recourseBalance(
  formulation: OutageFormulation,
  recourse: RecourseColumns,
  facts: BalanceFacts = balanceFacts(formulation.problem),
): void {
  const { problem } = formulation;
  const { span, name } = recourse;
  const own = { ...formulation, recourse, facts, name };
  if (recourse.near) {
    moveWork(own, recourse.near);
    return;
  }
  const isBegunBefore = ({ item }: Item, t: number) => facts.parents.has(item) && facts.begun(item, t) < span.from;
  for (let t = span.from; t <= Math.min(span.last, problem.horizon); t++) {
    for (const { item } of problem.packages) balancePackage(own, item, t, isBegunBefore(item, t));
    for (const { item } of problem.unconstrained) completeAsNeeded(own, item, t, isBegunBefore(item, t));
    for (const item of facts.never) neverMade(own, item, t);
    problem.stocked.forEach(({ item, mayGrow }) => {
      if (!mayGrow) onlyUsedUp(own, item, t);
    });
  }
  finishLater(own);
  for (const demand of facts.phantoms)
    deliverAsPlanned(own, demand, (t) => facts.begun(problem.demands[demand]!.item, t) < span.from);
}

/** After the horizon nothing is made or stocked in a plan: what is completed there is what deliveries ask for. */
function finishLater({ facts, recourse, variables, builder, name }: Recourse): void {
  const { span } = recourse;
  for (const { item, t, needs } of facts.later) {
    if (t > span.last || facts.begun(item, t) >= span.from) continue;
    const then = needs.flatMap(({ demand, at, quantity }) =>
      at <= span.last ? [{ column: recourse.delivered(demand, at)!, value: quantity }] : [],
    );
    const planned = needs.map(({ demand, at, quantity }) => ({
      column: variables.delivered(demand, at),
      value: -quantity,
    }));
    builder.row(`begun|${name}|${item}|${t}`, [...then, ...planned], { upper: 0 });
  }
}

/** The work of some packages is moved; of what they go into less may be completed than planned, of nothing more. */
function moveWork(own: Recourse, near: ReadonlySet<string>): void {
  const { problem, variables, builder, recourse, name, facts } = own;
  const { span, above } = recourse;
  const moved = problem.packages.filter(({ item }) => near.has(item.item));
  for (let t = span.from; t <= Math.min(span.last, problem.horizon); t++) {
    for (const { item } of moved) balancePackage(own, item, t, facts.parents.has(item.item));
    for (const stocked of above) {
      const { item } = problem.stocked[stocked]!;
      const then = completedThen(own, item, t);
      const planned = completedExpression(problem, variables, item, t);
      builder.row(`completed|${name}|${item}|${t}`, then.terms, { lower: -then.constant });
      const upper = planned.constant - then.constant;
      builder.row(`no-more|${name}|${item}|${t}`, [...then.terms, ...negated(planned.terms)], { upper });
    }
    for (const [stocked, { item, mayGrow }] of problem.stocked.entries())
      if (!mayGrow && (near.has(item) || above.includes(stocked))) onlyUsedUp(own, item, t);
  }
  for (const demand of problem.demands.keys()) deliverAsPlanned(own, demand, () => true);
}

/** No more is delivered than planned in some periods. */
function deliverAsPlanned(own: Recourse, demand: number, isAsPlanned: (t: number) => boolean): void {
  const { problem, variables, builder, recourse, name } = own;
  const { item, required } = problem.demands[demand]!;
  for (let t = recourse.span.from; t <= Math.min(recourse.span.last, required.length - 1); t++) {
    if (!isAsPlanned(t)) continue;
    const then = { column: recourse.delivered(demand, t)!, value: 1 };
    const planned = { column: variables.delivered(demand, t), value: -1 };
    builder.row(`as-planned|${name}|${item}|${t}`, [then, planned], { upper: 0 });
  }
}

function balancePackage(own: Recourse, { item }: Item, t: number, isBegun: boolean): void {
  const { problem, variables, builder, recourse, name } = own;
  const pairs = problem.pairsOf.get(item) ?? [];
  const sum = (columnOf: (pair: number) => Column | undefined, value: number): readonly Term[] =>
    pairs.reduce<Term[]>((terms, pair) => {
      const column = columnOf(pair);
      if (column !== undefined) terms.push({ column, value });
      return terms;
    }, []);
  const made = sum((pair) => recourse.produced(pair, t), 1);
  const { terms, constant } = completedThen(own, item, t);
  builder.row(`balance|${name}|${item}|${t}`, [...made, ...negated(terms)], { lower: constant, upper: constant });
  if (!isBegun) return;
  const planned = sum((pair) => variables.produced(pair, t), -1);
  builder.row(`begun|${name}|${item}|${t}`, [...made, ...planned], { upper: 0 });
}

function completeAsNeeded(own: Recourse, { item }: Item, t: number, isBegun: boolean): void {
  const { problem, variables, builder, name } = own;
  if (!isBegun && !own.facts.stockedAt.has(item)) return;
  const then = completedThen(own, item, t);
  if (own.facts.stockedAt.has(item))
    builder.row(`completed|${name}|${item}|${t}`, then.terms, { lower: -then.constant });
  if (!isBegun) return;
  const planned = completedExpression(problem, variables, item, t);
  const upper = planned.constant - then.constant;
  builder.row(`begun|${name}|${item}|${t}`, [...then.terms, ...negated(planned.terms)], { upper });
}

function neverMade(own: Recourse, item: string, t: number): void {
  const { terms, constant } = completedThen(own, item, t);
  if (terms.length > 0)
    own.builder.row(`not-required|${own.name}|${item}|${t}`, terms, { lower: -constant, upper: -constant });
}

function onlyUsedUp(own: Recourse, item: string, t: number): void {
  const { terms, constant } = growthThen(own, item, t);
  own.builder.row(`use-up-stock|${own.name}|${item}|${t}`, terms, { upper: -constant });
}

/** P′: what is needed of an item in t and by how much its stock grows. */
function completedThen(own: Recourse, item: string, t: number): Expression {
  const { problem, recourse } = own;
  const { last } = recourse.span;
  const growth = growthThen(own, item, t);
  const terms = [...growth.terms];
  let { constant } = growth;
  for (const { kind, of, at, quantity } of problem.needs(item, t)) {
    if (kind === 'delivery') {
      if (at <= last) terms.push({ column: recourse.delivered(of, at)!, value: quantity });
      continue;
    }
    // A stock that grows is completed at its own end, one that falls in the period after.
    if (quantity > 0 ? at > last : at >= last) continue;
    const before = stockThen(own, of, at);
    for (const { column } of before.terms) terms.push({ column, value: quantity });
    constant += quantity * before.constant;
  }
  return { terms, constant };
}

/** I′[v,t] − I′[v,t−1]. */
function growthThen(own: Recourse, item: string, t: number): Expression {
  const stocked = own.facts.stockedAt.get(item);
  if (stocked === undefined) return { terms: [], constant: 0 };
  const [end, before] = [stockThen(own, stocked, t), stockThen(own, stocked, t - 1)];
  return { terms: [...end.terms, ...negated(before.terms)], constant: end.constant - before.constant };
}

/** Stock at the end of a period: as in the plan before the outage. */
function stockThen({ problem, variables, recourse }: Recourse, stocked: number, t: number): Expression {
  if (t === 0) return { terms: [], constant: problem.stocked[stocked]!.initial };
  const column = t < recourse.span.from ? variables.stock(stocked, t) : recourse.stock(stocked, t)!;
  return { terms: [{ column, value: 1 }], constant: 0 };
}

const negated = (terms: readonly Term[]): readonly Term[] =>
  terms.map(({ column, value }) => ({ column, value: -value }));
