import type { Plan } from '../../scenarios/domain/plan.ts';
import type { RegistryEntry } from '../../scenarios/domain/registry.ts';
import type { Category } from '../../scenarios/domain/supplier.ts';

/** A supplier of a registry with one process and one certificate, and what a test says otherwise. */
export const firm = (
  supplier: string,
  facts: {
    readonly name?: string;
    readonly category?: Category;
    readonly region?: string;
    readonly process?: string;
    readonly certificate?: string;
  } = {},
): RegistryEntry => ({
  supplier: {
    supplier,
    name: facts.name ?? `Firma ${supplier} “é” \u{1F6E0}`,
    category: facts.category ?? 'C',
    region: facts.region ?? 'NL421',
    onboardingCost: 12_500.25,
    onboardingPeriods: 1,
    qualificationPeriods: 0,
    tags: ['sme'],
  },
  capacity: [{ supplier, process: facts.process ?? 'welding', hoursPerPeriod: 400.1, hourlyRate: 71.3 }],
  certificates: [
    {
      ...{ supplier, certificate: facts.certificate ?? 'ISO 9001', status: 'held', scope: [] },
      ...{ renewable: true, leadTime: 0, cost: 0 },
    },
  ],
  expansions: [],
});

/** The parts of a plan that lists show, around a digest: enough to be kept, not a plan that verifies. */
export const planNamed = (digest: string, scenario: string, cost = 1000): Plan => ({
  ...{ format: 'gilde-plan/1', scenario: { name: 'crane', sha256: scenario }, engine: { name: 'highs', version: '1' } },
  ...{ strategy: 'monolithic', seed: 1, limits: { gap: 0.01, timeLimit: 60, workLimit: null, hit: null } },
  ...{ status: 'optimal', digest },
  aims: [
    { aim: 'shortfall', value: 0, bound: 0, gap: 0 },
    { aim: 'cost', value: cost, bound: cost * 0.99, gap: 0.01 },
  ],
  cost: {
    ...{ production: cost, bought: 0, transport: 0, onboarding: 0, qualification: 0 },
    ...{ certificates: 0, capex: 0, hiring: 0, stock: 0, commitments: 0 },
  },
  members: [{ supplier: 'S1', roles: ['source'], start: '2026-Q1', firstPeriod: '2026-Q2', spend: cost, share: 1 }],
  rampUp: [
    {
      ...{ period: '2026-Q1', required: 12, delivered: 42, multiple: 3.5, hours: 10 },
      ...{ hires: 0, capex: 0, prefinancing: null },
    },
  ],
  ...{ products: [], continuation: [], awards: [], production: [], shipments: [], stock: [], shortfall: [] },
  ...{ pastDue: [], expansions: [], certificates: [], hires: [], commitments: [], rules: [], reported: [] },
  ...{ robustness: { assessed: false }, certificate: { kind: 'engine-claimed' }, conflict: [] },
});
