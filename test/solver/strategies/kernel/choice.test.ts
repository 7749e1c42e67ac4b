import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { choose } from '../../../../solver/strategies/kernel/choice.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { scenario } from '../../../support/scenario-builder.ts';

/**
 * Booms are welded and frames milled; a cheap and a dear firm could make all of either. The booms of the dear one
 * cost € 200 more, the frames € 400; a firm without work costs € 10.
 */
const problem = planningProblem(
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [
      ['BOOM', '2026-Q1', 5],
      ['FRAME', '2026-Q1', 10],
    ],
    routing: [
      ['BOOM', 'welding', 2],
      ['FRAME', 'milling', 2],
    ],
    capacity: [
      ['CHEAP-B', 'welding', 40],
      ['DEAR-B', 'welding', 40],
      ['CHEAP-F', 'milling', 40],
      ['DEAR-F', 'milling', 40],
    ],
    suppliers: [
      { supplier: 'CHEAP-B', hourlyRate: 50, onboardingCost: 10 },
      { supplier: 'DEAR-B', hourlyRate: 70, onboardingCost: 10 },
      { supplier: 'CHEAP-F', hourlyRate: 50, onboardingCost: 10 },
      { supplier: 'DEAR-F', hourlyRate: 70, onboardingCost: 10 },
    ],
  }),
);

/** The firms that are chosen to go on from the dear ones, where booms and frames lose so much and so much is to be saved. */
async function chosenBy(losses: Readonly<Record<string, number>>, saving: number): Promise<readonly string[]> {
  const firm = (pair: number) => problem.pairs[pair]!.supplier;
  const awarded = [...problem.pairs.keys()].filter((pair) => firm(pair).startsWith('DEAR'));
  const limits = () => ({ gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true });
  const focus = { saving, losses: Float64Array.from(problem.packages, ({ item }) => losses[item.item]!) };
  const premium = new Map(problem.packages.map(({ item }) => [item.item, 1000]));
  const terms = { ...{ blocks: 1, together: 2, premium }, awarded, focus };
  return (await choose(problem, engineOfTests, limits, {}, terms))!.map(firm).sort();
}

test('a choice begins where most is lost and ends when enough is saved', async () => {
  expect(await chosenBy({ BOOM: 1, FRAME: 9 }, 395)).toEqual(['CHEAP-F', 'DEAR-B']);
  expect(await chosenBy({ BOOM: 9, FRAME: 1 }, 195)).toEqual(['CHEAP-B', 'DEAR-F']);
});

test('where the first does not save enough it goes on, and nothing to save leaves the awards', async () => {
  expect(await chosenBy({ BOOM: 9, FRAME: 1 }, 595)).toEqual(['CHEAP-B', 'CHEAP-F']);
  expect(await chosenBy({ BOOM: 9, FRAME: 1 }, 1e6)).toEqual(['CHEAP-B', 'CHEAP-F']);
  expect(await chosenBy({ BOOM: 9, FRAME: 1 }, 0)).toEqual(['DEAR-B', 'DEAR-F']);
});

test('where groups find nothing whole beside the others, whoever has a part is awarded', async () => {
  const relaxing = {
    ...engineOfTests,
    solve: (...asked: Parameters<typeof engineOfTests.solve>) =>
      asked[0].integer.includes(1) ? Promise.resolve({ status: 'infeasible' as const }) : engineOfTests.solve(...asked),
  };
  const premium = new Map(problem.packages.map(({ item }) => [item.item, 1000]));
  const limits = () => ({ gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: true });
  const awarded = await choose(problem, relaxing, limits, {}, { blocks: 1, together: 2, premium });
  expect(awarded!.map((pair) => problem.pairs[pair]!.supplier).sort()).toEqual(['CHEAP-B', 'CHEAP-F']);
});
