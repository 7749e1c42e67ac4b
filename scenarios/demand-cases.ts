import type { CaseDemand, DemandCase } from './domain/demand-case.ts';
import type { Programme } from './domain/programme.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Fraction } from './domain/units.ts';

/** A future as a scenario of its own, without cases. */
export interface FutureScenario {
  readonly name: string;
  readonly probability: Fraction;
  readonly scenario: Scenario;
}

/** The name of the case that a plan's own tables show, where there is one. */
const SHOWN = 'expected';

/** The futures of a scenario in the order stated; empty where demand is certain. Nothing but demand differs between them. */
export const futuresOf = (scenario: Scenario): readonly FutureScenario[] =>
  (scenario.demandCases ?? []).map((own) => ({
    name: own.name,
    probability: own.probability,
    scenario: scenarioIn(scenario, own),
  }));

/** Position of the case that a plan's own tables show: the one called `expected`, else the first of the most probable; −1: no cases. */
export function shownCase(cases: readonly Pick<DemandCase, 'name' | 'probability'>[]): number {
  const expected = cases.findIndex(({ name }) => name === SHOWN);
  if (expected >= 0) return expected;
  const most = Math.max(...cases.map(({ probability }) => probability));
  return cases.findIndex(({ probability }) => probability === most);
}

/** The scenario that a plan's own tables speak of: of the case that they show, or the scenario itself where demand is certain. */
export function shownScenario(scenario: Scenario): Scenario {
  const { demandCases = [] } = scenario;
  const shown = demandCases[shownCase(demandCases)];
  return shown ? scenarioIn(scenario, shown) : scenario;
}

/**
 * The scenario of one case. A factor multiplies, a ramp keeps its baseline, and all are above 0: in each case the same items are due in the same
 * periods, so that packages and eligible pairs are the same.
 */
function scenarioIn({ demandCases: _, ...scenario }: Scenario, { factor = 1, demand = [] }: DemandCase): Scenario {
  const changes = new Map(demand.map((own) => [own.item, own]));
  const factorOf = (item: string) => factor * (changes.get(item)?.factor ?? 1);
  return {
    ...scenario,
    programmes: scenario.programmes.map((own) => programmeIn(own, changes.get(own.product), factorOf(own.product))),
    demand: scenario.demand.map((row) => {
      const times = factorOf(row.item);
      return times === 1 ? row : { ...row, quantity: row.quantity * times };
    }),
  };
}

function programmeIn(programme: Programme, change: CaseDemand | undefined, times: number): Programme {
  if (!programme.demand) return programme;
  const { factor = 1, ...ramp } = programme.demand;
  const { item: _item, factor: _factor, ...changed } = change ?? { item: programme.product };
  const all = factor * times;
  return { ...programme, demand: { ...ramp, ...changed, ...(all === 1 ? {} : { factor: all }) } };
}
