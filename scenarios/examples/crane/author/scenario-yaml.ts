/** What one statement of the crane has beside the others: lines of rules, written as they are read. */
interface CraneTerms {
  readonly name: string;
  /** As many members as the consortium can govern. */
  readonly members: number;
  /** Rules beside those of every crane, a line each. */
  readonly rules: string;
  readonly costs: string;
  readonly gap: number;
}

/** What is wanted and what is ruled of the crane; written as it is read. */
export const craneYaml = ({ name, members, rules, costs, gap }: CraneTerms): string => `\
# A synthetic scenario, written by author/main.ts: no such product, firm, price, certificate or clearance exists.
name: ${name} (synthetic example)
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
  - { id: table-size, rule: member-count, max: ${members}, note: as many as the consortium can govern }
  - { id: regional-promise, rule: lock, supplier: S054, item: HA-130, award: true, share: 0.15, note: invented }
  - { id: rival-programme, rule: exclude, suppliers: [S284], scope: { items: [UP-100] }, note: invented }
${rules}costs: { ${costs} }
policy: { stock: allowed, backlog: lost, pastDue: pipeline }
solve: { gap: ${gap}, timeLimit: 400, engine: highs, seed: 1 }
`;

export const SCENARIO_YAML = craneYaml({ name: 'crane', members: 66, rules: '', costs: 'holdingRate: 0.1', gap: 0.02 });
