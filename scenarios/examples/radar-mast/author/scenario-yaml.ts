/** What is wanted and what is ruled; written as it is read. */
export const SCENARIO_YAML = `\
# A synthetic scenario, written by author/main.ts: no such product, firm, price, certificate or clearance exists.
name: radar-mast (synthetic example)
calendar: { start: 2026-Q1, period: quarter, periods: 20 }
programmes:
  - product: RM-01
    oem: { name: Example OEM, latitude: 52.27, longitude: 6.79 }
    weight: 1
    demand: { baseline: 8, multiplier: 3, reach: 2030-Q4, shape: s-curve }
eligibility: capability
rules:
  - { id: two-sources, rule: source-count, min: 2, scope: { critical: true }, note: no critical item hangs on one firm }
  - { id: cap-60, rule: share-cap, max: 0.6, scope: { critical: true } }
  - { id: table-size, rule: member-count, max: 160, note: as many as the consortium can govern }
costs: { holdingRate: 0.1 }
policy: { stock: allowed, backlog: lost, pastDue: pipeline }
solve: { gap: 0.02, timeLimit: 1800, engine: highs, seed: 1 }
`;
