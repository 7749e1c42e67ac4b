import type { SupplierSheet } from '../../../scenarios/domain/supplier-sheet.ts';
import { type Cell, csv, withoutFormula } from '../../../scenarios/wire/csv/write-csv.ts';

const COLUMNS = ['period', 'kind', 'item', 'detail', 'quantity', 'hours', 'unitPrice', 'euro', 'firstPeriod'] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** The sheet as one tidy table: what is made, hours, money, people and what has to be done before, by period and kind. */
export function sheetCsv(sheet: SupplierSheet): string {
  const { awards, certificates, investments, periods, volumes, hours, start, onboardingCost } = sheet;
  const rows: Row[] = [
    ...(onboardingCost > 0 ? [{ period: start, kind: 'onboarding', euro: onboardingCost }] : []),
    ...certificates.map(({ certificate, cost, ...row }) => ({
      ...{ period: row.start, kind: 'certificate', detail: certificate },
      ...{ euro: cost, firstPeriod: row.firstPeriod },
    })),
    ...awards.map(({ item, qualification }) => ({
      ...{ period: qualification.start, kind: 'qualification', item, detail: qualification.longest },
      ...{ euro: qualification.cost, firstPeriod: qualification.readyFrom },
    })),
    ...investments.map(({ period, process, option, count, euro }) => ({
      ...{ period, kind: 'investment', detail: `${process}: ${option}`, quantity: count, euro },
    })),
    ...volumes.map(({ revenue, ...row }) => ({ ...row, kind: 'work', euro: revenue })),
    ...hours.map(({ process, period, used }) => ({ period, kind: 'hours', detail: process, hours: used })),
    ...periods.flatMap(({ period, hires, receivable, workInProgress }): Row[] => [
      ...(hires > 0 ? [{ period, kind: 'hires', quantity: hires }] : []),
      { period, kind: 'receivable', euro: receivable },
      { period, kind: 'work in progress', euro: workInProgress },
    ]),
  ];
  const safe = rows.map((row): Row => {
    const cells = Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === 'string' ? withoutFormula(cell) : cell,
    ]);
    return Object.fromEntries(cells);
  });
  return csv(COLUMNS, safe);
}
