/** What is wanted and what is ruled; written as it is read. */
export const SCENARIO_YAML = `\
# A synthetic scenario, written by author/main.ts: no such product, firm, price, certificate or clearance exists.
name: crane-ramp-up (synthetic example)
calendar: { start: 2026-Q1, period: quarter, periods: 20 }
programmes:
  - product: CRANE-01
    oem: { name: Example OEM, latitude: 51.98, longitude: 5.91 }
    weight: 1
    demand: { baseline: 12, multiplier: 3.5, reach: 2030-Q4, shape: s-curve }
eligibility: capability
rules:
  - { id: two-sources, rule: source-count, min: 2, scope: { critical: true }, note: no critical item hangs on one firm }
  - { id: cap-60, rule: share-cap, max: 0.6, scope: { critical: true } }
  - { id: real-second-source, rule: share-floor, min: 0.1, scope: { items: [CT-100, CT-200] } }
  - { id: table-size, rule: member-count, max: 80, note: as many as the consortium can govern }
  - { id: regional-promise, rule: lock, supplier: S054, item: HA-130, award: true, share: 0.15, note: invented }
  - { id: rival-programme, rule: exclude, suppliers: [S284], scope: { items: [UP-100] }, note: invented }
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
costs: { holdingRate: 0.1, paymentTermDays: 60 }
policy: { stock: allowed, backlog: lost, pastDue: pipeline }
solve: { gap: 0.03, timeLimit: 400, engine: highs, seed: 1 }
`;
