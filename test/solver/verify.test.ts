import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { planFor, redigested } from '../support/plan-builder.ts';
import { scenario } from '../support/scenario-builder.ts';
import { craneYard, craneYardDecision } from './checks/crane-yard.ts';
import { weldingShop, welds } from './checks/judge.ts';

let plan: Plan;
beforeAll(async () => {
  plan = await planFor(craneYard, craneYardDecision);
});

const checksThatBreak = async (bent: Plan): Promise<readonly string[]> => [
  ...new Set((await verifyPlan(craneYard, bent)).violations.map(({ check }) => check)),
];

test('the crane yard’s plan, made by hand, holds', async () => {
  const verification = await verifyPlan(craneYard, plan);
  expect(verification.violations).toEqual([]);
  expect(verification.holds).toBe(true);
});

test('a plan is of the scenario that it names', async () => {
  const cheaper = { ...craneYard, costs: { ...craneYard.costs, currencies: { USD: 0.9 } } };
  const { violations } = await verifyPlan(cheaper, plan);
  expect(violations.map(({ check, message }) => [check, message])).toEqual([
    ['scenario-hash', 'the plan was made for another scenario'],
  ]);
});

test('a violation names the check, the rule and what is expected', async () => {
  const shop = weldingShop({ rules: [{ rule: 'share-cap', id: 'at-most-half', max: 0.5 }] });
  const bent = await planFor(shop, { ...welds([10, 5], [0, 5]), slack: { 'at-most-half': -0.25 } });
  const { violations, rules, holds } = await verifyPlan(shop, bent);
  expect(holds).toBe(false);
  expect(violations).toContainEqual({
    check: 'share-cap',
    rule: 'at-most-half',
    supplier: 'S1',
    item: 'BOOM',
    message: 'S1 makes 15 BOOM, at most 10 of the 20 required',
    found: 15,
    expected: 10,
  });
  expect(violations).toContainEqual(
    expect.objectContaining({ check: 'rules', message: 'rule at-most-half is broken, but the plan says otherwise' }),
  );
  expect(rules).toEqual([{ rule: 'at-most-half', holds: false, slack: -0.25, price: null }]);
});

describe('what is only claimed is said', () => {
  const claims = async (change: Partial<Plan>) => (await verifyPlan(craneYard, { ...plan, ...change })).claimed;

  test('of a plan: its bounds, how it was made, the causes of shortfall', async () => {
    expect(await claims({ engine: { name: 'highs', version: '1.15.3' } })).toEqual([
      'the bounds of shortfall and cost are claimed by highs 1.15.3; they are protected by the digest but not re-proved',
      'seed, strategy and limits are what the plan says of its making; they are protected by the digest but not re-proved',
      'the causes of shortfall are a diagnosis in words, not re-derived',
    ]);
  });

  test('of an answer without a plan: that there is none', async () => {
    expect(await claims({ status: 'infeasible', conflict: ['two-for-all'] })).toEqual([
      'infeasibility is claimed by by-hand 1, for the rules two-for-all together; it is protected by the digest but not re-proved',
    ]);
    expect(await claims({ status: 'unknown' })).toEqual([
      'that no plan was found within the limits is claimed by by-hand 1',
    ]);
  });
});

describe('an answer without a plan', () => {
  const empty = async (change: Partial<Plan> = {}): Promise<Plan> => {
    const nothing = Object.fromEntries(
      Object.entries(plan).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
    );
    const cost = Object.fromEntries(Object.keys(plan.cost).map((key) => [key, 0]));
    return redigested({ ...plan, ...nothing, cost: { ...plan.cost, ...cost }, status: 'infeasible', ...change });
  };

  test('holds when it is empty, names rules of the scenario and is sealed', async () => {
    expect((await verifyPlan(craneYard, await empty({ conflict: ['two-for-all'] }))).violations).toEqual([]);
    expect((await verifyPlan(craneYard, { ...(await empty()), conflict: ['two-for-all'] })).violations).toEqual([
      expect.objectContaining({ check: 'digest', message: 'the plan was altered after it was made' }),
    ]);
  });

  test('does not hold with rows of a plan', async () => {
    const { violations, rules } = await verifyPlan(craneYard, await redigested({ ...plan, status: 'infeasible' }));
    expect(new Set(violations.map(({ check }) => check))).toEqual(new Set(['no-plan']));
    expect(rules).toEqual([]);
  });
});

describe('never throws', () => {
  test('for figures that are no numbers', async () => {
    const bent = { ...plan, seed: Number.NaN, cost: { ...plan.cost, production: Number.POSITIVE_INFINITY } };
    const { violations } = await verifyPlan(craneYard, bent);
    expect(violations).toContainEqual(
      expect.objectContaining({ check: 'digest', message: 'the plan holds a figure that is not a number' }),
    );
    expect(violations).toContainEqual(expect.objectContaining({ check: 'cost' }));
  });

  test('for rows of firms, items and periods that do not exist', async () => {
    const strange = { supplier: 'S0', item: 'ANVIL', period: '1999-Q9', quantity: 1, unitCost: 1 };
    const bent = await redigested({ ...plan, production: [strange, ...plan.production], stock: [strange] });
    const broken = await checksThatBreak(bent);
    expect(broken).toContain('rows');
  });

  test('for a scenario with a cycle in its bill of materials', async () => {
    const loop = scenario({
      bom: [
        ['A', 'B', 1],
        ['B', 'A', 1],
      ],
    });
    const { holds, violations } = await verifyPlan(loop, plan);
    expect(holds).toBe(false);
    expect(violations.at(-1)!.message).toBe('the bill of materials of the scenario has a cycle: no plan can be judged');
  });
});
