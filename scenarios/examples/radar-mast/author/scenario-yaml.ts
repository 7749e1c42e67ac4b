/** What one statement of the radar mast has beside the other: lines of rules, written as they are read. */
interface RadarMastTerms {
  readonly name: string;
  readonly rules: string;
  readonly costs: string;
  readonly gap: number;
}

/** What is wanted and what is ruled of the radar mast; written as it is read. */
export const radarMastYaml = ({ name, rules, costs, gap }: RadarMastTerms): string => `\
# A synthetic scenario, written by author/main.ts: no such product, firm, price, certificate or clearance exists.
name: ${name} (synthetic example)
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
${rules}costs: { ${costs} }
policy: { stock: allowed, backlog: lost, pastDue: pipeline }
solve: { gap: ${gap}, timeLimit: 1800, engine: highs, seed: 1 }
`;

export const SCENARIO_YAML = radarMastYaml({ name: 'radar-mast', rules: '', costs: 'holdingRate: 0.1', gap: 0.02 });
