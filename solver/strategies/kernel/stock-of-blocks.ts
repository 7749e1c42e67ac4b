import type { Formulated } from '../../formulate.ts';
import type { ModelBuilder } from '../../model/model-builder.ts';
import type { PlanningProblem } from '../../problem.ts';
import type { MergedColumns } from './merged-columns.ts';

/** Stock at the ends of blocks; between them it changes evenly. */
export function stockOfBlocks(
  problem: PlanningProblem,
  { model, variables, builder, mapping }: Formulated & { builder: ModelBuilder; mapping: MergedColumns },
  i: number,
  starts: readonly number[],
): readonly number[] {
  const { initial, item } = problem.stocked[i]!;
  let before = -1;
  const columns: number[] = [];
  starts.forEach((from, block) => {
    const to = (starts[block + 1] ?? problem.horizon + 1) - 1;
    const last = variables.stock(i, to);
    const column = builder.column(`I|${item}|${to}`, { lower: model.colLower[last]!, upper: model.colUpper[last]! });
    for (let t = from; t <= to; t++) {
      const own = variables.stock(i, t);
      const share = (t - from + 1) / (to - from + 1);
      mapping.link(own, column, share);
      mapping.at[own] = before < 0 ? (1 - share) * initial : 0;
      if (before >= 0 && share < 1) mapping.link(own, before, 1 - share);
    }
    before = column;
    columns.push(column);
  });
  return columns;
}
