import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { boomShippers } from '../../support/boom-shippers.ts';
import { rowOf } from '../../support/formulated.ts';
import { type CapacityStatement, type Statement, scenario } from '../../support/scenario-builder.ts';

/** Units that an award lets a pair make over the horizon. */
const most = (of: Scenario, supplier: string, item: string): number =>
  -rowOf(of, `award-link|${supplier}|${item}`).terms[`a|${supplier}|${item}`]!;

/** S1 can make 1, 1 and 1,000 units in the three quarters: nearly all in the last one. */
const lateHours: readonly CapacityStatement[] = [
  { supplier: 'S1', process: 'welding', hoursPerPeriod: 1 },
  { supplier: 'S1', process: 'welding', hoursPerPeriod: 1000, period: '2026-Q3' },
];

/** S1 can make 1,000, 5 and 5 units. */
const earlyHours: readonly CapacityStatement[] = [
  { supplier: 'S1', process: 'welding', hoursPerPeriod: 1000 },
  { supplier: 'S1', process: 'welding', hoursPerPeriod: 5, period: '2026-Q2' },
];

/** 10, 20 and 30 frames are due in three quarters; S1 has hours for all of them in any quarter, one hour each. */
const frames = (statement: Statement = {}) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 20],
      ['FRAME', '2026-Q3', 30],
    ],
    routing: [['FRAME', 'welding', 1]],
    capacity: [['S1', 'welding', 1000]],
    ...statement,
  });

/** Only what falls into one quarter counts: nothing is made ahead and nothing is delivered late. */
const justInTime = { stock: 'none', backlog: 'lost' } as const;

describe('an award of a product lets a pair make', () => {
  test('in each quarter what is due in it, where nothing is made ahead or delivered late', () => {
    expect(most(frames({ policy: justInTime, capacity: earlyHours }), 'S1', 'FRAME')).toBe(10 + 5 + 5);
    expect(most(frames({ policy: justInTime, capacity: lateHours }), 'S1', 'FRAME')).toBe(1 + 1 + 30);
  });

  test('what is due from the quarter on, where it may be made ahead', () => {
    expect(most(frames({ capacity: earlyHours }), 'S1', 'FRAME')).toBe(60);
    expect(most(frames({ capacity: lateHours }), 'S1', 'FRAME')).toBe(1 + 1 + 30);
  });

  test('what is due from the quarter on in which the firm is ready', () => {
    const suppliers = [{ supplier: 'S1', onboardingPeriods: 1 }];
    expect(most(frames({ suppliers }), 'S1', 'FRAME')).toBe(20 + 30);
  });

  test('all that was ever due, where what is late is still delivered', () => {
    const policy = { backlog: 'carried' } as const;
    expect(most(frames({ policy, capacity: lateHours }), 'S1', 'FRAME')).toBe(60);
    expect(most(frames({ policy: { ...policy, stock: 'none' }, capacity: lateHours }), 'S1', 'FRAME')).toBe(60);
    expect(most(frames({ policy, suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] }), 'S1', 'FRAME')).toBe(60);
  });

  test('its safety stock on top', () => {
    const items = [{ item: 'FRAME', safetyStock: 7 }];
    expect(most(frames({ items }), 'S1', 'FRAME')).toBe(60 + 7);
    expect(most(frames({ items, capacity: lateHours }), 'S1', 'FRAME')).toBe(1 + 1 + 30 + 7);
    expect(most(frames({ items, policy: { backlog: 'carried' } }), 'S1', 'FRAME')).toBe(60 + 7);
  });
});

describe('a rule that forces volume on a firm lets it make that volume beyond what is due', () => {
  const two: readonly CapacityStatement[] = [
    ['S1', 'welding', 1000],
    ['S2', 'welding', 1000],
  ];

  test('a share floor: half of sixty', () => {
    const rules = [{ rule: 'share-floor', min: 0.5 }] as const;
    expect(most(frames({ rules }), 'S1', 'FRAME')).toBe(60 + 30);
    expect(most(frames({ rules, policy: { backlog: 'carried' } }), 'S1', 'FRAME')).toBe(60 + 30);
  });

  test('a share floor whose scope leaves the firm out forces nothing on it', () => {
    const rules = [{ rule: 'share-floor', min: 0.5, scope: { suppliers: ['S2'] } }] as const;
    expect(most(frames({ rules, capacity: two }), 'S1', 'FRAME')).toBe(60);
    expect(most(frames({ rules, capacity: two }), 'S2', 'FRAME')).toBe(60 + 30);
  });

  test('a locked share: a quarter of sixty, for the firm that is locked', () => {
    const rules = [{ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 0.25 }] as const;
    expect(most(frames({ rules, capacity: two }), 'S1', 'FRAME')).toBe(60 + 15);
    expect(most(frames({ rules, capacity: two }), 'S2', 'FRAME')).toBe(60);
  });

  test('a locked share is one of the item that is locked', () => {
    const masts = frames({
      demand: [
        ['FRAME', '2026-Q1', 60],
        ['MAST', '2026-Q1', 8],
      ],
      routing: [
        ['FRAME', 'welding', 1],
        ['MAST', 'welding', 1],
      ],
      rules: [{ rule: 'lock', supplier: 'S1', item: 'MAST', award: true, share: 0.25 }],
    });
    expect(most(masts, 'S1', 'MAST')).toBe(8 + 2);
    expect(most(masts, 'S1', 'FRAME')).toBe(60);
  });

  test('a lock without a share forces no volume', () => {
    const rules = [{ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true }] as const;
    expect(most(frames({ rules }), 'S1', 'FRAME')).toBe(60);
  });

  test('the larger of a floor and a lock, since one volume serves both', () => {
    const rules = [
      { rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 0.5 },
      { rule: 'share-floor', min: 0.25 },
    ] as const;
    expect(most(frames({ rules }), 'S1', 'FRAME')).toBe(60 + 30);
  });

  test('a locked share of an item that nobody can make forces nothing on the makers of others', () => {
    const unmade = frames({
      demand: [
        ['FRAME', '2026-Q1', 60],
        ['MAST', '2026-Q1', 8],
      ],
      routing: [
        ['FRAME', 'welding', 1],
        ['MAST', 'forging', 1],
      ],
      rules: [{ rule: 'lock', supplier: 'S1', item: 'MAST', award: true, share: 0.25 }],
    });
    expect(most(unmade, 'S1', 'FRAME')).toBe(60);
  });
});

describe('where transport is priced', () => {
  const hours: readonly CapacityStatement[] = [
    ['S1', 'welding', 1000],
    ['S2', 'welding', 1000],
    ['S3', 'assembly', 1000],
  ];

  test('everything may be made once more near its use, at every level', () => {
    const shipped = boomShippers({ capacity: hours });
    expect(most(shipped, 'S3', 'CRANE')).toBe(2 * 10);
    expect(most(shipped, 'S1', 'BOOM')).toBe(2 * 2 * 20);
  });

  test('with scrap of a fifth, two and a half booms go into a crane', () => {
    const bom = [{ parent: 'CRANE', item: 'BOOM', quantity: 2, scrap: 0.2 }];
    expect(most(boomShippers({ capacity: hours, bom }), 'S1', 'BOOM')).toBe(2 * 2 * 25);
  });

  test('but not where nothing is made ahead or delivered late', () => {
    const shipped = boomShippers({ capacity: hours, policy: justInTime });
    expect(most(shipped, 'S3', 'CRANE')).toBe(10);
    expect(most(shipped, 'S1', 'BOOM')).toBe(20);
  });
});
