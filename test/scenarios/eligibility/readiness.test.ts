import { describe, expect, it } from 'vitest';
import type { SecurityLevel } from '../../../scenarios/domain/item.ts';
import type { Supplier } from '../../../scenarios/domain/supplier.ts';
import { onboardedSuppliers } from '../../../scenarios/eligibility.ts';
import { eligibilityOf } from '../../support/explosion.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

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
const reasons = (statement: Statement) => eligibilityOf(scenario(statement)).reasonsFor('S017', 'BOOM-01');
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
