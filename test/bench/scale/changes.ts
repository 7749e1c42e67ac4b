import type { Rule } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { CapacityRow } from '../../../scenarios/domain/supplier.ts';

/** One thing that a planner changes. */
interface Change {
  readonly what: string;
  readonly apply: (scenario: Scenario) => Scenario;
}

/** Demand of one programme, times a factor. */
const demand = (at: number, factor: number): Change => ({
  what: `demand of programme ${at + 1} × ${factor}`,
  apply: (scenario) => ({
    ...scenario,
    programmes: scenario.programmes.map((programme, position) =>
      programme.demand && position === at % scenario.programmes.length
        ? { ...programme, demand: { ...programme.demand, baseline: programme.demand.baseline * factor } }
        : programme,
    ),
  }),
});

/** The rows of capacity, most hours first. */
const largest = ({ capacity }: Scenario): readonly CapacityRow[] =>
  capacity.toSorted((one, other) => other.hoursPerPeriod - one.hoursPerPeriod);

/** Hours of the row of capacity that comes at a place when they are in order of hours, times a factor. */
const capacity = (at: number, factor: number): Change => ({
  what: `hours of row ${at + 1} of capacity by hours × ${factor}`,
  apply: (scenario) => {
    const row = largest(scenario)[at];
    const changed = scenario.capacity.map((each) =>
      each === row ? { ...each, hoursPerPeriod: each.hoursPerPeriod * factor } : each,
    );
    return { ...scenario, capacity: changed };
  },
});

/** The largest share of every share-cap, by so much. */
const cap = (by: number): Change => ({
  what: `share-cap ${by > 0 ? '+' : '−'} ${Math.abs(by)}`,
  apply: (scenario) => ({
    ...scenario,
    rules: scenario.rules.map((rule) => (rule.rule === 'share-cap' ? { ...rule, max: rule.max + by } : rule)),
  }),
});

const byId = (one: Rule, other: Rule): number => (one.id < other.id ? -1 : 1);

/** The firm of such a row of capacity, or of the next one that no lock speaks of, gets no awards. */
const exclude = (at: number): Change => ({
  what: `the firm of row ${at + 1} of capacity by hours is excluded`,
  apply: (scenario) => {
    const locked = new Set(scenario.rules.flatMap((rule) => (rule.rule === 'lock' ? [rule.supplier] : [])));
    const { supplier } = largest(scenario)
      .slice(at)
      .find((row) => !locked.has(row.supplier))!;
    const rule: Rule = { id: 'changed', rule: 'exclude', suppliers: [supplier] };
    return { ...scenario, rules: [...scenario.rules, rule].sort(byId) };
  },
});

/** Twenty single changes, the same in every run: seven of demand, seven of capacity, six of a rule. */
export const CHANGES: readonly Change[] = [
  ...[0.9, 0.95, 0.98, 1.02, 1.05, 1.1, 1.15].map((factor, at) => demand(at, factor)),
  ...[0.5, 0, 0.8, 1.5, 0.9, 1.2, 0.25].map((factor, at) => capacity(3 * at, factor)),
  ...[cap(-0.05), cap(0.05), cap(0.1), exclude(0), exclude(7), exclude(20)],
];
