import { type AimCap, formulate } from '../../solver/formulate.ts';
import { withLargest } from '../../solver/model/extended-model.ts';
import type { PlanningProblem } from '../../solver/problem.ts';
import type { Purpose } from '../../solver/proposals/purpose.ts';
import { engineOfTests as engine } from './highs.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The least measure over every set of awards, each solved as a program of its own; infinite when no set satisfies the caps. */
export async function leastOverEverySet(
  problem: PlanningProblem,
  purpose: Purpose,
  caps: readonly AimCap[],
): Promise<number> {
  const { model, variables } = formulate(problem, null, caps);
  const measuring = withLargest(model, purpose.parts(problem, variables));
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** problem.pairs.length; set++) {
    const awarded = (pair: number): boolean => ((set >> pair) & 1) === 1;
    const colLower = Float64Array.from(measuring.colLower);
    const colUpper = Float64Array.from(measuring.colUpper);
    const fix = (column: number, is: boolean): void => {
      colLower[column] = colUpper[column] = is ? 1 : 0;
    };
    for (const pair of problem.pairs.keys()) fix(variables.awarded(pair), awarded(pair));
    problem.candidates.forEach(({ pairs }, candidate) => {
      fix(variables.member(candidate), pairs.some(awarded));
    });
    problem.obtainable.forEach(({ pairs }, index) => {
      fix(variables.obtained(index), pairs.some(awarded));
    });
    // Expansions and orders stay open, as whole numbers.
    const integer = measuring.integer.map((whole, column) => (colLower[column] === colUpper[column] ? 0 : whole));
    const outcome = await engine.solve({ ...measuring, colLower, colUpper, integer }, limits);
    if (outcome.status === 'optimal') least = Math.min(least, outcome.value);
  }
  return least;
}
