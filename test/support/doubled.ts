import type { Scenario } from '../../scenarios/domain/scenario.ts';

/** Twice each of these figures that is stated. */
const twice = <Key extends string>(row: { readonly [Own in Key]?: number | undefined }, ...keys: readonly Key[]) =>
  Object.fromEntries(keys.flatMap((key) => (row[key] === undefined ? [] : [[key, 2 * row[key]]])));

/** Twice the demand, stock, hours, people, quoted limits, promises, budgets and one-off costs; prices and shares as they are. */
export function doubled(scenario: Scenario): Scenario {
  return {
    ...scenario,
    programmes: scenario.programmes.map(({ demand, ...row }) =>
      demand ? { ...row, demand: { ...demand, baseline: 2 * demand.baseline } } : row,
    ),
    demand: scenario.demand.map((row) => ({ ...row, quantity: 2 * row.quantity })),
    items: scenario.items.map((row) => ({ ...row, stock: 2 * row.stock, safetyStock: 2 * row.safetyStock })),
    suppliers: scenario.suppliers.map(({ turnover = 0, employees, defenceHeads, ...row }) => ({
      ...{ ...row, turnover: 2 * turnover, onboardingCost: 2 * row.onboardingCost },
      ...twice({ employees, defenceHeads }, 'employees', 'defenceHeads'),
    })),
    capacity: scenario.capacity.map((row) => ({ ...row, hoursPerPeriod: 2 * row.hoursPerPeriod })),
    certificates: scenario.certificates.map((row) => ({ ...row, cost: 2 * row.cost })),
    expansions: scenario.expansions.map((row) => ({
      ...row,
      hoursPerPeriod: 2 * row.hoursPerPeriod,
      capex: 2 * row.capex,
    })),
    rules: scenario.rules.map((rule) => {
      if (rule.rule === 'commitment') return { ...rule, perYear: 2 * rule.perYear };
      if (rule.rule === 'ramp-rate') return { ...rule, plus: 2 * rule.plus };
      if (rule.rule === 'labour') return { ...rule, ...twice(rule, 'hiresPerPeriod', 'regionHiresPerPeriod') };
      return rule.rule === 'budget' ? { ...rule, max: 2 * rule.max } : rule;
    }),
    quotes: scenario.quotes.map((row) => ({
      ...{ ...row, qualificationCost: 2 * row.qualificationCost },
      ...twice(row, 'maximumQuantity', 'minimumOrder', 'fromQuantity'),
    })),
  };
}
