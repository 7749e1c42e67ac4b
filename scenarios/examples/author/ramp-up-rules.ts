/** What one example's ramp-up has of its own: lines of rules, written as they are read, and figures. */
interface RampUpTerms {
  /** Onboardings that may start in a quarter. */
  readonly desk: number;
  /** Euro of the first two years. */
  readonly budgets: readonly [first: number, second: number];
  /** Rules beside those of every ramp-up, a line each. */
  readonly promises?: string;
}

/** The rules of ramp-up, money, people and law that examples with a ramp-up state. */
export const rampUpRules = ({ desk, budgets: [first, second], promises = '' }: RampUpTerms): string => `\
  - { id: pace, rule: ramp-rate, max: 0.25, plus: 60, note: how fast a shop floor can grow }
  - { id: desk, rule: onboarding-throughput, max: ${desk}, note: firms that can be brought in at the same time }
  - { id: people, rule: labour, productiveHours: 380, hiresPerPeriod: 4, regionHiresPerPeriod: 12, productivityGrowth: 0.01 }
  - { id: first-year, rule: budget, year: 2026, max: ${first}, of: [capex, onboarding, qualification], note: invented }
  - { id: second-year, rule: budget, year: 2027, max: ${second}, of: [capex, onboarding, qualification, prefinancing], note: invented }
${promises}  - { id: eight-regions, rule: group-count, by: region, min: 8 }
  - { id: not-one-region, rule: region-share-cap, level: NUTS2, max: 0.9, scope: { critical: true } }
  - { id: dutch, rule: content-share, of: [NL], min: 0.3, by: value }
  - { id: not-only-us, rule: dependency-cap, max: 0.4, note: no firm lives on this programme alone }
  - { id: safe, rule: legal-form, form: safe-2025 }
`;
