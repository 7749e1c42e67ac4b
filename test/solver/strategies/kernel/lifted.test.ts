import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulate } from '../../../../solver/formulate.ts';
import { objectiveAt } from '../../../../solver/model/linear-model.ts';
import { narrowedTo } from '../../../../solver/narrowed.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { lifted } from '../../../../solver/strategies/kernel/lifted.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';

test(
  'any point of a narrowed problem stands in the whole under the same names, all others at 0, of the same aims',
  {
    timeout: 120_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.nat(127), async (document, bits) => {
        const whole = planningProblem(await parsed(document));
        const problem = narrowedTo(
          whole,
          [...whole.pairs.keys()].filter((pair) => (bits >> pair) & 1),
        );
        for (const aim of aims) {
          const { model, variables } = formulate(problem, aim);
          const values = Float64Array.from(model.columns, (_, column) => 1 + column / 8);
          const solution = lifted(whole, { problem, variables, values });
          const stated = formulate(whole, aim);
          const own = new Map(model.columns.map((name, column) => [name, values[column]!]));
          expect(solution.problem).toBe(undefined);
          expect([...solution.values]).toEqual(stated.model.columns.map((name) => own.get(name) ?? 0));
          expect(objectiveAt(stated.model, solution.values)).toBeCloseTo(objectiveAt(model, values), 6);
          whole.pairs.forEach((_, pair) => {
            expect(solution.variables.awarded(pair)).toBe(stated.variables.awarded(pair));
          });
        }
      }),
      { seed: seedOf(), numRuns: runs(200) },
    ),
);

test('beyond 50,000 pairs and periods the solution stays one of the narrowed problem', async () => {
  const [document] = fc.sample(smallScenario, { seed: 5, numRuns: 1 });
  const whole = planningProblem(await parsed(document!));
  const pairs = Array.from({ length: 1 + 50_000 / whole.horizon }, () => whole.pairs[0]!);
  const problem = narrowedTo(whole, []);
  const { variables, model } = formulate(problem, aims[1]!);
  const solution = { problem, variables, values: new Float64Array(model.columns.length) };
  expect(lifted({ ...whole, pairs }, solution)).toEqual(solution);
});
