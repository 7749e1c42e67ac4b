import { capacityOf, type HoursOf, inPlaceFrom } from '../../scenarios/capacity.ts';
import { periodIndex, periodLabel } from '../../scenarios/domain/calendar.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Fraction, Hours } from '../../scenarios/domain/units.ts';
import { eligibility } from '../../scenarios/eligibility.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { partsOfProduction } from '../../scenarios/learning.ts';
import { requirements } from '../../scenarios/work-packages.ts';

/** How far the members' capacity in one process is used. */
export interface ProcessLoad {
  readonly process: string;
  /** Members that work in it. */
  readonly members: number;
  /** Over the horizon. */
  readonly used: Hours;
  /** By the members that work in it, with what they add to it, over the horizon. */
  readonly offered: Hours;
  /** The largest used ÷ offered of one period. */
  readonly peak: Fraction;
  /** The first period with that peak. */
  readonly peakPeriod: string;
}

interface MeasureLoad {
  readonly scenario: Scenario;
  readonly plan: Pick<Plan, 'members' | 'production' | 'expansions'>;
}

/** Hours of one unit of an item at a supplier, by process. */
type UnitHours = ReadonlyMap<string, readonly { readonly process: string; readonly hours: Hours }[]>;

const pairKey = (supplier: string, item: string): string => JSON.stringify([supplier, item]);

function unitHours({ scenario, plan }: MeasureLoad): UnitHours {
  const explosion = explodeBom(scenario);
  if (!explosion.ok) return new Map();
  const members = new Set(plan.members.map((member) => member.supplier));
  const ours = { ...scenario, suppliers: scenario.suppliers.filter(({ supplier }) => members.has(supplier)) };
  const demand = finalDemand(scenario, explosion.explosion);
  const { packages } = requirements(scenario, explosion.explosion, demand);
  return new Map(eligibility(ours, packages).pairs.map((pair) => [pairKey(pair.supplier, pair.item), pair.hours]));
}

/** Hours that a supplier offers in a period, those of the expansions that the plan has bought by then among them. */
function capacityWithExpansions({ scenario, plan }: MeasureLoad): HoursOf {
  const own = capacityOf(scenario);
  const added = plan.expansions.flatMap((row) => {
    const option = scenario.expansions.find(
      ({ supplier, process, option: name }) =>
        supplier === row.supplier && process === row.process && name === row.option,
    );
    const bought = periodIndex(scenario.calendar, row.period);
    if (!option || bought === undefined) return [];
    return [{ ...row, from: inPlaceFrom(option, bought), hours: row.count * option.hoursPerPeriod }];
  });
  return (supplier, process, t) =>
    added.reduce(
      (sum, row) => (row.supplier === supplier && row.process === process && row.from <= t ? sum + row.hours : sum),
      own(supplier, process, t),
    );
}

/** The load of each process that the plan uses, tightest (by its peak) first. */
export function measureLoad({ input }: { input: MeasureLoad }): ProcessLoad[] {
  const { calendar } = input.scenario;
  const perUnit = unitHours(input);
  const used = new Map<string, { readonly byPeriod: Float64Array; readonly suppliers: Set<string> }>();
  const partOf = partsOfProduction(input.scenario, input.plan.production);
  for (const row of input.plan.production) {
    const part = partOf(row);
    const t = periodIndex(calendar, row.period) ?? 0;
    for (const { process, hours } of perUnit.get(pairKey(row.supplier, row.item)) ?? []) {
      const load = used.get(process) ?? { byPeriod: new Float64Array(calendar.periods + 1), suppliers: new Set() };
      used.set(process, load);
      load.byPeriod[t] = (load.byPeriod[t] ?? 0) + part * hours * row.quantity;
      load.suppliers.add(row.supplier);
    }
  }
  const capacity = capacityWithExpansions(input);
  const loads = [...used].map(([process, { byPeriod, suppliers }]): ProcessLoad => {
    const offered = byPeriod.map((_, t) => {
      if (t === 0) return 0;
      return [...suppliers].reduce((sum, supplier) => sum + capacity(supplier, process, t), 0);
    });
    const use = byPeriod.map((hours, t) => (offered[t]! > 0 ? hours / offered[t]! : 0));
    const peak = Math.max(...use);
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    return {
      process,
      members: suppliers.size,
      used: total(byPeriod),
      offered: total(offered),
      peak,
      peakPeriod: periodLabel(calendar, use.indexOf(peak)),
    };
  });
  return loads.sort((a, b) => b.peak - a.peak || (a.process < b.process ? -1 : 1));
}
