import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import { proposalWords, skippedWords } from '../../../../src/cli/format/proposal-words.ts';
import type { Figures } from '../../../../src/services/propose.ts';

type Compared = Parameters<typeof proposalWords>[0];

const plan = { status: 'feasible' } as Plan;
const figures: Figures = {
  cost: 57_000_000,
  dearer: 0,
  members: 38,
  standby: { members: 0, abroad: 0 },
  dutchShare: 0.84,
  largest: { supplier: 'S1', spend: 6_840_000, share: 0.12 },
  differences: [],
};
const aim = (name: Compared['aims'][number]['aim'], value: number, bound: number) => ({
  ...{ aim: name, value, bound },
  gap: (value - bound) / value,
});
const short = aim('shortfall', 1, 1);
const cheapest: Compared = {
  ...{ name: 'cheapest', plan, figures, hit: null },
  aims: [short, aim('cost', 57_000_000, 56_658_000)],
};

/** What is said of a proposal with some figures other than those of the cheapest. */
const said = (
  name: Compared['name'],
  other: Partial<Figures>,
  measure: Compared['aims'][number],
  hit: Plan['limits']['hit'] = null,
) => proposalWords({ name, plan, figures: { ...figures, ...other }, hit, aims: [short, measure] }, cheapest, 0.05);
const dearer = { cost: 58_200_000, dearer: 1.2 / 57 };

describe('a proposal in one line', () => {
  test('the cheapest: firms, cost and how far from the least', () => {
    expect(proposalWords(cheapest, cheapest, 0.05)).toBe(
      '38 firms for € 57 m; within 0.6 % of the least possible cost',
    );
  });

  test('the cheapest, where a limit came before its bounds: all others are measured by it', () => {
    const aims = [aim('shortfall', 22.5, 0), aim('cost', 57_000_000, 0)];
    expect(proposalWords({ ...cheapest, aims, hit: 'time' }, cheapest, 0.05)).toBe(
      '38 firms for € 57 m; the least possible cost is not known yet; the shortfall of 22.5 units may be up to 22.5 less; its search was ended by a limit',
    );
  });

  test('a firm that makes nothing is counted, so that all made at home does not hide one abroad', () => {
    const most = { dutchShare: 1, standby: { members: 1, abroad: 1 } };
    expect(said('most-dutch', most, aim('value-abroad', 0, 0))).toContain('; 1 firm on standby, abroad');
    const two = { ...figures, standby: { members: 2, abroad: 1 } };
    expect(proposalWords({ ...cheapest, figures: two }, cheapest, 0.05)).toContain(
      '38 firms for € 57 m; 2 firms on standby, 1 of them abroad; ',
    );
  });

  test('fewest firms: how many fewer, for how much, and whether fewer is possible', () => {
    expect(said('fewest-firms', { ...dearer, members: 35 }, aim('firms', 35, 35))).toBe(
      '3 firms fewer than the cheapest for € 1.2 m (2.11 %) more; fewer is not possible within 5 %',
    );
    expect(said('fewest-firms', { ...dearer, members: 35 }, aim('firms', 35, 33), 'time')).toBe(
      '3 firms fewer than the cheapest for € 1.2 m (2.11 %) more; at least 33 are needed; its search was ended by a limit',
    );
  });

  test('most Dutch: the shares, the price and what it does to the number of firms', () => {
    const other = { ...dearer, members: 40, dutchShare: 0.91 };
    expect(said('most-dutch', other, aim('value-abroad', 5_000_000, 5_000_000))).toBe(
      '91 % made in the Netherlands instead of 84 % for € 1.2 m (2.11 %) more; 2 firms more',
    );
    expect(said('most-dutch', { dutchShare: 0.91 }, aim('value-abroad', 5_000_000, 4_000_000))).toBe(
      '91 % made in the Netherlands instead of 84 % at the same cost; at least € 4 m made abroad within 5 %, here € 5 m',
    );
  });

  test('most spread: the largest spend, and a Dutch share that changes', () => {
    const other = { ...dearer, dutchShare: 0.8, largest: { supplier: 'S2', spend: 4_000_000, share: 0.07 } };
    expect(said('most-spread', other, aim('largest-spend', 4_000_000, 4_000_000))).toBe(
      'no firm gets more than € 4 m (7 %) instead of € 6.84 m (12 %) for € 1.2 m (2.11 %) more; 80 % made in the Netherlands instead of 84 %',
    );
  });

  test('different: who is out and in; it may turn out cheaper than the cheapest that was found', () => {
    const differences = [{ from: 1, leavesOut: ['S1', 'S2', 'S3', 'S4'], adds: ['S9'] }];
    const other = { differences, cost: 56_900_000, dearer: -0.1 / 57 };
    expect(said('different', other, aim('cost', 56_900_000, 56_658_000))).toBe(
      '4 of the 38 firms of the cheapest left out and 1 other taken in for € 100,000 (0.175 %) less; within 0.425 % of the cheapest that differs so much',
    );
  });
});

describe('why there is no proposal, in one line', () => {
  test('an earlier one is as good: whether better is impossible or was not found', () => {
    const met = { name: 'fewest-firms', why: 'met', by: 1, value: 38, bound: 38, hit: null } as const;
    expect(skippedWords(met, 0.05)).toBe(
      'fewest firms, not proposed: proposal 1 has 38 firms already, and within 5 % of the least cost no plan has fewer',
    );
    expect(skippedWords({ ...met, bound: 30, hit: 'time' }, 0.05)).toBe(
      'fewest firms, not proposed: proposal 1 has 38 firms already, and within 5 % of the least cost nothing clearly better was found before a limit was reached (the least possible is 30 firms)',
    );
    expect(skippedWords({ ...met, name: 'most-dutch', by: 2, value: 5e6, bound: 5e6 }, 0.05)).toBe(
      'most Dutch, not proposed: proposal 2 has € 5 m made abroad already, and within 5 % of the least cost no plan has less',
    );
    expect(skippedWords({ ...met, name: 'most-spread', value: 5e6, bound: 4.9e6 }, 0.1)).toBe(
      'most spread, not proposed: proposal 1 pays no firm more than € 5 m already, and within 10 % of the least cost nothing clearly better was found (the least possible is € 4.9 m)',
    );
  });

  test('a limit or a person came first', () => {
    expect(skippedWords({ name: 'different', why: 'undecided', hit: 'time' }, 0.05)).toMatch(
      /^no other one: a limit was/,
    );
    expect(skippedWords({ name: 'most-spread', why: 'stopped' }, 0.05)).toBe(
      'stopped by hand before the proposal "most spread" was finished',
    );
  });
});
