import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { type Decision, planFor, redigested } from '../support/plan-builder.ts';
import { scenario } from '../support/scenario-builder.ts';
import { craneYard, craneYardDecision } from './checks/crane-yard.ts';
import { weldingShop, welds } from './checks/judge.ts';

type Path = readonly (string | number)[];

/** Paths to everything in a value that is asked for, depth first. */
function pathsTo(value: unknown, asked: (value: unknown, path: Path) => boolean, path: Path = []): Path[] {
  const own = asked(value, path) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...own, ...[...steps].flatMap((step) => pathsTo(value[step as keyof typeof value], asked, [...path, step]))];
}

/** A copy of a value in which one place is changed. */
function changed<Value>(value: Value, path: Path, change: (holder: never, step: never) => void): Value {
  const copy = structuredClone(value);
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step];
  change(holder as never, path.at(-1) as never);
  return copy;
}

const setTo =
  (figure: number) =>
  (holder: Record<string | number, number>, step: string | number): void => {
    holder[step] = figure;
  };
const doubled = (holder: unknown[], step: number): void => {
  holder.splice(step, 0, holder[step]);
};
const dropped = (holder: unknown[], step: number): void => {
  holder.splice(step, 1);
};

let plan: Plan;
beforeAll(async () => {
  plan = await planFor(craneYard, craneYardDecision);
});

const checksThatBreak = async (bent: Plan, stated: Scenario = craneYard): Promise<readonly string[]> => [
  ...new Set((await verifyPlan(stated, bent)).violations.map(({ check }) => check)),
];

/** Figures that say how the plan was made: nothing in plan or scenario tells what they should be. */
const CLAIMED = ['seed', 'limits/gap', 'limits/timeLimit', 'limits/workLimit'];
const isClaimed = (path: Path): boolean => CLAIMED.includes(path.join('/'));

test('the crane yard’s plan, made by hand, holds', async () => {
  const verification = await verifyPlan(craneYard, plan);
  expect(verification.violations).toEqual([]);
  expect(verification.holds).toBe(true);
});

/** Seven of ten booms in time, two late and one never; of forty pins on hand twenty-one are used at once and the rest next. */
const lateShop = weldingShop({
  policy: { backlog: 'carried', pastDue: 'first-period' },
  costs: { holdingRate: 0.2 },
  bom: [['BOOM', 'PIN', 3]],
  items: [
    { item: 'BOOM', unitValue: 900 },
    { item: 'PIN', kind: 'buy', unitValue: 2, stock: 40 },
  ],
  rules: [{ rule: 'share-floor', id: 'a-fifth', min: 0.2, per: 'period' }],
});
const lateDecision: Decision = {
  ...welds([5, 9], [2, 3]),
  delivered: [
    ['BOOM', '2026-Q1', 7],
    ['BOOM', '2026-Q2', 12],
  ],
  stock: [['PIN', '2026-Q1', 19]],
  // 57 pins needed, 40 on hand; 19 of them held for a quarter at 5 % of 2.
  bought: 17 * 2,
  holding: 19 * 0.1,
  // S2 makes 2 of the 10 booms required in 2026-Q1.
  slack: { 'a-fifth': 0 },
};

describe.each([
  { name: 'the crane yard', stated: craneYard, decision: craneYardDecision, figures: 160, rows: 75 },
  { name: 'the shop that is late', stated: lateShop, decision: lateDecision, figures: 50, rows: 20 },
])('in the plan of $name', ({ stated, decision, ...least }) => {
  let whole: Plan;
  beforeAll(async () => {
    whole = await planFor(stated, decision);
  });
  const figures = () => pathsTo(whole, (value) => typeof value === 'number');
  const rows = () => pathsTo(whole, (_, path) => typeof path.at(-1) === 'number');
  const at = (path: Path) => path.reduce((value: never, step) => value[step as never], whole as never) as number;
  const breaks = (bent: Plan) => checksThatBreak(bent, stated);
  /** True when a check notices although the digest has been renewed. */
  const isSeen = async (bent: Plan) => (await breaks(await redigested(bent))).length > 0;

  test('nothing is wrong', async () => {
    expect((await verifyPlan(stated, whole)).violations).toEqual([]);
    expect(figures().length).toBeGreaterThan(least.figures);
    expect(rows().length).toBeGreaterThan(least.rows);
  });

  test('no figure can be a little more or less unseen, even with a new digest', async () => {
    const unseen: string[] = [];
    for (const path of figures().filter((each) => !isClaimed(each))) {
      for (const figure of [at(path) * 1.01 + 0.01, at(path) * 0.99 - 0.01]) {
        if (!(await isSeen(changed(whole, path, setTo(figure))))) unseen.push(`${path.join('/')} = ${figure}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  test('no figure can be altered unseen by the digest, claimed ones included', async () => {
    for (const path of figures()) {
      expect(await breaks(changed(whole, path, setTo(at(path) + 1))), path.join('/')).toContain('digest');
    }
  });

  test('what is only claimed is what the digest alone protects', async () => {
    const claimed = figures().filter(isClaimed);
    expect(claimed).toHaveLength(CLAIMED.length);
    for (const path of claimed) expect(await isSeen(changed(whole, path, setTo(at(path) + 1)))).toBe(false);
  });

  test('no row can be dropped unseen, even with a new digest', async () => {
    const unseen: string[] = [];
    for (const path of rows()) if (!(await isSeen(changed(whole, path, dropped)))) unseen.push(path.join('/'));
    expect(unseen).toEqual([]);
  });

  test('no row can be dropped unseen by the digest', async () => {
    for (const path of rows()) {
      expect(await breaks(changed(whole, path, dropped)), path.join('/')).toContain('digest');
    }
  });

  test('no row can stand twice', async () => {
    const unseen: string[] = [];
    for (const path of rows().filter((each) => !each.includes('causes'))) {
      if (!(await isSeen(changed(whole, path, doubled)))) unseen.push(path.join('/'));
    }
    expect(unseen).toEqual([]);
  });
});

test('a plan is of the scenario that it names', async () => {
  const cheaper = { ...craneYard, costs: { ...craneYard.costs, paymentTermDays: 30 } };
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
