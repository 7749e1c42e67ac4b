import { type LinearAnswer, solveExactly } from './exact-simplex.ts';
import { atLeast, atMost, constant, type LinearProgram, NOTHING, type Relation, valueAt } from './linear-program.ts';
import type { FlowModel } from './oracle-model.ts';
import { compare, ZERO } from './rational.ts';
import type { Source } from './sources.ts';

/**
 * The optimum of a program of the model in which every source with a minimum order makes as much in a period or nothing, and units at a
 * price come after those at the prices before it, by branching: where the best point makes less than the minimum, either nothing is made
 * or at least the minimum; where it uses a price too early, either it does not or all before it are made.
 */
export function solveWithOrders(
  program: LinearProgram,
  model: FlowModel,
  awarded: readonly Source[],
  horizon: readonly number[],
): { readonly answer: LinearAnswer; readonly solved: number } {
  let solved = 0;
  let best: LinearAnswer = { status: 'infeasible' };
  const search = (more: readonly Relation[]): void => {
    solved++;
    const answer = solveExactly({ ...program, relations: [...program.relations, ...more] });
    if (answer.status === 'unbounded') throw new Error('an aim of a plan cannot be unbounded');
    if (answer.status !== 'optimal') return;
    if (best.status === 'optimal' && compare(answer.value, best.value) >= 0n) return;
    for (const source of awarded) {
      for (const t of source.minimum === null ? [] : horizon) {
        const made = model.made(source, t);
        const units = valueAt(made, answer.point);
        if (compare(units, ZERO) <= 0n || compare(units, source.minimum!) >= 0n) continue;
        search([...more, atMost(made, NOTHING)]);
        search([...more, atLeast(made, constant(source.minimum!))]);
        return;
      }
    }
    const priced = program.objective !== model.shortfall;
    for (const { before, width, after, costOnly } of model.orders) {
      if (costOnly && !priced) continue;
      if (compare(valueAt(after, answer.point), ZERO) <= 0n || compare(valueAt(before, answer.point), width) >= 0n)
        continue;
      search([...more, atMost(after, NOTHING)]);
      search([...more, atLeast(before, constant(width))]);
      return;
    }
    best = answer;
  };
  search([]);
  return { answer: best, solved };
}
