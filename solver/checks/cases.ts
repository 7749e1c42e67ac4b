import { futuresOf } from '../../scenarios/demand-cases.ts';
import type { CasePlan, CostBreakdown, Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Fault } from './check.ts';
import { figureFault, moneyFault } from './faults.ts';
import { overFutures, riskFaults } from './risk.ts';

/** The tables of a plan that are those of one of its cases. */
const SHOWN = [
  ...(['products', 'continuation', 'members', 'awards', 'production', 'shipments', 'stock', 'shortfall'] as const),
  ...(['pastDue', 'commitments', 'hires', 'rampUp'] as const),
];

/**
 * What holds of the cases of a plan together: they are the scenario's, in its order; whatever is decided before the case is known is the same in
 * all; the plan's aims and cost are Σ_ω p[ω]·those of the cases, the aims with the worst of them where a risk is stated; its tables are those of the case at
 * `shown`.
 */
export function caseFaults(scenario: Scenario, plan: Plan, shown: number): readonly Fault[] {
  const { cases = [] } = plan;
  const named = listFaults(scenario, cases);
  if (named.length > 0) return named;
  const expected = (value: (own: CasePlan) => number) =>
    cases.reduce((sum, own) => sum + own.probability * value(own), 0);
  const valueIn = (own: CasePlan, name: string) => own.aims.find(({ aim }) => aim === name)?.value ?? Number.NaN;
  const casesOf = (name: string) => cases.map((own) => ({ probability: own.probability, value: valueIn(own, name) }));
  const aims = plan.aims.flatMap(({ aim, value }) => {
    const fault = aim === 'cost' ? moneyFault : figureFault;
    return fault({}, `expected ${aim}`, value, overFutures(scenario, casesOf(aim)).value);
  });
  const parts = (Object.keys(plan.cost) as (keyof CostBreakdown)[]).flatMap((part) =>
    moneyFault(
      {},
      `expected cost of ${part}`,
      plan.cost[part],
      expected(({ cost }) => cost[part]),
    ),
  );
  const risky = riskFaults(scenario, plan.risk, casesOf);
  return [...sharedFaults(cases), ...aims, ...risky, ...parts, ...shownFaults(plan, cases[shown]!)];
}

/** The cases of the plan are those of the scenario. */
function listFaults(scenario: Scenario, cases: readonly CasePlan[]): Fault[] {
  const list = (rows: readonly { readonly name: string; readonly probability: number }[]) =>
    rows.map(({ name, probability }) => `${name} (${probability})`).join(', ') || 'none';
  const [found, expected] = [list(cases), list(futuresOf(scenario))];
  if (found === expected) return [];
  return [{ message: `the plan has the demand cases ${found}, expected ${expected}`, found, expected }];
}

/** Members with their starts, and awards. */
function sharedFaults(cases: readonly CasePlan[]): Fault[] {
  const members = (own: CasePlan) => own.members.map(({ supplier, start }) => `${supplier} from ${start}`);
  const awards = (own: CasePlan) => own.awards.map(({ supplier, item }) => `${item} to ${supplier}`);
  const first = cases[0]!;
  return cases.slice(1).flatMap((own) =>
    [['members', members] as const, ['awards', awards] as const].flatMap(([what, rows]) => {
      const [found, expected] = [rows(own), rows(first)];
      if (JSON.stringify(found) === JSON.stringify(expected)) return [];
      const odd = [
        ...found.filter((row) => !expected.includes(row)),
        ...expected.filter((row) => !found.includes(row)),
      ];
      const message = `case ${own.name} has other ${what} than case ${first.name}: ${odd.join(', ') || 'their order'}`;
      return [{ message, found: own.name, expected: `the same ${what} in all cases` }];
    }),
  );
}

function shownFaults(plan: Plan, shown: CasePlan): Fault[] {
  return SHOWN.filter((table) => JSON.stringify(plan[table]) !== JSON.stringify(shown[table])).map((table) => ({
    message: `the table ${table} of the plan is not that of case ${shown.name}`,
  }));
}

/** The plan in one of its cases, as a plan of the scenario with that demand; no bound is claimed for it. */
export function planInCase(
  { cases: _, risk: _risk, ...plan }: Plan,
  { name: _name, probability: _of, aims, ...own }: CasePlan,
): Plan {
  return {
    ...plan,
    ...own,
    status: 'feasible',
    aims: aims.map(({ aim, value }) => ({ aim, value, bound: 0, gap: value / Math.max(Math.abs(value), 1e-9) })),
    certificate: { kind: 'engine-claimed' },
  };
}
