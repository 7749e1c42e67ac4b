import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { SecurityLevel } from '../../scenarios/domain/item.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import { onboardedSuppliers } from '../../scenarios/eligibility.ts';
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

describe('a supplier is ready', () => {
  it('in the first period when nothing takes time', () => {
    expect(pair(BOOM)).toMatchObject({ supplier: 'S017', item: 'BOOM-01', ready: 1 });
    expect(periods(BOOM)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('in period n + 1 when onboarding takes n', () => {
    expect(pair(firm({ onboardingPeriods: 3 }))?.ready).toBe(4);
    expect(periods(firm({ onboardingPeriods: 3 }))).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it('after the longest of onboarding and qualification, not their sum', () => {
    expect(pair(firm({ onboardingPeriods: 3, qualificationPeriods: 2 }))?.ready).toBe(4);
    expect(pair(firm({ onboardingPeriods: 2, qualificationPeriods: 5 }))?.ready).toBe(6);
  });

  it('after the qualification that it quotes, when it quotes one', () => {
    const quote = { supplier: 'S017', item: 'BOOM-01', unitPrice: 1 };
    const statement = firm({ qualificationPeriods: 5 });
    expect(pair({ ...statement, quotes: [{ ...quote, qualificationPeriods: 1 }] })?.ready).toBe(2);
    expect(pair({ ...statement, quotes: [{ ...quote, qualificationPeriods: 0 }] })?.ready).toBe(1);
    expect(pair({ ...statement, quotes: [quote] })?.ready).toBe(6);
  });

  it('in the last period at the latest: one period more is too late', () => {
    expect(periods(firm({ onboardingPeriods: 7 }))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(reasons(firm({ onboardingPeriods: 8 }))).toEqual([
      {
        code: 'too-late',
        message:
          'S017 is first ready for BOOM-01 in 2028-Q1 (onboarding takes 8 periods), after the last period 2027-Q4',
      },
    ]);
  });
});

describe('an incumbent', () => {
  const slow = { supplier: 'S017', onboardingPeriods: 4, qualificationPeriods: 6 };
  const other: Statement = {
    ...BOOM,
    demand: [
      ['BOOM-01', '2027-Q4', 1],
      ['JIB-01', '2027-Q4', 1],
    ],
  };
  const routing = [...(BOOM.routing ?? []), ['JIB-01', 'welding', 1] as const];

  it('qualified for the item needs neither onboarding nor qualification, in time or money', () => {
    const statement: Statement = {
      ...BOOM,
      suppliers: [slow],
      quotes: [{ supplier: 'S017', item: 'BOOM-01', unitPrice: 1, qualificationCost: 9_000, qualificationPeriods: 6 }],
      incumbents: [{ supplier: 'S017', item: 'BOOM-01', quantityPerPeriod: 3 }],
    };
    expect(pair(statement)).toMatchObject({ ready: 1, qualificationCost: 0, incumbent: true });
  });

  it('qualified for one item still has to qualify for another, without onboarding', () => {
    const incumbents = [{ supplier: 'S017', item: 'JIB-01' }];
    const { pairs } = eligibilityOf(scenario({ ...other, routing, suppliers: [slow], incumbents }));
    expect(pairs.map((each) => [each.item, each.ready, each.incumbent])).toEqual([
      ['BOOM-01', 7, false],
      ['JIB-01', 1, true],
    ]);
  });

  it('that is not qualified waits like any other', () => {
    const incumbents = [{ supplier: 'S017', item: 'BOOM-01', qualified: false }];
    expect(pair({ ...BOOM, suppliers: [slow], incumbents })).toMatchObject({ ready: 7, incumbent: true });
    expect([...onboardedSuppliers(scenario({ ...BOOM, incumbents }).incumbents)]).toEqual([]);
  });

  it('needs the certificates and the clearance of the item nevertheless', () => {
    const statement: Statement = {
      ...BOOM,
      items: [{ item: 'BOOM-01', certificates: ['ISO 3834-2'], securityLevel: 'TBB3' }],
      incumbents: [{ supplier: 'S017', item: 'BOOM-01' }],
    };
    expect(reasons(statement)).toEqual([
      { code: 'certificate-missing', message: 'S017 has no ISO 3834-2 and cannot obtain it' },
      { code: 'security', message: 'S017 is not cleared for TBB3, which BOOM-01 needs, and cannot be' },
    ]);
  });
});

describe('security', () => {
  const cleared = (wanted: SecurityLevel, row: Partial<Supplier>): Statement => ({
    ...firm(row),
    items: [{ item: 'BOOM-01', securityLevel: wanted }],
  });

  it('a heavier level granted covers a lighter one wanted, and the same level itself', () => {
    expect(pair(cleared('TBB3', { securityLevel: 'TBB1', securityPeriods: 4 }))?.ready).toBe(1);
    expect(pair(cleared('TBB3', { securityLevel: 'TBB3' }))?.ready).toBe(1);
  });

  it('a lighter level granted does not cover a heavier one: the supplier waits for its clearance', () => {
    const statement = cleared('TBB2', { securityLevel: 'TBB3', securityPeriods: 4 });
    expect(pair(statement)?.ready).toBe(5);
    expect(eligibilityOf(scenario(statement)).conditions('S017', 'BOOM-01')).toEqual([
      'is cleared for TBB2 from 2027-Q1',
    ]);
  });

  it('a supplier that cannot be cleared is not eligible', () => {
    expect(reasons(cleared('TBB2', { securityLevel: 'TBB3' }))).toEqual([
      { code: 'security', message: 'S017 is not cleared for TBB2, which BOOM-01 needs, and cannot be' },
    ]);
  });

  it('an item without a level asks for none', () => {
    expect(pair(firm({ securityPeriods: 4 }))?.ready).toBe(1);
  });
});

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
        message:
          'S017 has hours of milling and welding in no period from 2027-Q1, when it is ready for BOOM-01, at the same time',
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

const supplierRow = fc.record({
  onboardingPeriods: fc.nat(3),
  welding: fc.constantFrom(undefined, 0, 100),
  milling: fc.constantFrom(undefined, 50),
  certificate: fc.constantFrom(undefined, 'held' as const, 'obtainable' as const),
  quoted: fc.boolean(),
});

describe('the field of suppliers', () => {
  const field = (rows: readonly (typeof supplierRow extends fc.Arbitrary<infer Row> ? Row : never)[]): Statement => {
    const named = rows.map((row, k) => ({ ...row, supplier: `S${k}` }));
    return {
      demand: [
        ['BOOM', '2027-Q4', 10],
        ['SEAT', '2027-Q4', 10],
      ],
      items: [{ item: 'BOOM', certificates: ['ISO 3834-2'] }],
      routing: [
        ['BOOM', 'welding', 5],
        ['SEAT', 'milling', 1],
      ],
      suppliers: named.map(({ supplier, onboardingPeriods }) => ({ supplier, onboardingPeriods })),
      capacity: named.flatMap(({ supplier, welding, milling }) => [
        ...(welding === undefined ? [] : [[supplier, 'welding', welding] as const]),
        ...(milling === undefined ? [] : [[supplier, 'milling', milling] as const]),
      ]),
      certificates: named.flatMap(({ supplier, certificate }) =>
        certificate === undefined
          ? []
          : [{ supplier, certificate: 'ISO 3834-2', status: certificate, leadTime: certificate === 'held' ? 0 : 2 }],
      ),
      quotes: named.filter(({ quoted }) => quoted).map(({ supplier }) => ({ supplier, item: 'SEAT', unitPrice: 9 })),
    };
  };

  test.prop([fc.array(supplierRow, { maxLength: 6 }), supplierRow])(
    'grown by one supplier leaves every other pair as it was',
    (rows, more) => {
      const before = eligibilityOf(scenario(field(rows)));
      const after = eligibilityOf(scenario(field([...rows, more])));
      const name = `S${rows.length}`;
      expect(after.pairs.filter((each) => each.supplier !== name)).toEqual(before.pairs);
      for (let k = 0; k < rows.length; k += 1) {
        expect(after.reasonsFor(`S${k}`, 'BOOM')).toEqual(before.reasonsFor(`S${k}`, 'BOOM'));
      }
    },
  );

  test.prop([fc.array(supplierRow, { maxLength: 6 })])(
    'has every pair either eligible or with reasons against it',
    (rows) => {
      const { pairs, reasonsFor } = eligibilityOf(scenario(field(rows)));
      const eligible = new Set(pairs.map((each) => `${each.supplier} ${each.item}`));
      for (const item of ['BOOM', 'SEAT']) {
        for (let k = 0; k < rows.length; k += 1) {
          expect(reasonsFor(`S${k}`, item).length === 0).toBe(eligible.has(`S${k} ${item}`));
        }
      }
    },
  );
});
