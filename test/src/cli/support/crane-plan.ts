import { periodLabel } from '../../../../scenarios/domain/calendar.ts';
import type { AwardRole, Plan, ProductRow, RampUpRow } from '../../../../scenarios/domain/plan.ts';
import type { ProcessLoad } from '../../../../src/services/measure-load.ts';
import { scenario } from '../../../support/scenario-builder.ts';

const PLACES = ['Hengelo', 'Oss', 'Rotterdam', 'Eindhoven', "'s-Hertogenbosch", 'Nieuw-Vennep', 'Heerenveen'];
const NAMES = [
  'Lasbedrijf De Waal',
  'Metaal- en constructiewerken Gebroeders Van den Berg',
  'Precisie Twente',
  'Žilina Kovo',
];
const FIRMS = Array.from({ length: 24 }, (_, at) => `S${String(at + 1).padStart(3, '0')}`);
const CATEGORIES = ['A', 'B', 'C', 'D'] as const;

/** A made-up scenario with all kinds of rules; only what a reader of a plan is shown is filled in. */
export const craneScenario = scenario({
  name: 'mobile-electric-crane',
  periods: 20,
  programmes: [{ product: 'CRANE-01', demand: { baseline: 12, multiplier: 3.5, reach: '2030-Q1', shape: 's-curve' } }],
  rules: [
    { id: 'two-sources', rule: 'source-count', min: 2, scope: { critical: true } },
    { id: 'cap-60', rule: 'share-cap', max: 0.6 },
    {
      id: 'floor-10',
      rule: 'share-floor',
      min: 0.1,
      per: 'period',
      scope: { process: 'welding', from: '2027-Q1', to: '2028-Q4' },
    },
    {
      id: 'share-cap-1f3a9c0e',
      rule: 'share-cap',
      max: 0.8,
      scope: { items: ['BOOM', 'MAST', 'HOOK', 'FRAME', 'CAB'] },
    },
    { id: 'at-most-30', rule: 'member-count', max: 30 },
    { id: 'de-waal-makes-booms', rule: 'lock', supplier: 'S001', item: 'BOOM', award: true, share: 0.4 },
    { id: 'not-s099', rule: 'exclude', suppliers: ['S099'] },
  ],
  items: [
    { item: 'BOOM', name: 'Boom steel', critical: true },
    { item: 'MAST' },
    { item: 'BEARING', kind: 'buy', unitValue: 400 },
  ],
  suppliers: FIRMS.map((supplier, at) => ({
    supplier,
    name: NAMES[at % NAMES.length]!,
    place: PLACES[at % PLACES.length]!,
    category: CATEGORIES[at % CATEGORIES.length]!,
  })),
});

const label = (t: number): string => periodLabel(craneScenario.calendar, t);

const MULTIPLE = [
  1, 1.01, 1.06, 1.14, 1.25, 1.38, 1.53, 1.7, 1.88, 2.07, 2.26, 2.45, 2.64, 2.82, 2.99, 3.14, 3.5, 3.5, 3.5, 3.5,
];
const missing = (t: number): number => (t >= 3 && t <= 6 ? 0.06 : 0);

const rows = MULTIPLE.map((multiple, at): RampUpRow & ProductRow => {
  const required = 12 * multiple;
  const delivered = required * (1 - missing(at + 1));
  const rest = { hours: 9000 * multiple, hires: 0, capex: 0, prefinancing: null };
  return {
    product: 'CRANE-01',
    period: label(at + 1),
    required,
    delivered,
    backlog: 0,
    multiple: delivered / 12,
    ...rest,
  };
});

const spend = FIRMS.map((_, at) => 5_071_234 / (at + 1) ** 0.8);
const totalSpend = spend.reduce((sum, euros) => sum + euros, 0);

const roleOf = (firm: number, item: string): AwardRole => {
  if (firm === 0) return 'incumbent';
  return firm === 23 || (firm === 2 && item !== 'BOOM') ? 'standby' : 'source';
};

/** A plan that a limit ended: a shortage, a certificate to obtain, rules with and without slack, reports. */
export const cranePlan: Plan = {
  format: 'gilde-plan/1',
  scenario: { name: 'mobile-electric-crane', sha256: 'a'.repeat(64) },
  engine: { name: 'highs', version: '1.15.3' },
  strategy: 'monolithic',
  seed: 1,
  limits: { gap: 0.01, timeLimit: 60, workLimit: null, hit: null },
  status: 'optimal',
  digest: 'b'.repeat(64),
  aims: [
    { aim: 'shortfall', value: 3.4848, bound: 3.4848, gap: 0 },
    { aim: 'cost', value: 41_234_567, bound: 40_987_160, gap: 0.006 },
  ],
  cost: {
    production: 36_120_345,
    bought: 3_900_000,
    transport: 0,
    onboarding: 612_000,
    qualification: 402_222,
    certificates: 60_000,
    capex: 0,
    hiring: 0,
    stock: 140_000,
    commitments: 0,
  },
  products: rows.map(({ product, period, required, delivered, backlog, multiple }) => {
    return { product, period, required, delivered, backlog, multiple };
  }),
  continuation: [],
  members: FIRMS.map((supplier, at) => ({
    supplier,
    roles:
      at === 0
        ? ['incumbent']
        : at % 5 === 4
          ? ['second-source', 'source']
          : at === 23
            ? ['standby']
            : at === 2
              ? ['source', 'standby']
              : ['source'],
    start: label(1),
    firstPeriod: at === 23 ? null : label(3),
    spend: spend[at]!,
    share: spend[at]! / totalSpend,
  })),
  awards: FIRMS.flatMap((supplier, at) =>
    ['BOOM', 'MAST', 'HOOK'].slice(0, 1 + (at % 3)).map((item) => ({
      supplier,
      item,
      share: 0.1,
      firstPeriod: label(3),
      qualificationCost: 2500,
      role: roleOf(at, item),
    })),
  ),
  production: [{ supplier: 'S001', item: 'BOOM', period: label(1), quantity: 4.8, unitCost: 1250.5 }],
  shipments: [],
  stock: [],
  shortfall: rows.flatMap((row, at) =>
    missing(at + 1) === 0
      ? []
      : [
          {
            item: 'CRANE-01',
            period: row.period,
            quantity: row.required - row.delivered,
            causes: [
              `BOOM: welding is used up in ${row.period} at S001, S002`,
              ...(at === 3 ? ['MAST: no awarded source is ready in 2026-Q4'] : []),
            ],
          },
        ],
  ),
  pastDue: [{ item: 'BOOM', period: '2025-Q4', quantity: 12 }],
  expansions: [],
  certificates: [
    { supplier: 'S004', certificate: 'AQAP-2110', start: '2026-Q1', firstPeriod: '2026-Q4', cost: 40_000 },
    { supplier: 'S009', certificate: 'EN 1090-2 EXC3', start: '2026-Q1', firstPeriod: '2026-Q3', cost: 20_000 },
  ],
  hires: [],
  commitments: [],
  rampUp: rows.map(({ period, required, delivered, multiple, hours, hires, capex, prefinancing }) => {
    return { period, required, delivered, multiple, hours, hires, capex, prefinancing };
  }),
  robustness: { assessed: false },
  rules: [
    { rule: 'at-most-30', holds: true, slack: 6, price: null },
    { rule: 'cap-60', holds: true, slack: 0.042, price: null },
    { rule: 'de-waal-makes-booms', holds: true, slack: 0, price: null },
    { rule: 'floor-10', holds: true, slack: 1e-12, price: null },
    { rule: 'not-s099', holds: true, slack: 0, price: null },
    { rule: 'share-cap-1f3a9c0e', holds: true, slack: null, price: null },
    { rule: 'two-sources', holds: true, slack: 1, price: null },
  ],
  reported: ['AXLE', 'CAB', 'HOOK', 'MAST', 'WINCH'].map((item) => ({
    code: 'too-few-sources',
    message: `${item} has 1 eligible source, rule two-sources asks for 2`,
    item,
    supplier: null,
  })),
  certificate: { kind: 'engine-claimed' },
  conflict: [],
};

export const craneLoad: ProcessLoad[] = [
  { process: 'welding', members: 9, used: 182_340, offered: 240_000, peak: 1, peakPeriod: label(4) },
  { process: 'heat treatment', members: 2, used: 18_900, offered: 24_000, peak: 0.97, peakPeriod: label(20) },
  { process: 'milling', members: 12, used: 66_000, offered: 110_000, peak: 0.734, peakPeriod: label(17) },
];
