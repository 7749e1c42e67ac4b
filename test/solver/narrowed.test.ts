import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSolved } from '../../solver/engines/engine.ts';
import { formulate } from '../../solver/formulate.ts';
import { brokenPart } from '../../solver/model/broken-part.ts';
import { objectiveAt } from '../../solver/model/linear-model.ts';
import { narrowedTo } from '../../solver/narrowed.ts';
import { aims } from '../../solver/objectives/index.ts';
import { type PlanningProblem, planningProblem } from '../../solver/problem.ts';
import { lifted } from '../../solver/strategies/kernel/lifted.ts';
import { smallScenario } from '../support/arbitraries.ts';
import { engineOfTests } from '../support/highs.ts';
import { parsed, runs, seedOf } from '../support/plan-small.ts';
import { scenario } from '../support/scenario-builder.ts';

const settings = { seed: seedOf(), numRuns: runs(150) };
const TIMEOUT = 5 * 60_000;
const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The pairs whose bit is set. */
const some = ({ pairs }: PlanningProblem, bits: number): readonly number[] =>
  [...pairs.keys()].filter((pair) => (bits >> pair) & 1);

test(
  'the best of a narrowed problem keeps every row of the whole, at the same cost and shortfall',
  {
    timeout: TIMEOUT,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.nat(127), async (document, bits) => {
        const whole = planningProblem(await parsed(document));
        const problem = narrowedTo(whole, some(whole, bits));
        for (const aim of aims) {
          const { model, variables } = formulate(problem, aim);
          const outcome = await engineOfTests.solve(model, limits);
          if (!isSolved(outcome)) continue;
          const { values } = lifted(whole, { problem, variables, values: outcome.values });
          const stated = formulate(whole, aim);
          expect(brokenPart(stated.model, values)).toBe(undefined);
          expect(objectiveAt(stated.model, values)).toBeCloseTo(outcome.value, 6);
        }
      }),
      settings,
    ),
);

test(
  'narrowed to all its pairs, in any order and more than once, a problem has the same model',
  { timeout: TIMEOUT },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, async (document) => {
        const whole = planningProblem(await parsed(document));
        const all = [...whole.pairs.keys()];
        const problem = narrowedTo(narrowedTo(whole, [...all].reverse()), [...all, ...all]);
        for (const aim of aims) expect(formulate(problem, aim).model).toEqual(formulate(whole, aim).model);
      }),
      settings,
    ),
);

/** Frames that three firms can weld, two of them in NL42; two sources there are asked for. */
const threeWelders = scenario({
  periods: 1,
  demand: [['FRAME', '2026-Q1', 1]],
  routing: [['FRAME', 'welding', 1]],
  suppliers: [
    { supplier: 'S1', region: 'NL42' },
    { supplier: 'S2', region: 'NL32' },
    { supplier: 'S3', region: 'NL42' },
  ],
  capacity: ['S1', 'S2', 'S3'].map((firm) => [firm, 'welding', 8] as const),
  rules: [{ rule: 'source-count', min: 2, scope: { region: 'NL42' } }],
});

test('a count of sources asks for as many as are eligible in the whole problem', async () => {
  const whole = planningProblem(threeWelders);
  const best = async (pairs: readonly number[]) => {
    const outcome = await engineOfTests.solve(formulate(narrowedTo(whole, pairs), aims[1]!).model, limits);
    return outcome.status;
  };
  expect(await best([0, 2])).toBe('optimal');
  expect(await best([0])).toBe('infeasible');
  expect(await best([1])).toBe('infeasible');
});

test('of suppliers and their processes only those with a pair are left', () => {
  const whole = planningProblem(
    scenario({
      periods: 1,
      demand: [
        ['A', '2026-Q1', 1],
        ['B', '2026-Q1', 1],
      ],
      routing: [
        ['A', 'milling', 1],
        ['B', 'welding', 1],
      ],
      capacity: [
        ['S1', 'milling', 8],
        ['S1', 'welding', 8],
        ['S2', 'welding', 8],
      ],
    }),
  );
  const milling = whole.pairs.findIndex(({ supplier, item }) => supplier === 'S1' && item === 'A');
  const { candidates, pairsOf } = narrowedTo(whole, [milling]);
  expect(candidates.map(({ supplier, processes, pairs }) => [supplier.supplier, processes, pairs])).toEqual([
    ['S1', ['milling'], [0]],
  ]);
  expect([...pairsOf]).toEqual([['A', [0]]]);
});
