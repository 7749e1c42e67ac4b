import { describe, expect, it } from 'vitest';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import { eligibilityOf } from '../support/explosion.ts';
import { type RuleStatement, type Statement, scenario } from '../support/scenario-builder.ts';

/** One boom, milled and welded; S017 can do both. Eight quarters from 2026-Q1. */
const BOOM: Statement = {
  demand: [['BOOM-01', '2027-Q4', 10]],
  routing: [
    ['BOOM-01', 'milling', 2],
    ['BOOM-01', 'welding', 5],
  ],
  capacity: [
    ['S017', 'milling', 100],
    ['S017', 'welding', 100],
  ],
};
const firm = (row: Partial<Supplier>): Statement => ({ ...BOOM, suppliers: [{ supplier: 'S017', ...row }] });
const pair = (statement: Statement) => eligibilityOf(scenario(statement)).pairs[0];
const reasons = (statement: Statement, supplier = 'S017') =>
  eligibilityOf(scenario(statement)).reasonsFor(supplier, 'BOOM-01');
const periods = (statement: Statement) => pair(statement)?.available.map(Number);

describe('capacity', () => {
  const from = (welding: string, hours = 100): Statement => ({
    ...BOOM,
    capacity: [
      ['S017', 'milling', 100],
      { supplier: 'S017', process: 'welding', hoursPerPeriod: hours, period: welding },
    ],
  });

  it('that starts later makes the pair available from then on', () => {
    expect(periods(from('2026-Q4'))).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(pair(from('2026-Q4'))?.ready).toBe(1);
  });

  it('that falls to nothing in between interrupts it', () => {
    const capacity = [
      ['S017', 'milling', 100],
      ['S017', 'welding', 100],
      { supplier: 'S017', process: 'welding', hoursPerPeriod: 0, period: '2026-Q3' },
      { supplier: 'S017', process: 'welding', hoursPerPeriod: 80, period: '2027-Q1' },
    ] as const;
    expect(periods({ ...BOOM, capacity })).toEqual([0, 1, 1, 0, 0, 1, 1, 1, 1]);
  });

  it('is needed in every process of the item', () => {
    const capacity = [['S017', 'casting', 100]] as const;
    expect(reasons({ ...BOOM, capacity })).toEqual([
      { code: 'process-missing', message: 'S017 does not offer milling or welding, which BOOM-01 needs' },
    ]);
  });

  it('of no hours in any period is none', () => {
    expect(reasons(from('2026-Q1', 0))).toEqual([
      { code: 'no-capacity', message: 'S017 has no hours of welding in any period' },
    ]);
  });

  it('that ends before the supplier is ready is of no use', () => {
    const capacity = [
      ...(BOOM.capacity ?? []),
      { supplier: 'S017', process: 'welding', hoursPerPeriod: 0, period: '2026-Q4' },
    ];
    expect(reasons({ ...firm({ onboardingPeriods: 4 }), capacity })).toEqual([
      {
        code: 'no-capacity',
        message: 'S017 has no hours of welding from 2027-Q1 on, when it is ready for BOOM-01',
      },
    ]);
  });

  it('of two processes that is never there in the same period is of no use', () => {
    const capacity = [
      ['S017', 'milling', 100],
      { supplier: 'S017', process: 'milling', hoursPerPeriod: 0, period: '2026-Q4' },
      { supplier: 'S017', process: 'welding', hoursPerPeriod: 100, period: '2026-Q4' },
    ] as const;
    expect(reasons({ ...BOOM, capacity })).toEqual([
      {
        code: 'no-capacity',
        message: 'S017 does not have hours of milling and welding at the same time in any period',
      },
    ]);
  });
});

describe('quotes', () => {
  const quote = { supplier: 'S017', item: 'BOOM-01', unitPrice: 700 };

  it('are needed under `eligibility: quoted`', () => {
    const quoted: Statement = { ...BOOM, eligibility: 'quoted' };
    expect(reasons(quoted)).toEqual([{ code: 'not-quoted', message: 'S017 has not quoted BOOM-01' }]);
    expect(pair({ ...quoted, quotes: [quote] })).toMatchObject({ supplier: 'S017' });
  });

  it('are needed for an item without a routing', () => {
    const { routing: _, ...unrouted } = BOOM;
    const capacity = [...(BOOM.capacity ?? []), ['S018', 'welding', 100] as const];
    const statement: Statement = { ...unrouted, capacity, quotes: [{ ...quote, process: 'welding' }] };
    expect(reasons(statement, 'S018')).toEqual([{ code: 'not-quoted', message: 'S018 has not quoted BOOM-01' }]);
    expect(reasons(statement)).toEqual([]);
  });

  it('still take capacity in the process quoted', () => {
    const { routing: _, ...unrouted } = BOOM;
    expect(reasons({ ...unrouted, quotes: [{ ...quote, process: 'casting' }] })).toEqual([
      { code: 'process-missing', message: 'S017 does not offer casting, which BOOM-01 needs' },
    ]);
  });

  it('limit the quantity over the horizon where they say so, and cost their qualification', () => {
    expect(pair(BOOM)).toMatchObject({ maximumQuantity: null, qualificationCost: 0 });
    const quotes = [{ ...quote, maximumQuantity: 40, qualificationCost: 2_500 }];
    expect(pair({ ...BOOM, quotes })).toMatchObject({ maximumQuantity: 40, qualificationCost: 2_500 });
  });
});

describe('the rule exclude', () => {
  const excluding = (rule: Partial<Extract<RuleStatement, { rule: 'exclude' }>>): Statement => ({
    ...firm({ region: 'NL221', category: 'C' }),
    rules: [{ rule: 'exclude', suppliers: ['S017'], ...rule }],
  });

  it('keeps a supplier from every package, by the name of the rule', () => {
    expect(reasons(excluding({ id: 'no-conflict' }))).toEqual([
      { code: 'excluded', message: 'S017 is excluded from BOOM-01 by rule no-conflict' },
    ]);
  });

  it('keeps it only from packages and suppliers in scope', () => {
    const hit = (scope: NonNullable<Extract<RuleStatement, { rule: 'exclude' }>['scope']>) =>
      reasons(excluding({ scope })).length;
    expect([hit({ items: ['BOOM-01'] }), hit({ items: ['JIB-01'] })]).toEqual([1, 0]);
    expect([hit({ process: 'milling' }), hit({ process: 'casting' })]).toEqual([1, 0]);
    expect([hit({ critical: false }), hit({ critical: true })]).toEqual([1, 0]);
    expect([hit({ region: 'NL22' }), hit({ region: 'NL3' })]).toEqual([1, 0]);
    expect([hit({ category: ['C', 'D'] }), hit({ category: ['A'] })]).toEqual([1, 0]);
    expect([hit({ suppliers: ['S017'] }), hit({ suppliers: ['S018'] })]).toEqual([1, 0]);
    expect(hit({ items: ['BOOM-01'], process: 'casting' })).toBe(0);
  });
});

describe('reasons', () => {
  const statement: Statement = {
    ...BOOM,
    eligibility: 'quoted',
    items: [{ item: 'BOOM-01', certificates: ['EN 9100'], securityLevel: 'TBB2' }],
    suppliers: [{ supplier: 'S017', onboardingPeriods: 8 }, { supplier: 'S018' }],
    capacity: [['S017', 'milling', 0]],
    rules: [{ rule: 'exclude', suppliers: ['S017'] }],
  };

  it('are all listed, not only the first', () => {
    expect(reasons(statement).map((reason) => reason.code)).toEqual([
      'not-quoted',
      'excluded',
      'process-missing',
      'no-capacity',
      'certificate-missing',
      'security',
      'too-late',
    ]);
  });

  it('are counted over all pairs, each under every reason that applies', () => {
    expect(Object.fromEntries(eligibilityOf(scenario(statement)).counts)).toEqual({
      'not-quoted': 2,
      excluded: 1,
      'process-missing': 2,
      'no-capacity': 1,
      'certificate-missing': 2,
      'certificate-expired': 0,
      security: 2,
      'too-late': 1,
    });
  });

  it('and conditions are none for a supplier or a package that is unknown', () => {
    const eligible = eligibilityOf(scenario(statement));
    expect([eligible.reasonsFor('S999', 'BOOM-01'), eligible.reasonsFor('S017', 'YACHT')]).toEqual([[], []]);
    expect([eligible.conditions('S999', 'BOOM-01'), eligible.conditions('S017', 'BOOM-01')]).toEqual([[], []]);
  });
});
