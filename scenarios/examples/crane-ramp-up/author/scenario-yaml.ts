import { craneYaml } from '../../crane/author/scenario-yaml.ts';

const RULES = `\
  - { id: pace, rule: ramp-rate, max: 0.25, plus: 60, note: how fast a shop floor can grow }
  - { id: desk, rule: onboarding-throughput, max: 12, note: firms that can be brought in at the same time }
  - { id: people, rule: labour, productiveHours: 380, hiresPerPeriod: 4, regionHiresPerPeriod: 12, productivityGrowth: 0.01 }
  - { id: first-year, rule: budget, year: 2026, max: 6000000, of: [capex, onboarding, qualification], note: invented }
  - { id: second-year, rule: budget, year: 2027, max: 4000000, of: [capex, onboarding, qualification, prefinancing], note: invented }
  - { id: harness-promise, rule: commitment, supplier: S054, item: HA-130, perYear: 40, note: invented }
  - { id: eight-regions, rule: group-count, by: region, min: 8 }
  - { id: not-one-region, rule: region-share-cap, level: NUTS2, max: 0.9, scope: { critical: true } }
  - { id: dutch, rule: content-share, of: [NL], min: 0.3, by: value }
  - { id: not-only-us, rule: dependency-cap, max: 0.4, note: no firm lives on this programme alone }
  - { id: safe, rule: legal-form, form: safe-2025 }
`;

/** What is wanted and what is ruled; written as it is read. */
export const SCENARIO_YAML = craneYaml({
  name: 'crane-ramp-up',
  members: 80,
  rules: RULES,
  costs: 'holdingRate: 0.1, paymentTermDays: 60',
  gap: 0.03,
});
