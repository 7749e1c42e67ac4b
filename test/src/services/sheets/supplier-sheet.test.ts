import { describe, expect, test } from 'vitest';
import { outstandingOf } from '../../../../src/services/sheets/prefinancing.ts';
import { sheetCsv } from '../../../../src/services/sheets/sheet-csv.ts';
import { sheetFiles } from '../../../../src/services/sheets/sheet-files.ts';
import { sheetMarkdown } from '../../../../src/services/sheets/sheet-markdown.ts';
import { supplierSheet } from '../../../../src/services/sheets/supplier-sheet.ts';
import { scenario } from '../../../support/scenario-builder.ts';
import { tinyPlanned } from '../../../support/tiny-planned.ts';

async function tinySheet(supplier: string, margin?: number) {
  const { plan, scenario: stated } = await tinyPlanned();
  return supplierSheet({ input: { plan, scenario: stated, supplier, ...(margin === undefined ? {} : { margin }) } });
}

describe('the sheet of a member', () => {
  test('has its own volumes, hours and revenue as worked out by hand for the example tiny', async () => {
    const sheet = (await tinySheet('S2'))!;
    // Fourteen frames a quarter of ten hours at € 600 from Q2 on.
    expect(sheet.volumes.map((row) => [row.period, row.quantity, row.hours, row.unitPrice, row.revenue])).toEqual(
      ['2026-Q2', '2026-Q3', '2026-Q4'].map((period) => [period, 14, 140, 600, 8400]),
    );
    expect(sheet.revenue).toBe(25_200);
    expect(sheet.onboardingCost).toBe(2000);
    expect(sheet.certificates).toMatchObject([{ firstPeriod: '2026-Q2', cost: 1000, start: '2026-Q1' }]);
    expect(sheet.awards).toMatchObject([{ item: 'FRAME', qualification: { readyFrom: '2026-Q2' } }]);
    // Frames take a quarter: those of the next quarter are in work.
    expect(sheet.periods.map((row) => row.workInProgress)).toEqual([8400, 8400, 8400, 0]);
    expect(sheet.hours[1]).toEqual({ process: 'welding', period: '2026-Q3', used: 140, offered: 140 });
  });

  test('tells the margin that earns the outlay back, and when a stated margin has', async () => {
    const { payback } = (await tinySheet('S2'))!;
    expect(payback).toEqual({ outlay: 3000, marginNeeded: 3000 / 25_200, margin: null, period: null });
    // 20 % of 8,400 is 1,680 a quarter: 3,000 are earned in the second one.
    expect((await tinySheet('S2', 0.2))!.payback.period).toBe('2026-Q3');
    expect((await tinySheet('S2', 0.11))!.payback.period).toBeNull();
  });

  test('is none for who is no member', async () => {
    expect(await tinySheet('S3')).toBeUndefined();
    expect(await tinySheet('S9')).toBeUndefined();
  });

  test('names no other firm, in no form', async () => {
    const { plan } = await tinyPlanned();
    for (const { supplier } of plan.members) {
      const sheet = (await tinySheet(supplier))!;
      const others = plan.members.filter((row) => row.supplier !== supplier);
      for (const text of [JSON.stringify(sheet), sheetCsv(sheet), sheetMarkdown(sheet)])
        for (const other of others) expect(text).not.toMatch(new RegExp(`\\b${other.supplier}\\b`));
    }
  });
});

describe('what a firm has to finance', () => {
  const volume = (period: string, revenue: number) =>
    ({ item: 'FRAME', period, quantity: 1, hours: 1, unitPrice: revenue, revenue }) as const;
  const of = (paymentTermDays: number, leadTime: number) =>
    outstandingOf(scenario({ periods: 4, costs: { paymentTermDays } }), [volume('2026-Q2', 730)], () => leadTime);

  test.each([
    [0, [0, 0, 0, 0]],
    // A quarter has 91.25 days.
    [45.625, [0, 365, 0, 0]],
    [91.25, [0, 730, 0, 0]],
    [136.875, [0, 730, 365, 0]],
  ])('with a term of %d days', (days, expected) => {
    expect(of(days, 0).map(({ receivable }) => receivable)).toEqual(expected);
  });

  test('what is in work for its lead time before', () => {
    expect(of(0, 1).map(({ workInProgress }) => workInProgress)).toEqual([730, 0, 0, 0]);
    expect(of(0, 0).map(({ workInProgress }) => workInProgress)).toEqual([0, 0, 0, 0]);
  });
});

describe('files', () => {
  test('a spreadsheet shows names that begin like a formula and does not run them', async () => {
    const sheet = (await tinySheet('S2'))!;
    const award = { ...sheet.awards[0]!, item: '=HYPERLINK("x")' };
    const certificate = { ...sheet.certificates[0]!, certificate: '@SUM(1)' };
    const text = sheetCsv({ ...sheet, awards: [award], certificates: [certificate] });
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain("'@SUM(1)");
    expect(text).not.toMatch(/(^|,)"?[=@+]/m);
  });

  test('names cannot leave the folder, carry markup or fall together', async () => {
    const sheet = (await tinySheet('S2'))!;
    const named = (supplier: string) => ({ ...sheet, supplier });
    const names = [...sheetFiles([named('../S2'), named('s2'), named('S2'), named('a/b*.c')]).keys()];
    expect(names.filter((name) => name.endsWith('.md'))).toEqual([
      'sheets/%2E%2E%2FS2.md',
      'sheets/s2.md',
      'sheets/S2.2.md',
      'sheets/a%2Fb%2A%2Ec.md',
    ]);
    expect(sheetMarkdown({ ...sheet, name: 'A|B <b>\n# C' })).toContain('# A\\|B \\<b\\> \\# C (S2)\n');
  });
});
