import { inPlaceFrom } from '../../scenarios/capacity.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Term } from '../model/model-builder.ts';
import type { RecourseColumns } from '../model/recourse-columns.ts';
import {
  type BalanceFacts,
  balanceFacts,
  type OutageFormulation,
  recourseBalance,
} from '../outages/recourse-balance.ts';
import { serviceWindows } from '../outages/span.ts';
import { waitsOf } from '../outages/waits.ts';
import { hoursIn } from '../planning-pair.ts';
import type { PlanningProblem } from '../problem.ts';
import { capacityInUnits } from './capacity-in-units.ts';
import type { StatedConstraint } from './constraint.ts';

/**
 * For each outage (f, τ) that the problem asks about, t = τ..e its window, with x′, I′, y′ ≥ 0 of what is done instead until E, when its last effect
 * is delivered (docs/model.md, "Robustness"): balances as in the plan (outages/recourse-balance.ts);
 *
 *   Σ_t x′[w,s,t] ≤ M·a[s,w],  x′ = 0 of s ∈ f in its window, and before what the supplier waits for from the start of its onboarding is over
 *   Σ_w h[s,w,p]·x′[w,s,t] ≤ (1 + σ[s] in the window)·(cap[s,p,t]·m[s] + hours of expansions in place)
 *   Σ_{t = τ+k..e+k} y′[d,t] + u[d] ≥ β·Σ_{t = τ+k..e+k} y[d,t]   for each number k of periods by which f could work before a delivery of d
 *   x′[w,s,t] ≤ x[w,s,t] while t < τ + qualification periods, where moved work waits for a qualification
 *
 * What stays unprotected (u) is an aim: the rule takes nothing from any plan and cannot be broken.
 */
export const surviveOutage: StatedConstraint<'survive-outage'> = {
  name: 'survive-outage',
  effect: 'restricts',
  relax: 'Ask for a lower service level, a shorter outage or fewer domains.',
  formulate(rule, formulation) {
    const own = formulation.variables.recourse.filter((recourse) => recourse.rule === rule.id);
    if (own.length === 0) return;
    const write = outageRows(formulation);
    for (const recourse of own) write(recourse);
  },
  slack: () => null,
};

/** What the rows of all outages of a problem have in common. */
export interface OutageFacts {
  readonly balance: BalanceFacts;
  /** Units required over the horizon, by package. */
  readonly totals: ReadonlyMap<string, number>;
  /** Per candidate. */
  readonly work: readonly (readonly ProcessWork[])[];
  /** Per pair. */
  readonly waits: readonly number[];
}

/** A process that a candidate works in. */
interface ProcessWork {
  readonly process: string;
  /** Its pairs that take hours of it. */
  readonly pairs: readonly number[];
  /** Positions of its expansions of that process. */
  readonly expansions: readonly number[];
}

function workOf({ candidates, pairs, expansions }: PlanningProblem): OutageFacts['work'] {
  const expansionsOf = grouped(expansions.keys(), (at) => expansions[at]!.candidate);
  return candidates.map(({ pairs: own, processes }, candidate) =>
    processes.map((process) => ({
      process,
      pairs: own.filter((pair) => pairs[pair]!.hours.some((step) => step.process === process && step.hours > 0)),
      expansions: (expansionsOf.get(candidate) ?? []).filter((at) => expansions[at]!.process === process),
    })),
  );
}

/** Looks up what the rows of outages need of a problem. */
export const outageFacts = (problem: PlanningProblem): OutageFacts => ({
  balance: balanceFacts(problem),
  totals: new Map(problem.packages.map(({ item, total }) => [item.item, total])),
  work: workOf(problem),
  waits: waitsOf(problem),
});

/** What may be asked of a recourse beside what the rule asks. */
export interface RecourseWanted {
  /** True: nothing may be unprotected. */
  readonly strict?: boolean;
  /** True: each service window is kept cut at any of its periods, too. */
  readonly cut?: boolean;
  /** Hours beside those that there are, as terms to be taken off them, while the outage lasts. */
  readonly reserve?: (candidate: number, process: string, t: number) => readonly Term[];
}

/** Writes all rows of an outage. `areAwarded`: every pair is known to be awarded and ready where its columns are, so that this needs no rows. */
export function outageRows(
  formulation: OutageFormulation,
  facts: OutageFacts = outageFacts(formulation.problem),
  areAwarded = false,
): (recourse: RecourseColumns, wanted?: RecourseWanted) => void {
  return (recourse, wanted = {}) => {
    recourseBalance(formulation, recourse, facts.balance);
    if (!areAwarded) writeAwards(formulation, recourse, facts.totals);
    if (recourse.terms.requalification) writeWaits(formulation, recourse, facts.waits);
    writeHours(formulation, recourse, facts.work, wanted);
    writeService(formulation, recourse, wanted);
  };
}

/** More than this many times what is required of a package is of no use in an outage. */
const AMPLE = 2;

function writeAwards(
  { problem, variables, builder }: OutageFormulation,
  recourse: RecourseColumns,
  totals: ReadonlyMap<string, number>,
): void {
  const { span, terms } = recourse;
  const last = Math.min(span.last, problem.horizon);
  problem.candidates.forEach(({ supplier, pairs, lastStart }, candidate) => {
    const surge = 1 + terms.surge(supplier);
    for (const pair of pairs) {
      const own: Term[] = [];
      let most = 0;
      const { item, lead } = problem.pairs[pair]!;
      if (recourse.near && !recourse.near.has(item)) continue;
      const ample = AMPLE * totals.get(item)!;
      for (let t = span.from; t <= last; t++) {
        const column = recourse.produced(pair, t);
        if (column === undefined) continue;
        const inPeriod = Math.min(surge * capacityInUnits(problem, pair, t), ample);
        most += inPeriod;
        own.push({ column, value: 1 });
        const name = `${recourse.name}|${supplier.supplier}|${item}|${t}`;
        if (lastStart !== null && t - lead < lastStart) {
          const starts = Array.from(
            { length: Math.max(0, t - lead) },
            (_, at) => variables.started(candidate, at + 1)!,
          );
          const open = starts.map((start) => ({ column: start, value: -inPeriod }));
          builder.row(`started|${name}`, [{ column, value: 1 }, ...open], { upper: 0 });
        }
      }
      if (own.length === 0) continue;
      const award = { column: variables.awarded(pair), value: -Math.min(most, ample) };
      builder.row(`awarded|${recourse.name}|${supplier.supplier}|${item}`, [...own, award], { upper: 0 });
    }
  });
}

/** Nothing beyond the plan while moved work waits for the qualification of its new source. */
function writeWaits(
  { problem, variables, builder }: OutageFormulation,
  recourse: RecourseColumns,
  waits: readonly number[],
): void {
  const { span, near } = recourse;
  problem.pairs.forEach(({ supplier, item }, pair) => {
    if (near && !near.has(item)) return;
    for (let t = span.from; t < Math.min(span.from + waits[pair]!, span.last + 1, problem.horizon + 1); t++) {
      const column = recourse.produced(pair, t);
      if (column === undefined) continue;
      const planned = { column: variables.produced(pair, t)!, value: -1 };
      const name = `${recourse.name}|${supplier}|${item}|${t}`;
      builder.row(`requalified|${name}`, [{ column, value: 1 }, planned], { upper: 0 });
    }
  });
}

function writeHours(
  { problem, variables, builder }: OutageFormulation,
  recourse: RecourseColumns,
  work: OutageFacts['work'],
  { reserve }: RecourseWanted,
): void {
  const { span, terms: stated, near } = recourse;
  problem.candidates.forEach(({ supplier }, candidate) => {
    for (const { process, pairs, expansions } of work[candidate]!) {
      if (near && !pairs.some((pair) => near.has(problem.pairs[pair]!.item))) continue;
      for (let t = span.from; t <= Math.min(span.last, problem.horizon); t++) {
        const stretch = t <= span.to ? 1 + stated.surge(supplier) : 1;
        const terms: Term[] = [];
        for (const pair of pairs) {
          const column = recourse.produced(pair, t);
          if (column !== undefined) terms.push({ column, value: hoursIn(problem.pairs[pair]!, process, t) });
        }
        if (terms.length === 0) continue;
        const available = problem.capacity(supplier.supplier, process, t);
        terms.push({ column: variables.member(candidate), value: -stretch * available });
        for (const index of expansions) terms.push(...expandedBy(problem, variables, index, t, -stretch));
        if (reserve && t <= span.to)
          terms.push(...reserve(candidate, process, t).map(({ column, value }) => ({ column, value: -value })));
        builder.row(`hours|${recourse.name}|${supplier.supplier}|${process}|${t}`, terms, { upper: 0 });
      }
    }
  });
}

/** The hours of an expansion in place by t, times a factor. */
const expandedBy = (
  { expansions }: PlanningProblem,
  variables: OutageFormulation['variables'],
  index: number,
  t: number,
  factor: number,
): readonly Term[] =>
  expansions[index]!.periods.filter((bought) => inPlaceFrom(expansions[index]!, bought) <= t).map((bought) => ({
    column: variables.expanded(index, bought)!,
    value: factor * expansions[index]!.hoursPerPeriod,
  }));

function writeService(
  { problem, variables, builder }: OutageFormulation,
  recourse: RecourseColumns,
  { strict, cut }: RecourseWanted,
): void {
  const { serviceLevel } = recourse.terms;
  problem.demands.forEach(({ item, required }, demand) => {
    const missing = recourse.unprotected(demand);
    if (missing === undefined) return;
    for (const { from, to } of serviceWindows(recourse.span, demand, required.length - 1)) {
      const terms: Term[] = strict ? [] : [{ column: missing, value: 1 }];
      for (let t = from; t <= to; t++) {
        terms.push({ column: recourse.delivered(demand, t)!, value: 1 });
        terms.push({ column: variables.delivered(demand, t), value: -serviceLevel });
        if (cut || t === to) builder.row(`service|${recourse.name}|${item}|${from}|${t}`, [...terms], { lower: 0 });
      }
    }
  });
}
