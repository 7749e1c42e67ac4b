import type { Formulated } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import { createModelBuilder, type ModelBuilder, type Term } from '../../model/model-builder.ts';
import type { PlanningProblem } from '../../problem.ts';
import { createMergedColumns, type MergedColumns } from './merged-columns.ts';
import { stockOfBlocks } from './stock-of-blocks.ts';
import { tightestRows } from './tightest-rows.ts';
import { begunColumns } from './time-columns.ts';
import type { UsualFlow } from './usual-flow.ts';

/** The decisions of a problem with the periods of a block as one. */
export interface CoarseModel {
  readonly model: LinearModel;
  /** Column of the award of each pair. */
  readonly awards: Int32Array;
  /** Columns of units missing. */
  readonly missing: readonly number[];
  /** By package: the columns that only it has, and those of members, certificates and expansions, which packages share. */
  readonly own: readonly (readonly number[])[];
  readonly shared: readonly (readonly number[])[];
}

/**
 * The model for least cost with the periods of each block as one: a pair's units of a block are spread over its periods like the
 * package's work, deliveries and stock stand at the usual flow, and units that nobody makes cost `premium` each. Every other row of the
 * model is kept, in its tightest period, but for those that tell when a supplier begins to work; onboardings may start in parts. Of a
 * package's balances only their sum over a block.
 */
export function coarseModel(
  problem: PlanningProblem,
  { model, variables }: Formulated,
  flow: UsualFlow,
  starts: readonly number[],
  premium: ReadonlyMap<string, number>,
): CoarseModel {
  const { pairs, packages, horizon } = problem;
  const blocks = starts.length;
  const builder = createModelBuilder();
  const mapping = createMergedColumns(model);
  const { at, link } = mapping;
  flow.delivered.forEach((own, d) => {
    for (let t = 1; t < own.length; t++) at[variables.delivered(d, t)] = own[t]!;
  });
  flow.stock.forEach((own, i) => {
    for (let t = 1; t <= horizon; t++) at[variables.stock(i, t)] = own[t]!;
  });
  const keep = (column: number, integer = model.integer[column] === 1): number => {
    const own = builder.column(model.columns[column]!, {
      lower: model.colLower[column]!,
      upper: model.colUpper[column]!,
      integer,
    });
    link(column, own, 1);
    return own;
  };
  const periodsOf = (block: number): readonly [number, number] => [
    starts[block]!,
    (starts[block + 1] ?? horizon + 1) - 1,
  ];
  const objective: Term[] = [];
  const missing: number[] = [];
  const numberOf = new Map(packages.map(({ item }, number) => [item.item, number]));
  const own = packages.map((): number[] => []);
  const shared = packages.map(() => new Set<number>());
  const ownOf = (item: string) => own[numberOf.get(item)!];
  const awards = new Int32Array(pairs.length);
  pairs.forEach(({ supplier, item, available }, pair) => {
    awards[pair] = keep(variables.awarded(pair));
    ownOf(item)!.push(awards[pair]!);
    const work = flow.completed.get(item)!;
    for (let block = 0; block < blocks; block++) {
      const [from, to] = periodsOf(block);
      let able = 0;
      for (let t = from; t <= to; t++) if (available[t]) able += work[t]!;
      if (able <= 0) continue;
      const column = builder.column(`x|${supplier}|${item}|${from}`, { upper: able });
      ownOf(item)!.push(column);
      const ordered = from === to ? variables.ordered(pair, from) : undefined;
      if (ordered !== undefined) ownOf(item)!.push(keep(ordered));
      for (let t = from; t <= to; t++) {
        const own = variables.produced(pair, t);
        if (own === undefined || !(work[t]! > 0)) continue;
        link(own, column, work[t]! / able);
      }
    }
    for (let t = 1; t <= horizon; t++) {
      for (const { units, full } of variables.tiers(pair, t))
        ownOf(item)!.push(keep(units), ...(full === undefined ? [] : [keep(full)]));
    }
  });
  const share = (column: number, those: readonly number[]) => {
    for (const pair of those) shared[numberOf.get(pairs[pair]!.item)!]!.add(column);
  };
  problem.candidates.forEach((candidate, s) => {
    share(keep(variables.member(s)), candidate.pairs);
    for (let t = 1; t <= (candidate.lastStart ?? 0); t++) share(keep(variables.started(s, t)!, false), candidate.pairs);
  });
  problem.candidates.forEach((candidate, s) => {
    if (!candidate.hires) return;
    for (let block = 0; block < blocks; block++) {
      const [from, to] = periodsOf(block);
      const column = builder.column(`n|${candidate.supplier.supplier}|${from}`);
      share(column, candidate.pairs);
      for (let t = from; t <= to; t++) link(variables.hired(s, t)!, column, 1);
    }
  });
  problem.expansions.forEach(({ candidate, process, periods }, k) => {
    const users = problem.candidates[candidate]!.pairs.filter((pair) =>
      pairs[pair]!.hours.some((step) => step.process === process),
    );
    // Within a block the first period is the best to buy in: its hours are there longest.
    for (const t of periods) if (starts.includes(t)) share(keep(variables.expanded(k, t)!), users);
  });
  problem.obtainable.forEach((row, k) => {
    share(keep(variables.obtained(k)), row.pairs);
  });
  problem.datedQualifications.forEach(({ candidate }, dated) => {
    share(keep(variables.qualification(dated)), problem.candidates[candidate]!.pairs);
  });
  problem.groupings.forEach(({ groups }, grouping) => {
    groups.forEach(({ members }, group) => {
      const column = variables.present(grouping, group);
      if (column === undefined) return;
      share(
        keep(column),
        members.flatMap((s) => problem.candidates[s]!.pairs),
      );
    });
  });
  problem.promises.forEach(({ item }, promise) => {
    const column = keep(variables.paid(promise));
    ownOf(item)?.push(column);
  });
  // What nobody makes reaches its place too: else a shortage of a part that is shipped would have no point at all.
  const received = new Map<string, number>();
  const unsent = new Map<string, Term[]>();
  problem.lanes.forEach((lane, index) => {
    lane.ends.forEach((end, to) => {
      ownOf(lane.item)!.push(keep(variables.fromStock(index, to)));
      const place = `${lane.item}|${lane.consumer}|${end.pair === null ? 'OEM' : pairs[end.pair]!.supplier}`;
      const column = builder.column(`f|nobody|${place}`);
      ownOf(lane.item)!.push(column);
      received.set(`received|${place}`, column);
      unsent.set(lane.item, [...(unsent.get(lane.item) ?? []), { column, value: 1 }]);
      end.cost.forEach((_, source) => {
        ownOf(lane.item)!.push(keep(variables.shipped(index, source, to)));
      });
    });
  });
  problem.stocked.forEach(({ mayGrow, item }, i) => {
    if (mayGrow) ownOf(item)!.push(...stockOfBlocks(problem, { model, variables, builder, mapping }, i, starts));
  });
  const rowOf = new Map(model.rows.map((name, row) => [name, row]));
  for (const { item } of packages) {
    for (let block = 0; block < blocks; block++) {
      const [from, to] = periodsOf(block);
      const terms: Term[] = [];
      let units = 0;
      for (let t = from; t <= to; t++) {
        const row = rowOf.get(`meet-requirement|${item.item}|${t}`)!;
        units += model.rowLower[row]! - mapping.add(model, row, terms);
      }
      if (terms.length === 0 && units <= 0) continue;
      const column = builder.column(`u|${item.item}|${from}`);
      missing.push(column);
      ownOf(item.item)!.push(column);
      objective.push({ column, value: premium.get(item.item)! });
      unsent.get(item.item)?.push({ column, value: -1 });
      builder.row(`balance|${item.item}|${from}`, [...terms, { column, value: 1 }], { lower: units, upper: units });
    }
  }
  for (const [item, terms] of unsent) builder.row(`sent|nobody|${item}`, terms, { upper: 0 });
  const left = new Set(begunColumns(problem, variables));
  // Units of several periods say nothing of the orders in each: those are left to the schedule.
  const single = new Set(starts.filter((_, block) => periodsOf(block)[0] === periodsOf(block)[1]));
  otherRows(model, mapping, builder, { received, left, single });
  const constant = mapping.addColumns(model.cost, objective);
  return {
    model: tightestRows(builder.build(objective, model.offset + constant)),
    ...{ awards, missing, own, shared: shared.map((columns) => [...columns]) },
  };
}

/** What rows are left out, and what is added to those of places. */
interface RowsLeft {
  /** By row of a place, the column of what nobody makes. */
  readonly received: ReadonlyMap<string, number>;
  /** Columns that are left out. */
  readonly left: ReadonlySet<number>;
  /** First periods of blocks of one period. */
  readonly single: ReadonlySet<number>;
}

/**
 * Rows that the usual flow speaks of alone say nothing here, and those with a column that is left out cannot be said: a schedule will keep
 * them.
 */
function otherRows(
  model: LinearModel,
  mapping: MergedColumns,
  builder: ModelBuilder,
  { received, left, single }: RowsLeft,
): void {
  const { rowLower, rowUpper, rows, starts, indices } = model;
  for (let row = 0; row < rowLower.length; row++) {
    const name = rows[row]!;
    if (/^(meet-requirement|aim|not-required)\|/.test(name)) continue;
    const ordered = /^minimum-order\|.*\|(\d+)\|(?:least|most)$/.exec(name);
    if (ordered && !single.has(Number(ordered[1]))) continue;
    if (left.size > 0 && indices.subarray(starts[row]!, starts[row + 1]!).some((column) => left.has(column))) continue;
    const terms: Term[] = [];
    const fixed = mapping.add(model, row, terms);
    const more = received.get(name);
    if (more !== undefined) terms.push({ column: more, value: 1 });
    if (terms.length > 0) builder.row(name, terms, { lower: rowLower[row]! - fixed, upper: rowUpper[row]! - fixed });
  }
}
