import { describe, expect, test } from 'vitest';
import { climb } from '../../../solver/curve/climb.ts';
import { curveTerms, rungsOf, yardstickTerms } from '../../../solver/curve/rungs.ts';
import { narrowedTo } from '../../../solver/narrowed.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../../solver/strategies/strategy.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { engineOfTests } from '../../support/highs.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** Two of three welders are enough for ten frames a quarter; the third one has to be brought in to survive a loss. */
const shop = twoWelders({
  capacity: [
    ['S1', 'welding', 24],
    ['S2', 'welding', 24],
    ['S3', 'welding', 24],
  ],
  suppliers: [
    { supplier: 'S1', hourlyRate: 50 },
    { supplier: 'S2', hourlyRate: 60, onboardingCost: 1000 },
    { supplier: 'S3', hourlyRate: 70, onboardingCost: 500 },
  ],
  rules: [{ rule: 'source-count', id: 'one', min: 1 }],
});

const terms = curveTerms(shop, { timeToRecover: 1 });
const levels = [0.5, 0.9];

const climbed = (strategy: Strategy, two = false) =>
  climb({
    rungs: rungsOf(shop, { terms, levels, two }),
    solve: shop.solve,
    yardstick: yardstickTerms(shop, terms, levels),
    engine: engineOfTests,
    strategy,
    hooks: { now: () => performance.now() },
  });

/** Plans the first rungs as it should, and fails at those after them in one way or another. */
const failingAfter = (plans: number, fail: Strategy['decide'], inner: Strategy = monolithic): Strategy => {
  let decided = 0;
  return {
    name: inner.name,
    async decide(problem, ...rest) {
      const outages = problem.scenario.rules.some(({ rule }) => rule === 'survive-outage');
      if (problem.outages === undefined && decided >= plans) return fail(problem, ...rest);
      if (!outages || problem.outages === undefined) decided += 1;
      return inner.decide(problem, ...rest);
    },
  };
};

/** Decides among S1 and S3 alone, as a search in parts does. */
const inPart: Strategy = {
  name: 'kernel',
  async decide(problem, ...rest) {
    const part = narrowedTo(problem, [0, 2]);
    const found = await monolithic.decide(part, ...rest);
    if (!('solution' in found)) return found;
    const bounds = found.bounds.map(({ aim }) => ({ aim, bound: 0 }));
    return { ...found, bounds, solution: { ...found.solution, problem: part } };
  },
};

describe('a looser rung whose own search', () => {
  test('finds nothing has the plan of the stricter one', async () => {
    const steps = await climbed(failingAfter(1, async () => ({ status: 'unknown', hit: 'time' })));
    expect(steps.map(({ rung, from }) => [rung.name, from])).toEqual([
      ['n-1-90', null],
      ['n-1-50', 'n-1-90'],
      // A plan that survives need not have two sources of each package, so that none is carried over.
      ['dual-sourcing', null],
      ['n-0', 'n-1-90'],
    ]);
    const [strict, loose, dual, free] = steps.map(({ plan }) => plan);
    expect(dual!.status).toBe('unknown');
    expect(loose!.aims.map(({ value }) => value)).toEqual(strict!.aims.map(({ value }) => value));
    expect(loose!.aims.map(({ bound }) => bound)).toEqual([0, 0, 0]);
    expect(loose!.limits.hit).toBe('time');
    expect(free!.aims.map(({ aim }) => aim)).toEqual(['shortfall', 'cost']);
    for (const { rung, plan } of steps.filter(({ plan: { status } }) => status !== 'unknown'))
      expect((await verifyPlan(rung.scenario, plan, engineOfTests)).violations).toEqual([]);
  });

  test('finds nothing has the plan that the stricter one found among some of the pairs', async () => {
    const steps = await climbed(failingAfter(2, async () => ({ status: 'unknown', hit: 'time' }), inPart));
    const carried = steps.filter(({ from }) => from !== null);
    expect(carried.map(({ rung }) => rung.name)).toContain('n-0');
    for (const { rung, plan } of carried) {
      expect(plan.rules.map(({ slack }) => slack)).toContain(1);
      expect((await verifyPlan(rung.scenario, plan, engineOfTests)).violations).toEqual([]);
    }
  });

  test('finds a dearer one has the plan of the stricter one, and is not called the best', async () => {
    // Everybody is awarded, which no rule asks for.
    const dear: Strategy['decide'] = async (problem, ...rest) => {
      const locks = shop.suppliers.map(
        ({ supplier }) => ({ rule: 'lock', id: supplier, supplier, award: true }) as const,
      );
      const scenario = { ...problem.scenario, rules: [...problem.scenario.rules, ...locks] };
      const found = await monolithic.decide({ ...problem, scenario }, ...rest);
      if (!('solution' in found)) return found;
      const solution = { ...found.solution, problem };
      return { ...found, solution, bounds: found.bounds.map(({ aim }) => ({ aim, bound: 0 })) };
    };
    const steps = await climbed(failingAfter(2, dear));
    const free = steps.at(-1)!;
    // S1 makes all twenty frames, two hours of 50 euro each; S3 is the cheaper of those who can stand by.
    expect(free).toMatchObject({ from: 'n-1-90', plan: { status: 'feasible', limits: { hit: 'work' } } });
    expect(free.plan.aims[1]!.value).toBeCloseTo(20 * 2 * 50 + 500, 6);
    expect((await verifyPlan(free.rung.scenario, free.plan, engineOfTests)).violations).toEqual([]);
  });
});

test('a ladder of a shop that needs one welder: another one stands by from the first level on, and a third for two losses', async () => {
  const steps = await climbed(monolithic, true);
  const told = steps.map(({ rung, plan, standing }) => [
    rung.name,
    plan.aims.at(-1)!.value,
    plan.members.map(({ supplier }) => supplier).join(),
    standing!.failing,
  ]);
  const made = 20 * 2 * 50;
  expect(told).toEqual([
    // While two of three are lost somebody is left, while all are lost nobody would be.
    ['n-2-90', made + 1500, 'S1,S2,S3', 0],
    ['n-1-90', made + 500, 'S1,S3', 0],
    ['n-1-50', made + 500, 'S1,S3', 0],
    ['dual-sourcing', made + 500, 'S1,S3', 0],
    ['n-0', made, 'S1', 2],
  ]);
  expect(steps.at(-1)!.standing).toEqual({ failing: 2, unprotected: 18, worst: 0.9 });
});

test('a stricter rung whose search ended too early has the plan of the looser one, where that is the better one there', async () => {
  // At 90 % nobody but S1 is looked at, who is lost like anybody else.
  const alone: Strategy = {
    name: 'monolithic',
    async decide(problem, ...rest) {
      const isStrictest = problem.scenario.rules.some(
        (rule) => rule.rule === 'survive-outage' && rule.serviceLevel === 0.9,
      );
      const part = isStrictest ? narrowedTo(problem, [0]) : problem;
      const found = await monolithic.decide(part, ...rest);
      if (!isStrictest || !('solution' in found)) return found;
      const bounds = found.bounds.map(({ aim }) => ({ aim, bound: 0 }));
      return { ...found, bounds, hit: 'time', solution: { ...found.solution, problem: part } };
    },
  };
  const steps = await climbed(alone);
  expect(steps.map(({ from }) => from)).toEqual(['n-1-50', null, null, null]);
  expect(steps[0]).toMatchObject({ standing: { failing: 0 }, plan: { status: 'feasible', limits: { hit: 'time' } } });
  expect(steps[0]!.plan.aims[1]!.value).toBeCloseTo(0, 6);
  for (const { rung, plan } of steps)
    expect((await verifyPlan(rung.scenario, plan, engineOfTests)).violations).toEqual([]);
});
