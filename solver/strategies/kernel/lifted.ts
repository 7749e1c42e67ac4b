import { blocksOf, variablesOf } from '../../model/blocks.ts';
import { createModelBuilder } from '../../model/model-builder.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import type { Solution } from '../strategy.ts';

/** A larger problem is not given columns of its own. */
const MOST_COLUMNS = 50_000;

/** The solution of a narrowed problem as one of the whole, where that is not too large; what is outside the narrow one stands at 0. */
export function lifted(whole: PlanningProblem, { problem, variables, values }: Required<Solution>): Solution {
  if (whole.pairs.length * whole.horizon * (whole.cases?.length ?? 1) > MOST_COLUMNS)
    return { problem, variables, values };
  const builder = createModelBuilder();
  const all = variablesOf(whole, blocksOf(whole, builder));
  const lift = new Float64Array(builder.build([], 0).columns.length);
  const copy: Copy = (to, from) => {
    if (to !== undefined && from !== undefined) lift[to] = values[from]!;
  };
  const cases = whole.cases ?? [{ problem: whole }];
  const narrow = problem.cases ?? [{ problem }];
  cases.forEach((own, at) => {
    const from = { problem: narrow[at]!.problem, variables: variables.cases?.[at] ?? variables };
    copyColumns({ problem: own.problem, variables: all.cases?.[at] ?? all }, from, copy);
  });
  return { variables: all, values: lift };
}

/** Copies the value of one column to another, where both are there. */
type Copy = (to: number | undefined, from: number | undefined) => void;

interface Columns {
  readonly problem: PlanningProblem;
  readonly variables: Variables;
}

function copyColumns({ problem: whole, variables: all }: Columns, { problem, variables }: Columns, copy: Copy): void {
  const number = new Map(whole.pairs.map((pair, at) => [pair, at]));
  const supplier = new Map(whole.candidates.map((candidate, at) => [candidate.supplier, at]));
  const certificate = new Map(whole.obtainable.map((row, at) => [`${row.supplier}|${row.certificate}`, at]));
  const end = (pair: number | null) => (pair === null ? null : number.get(problem.pairs[pair]!)!);
  const carried = whole.scenario.policy.backlog === 'carried';
  whole.demands.forEach(({ required }, d) => {
    for (let t = 1; t < required.length; t++) {
      copy(all.delivered(d, t), variables.delivered(d, t));
      if (carried) copy(all.backlog(d, t), variables.backlog(d, t));
    }
  });
  whole.stocked.forEach((_, i) => {
    for (let t = 1; t <= whole.horizon; t++) copy(all.stock(i, t), variables.stock(i, t));
  });
  problem.pairs.forEach((own, pair) => {
    const to = number.get(own)!;
    copy(all.awarded(to), variables.awarded(pair));
    for (let t = 1; t <= whole.horizon; t++) {
      copy(all.produced(to, t), variables.produced(pair, t));
      copy(all.ordered(to, t), variables.ordered(pair, t));
      variables.tiers(pair, t).forEach((tier, k) => {
        const there = all.tiers(to, t)[k]!;
        copy(there.units, tier.units);
        copy(there.full, tier.full);
      });
    }
  });
  problem.candidates.forEach((candidate, s) => {
    const to = supplier.get(candidate.supplier)!;
    copy(all.member(to), variables.member(s));
    for (let t = 1; t <= whole.horizon; t++) {
      copy(all.begun(to, t), variables.begun(s, t));
      copy(all.hired(to, t), variables.hired(s, t));
      copy(all.started(to, t), variables.started(s, t));
    }
  });
  problem.obtainable.forEach((row, k) => {
    copy(all.obtained(certificate.get(`${row.supplier}|${row.certificate}`)!), variables.obtained(k));
  });
  problem.groupings.forEach(({ groups }, grouping) => {
    const there = new Map(whole.groupings[grouping]!.groups.map(({ value }, group) => [value, group]));
    groups.forEach(({ value }, group) => {
      copy(all.present(grouping, there.get(value)!), variables.present(grouping, group));
    });
  });
  problem.promises.forEach((_, promise) => {
    copy(all.paid(promise), variables.paid(promise));
  });
  const dated = new Map(whole.datedQualifications.map((row, at) => [`${row.rule}|${row.candidate}`, at]));
  problem.datedQualifications.forEach(({ rule, candidate }, index) => {
    const to = dated.get(`${rule}|${supplier.get(problem.candidates[candidate]!.supplier)!}`);
    if (to !== undefined) copy(all.qualification(to), variables.qualification(index));
  });
  const expansion = new Map(whole.expansions.map((row, at) => [`${row.supplier}|${row.process}|${row.option}`, at]));
  problem.expansions.forEach(({ supplier: firm, process, option, periods }, index) => {
    const to = expansion.get(`${firm}|${process}|${option}`)!;
    for (const t of periods) copy(all.expanded(to, t), variables.expanded(index, t));
  });
  problem.lanes.forEach((lane, index) => {
    const there = whole.lanes[index]!;
    lane.ends.forEach(({ pair }, to) => {
      const at = there.ends.findIndex((other) => other.pair === end(pair));
      copy(all.fromStock(index, at), variables.fromStock(index, to));
      lane.sources.forEach((source, from) => {
        const wide = there.sources.indexOf(end(source)!);
        copy(all.shipped(index, wide, at), variables.shipped(index, from, to));
      });
    });
  });
}
