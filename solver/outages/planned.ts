import { outageFacts, outageRows, type RecourseWanted } from '../constraints/survive-outage.ts';
import { foldingBuilder } from '../model/folding-builder.ts';
import type { ModelBuilder } from '../model/model-builder.ts';
import { type RecourseColumns, recourseFacts, recourseOf } from '../model/recourse-columns.ts';
import { narrowedTo } from '../narrowed.ts';
import type { AskedOutage, PlanningProblem } from '../problem.ts';
import type { Operation } from './operation.ts';
import { type SpanOf, spansOf } from './span.ts';

/** Writes what can be done in an outage of a plan into a model, the plan's own quantities as constants. */
export type RecourseWriter = (builder: ModelBuilder, asked: AskedOutage, wanted?: RecourseWanted) => RecourseColumns;

/** The operation with the pairs that it awards alone: nobody else can help in an outage. */
export function awardedOnly(operation: Operation): Operation {
  const { problem, awarded, produced, bought, starts } = operation;
  const kept = [...awarded.keys()].filter((pair) => awarded[pair]);
  if (kept.length === problem.pairs.length) return operation;
  const own = narrowedTo(problem, kept);
  const candidateOf = new Map(problem.candidates.map(({ supplier }, at) => [supplier.supplier, at]));
  const key = ({ supplier, process, option }: PlanningProblem['expansions'][number]) =>
    JSON.stringify([supplier, process, option]);
  const expansionOf = new Map(problem.expansions.map((expansion, at) => [key(expansion), at]));
  return {
    ...operation,
    problem: own,
    awarded: kept.map(() => true),
    produced: kept.map((pair) => produced[pair]!),
    bought: own.expansions.map((expansion) => bought[expansionOf.get(key(expansion))!]!),
    starts: own.candidates.map(({ supplier }) => starts[candidateOf.get(supplier.supplier)!]!),
  };
}

/** The problem in which each pair is available from when its supplier's onboarding, as the plan starts it, lets it produce. */
function withStarts({ problem, starts }: Operation): PlanningProblem {
  const pairs = [...problem.pairs];
  problem.candidates.forEach(({ lastStart, pairs: own }, candidate) => {
    if (lastStart === null) return;
    for (const pair of own) {
      const { available, lead } = pairs[pair]!;
      const first = starts[candidate]! + lead;
      pairs[pair] = { ...pairs[pair]!, available: available.map((can, t) => can && t >= first) };
    }
  });
  return { ...problem, pairs };
}

/** The writer of recourse for a plan; of an operation with all its pairs awarded. */
export function recourseWriter(operation: Operation, spanOf: SpanOf = spansOf(operation.problem)): RecourseWriter {
  const { produced, delivered, stock, bought } = operation;
  const problem = withStarts(operation);
  const facts = outageFacts(problem);
  const common = recourseFacts(problem, spanOf);
  return (builder, asked, wanted) => {
    const { known, builder: folding } = foldingBuilder(builder);
    const one = known(1);
    const variables = {
      produced: (pair: number, t: number) =>
        problem.pairs[pair]!.available[t] ? known(produced[pair]![t]!) : undefined,
      stock: (stocked: number, t: number) => known(stock[stocked]![t]!),
      delivered: (demand: number, t: number) => known(delivered[demand]![t]!),
      awarded: () => one,
      member: () => one,
      expanded: (expansion: number, t: number) => known(bought[expansion]![t]!),
      started: () => one,
    };
    const recourse = recourseOf(problem, folding, variables, common)(asked);
    outageRows({ problem, variables, builder: folding }, facts, true)(recourse, wanted);
    return recourse;
  };
}
