import { describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { planSmall } from '../support/plan-small.ts';
import { type RuleStatement, type Statement, scenario } from '../support/scenario-builder.ts';

/** Ten frames of one hour; S1 asks 10 euro, S2 20 and S3 30, in three countries, of which the last is outside the Union. */
const frames = (rules: readonly RuleStatement[], more: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    demand: [['FRAME', '2026-Q1', 10]],
    routing: [['FRAME', 'welding', 1]],
    capacity: ['S1', 'S2', 'S3'].map((firm) => [firm, 'welding', 10] as const),
    suppliers: [
      { supplier: 'S1', hourlyRate: 10, country: 'US', region: 'US001', turnover: 240, employees: 900 },
      { supplier: 'S2', hourlyRate: 20, country: 'NL', region: 'NL321', turnover: 4000, employees: 20 },
      { supplier: 'S3', hourlyRate: 30, country: 'DE', region: 'DEA11', turnover: 4000, employees: 20 },
    ],
    rules,
    ...more,
  });

async function planned(rules: readonly RuleStatement[]): Promise<Plan> {
  const stated = frames(rules);
  const [plan, other] = [await planSmall(stated), await planSmall(stated, kernel)];
  expect((await verifyPlan(stated, plan)).violations).toEqual([]);
  expect([other.status, other.aims[1]?.value.toFixed(6)]).toEqual([plan.status, plan.aims[1]?.value.toFixed(6)]);
  return plan;
}

/** The cheapest plan without rules: S1 makes all, for 100 euro. By rule: one that does not bind, one that does with its cost, one beyond reach. */
const cases: readonly (readonly [
  slack: RuleStatement,
  binding: RuleStatement,
  cost: number,
  impossible: RuleStatement,
])[] = [
  [
    { rule: 'group-count', by: 'country', min: 1 },
    { rule: 'group-count', by: 'country', value: 'US', max: 0 },
    200,
    { rule: 'group-count', by: 'country', min: 4 },
  ],
  [
    { rule: 'region-share-cap', level: 'country', max: 1 },
    { rule: 'region-share-cap', level: 'NUTS2', max: 0.6 },
    6 * 10 + 4 * 20,
    { rule: 'region-share-cap', level: 'NUTS2', max: 0.3 },
  ],
  [
    { rule: 'content-share', of: ['US'], min: 0.9, by: 'value' },
    { rule: 'content-share', of: ['SME'], min: 0.4, by: 'volume' },
    6 * 10 + 4 * 20,
    { rule: 'content-share', of: ['BE'], min: 0.1, by: 'volume' },
  ],
  [
    { rule: 'dependency-cap', max: 0.8 },
    // In a quarter S1 earns 60 elsewhere, and as much here: six frames.
    { rule: 'dependency-cap', max: 0.5 },
    6 * 10 + 4 * 20,
    { rule: 'dependency-cap', max: 0.001 },
  ],
];

describe.each(cases)('$rule', (slack, binding, cost, impossible) => {
  test('changes nothing where the cheapest plan keeps it', async () => {
    expect((await planned([slack])).aims.map(({ value }) => value)).toEqual([0, 100]);
  });

  test('costs what it costs where it binds', async () => {
    const plan = await planned([binding]);
    expect(plan.aims[0]!.value).toBe(0);
    expect(plan.aims[1]!.value).toBeCloseTo(cost, 6);
  });

  test('leaves products missing, or no plan, where nobody can keep it', async () => {
    const plan = await planned([impossible]);
    if (plan.status !== 'infeasible') expect(plan.aims[0]!.value).toBeGreaterThan(0.1);
    else expect(plan.conflict).toEqual([`${impossible.rule}-1`]);
  });
});

test('shares and caps that nobody can keep are infeasible where an exact share has to be made', async () => {
  const lock: RuleStatement = { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 };
  for (const rule of [cases[1]![1], cases[2]![1], cases[3]![1]])
    expect((await planned([rule, lock])).status).toBe('infeasible');
  expect((await planned([lock])).status).toBe('optimal');
});

test('a legal form is kept under the ids of its parts, and only its parts are told', async () => {
  const plan = await planned([{ rule: 'legal-form', id: 'fund', form: 'safe-2025' }]);
  expect(plan.rules.map(({ rule }) => rule)).toEqual(['fund/content']);
  // 65 % of the euro from S2: 20·y ≥ 0.65·(20·y + 10·(10 − y)).
  const y = 65 / 13.5;
  expect(plan.aims[1]!.value).toBeCloseTo(20 * y + 10 * (10 - y), 4);
  expect(await planned([{ rule: 'legal-form', id: 'fund', form: 'edf-2021' }])).toMatchObject({
    ...{ status: 'infeasible', conflict: [expect.stringMatching(/^fund\//)] },
  });
});
