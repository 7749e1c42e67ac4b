import { describe, expect, test } from 'vitest';
import { planSmall } from '../../support/plan-small.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/**
 * Ten booms are required in each of two quarters, at ten hours of welding; S1 offers 100 hours a quarter, S2 30, S3 40 from the second
 * quarter on, because its onboarding takes one.
 */
const BOOMS: Statement = {
  periods: 2,
  demand: [
    ['BOOM', '2026-Q1', 10],
    ['BOOM', '2026-Q2', 10],
  ],
  items: [{ item: 'BOOM', kind: 'make' }],
  routing: [['BOOM', 'welding', 10]],
  suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }, { supplier: 'S3', onboardingPeriods: 1 }, { supplier: 'S4' }],
  capacity: [
    ['S1', 'welding', 100],
    ['S2', 'welding', 30],
    ['S3', 'welding', 40],
    ['S4', 'milling', 40],
  ],
};

async function conflictOf(changes: Statement) {
  const plan = await planSmall(scenario({ ...BOOMS, ...changes }));
  expect(plan.status).toBe('infeasible');
  return { rules: plan.conflict, reasons: plan.reported.map(({ message }) => message) };
}

const fine = { id: 'fine', rule: 'share-cap', max: 1 } as const;

describe('an infeasible scenario names the rules that cannot hold together, and what they come up against', () => {
  test('a lock on a firm that another rule excludes: both, and not a rule that has no part in it', async () => {
    const lock = { id: 'with-s1', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true } as const;
    const exclude = { id: 'without-s1', rule: 'exclude', suppliers: ['S1'] } as const;
    const other = { id: 'without-s2', rule: 'exclude', suppliers: ['S2'] } as const;
    expect(await conflictOf({ rules: [fine, lock, other, exclude] })).toEqual({
      rules: ['with-s1', 'without-s1'],
      reasons: ['rule with-s1 locks S1 on BOOM, which it cannot make: S1 is excluded from BOOM by rule without-s1'],
    });
  });

  test('a share that the hours of the firm do not allow', async () => {
    const lock = { id: 'lock-7', rule: 'lock', supplier: 'S3', item: 'BOOM', award: true, share: 0.8 } as const;
    expect(await conflictOf({ rules: [fine, lock] })).toEqual({
      rules: ['lock-7'],
      reasons: ['rule lock-7 asks 80 % of BOOM from S3, whose hours of welding from 2026-Q2 on allow 20 %'],
    });
  });

  test('a share that the hours would only allow ahead of need, where nothing may be stocked', async () => {
    const lock = { id: 'all', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 1 } as const;
    const demand: Statement['demand'] = [
      ['BOOM', '2026-Q1', 5],
      ['BOOM', '2026-Q2', 15],
    ];
    expect((await conflictOf({ rules: [lock], demand, policy: { stock: 'none' } })).reasons).toEqual([
      'rule all asks 100 % of BOOM from S1, whose hours of welding, with nothing made ahead, allow 75 %',
    ]);
  });

  test('a share that the quote of the firm does not allow', async () => {
    const lock = { id: 'lock-7', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 0.8 } as const;
    const quotes = [{ supplier: 'S1', item: 'BOOM', unitPrice: 10, maximumQuantity: 5 }];
    expect((await conflictOf({ rules: [lock], quotes })).reasons).toEqual([
      'rule lock-7 asks 80 % of BOOM from S1, whose quote allows 25 %',
    ]);
  });

  test('shares of two items that the hours of one firm do not allow together', async () => {
    const changes: Statement = {
      demand: [
        ['BOOM', '2026-Q2', 10],
        ['MAST', '2026-Q2', 10],
      ],
      items: [
        { item: 'BOOM', kind: 'make' },
        { item: 'MAST', kind: 'make' },
      ],
      routing: [
        ['BOOM', 'welding', 10],
        ['MAST', 'welding', 15],
      ],
      rules: [
        { id: 'booms', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 1 },
        { id: 'masts', rule: 'lock', supplier: 'S1', item: 'MAST', award: true, share: 1 },
      ],
    };
    expect(await conflictOf(changes)).toEqual({
      rules: ['booms', 'masts'],
      reasons: ['rules booms and masts ask 250 h of welding from S1, which has 200 h while it is ready'],
    });
  });

  test('more sources than are eligible, with what speaks against the others', async () => {
    const strict = { id: 'four', rule: 'source-count', min: 4, strict: true } as const;
    const { rules, reasons } = await conflictOf({ rules: [strict] });
    expect(rules).toEqual(['four']);
    expect(reasons).toContain(
      'rule four asks for 4 sources of BOOM, but only S1, S2 and S3 are eligible: S4 does not offer welding, which BOOM needs',
    );
  });

  test('more members than firms that can make anything, and a member that can make nothing', async () => {
    expect((await conflictOf({ rules: [{ id: 'five', rule: 'member-count', min: 5 }] })).reasons).toEqual([
      'rule five asks for 5 members, but only 3 firms in its scope can make anything',
    ]);
    const lock = { id: 'with-s4', rule: 'lock', supplier: 'S4', award: true } as const;
    expect((await conflictOf({ rules: [lock] })).reasons).toEqual([
      'rule with-s4 asks for S4 as a member, which is eligible for nothing: S4 does not offer welding, which BOOM needs',
    ]);
  });

  test('a least share that the sources asked for do not have the hours for', async () => {
    const { rules, reasons } = await conflictOf({
      rules: [
        { id: 'floor-45', rule: 'share-floor', min: 0.45 },
        { id: 'two', rule: 'source-count', min: 2 },
      ],
    });
    expect(rules).toEqual(['floor-45', 'two']);
    expect(reasons).toEqual([
      'rule floor-45 asks each source of BOOM for 45 % and rule two for 2 sources, but ' +
        "S2's hours of welding allow 30 % and S3's hours of welding from 2026-Q2 on allow 20 %",
    ]);
  });

  test('rules that contradict each other by what they say need no reason', async () => {
    const lock = { id: 'half', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 0.5 } as const;
    const cap = { id: 'cap-40', rule: 'share-cap', max: 0.4 } as const;
    expect(await conflictOf({ rules: [lock, cap] })).toEqual({ rules: ['half', 'cap-40'], reasons: [] });
  });

  test('a safety stock that nobody can build, whatever the rules: item, period, firms and process', async () => {
    const items = [{ item: 'BOOM', kind: 'make', safetyStock: 20, stock: 2 }] as const;
    expect(await conflictOf({ rules: [fine], items })).toEqual({
      rules: [],
      reasons: [
        'BOOM: a safety stock of 20 units is due in 2026-Q1, when its first source is ready, but no more than 15 units ' +
          'can be there: 2 units on hand, 10 units from S1 (its hours of welding) and 3 units from S2 (its hours of welding)',
      ],
    });
  });

  test('a safety stock that a share-cap keeps from being built names the rule and the figures', async () => {
    const items = [{ item: 'BOOM', kind: 'make', safetyStock: 12 }] as const;
    const { rules, reasons } = await conflictOf({ rules: [{ id: 'cap', rule: 'share-cap', max: 0.4 }], items });
    expect(rules).toEqual(['cap']);
    expect(reasons[0]).toContain(
      'no more than 11 units can be there: 8 units from S1 (rule cap) and 3 units from S2 (its hours of welding)',
    );
  });
});
