import { describe, expect, test } from 'vitest';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { parsed, planSmall } from '../support/plan-small.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

/** Ten, twenty and forty frames of an hour are due; S1 welds for € 10 an hour, S2 for € 20, each up to 40 hours. Nothing is made ahead. */
const shop = (statement: Statement) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 20],
      ['FRAME', '2026-Q3', 40],
    ],
    routing: [['FRAME', 'welding', 1]],
    suppliers: [
      { supplier: 'S1', hourlyRate: 10 },
      { supplier: 'S2', hourlyRate: 20 },
    ],
    capacity: [
      ['S1', 'welding', 40],
      ['S2', 'welding', 40],
    ],
    policy: { stock: 'none' },
    ...statement,
  });

describe.each([monolithic, kernel])('a ramp rate under the strategy $name', (strategy) => {
  const planned = async (statement: Statement) => {
    const stated = await parsed(shop(statement));
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    expect(plan.status).toBe('optimal');
    const made = Object.fromEntries(plan.production.map((row) => [`${row.supplier} ${row.period}`, row.quantity]));
    return { made, plan, short: plan.aims[0]!.value, cost: plan.aims[1]!.value };
  };

  test('doubling each quarter is allowed: the cheapest makes it all', async () => {
    const { cost, plan } = await planned({ rules: [{ rule: 'ramp-rate', id: 'pace', max: 1 }] });
    expect(cost).toBeCloseTo(700, 6);
    expect(plan.rules).toEqual([{ rule: 'pace', holds: true, slack: 0, price: null }]);
  });

  test('at half as many again a second firm keeps its first period for when it counts most', async () => {
    const { made, short, cost } = await planned({ rules: [{ rule: 'ramp-rate', max: 0.5 }] });
    // Both at work in the second quarter make 20 there and 30 in the third, 10 short; S2 beginning in the third is 5 short in the second.
    expect(made).toEqual({ 'S1 2026-Q1': 10, 'S1 2026-Q2': 15, 'S1 2026-Q3': 22.5, 'S2 2026-Q3': 17.5 });
    expect(short).toBeCloseTo(5, 6);
    expect(cost).toBeCloseTo(825, 6);
  });

  test('alone, and only by its pace, a firm is short', async () => {
    const alone: Statement = { capacity: [['S1', 'welding', 40]], suppliers: [{ supplier: 'S1', hourlyRate: 10 }] };
    expect((await planned(alone)).short).toBe(0);
    const { made, short } = await planned({ ...alone, rules: [{ rule: 'ramp-rate', max: 0.5 }] });
    // 10, 15 and 22.5 from the start miss 22.5; beginning in the second quarter, at all that is due then, misses 20.
    expect(made).toEqual({ 'S1 2026-Q2': 20, 'S1 2026-Q3': 30 });
    expect(short).toBeCloseTo(20, 6);
  });

  test('made ahead, nothing is short', async () => {
    const ahead: Statement = {
      ...{ capacity: [['S1', 'welding', 40]], suppliers: [{ supplier: 'S1', hourlyRate: 10 }] },
      ...{ policy: { stock: 'allowed' }, rules: [{ rule: 'ramp-rate', max: 0.5 }] },
    };
    expect((await planned(ahead)).short).toBeCloseTo(0, 6);
  });

  test('work that nobody needs lets hours grow for work that cannot be done ahead', async () => {
    // Masts can be made from 2026-Q3 on, forty of them are due then; frames, of which one is due, grow the hours until then.
    const two: Statement = {
      ...{
        demand: [
          ['FRAME', '2026-Q1', 1],
          ['MAST', '2026-Q3', 40],
        ],
        policy: { stock: 'allowed' },
      },
      routing: [
        ['FRAME', 'welding', 1],
        ['MAST', 'milling', 1],
      ],
      suppliers: [{ supplier: 'S1', hourlyRate: 10 }],
      capacity: [['S1', 'welding', 40], { supplier: 'S1', process: 'milling', hoursPerPeriod: 40, period: '2026-Q3' }],
      rules: [{ rule: 'ramp-rate', max: 0 }],
    };
    expect((await planned(two)).short).toBeCloseTo(0, 6);
  });
});
