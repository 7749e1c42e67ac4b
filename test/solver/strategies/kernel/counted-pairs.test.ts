import { expect, test } from 'vitest';
import { planningProblem } from '../../../../solver/problem.ts';
import { countedPairs, lackingPairs } from '../../../../solver/strategies/kernel/counted-pairs.ts';
import { byRounds } from '../../../support/planned-by-kernel.ts';
import { type RuleStatement, type Statement, scenario } from '../../../support/scenario-builder.ts';

/** Two packages that each of six firms can make; S1, S3 and S5 are in NL32, the others in NL42. */
const sixFirms = (...rules: readonly RuleStatement[]) =>
  planningProblem(
    scenario({
      periods: 1,
      policy: { stock: 'none' },
      demand: [
        ['BOOM', '2026-Q1', 5],
        ['FRAME', '2026-Q1', 5],
      ],
      routing: [
        ['BOOM', 'welding', 2],
        ['FRAME', 'welding', 2],
      ],
      capacity: [1, 2, 3, 4, 5, 6].map((firm) => [`S${firm}`, 'welding', 16] as const),
      suppliers: [1, 2, 3, 4, 5, 6].map((firm) => ({ supplier: `S${firm}`, region: firm % 2 ? 'NL32' : 'NL42' })),
      rules,
    }),
  );

type Problem = ReturnType<typeof sixFirms>;

const pairOf = ({ pairs }: Problem, name: string): number =>
  pairs.findIndex(({ supplier, item }) => `${supplier} ${item}` === name);

/** The pairs that counts add to these, by name, when the stated ones have a reduced cost and all others 100. */
function added(problem: Problem, kernelOf: readonly string[], rises: Readonly<Record<string, number>>) {
  const inside = new Set(kernelOf.map((name) => pairOf(problem, name)));
  const nameOf = (pair: number) => `${problem.pairs[pair]!.supplier} ${problem.pairs[pair]!.item}`;
  const rise = (pair: number) => rises[nameOf(pair)] ?? 100;
  return countedPairs(problem, inside, rise).map(nameOf).sort();
}

test('without counts there is nothing to add', () => {
  expect(added(sixFirms({ rule: 'share-cap', max: 0.5 }), [], {})).toEqual([]);
  expect(added(sixFirms({ rule: 'source-count', max: 2 }, { rule: 'member-count', max: 2 }), [], {})).toEqual([]);
});

test('a count of sources takes the cheapest of those it counts, as many of each package as its least', () => {
  const problem = sixFirms({ rule: 'source-count', min: 2, scope: { region: 'NL42' } });
  const rises = { 'S1 BOOM': 1, 'S3 FRAME': 1, 'S2 BOOM': 30, 'S4 BOOM': 10, 'S6 BOOM': 20, 'S6 FRAME': 5 };
  // S1 and S3 are cheaper, but not there; of frames S2 and S4 are as dear as each other, and the first comes first.
  expect(added(problem, [], rises)).toEqual(['S2 FRAME', 'S4 BOOM', 'S6 BOOM', 'S6 FRAME']);
});

test('a count of sources of one item leaves the others alone', () => {
  const problem = sixFirms({ rule: 'source-count', min: 3, scope: { items: ['FRAME'] } });
  const rises = { 'S6 FRAME': 1, 'S5 FRAME': 2, 'S4 FRAME': 3, 'S1 BOOM': 0 };
  expect(added(problem, [], rises)).toEqual(['S4 FRAME', 'S5 FRAME', 'S6 FRAME']);
});

test('a count of members takes the cheapest pairs of other suppliers until there are enough', () => {
  const problem = sixFirms({ rule: 'member-count', min: 4 });
  const rises = {
    'S1 BOOM': 1,
    'S2 FRAME': 2,
    'S3 FRAME': 9,
    'S3 BOOM': 8,
    'S4 BOOM': 7,
    'S5 FRAME': 6,
    'S6 BOOM': 50,
  };
  // S1 and S2 are there already, whatever else of theirs is cheap; two more are asked for, one pair of each.
  expect(added(problem, ['S1 FRAME', 'S2 BOOM'], rises)).toEqual(['S4 BOOM', 'S5 FRAME']);
  expect(added(problem, ['S1 FRAME', 'S2 BOOM', 'S3 BOOM', 'S4 FRAME'], rises)).toEqual([]);
});

test('a count of members in a region counts only those', () => {
  const problem = sixFirms({ rule: 'member-count', min: 2, scope: { region: 'NL32' } });
  const rises = { 'S2 BOOM': 0, 'S1 BOOM': 3, 'S3 BOOM': 2, 'S5 FRAME': 1 };
  expect(added(problem, ['S2 FRAME', 'S4 FRAME'], rises)).toEqual(['S3 BOOM', 'S5 FRAME']);
});

test('awards that keep the counts lack nothing; else the cheapest others up to the least number', () => {
  const problem = sixFirms(
    { rule: 'source-count', min: 2, scope: { items: ['FRAME'] } },
    { rule: 'member-count', min: 4 },
  );
  const rises: Record<string, number> = { 'S1 FRAME': 1, 'S2 FRAME': 2, 'S3 BOOM': 3, 'S4 BOOM': 4, 'S6 FRAME': 5 };
  const lacking = (...names: readonly string[]) => {
    const nameOf = (pair: number) => `${problem.pairs[pair]!.supplier} ${problem.pairs[pair]!.item}`;
    const awarded = new Set(names.map((name) => pairOf(problem, name)));
    return [...lackingPairs(problem, awarded, (pair) => rises[nameOf(pair)] ?? 100)].map(nameOf).sort();
  };
  expect(lacking('S5 FRAME', 'S6 FRAME', 'S1 BOOM', 'S2 BOOM')).toEqual([]);
  // S1 is not the second source of frames a second time, and S3 and S4 are the cheapest that are no members yet.
  expect(lacking('S1 FRAME')).toEqual(['S2 FRAME', 'S3 BOOM', 'S4 BOOM']);
  expect(lacking()).toEqual(['S1 FRAME', 'S2 FRAME', 'S3 BOOM', 'S4 BOOM']);
});

/** Ten frames are due; each of twelve firms can weld eight, the next always dearer, and dearer to take on. */
const twelveWelders = (statement: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [['FRAME', '2026-Q1', 10]],
    routing: [['FRAME', 'welding', 2]],
    capacity: Array.from({ length: 12 }, (_, at) => [`S${at + 1}`, 'welding', 16] as const),
    suppliers: Array.from({ length: 12 }, (_, at) => ({
      supplier: `S${at + 1}`,
      hourlyRate: 50 + 10 * at,
      onboardingCost: 100 * (at + 1),
    })),
    ...statement,
  });

test('ten members for the work of two: the rounds alone find the ten cheapest', async () => {
  const stated = twelveWelders({ rules: [{ rule: 'member-count', min: 10 }] });
  const plan = await byRounds(stated);
  expect(plan.aims[0]!.value).toBeCloseTo(0, 9);
  // Onboarding of S1 … S10: 5500; eight frames at 2 · 50 euro and two at 2 · 60.
  expect(plan.aims[1]!.value).toBeCloseTo(6540, 6);
  expect(new Set(plan.awards.map(({ supplier }) => supplier)).size).toBe(10);
});
