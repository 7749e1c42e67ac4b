import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { planningProblem } from '../../solver/problem.ts';
import { planSmall } from '../support/plan-small.ts';
import { plannedLikeOracle } from '../support/planned-like-oracle.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

/** Frames of four welding hours at 200 euro each; S1 makes two a quarter, and one more with each robot of 300 euro, half a year later. */
const robots = (more: Statement = {}): Scenario =>
  scenario({
    periods: 4,
    routing: [['FRAME', 'welding', 4]],
    capacity: [['S1', 'welding', 8]],
    demand: [
      ['FRAME', '2026-Q1', 2],
      ['FRAME', '2026-Q2', 2],
      ['FRAME', '2026-Q3', 2],
      ['FRAME', '2026-Q4', 4],
    ],
    expansions: [
      {
        ...{ supplier: 'S1', process: 'welding', option: 'robot' },
        ...{ hoursPerPeriod: 4, capex: 300, leadTime: 2, maximum: 2 },
      },
    ],
    policy: { shortfallTolerance: 0, stock: 'none' },
    ...more,
  });

describe('an expansion is bought', () => {
  test('where more is due than the hours of today make, as late as that allows', async () => {
    const plan = await plannedLikeOracle(robots());
    expect(plan.expansions).toEqual([
      { supplier: 'S1', process: 'welding', option: 'robot', period: '2026-Q2', count: 2 },
    ]);
    expect(plan.cost).toMatchObject({ production: 2000, capex: 600 });
    expect(plan.rampUp.map(({ capex }) => capex)).toEqual([0, 600, 0, 0]);
    expect(plan.members).toMatchObject([{ supplier: 'S1', spend: 2600 }]);
  });

  test('one early and one late where the work grows step by step', async () => {
    const growing = robots({
      demand: [
        ['FRAME', '2026-Q3', 3],
        ['FRAME', '2026-Q4', 4],
      ],
    });
    expect((await plannedLikeOracle(growing)).expansions.map(({ period, count }) => [period, count])).toEqual([
      ['2026-Q1', 1],
      ['2026-Q2', 1],
    ]);
  });

  test('not where frames can be made ahead for less', async () => {
    const plan = await plannedLikeOracle(
      robots({ policy: { shortfallTolerance: 0, stock: 'allowed' }, capacity: [['S1', 'welding', 10]] }),
    );
    expect([plan.expansions, plan.cost.capex]).toEqual([[], 0]);
  });

  test('not where another firm costs less than the robots', async () => {
    const plan = await plannedLikeOracle(
      robots({
        capacity: [
          ['S1', 'welding', 8],
          ['S2', 'welding', 8],
        ],
        suppliers: [{ supplier: 'S2', onboardingCost: 599 }],
      }),
    );
    expect(plan.expansions).toEqual([]);
    expect(plan.cost.onboarding).toBe(599);
  });

  test('of two options the cheaper by what it takes of each', async () => {
    const large = {
      ...{ supplier: 'S1', process: 'welding', option: 'hall' },
      ...{ hoursPerPeriod: 100, capex: 500, leadTime: 1, maximum: 1 },
    };
    const plan = await plannedLikeOracle(robots({ expansions: [...robots().expansions, large] }));
    expect(plan.expansions).toMatchObject([{ option: 'hall', period: '2026-Q3', count: 1 }]);
  });
});

describe('where expansions are the limit', () => {
  test('a lead time or a maximum leaves a shortfall, and its causes say so', async () => {
    const [late] = (await plannedLikeOracle(robots({ demand: [['FRAME', '2026-Q2', 3]] }))).shortfall;
    expect(late).toMatchObject({ quantity: 1, period: '2026-Q2' });
    expect(late!.causes.join()).toContain('at S1, with robot not there before 2026-Q3');
    const [most] = (await plannedLikeOracle(robots({ demand: [['FRAME', '2026-Q4', 5]] }))).shortfall;
    expect(most).toMatchObject({ quantity: 1, period: '2026-Q4' });
    expect(most!.causes.join()).toContain('at S1, with robot at its maximum of 2');
  });

  test('a firm with no hours of its own is eligible from when its robot can be there, and is awarded only with it', async () => {
    const bare = robots({
      capacity: [['S1', 'welding', 8]],
      suppliers: [{ supplier: 'S2' }],
      expansions: [
        {
          ...{ supplier: 'S2', process: 'welding', option: 'robot' },
          ...{ hoursPerPeriod: 8, capex: 900, leadTime: 1, maximum: 1 },
        },
      ],
      rules: [{ rule: 'source-count', min: 2 }],
      demand: [['FRAME', '2026-Q4', 2]],
    });
    const pair = planningProblem(bare).pairs.find(({ supplier }) => supplier === 'S2')!;
    expect(pair.available).toEqual([false, false, true, true, true]);
    const plan = await plannedLikeOracle(bare);
    expect(plan.cost.capex).toBe(900);
    expect(plan.awards.map(({ supplier, role }) => [supplier, role])).toContainEqual(['S2', expect.any(String)]);
    const short = await plannedLikeOracle({ ...bare, expansions: [] });
    expect([short.cost.capex, short.awards.length]).toEqual([0, 1]);
  });

  test('a share that only a robot makes possible is impossible without it', async () => {
    const share = { rules: [{ rule: 'lock' as const, supplier: 'S1', item: 'FRAME', award: true, share: 1 }] };
    const asked = { ...share, demand: [['FRAME', '2026-Q4', 4] as const] };
    expect((await plannedLikeOracle(robots(asked))).cost.capex).toBe(600);
    const none = await planSmall(robots({ ...asked, expansions: [] }));
    expect(none.status).toBe('infeasible');
  });
});
