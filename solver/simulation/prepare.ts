import { shownScenario } from '../../scenarios/demand-cases.ts';
import { periodIndex, periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { explosionOf } from '../../scenarios/explode-bom.ts';
import { type FinalDemand, finalDemand } from '../../scenarios/final-demand.ts';
import { requirements } from '../../scenarios/work-packages.ts';
import { partFlow } from './part-flow.ts';
import type { PlannedFlow } from './planned-flow.ts';
import { sourceFlow } from './source-flow.ts';

/**
 * A plan of this scenario as what runs it needs: of a plan for several demand cases, the one that its tables show. Throws for a scenario
 * whose BOM has cycles, which is refused when it is read.
 */
export function prepared(
  stated: Scenario,
  plan: Plan,
  terms: Pick<SimulationTerms, 'outageProbability' | 'commonCauses'>,
): PlannedFlow {
  const scenario = shownScenario(stated);
  const { calendar, policy } = scenario;
  const explosion = explosionOf(scenario);
  const demands = finalDemand(scenario, explosion);
  const required = requirements(scenario, explosion, demands);
  const last = demands.reduce((most, demand) => Math.max(most, demand.required.length - 1), calendar.periods);
  const at = (label: string): number => periodIndex(calendar, label) ?? 0;
  const delivered = deliveredOf(plan, demands, last, at);
  const parts = partFlow({ scenario, explosion, demands, required, last }, plan, delivered, at);
  return {
    ...{ horizon: calendar.periods, last, yearsPerPeriod: 1 / periodsPerYear(calendar.period) },
    ...{ carried: policy.backlog === 'carried', fromFirst: policy.pastDue === 'first-period' },
    ...parts,
    ...demandFlow(scenario, demands, parts.items, last),
    delivered,
    ...sourceFlow(scenario, plan, terms, { items: parts.items, last, packages: required.packages, at }),
  };
}

function deliveredOf(
  plan: Pick<Plan, 'products' | 'continuation'>,
  demands: readonly FinalDemand[],
  last: number,
  at: (label: string) => number,
): Float64Array {
  const numberOf = new Map(demands.map(({ item }, demand) => [item, demand]));
  const values = new Float64Array(demands.length * (last + 1));
  for (const { product, period, delivered } of [...plan.products, ...plan.continuation]) {
    const demand = numberOf.get(product);
    const t = at(period);
    if (demand !== undefined && t >= 1 && t <= last) values[demand * (last + 1) + t] = delivered;
  }
  return values;
}

function demandFlow(
  scenario: Scenario,
  demands: readonly FinalDemand[],
  items: readonly string[],
  last: number,
): Pick<
  PlannedFlow,
  'demands' | 'demandItem' | 'weight' | 'unitValue' | 'counted' | 'due' | 'baseline' | 'hasBaseline'
> {
  const rowOf = new Map(scenario.items.map((row) => [row.item, row]));
  const programmes = demands.some(({ kind }) => kind === 'programme');
  const due = new Float64Array(demands.length * (last + 1));
  for (const [demand, { required }] of demands.entries()) due.set(required, demand * (last + 1));
  return {
    demands: demands.map(({ item }) => item),
    demandItem: Int32Array.from(demands, ({ item }) => items.indexOf(item)),
    weight: Float64Array.from(demands, ({ weight }) => weight),
    unitValue: Float64Array.from(demands, ({ item }) => rowOf.get(item)?.unitValue ?? Number.NaN),
    counted: Uint8Array.from(demands, ({ kind }) => (!programmes || kind === 'programme' ? 1 : 0)),
    due,
    baseline: demands.reduce((sum, { baseline, weight }) => sum + weight * (baseline ?? 0), 0),
    hasBaseline: Uint8Array.from(demands, ({ baseline }) => (baseline === null ? 0 : 1)),
  };
}
