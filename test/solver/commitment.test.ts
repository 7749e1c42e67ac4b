import { describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { commitment } from '../../solver/checks/commitment.ts';
import { cost } from '../../solver/checks/cost.ts';
import { rowOf } from '../support/formulated.ts';
import { planSmall } from '../support/plan-small.ts';
import { plannedLikeOracle } from '../support/planned-like-oracle.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './checks/judge.ts';

/** Two frames a quarter from 2026-Q3 on; S1 asks 100 euro and S2 130 for each; S2 is promised so many a year. */
const frames = (perYear: number, more: Statement = {}): Scenario =>
  scenario({
    calendar: { start: '2026-Q3', periods: 4 },
    routing: [['FRAME', 'welding', 1]],
    capacity: [
      ['S1', 'welding', 10],
      ['S2', 'welding', 10],
    ],
    demand: ['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'].map((period) => ['FRAME', period, 2] as const),
    quotes: [
      { supplier: 'S1', item: 'FRAME', unitPrice: 100 },
      { supplier: 'S2', item: 'FRAME', unitPrice: 130 },
    ],
    rules: [{ rule: 'commitment', supplier: 'S2', item: 'FRAME', perYear }],
    policy: { shortfallTolerance: 0, stock: 'none' },
    ...more,
  });

const figures = (plan: Plan) =>
  plan.commitments.map(({ year, promised, bought, payment }) => [year, promised, bought, payment]);

describe('a promise', () => {
  test('draws the work that would otherwise be paid for: half a year of each is planned', async () => {
    const plan = await plannedLikeOracle(frames(2));
    expect(figures(plan)).toEqual([
      [2026, 1, 1, 0],
      [2027, 1, 1, 0],
    ]);
    expect(plan.cost).toMatchObject({ production: 6 * 100 + 2 * 130, commitments: 0 });
    expect(plan.rules).toMatchObject([{ holds: true, slack: 0 }]);
  });

  test('of more than is due in a year is a payment for the rest, not forced production', async () => {
    const plan = await plannedLikeOracle(frames(12));
    expect(figures(plan)).toEqual([
      [2026, 6, 4, 260],
      [2027, 6, 4, 260],
    ]);
    expect(plan.cost).toMatchObject({ production: 8 * 130, commitments: 520 });
  });

  test('to the cheapest firm that makes more anyway costs nothing', async () => {
    const plan = await plannedLikeOracle(
      frames(2, { rules: [{ rule: 'commitment', supplier: 'S1', item: 'FRAME', perYear: 2 }] }),
    );
    expect(plan.cost).toMatchObject({ production: 800, commitments: 0 });
    expect(plan.rules).toMatchObject([{ slack: 3 }]);
  });

  test('is not worth joining for where onboarding costs more than the payment', async () => {
    const plan = await plannedLikeOracle(frames(2, { suppliers: [{ supplier: 'S2', onboardingCost: 201 }] }));
    expect(figures(plan)).toEqual([
      [2026, 1, 0, 130],
      [2027, 1, 0, 130],
    ]);
    expect(plan.members.map(({ supplier }) => supplier)).toEqual(['S1']);
    const joined = await plannedLikeOracle(frames(2, { suppliers: [{ supplier: 'S2', onboardingCost: 199 }] }));
    expect(joined.members).toHaveLength(2);
  });

  test('holds for the periods in scope', async () => {
    const scoped = frames(12, {
      rules: [{ rule: 'commitment', supplier: 'S2', item: 'FRAME', perYear: 12, scope: { from: '2027-Q2' } }],
    });
    expect(figures(await plannedLikeOracle(scoped))).toEqual([[2027, 3, 2, 130]]);
  });

  test('to a firm that cannot make the item is reported and costs nothing', async () => {
    const plan = await planSmall(frames(2, { capacity: [['S1', 'welding', 10]] }));
    expect([plan.commitments, plan.cost.commitments]).toEqual([[], 0]);
    expect(plan.reported.map(({ code, supplier }) => [code, supplier])).toEqual([['promised-but-ineligible', 'S2']]);
  });

  test('to a firm that a rule excludes is reported with that rule, and costs nothing', async () => {
    const promise = { id: 'promise', rule: 'commitment', supplier: 'S2', item: 'FRAME', perYear: 2 } as const;
    const barred = { id: 'no-s2', rule: 'exclude', suppliers: ['S2'] } as const;
    const plan = await planSmall(frames(2, { rules: [promise, barred] }));
    expect([plan.commitments, plan.cost.commitments]).toEqual([[], 0]);
    expect(plan.reported).toEqual([
      {
        ...{ code: 'promised-but-ineligible', item: 'FRAME', supplier: 'S2' },
        message:
          'rule promise promises S2 volume of FRAME, but nothing is bought or paid for: S2 is excluded from FRAME by rule no-s2',
      },
    ]);
  });
});

test('with expandOnlyIfCovered a firm expands as far as what is promised to it pays for', async () => {
  const robot = {
    ...{ supplier: 'S1', process: 'welding', option: 'robot' },
    ...{ hoursPerPeriod: 2, capex: 150, leadTime: 0, maximum: 1 },
  };
  const short = (perYear: number) =>
    frames(perYear, {
      capacity: [['S1', 'welding', 1]],
      expansions: [robot],
      rules: [{ rule: 'commitment', supplier: 'S1', item: 'FRAME', perYear }],
      policy: { shortfallTolerance: 0, stock: 'none', expandOnlyIfCovered: true },
    });
  // One year is planned: 1.5 frames a year are 150 euro.
  expect((await plannedLikeOracle(short(1.5))).cost).toMatchObject({ capex: 150, production: 800 });
  const uncovered = await plannedLikeOracle(short(1.4));
  expect([uncovered.cost.capex, uncovered.aims[0]!.value]).toEqual([0, 4]);
});

test('the payment of a year is at least the price of what is promised and not made in it', () => {
  expect(rowOf(frames(12), 'commitment-1|2027')).toEqual({
    terms: { 'v|commitment-1|2027': 1, 'x|S2|FRAME|3': 130, 'x|S2|FRAME|4': 130 },
    lower: 780,
    upper: Number.POSITIVE_INFINITY,
  });
});

test('rows that do not say what was promised and bought are refused', async () => {
  const shop = weldingShop({ rules: [{ rule: 'commitment', supplier: 'S1', item: 'BOOM', perYear: 50 }] });
  const decision = { ...welds([10, 10]), slack: { 'commitment-1': 0 } };
  const row = {
    ...{ supplier: 'S1', item: 'BOOM', rule: 'commitment-1', year: 2026 },
    ...{ promised: 25, bought: 20, payment: 2500 },
  };
  const stated = (commitments: Plan['commitments']) => (plan: Plan) => ({
    ...plan,
    commitments,
    cost: { ...plan.cost, commitments: 2500 },
  });
  expect(await faultsOf(commitment, shop, decision, stated([row]))).toEqual([]);
  expect(await faultsOf(cost, shop, decision, stated([row]))).toEqual([]);
  expect(await messagesOf(commitment, shop, decision, stated([]))).toEqual([
    'no row says what is bought of rule commitment-1 in 2026',
  ]);
  expect(await messagesOf(commitment, shop, decision, stated([{ ...row, bought: 25, payment: 0 }]))).toEqual([
    'volume bought of rule commitment-1 in 2026 is 25, expected 20',
    'payment for rule commitment-1 in 2026 is € 0, expected € 2500',
  ]);
  expect(await messagesOf(commitment, shop, decision, stated([{ ...row, year: 2027 }]))).toEqual([
    'no row says what is bought of rule commitment-1 in 2026',
    'a row speaks of rule commitment-1 in 2027, which promises S1 no BOOM',
  ]);
});
