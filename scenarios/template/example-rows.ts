import type { TableName } from '../domain/scenario.ts';
import type { Cell } from '../wire/csv/write-csv.ts';
import type { RowOf } from '../wire/tables/index.ts';

type ExampleRow<Table extends TableName> = Readonly<Partial<Record<keyof RowOf<Table>, Cell>>>;

/**
 * One or two rows a table, to be replaced: a lifting table of a welded frame, four milled brackets and a bought motor, made by two firms.
 * No such product, firm or price exists.
 */
export const EXAMPLE_ROWS: { readonly [Table in TableName]: readonly ExampleRow<Table>[] } = {
  items: [
    { item: 'TABLE-01', name: 'Lifting table', kind: 'make', unitValue: 4200, materialCost: 150 },
    {
      item: 'FRAME-10',
      name: 'Welded frame',
      kind: 'make',
      leadTime: 1,
      unitValue: 1500,
      materialCost: 240,
      weightKg: 180,
      critical: true,
      certificates: 'ISO 9001;EN 1090-2 EXC2',
      stock: 4,
    },
    { item: 'BRACKET-20', name: 'Milled bracket', kind: 'make', unitValue: 160, materialCost: 22, weightKg: 3.5 },
    { item: 'MOTOR-30', name: 'Electric motor', kind: 'buy', unitValue: 980, weightKg: 24, origin: 'DE' },
  ],
  bom: [
    { parent: 'TABLE-01', item: 'FRAME-10', quantity: 1 },
    { parent: 'TABLE-01', item: 'MOTOR-30', quantity: 1 },
    { parent: 'FRAME-10', item: 'BRACKET-20', quantity: 4, scrap: 0.02 },
  ],
  routing: [
    { item: 'FRAME-10', process: 'welding', hoursPerUnit: 14, setupHours: 6, lotSize: 10 },
    { item: 'BRACKET-20', process: 'milling', hoursPerUnit: 1.2 },
  ],
  demand: [{ item: 'BRACKET-20', period: '2027-Q1', quantity: 4 }],
  suppliers: [
    {
      supplier: 'SUP-1',
      name: 'Example supplier 1',
      category: 'B',
      country: 'NL',
      region: 'NL213',
      place: 'Hengelo',
      latitude: 52.266,
      longitude: 6.793,
      employees: 80,
      defenceHeads: 12,
      turnover: 14_000_000,
      hourlyRate: 74,
      outageProbability: 0.02,
      timeToRecover: 2,
      tags: 'SME',
    },
    {
      supplier: 'SUP-2',
      name: 'Example supplier 2',
      category: 'C',
      country: 'NL',
      region: 'NL413',
      place: 'Oss',
      latitude: 51.765,
      longitude: 5.518,
      employees: 45,
      turnover: 8_000_000,
      onboardingCost: 40_000,
      onboardingPeriods: 2,
      qualificationPeriods: 1,
      hourlyRate: 68,
      outageProbability: 0.04,
      timeToRecover: 2,
      tags: 'SME',
    },
  ],
  capacity: [
    { supplier: 'SUP-1', process: 'welding', hoursPerPeriod: 260 },
    { supplier: 'SUP-1', process: 'milling', hoursPerPeriod: 90, hourlyRate: 82 },
    { supplier: 'SUP-2', process: 'welding', hoursPerPeriod: 220 },
    { supplier: 'SUP-2', process: 'milling', hoursPerPeriod: 60 },
    { supplier: 'SUP-2', process: 'milling', hoursPerPeriod: 120, period: '2027-Q1' },
  ],
  certificates: [
    { supplier: 'SUP-1', certificate: 'ISO 9001', status: 'held', validUntil: '2028-06-30', renewable: true },
    { supplier: 'SUP-1', certificate: 'EN 1090-2 EXC3', status: 'held', scope: 'welding', validUntil: '2029-12-31' },
    { supplier: 'SUP-2', certificate: 'ISO 9001', status: 'held', validUntil: '2027-03-31', renewable: true },
    { supplier: 'SUP-2', certificate: 'EN 1090-2 EXC2', status: 'obtainable', leadTime: 2, cost: 12_000 },
  ],
  quotes: [{ supplier: 'SUP-2', item: 'BRACKET-20', unitPrice: 105, qualificationCost: 1500 }],
  incumbents: [
    { supplier: 'SUP-1', item: 'FRAME-10', quantityPerPeriod: 10, qualified: true },
    { supplier: 'SUP-1', item: 'BRACKET-20', quantityPerPeriod: 40, qualified: true },
  ],
  expansions: [
    {
      ...{ supplier: 'SUP-2', process: 'welding', option: 'second shift' },
      ...{ hoursPerPeriod: 110, capex: 45_000, leadTime: 2, maximum: 1, heads: 3 },
    },
  ],
};
