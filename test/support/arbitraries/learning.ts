import fc from 'fast-check';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';

/** A rule that lets hours fall. */
export const learningGene = fc.record({
  model: fc.constantFrom('crawford' as const, 'wright' as const),
  rate: fc.constantFrom(0.8, 0.9, 0.7, 0.95, 1),
  floor: fc.constantFrom(0.5, 0.25, 0.75, 1),
});

type LearningGene = typeof learningGene extends fc.Arbitrary<infer Value> ? Value : never;

/** The scenario with hours of every pair that fall so. */
export const withLearning = (scenario: Scenario, gene: LearningGene): Scenario => ({
  ...scenario,
  rules: [...scenario.rules, { rule: 'learning', id: 'practice', ...gene }],
});

/** The scenario with every unit at so large a part of its stated hours. Prices by hours fall too: only shortfalls compare. */
export const withHoursAt = (scenario: Scenario, part: number): Scenario => ({
  ...scenario,
  routing: scenario.routing.map((step) => ({
    ...step,
    hoursPerUnit: part * step.hoursPerUnit,
    setupHours: part * step.setupHours,
  })),
  quotes: scenario.quotes.map((quote) => {
    if (quote.hoursPerUnit !== undefined) return { ...quote, hoursPerUnit: part * quote.hoursPerUnit };
    const isRouted = scenario.routing.some(({ item }) => item === quote.item);
    return isRouted || (quote.fromQuantity ?? 0) > 0 ? quote : { ...quote, hoursPerUnit: part };
  }),
});
