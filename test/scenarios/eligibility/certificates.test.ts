import { describe, expect, it } from 'vitest';
import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import { certificatesCovering } from '../../../scenarios/domain/certificate-catalogue.ts';
import { eligibilityOf } from '../../support/explosion.ts';
import { type Statement, scenario } from '../../support/scenario-builder.ts';

/** One boom, milled and welded by S017 under AQAP-2110, twelve quarters from 2026-Q1. */
const BOOM: Statement = {
  periods: 12,
  demand: [['BOOM-01', '2028-Q4', 10]],
  items: [{ item: 'BOOM-01', certificates: ['AQAP-2110'] }],
  routing: [
    ['BOOM-01', 'milling', 2],
    ['BOOM-01', 'welding', 5],
  ],
  capacity: [
    ['S017', 'milling', 100],
    ['S017', 'welding', 100],
  ],
};
type Row = NonNullable<Statement['certificates']>[number];
const holding = (...rows: readonly Omit<Row, 'supplier' | 'certificate'>[]): Statement => ({
  ...BOOM,
  certificates: rows.map((row) => ({ supplier: 'S017', certificate: 'AQAP-2110', ...row })),
});
/** `2026-Q1 … 2028-Q2`: first and last available period; null when the pair is not eligible. */
function available(statement: Statement): string | null {
  const stated = scenario(statement);
  const [pair] = eligibilityOf(stated).pairs;
  if (!pair) return null;
  const label = (t: number) => periodLabel(stated.calendar, t);
  return `${label(pair.available.indexOf(true))} … ${label(pair.available.lastIndexOf(true))}`;
}
const reasons = (statement: Statement) => eligibilityOf(scenario(statement)).reasonsFor('S017', 'BOOM-01');
const pair = (statement: Statement) => eligibilityOf(scenario(statement)).pairs[0];

describe('a certificate that is held', () => {
  it('without an end counts throughout', () => {
    expect(available(holding({}))).toBe('2026-Q1 … 2028-Q4');
  });

  it('until the last day of a period counts in that period, and not after it', () => {
    expect(available(holding({ validUntil: '2028-06-30' }))).toBe('2026-Q1 … 2028-Q2');
  });

  it('until the day before does not count in that period', () => {
    expect(available(holding({ validUntil: '2028-06-29' }))).toBe('2026-Q1 … 2028-Q1');
  });

  it('and renewable does not end', () => {
    expect(available(holding({ validUntil: '2026-02-01', renewable: true }))).toBe('2026-Q1 … 2028-Q4');
  });

  it('that ended before the first period ends was never of use', () => {
    expect(reasons(holding({ validUntil: '2026-03-30' }))).toEqual([
      {
        code: 'certificate-expired',
        message: "S017's AQAP-2110 ends on 2026-03-30, before BOOM-01 can first be made in 2026-Q1",
      },
    ]);
  });

  it('that ends before the supplier is ready is of no use', () => {
    const suppliers = [{ supplier: 'S017', onboardingPeriods: 10 }];
    expect(reasons({ ...holding({ validUntil: '2028-05-15' }), suppliers })).toEqual([
      {
        code: 'certificate-expired',
        message: "S017's AQAP-2110 ends on 2028-05-15, before BOOM-01 can first be made in 2028-Q3",
      },
    ]);
  });

  it('that ends before the supplier has hours is of no use', () => {
    const capacity = [
      ['S017', 'milling', 100],
      { supplier: 'S017', process: 'welding', hoursPerPeriod: 100, period: '2027-Q1' },
    ] as const;
    expect(reasons({ ...holding({ validUntil: '2026-12-31' }), capacity })).toEqual([
      {
        code: 'certificate-expired',
        message: "S017's AQAP-2110 ends on 2026-12-31, before BOOM-01 can first be made in 2027-Q1",
      },
    ]);
  });
});

describe('the scope of a certificate', () => {
  it('of one of the processes of the item suffices', () => {
    expect(available(holding({ scope: ['welding', 'casting'] }))).toBe('2026-Q1 … 2028-Q4');
  });

  it('of none of them does not count', () => {
    expect(reasons(holding({ scope: ['casting', 'forging'] }))).toEqual([
      {
        code: 'certificate-missing',
        message: "S017's AQAP-2110 covers only casting and forging, and BOOM-01 needs milling and welding",
      },
    ]);
  });

  it('is of the process quoted where the item has no routing', () => {
    const { routing: _, ...unrouted } = holding({ scope: ['welding'] });
    const quote = (process: string) => [{ supplier: 'S017', item: 'BOOM-01', unitPrice: 1, process }];
    expect(available({ ...unrouted, quotes: quote('welding') })).toBe('2026-Q1 … 2028-Q4');
    expect(available({ ...unrouted, quotes: quote('milling') })).toBeNull();
  });
});

describe('a certificate in progress', () => {
  it('counts from the period after its lead time, at no cost', () => {
    expect(available(holding({ status: 'in-progress', leadTime: 3 }))).toBe('2026-Q4 … 2028-Q4');
    expect(pair(holding({ status: 'in-progress', leadTime: 3 }))).toMatchObject({ ready: 4, obtain: [] });
  });

  it('counts until it ends', () => {
    const rows = holding({ status: 'in-progress', leadTime: 3, validUntil: '2027-12-31' });
    expect(available(rows)).toBe('2026-Q4 … 2027-Q4');
  });

  it('that takes the whole horizon makes the supplier too late', () => {
    expect(available(holding({ status: 'in-progress', leadTime: 11 }))).toBe('2028-Q4 … 2028-Q4');
    expect(reasons(holding({ status: 'in-progress', leadTime: 12 }))).toEqual([
      {
        code: 'too-late',
        message:
          'S017 is first ready for BOOM-01 in 2029-Q1 (AQAP-2110 takes 12 periods), after the last period 2028-Q4',
      },
    ]);
  });
});

describe('a certificate that can be obtained', () => {
  it('counts from the period after its lead time, and is to be obtained', () => {
    const obtainable = holding({ status: 'obtainable', leadTime: 2, cost: 12_000 });
    expect(available(obtainable)).toBe('2026-Q3 … 2028-Q4');
    expect(pair(obtainable)).toMatchObject({ ready: 3, obtain: ['AQAP-2110'] });
    expect(eligibilityOf(scenario(obtainable)).conditions('S017', 'BOOM-01')).toEqual([
      'obtains AQAP-2110 from 2026-Q3 at € 12,000',
    ]);
  });

  it('is not obtained where the supplier holds one that counts in some period, and ends with it', () => {
    const both = holding({ validUntil: '2027-03-31' }, { status: 'obtainable', leadTime: 2, cost: 12_000 });
    expect(available(both)).toBe('2026-Q1 … 2027-Q1');
    expect(pair(both)).toMatchObject({ ready: 1, obtain: [] });
  });

  it('is obtained where the one held never counts', () => {
    const both = holding({ validUntil: '2025-12-31' }, { status: 'obtainable', leadTime: 2 });
    expect(available(both)).toBe('2026-Q3 … 2028-Q4');
    expect(pair(both)).toMatchObject({ obtain: ['AQAP-2110'] });
  });

  it('is obtained where the one held is for other processes', () => {
    const both = holding({ scope: ['casting'] }, { status: 'obtainable', leadTime: 2 });
    expect(pair(both)).toMatchObject({ ready: 3, obtain: ['AQAP-2110'] });
  });
});

describe('several rows for one certificate', () => {
  it('held until an end and again in progress counts in both spans, and does not delay the supplier', () => {
    const rows = holding({ validUntil: '2026-06-30' }, { status: 'in-progress', leadTime: 5 });
    expect(pair(rows)?.ready).toBe(1);
    expect(pair(rows)?.available.map(Number)).toEqual([0, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('several certificates', () => {
  const items = [{ item: 'BOOM-01', certificates: ['AQAP-2110', 'ISO 3834-2'] }];
  const rows = (...certificates: readonly Omit<Row, 'supplier'>[]): Statement => ({
    ...BOOM,
    items,
    certificates: certificates.map((row) => ({ supplier: 'S017', ...row })),
  });

  it('must count in the same period', () => {
    const statement = rows(
      { certificate: 'AQAP-2110', validUntil: '2027-06-30' },
      { certificate: 'ISO 3834-2', status: 'in-progress', leadTime: 4 },
    );
    expect(available(statement)).toBe('2027-Q1 … 2027-Q2');
  });

  it('that never count in the same period are of no use', () => {
    const statement = rows(
      { certificate: 'AQAP-2110', validUntil: '2026-06-30' },
      { certificate: 'AQAP-2110', status: 'in-progress', leadTime: 6 },
      { certificate: 'ISO 3834-2', status: 'in-progress', leadTime: 3, validUntil: '2027-06-30' },
    );
    expect(reasons(statement)).toEqual([
      {
        code: 'certificate-expired',
        message: "S017's AQAP-2110 and ISO 3834-2 are never valid together in a period in which BOOM-01 can be made",
      },
    ]);
  });

  it('each that is missing is named', () => {
    expect(reasons({ ...BOOM, items })).toEqual([
      { code: 'certificate-missing', message: 'S017 has no AQAP-2110 and cannot obtain it' },
      { code: 'certificate-missing', message: 'S017 has no ISO 3834-2 and cannot obtain it' },
    ]);
  });

  it('to be obtained are all listed, and the longest lead time counts, not the sum', () => {
    const statement = rows(
      { certificate: 'ISO 3834-2', status: 'obtainable', leadTime: 2, cost: 1_500 },
      { certificate: 'AQAP-2110', status: 'obtainable', leadTime: 3, cost: 30_000 },
    );
    expect(pair(statement)).toMatchObject({ ready: 4, obtain: ['AQAP-2110', 'ISO 3834-2'] });
  });
});

describe('execution classes of EN 1090-2', () => {
  const needs = (wanted: string, ...held: readonly Omit<Row, 'supplier'>[]): Statement => ({
    ...BOOM,
    items: [{ item: 'BOOM-01', certificates: [wanted] }],
    certificates: held.map((row) => ({ supplier: 'S017', ...row })),
  });

  it('a higher class covers a lower one', () => {
    expect(available(needs('EN 1090-2 EXC2', { certificate: 'EN 1090-2 EXC4' }))).toBe('2026-Q1 … 2028-Q4');
  });

  it('a lower class does not cover a higher one', () => {
    expect(reasons(needs('EN 1090-2 EXC3', { certificate: 'EN 1090-2 EXC2' }))).toEqual([
      { code: 'certificate-missing', message: 'S017 has no EN 1090-2 EXC3 and cannot obtain it' },
    ]);
  });

  it('a higher class can be obtained for a lower one, the lowest that covers it', () => {
    const obtainable = { status: 'obtainable' as const, leadTime: 1, cost: 100 };
    const statement = needs(
      'EN 1090-2 EXC2',
      { certificate: 'EN 1090-2 EXC4', ...obtainable },
      { certificate: 'EN 1090-2 EXC3', ...obtainable },
    );
    expect(pair(statement)).toMatchObject({ obtain: ['EN 1090-2 EXC3'] });
  });

  it('are the same under their other names, and other certificates cover only themselves', () => {
    expect(certificatesCovering('EXC3')).toContain('EN 1090 EXC4');
    expect(certificatesCovering('EXC3')).not.toContain('EN 1090-2 EXC2');
    expect(certificatesCovering('ISO 9001')).toEqual(['ISO 9001']);
  });
});
