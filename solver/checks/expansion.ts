import { inPlaceFrom } from '../../scenarios/capacity.ts';
import type { ExpansionPlanRow } from '../../scenarios/domain/plan.ts';
import type { ExpansionOption } from '../../scenarios/domain/supplier.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { expectedRows } from './commitment.ts';
import { entry } from './entry.ts';
import type { ScenarioView } from './scenario-view.ts';
import { priceOf } from './spend.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * Every expansion is an option that the scenario states, of a member, bought a whole number of times above 0, over the horizon at most
 * its maximum. With `policy.expandOnlyIfCovered` its capex at a supplier is at most what rules promise that supplier, at unit cost. Whoever has no hours of a process in any period and is awarded an item that takes some has bought an expansion of it.
 */
export const expansion: Check = {
  name: 'expansion',
  check: (context) => ({ faults: [...rowFaults(context), ...coverFaults(context), ...standbyFaults(context)] }),
};

function rowFaults({ stated, plan, view }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  const bought = new Map<ExpansionOption, number>();
  for (const row of plan.expansions) {
    const { supplier, process, option, period, count } = row;
    const named = `${option} for ${process} at ${supplier}`;
    const own = optionOf(stated, row);
    if (!own) faults.push({ supplier, period, message: `the plan buys ${named}, which is not an option` });
    if (!view.awardsOfSupplier.has(supplier))
      faults.push({ supplier, period, message: `the plan buys ${named}, who is not a member` });
    if (!(Number.isSafeInteger(count) && count > 0))
      faults.push({ supplier, period, message: `the plan buys ${count} of ${named}, expected a whole number above 0` });
    if (own) bought.set(own, (bought.get(own) ?? 0) + count);
  }
  for (const [{ supplier, process, option, maximum }, count] of bought) {
    if (count <= maximum) continue;
    const message = `the plan buys ${count} of ${option} for ${process} at ${supplier}, at most ${maximum}`;
    faults.push({ supplier, message, found: count, expected: maximum });
  }
  return faults;
}

function coverFaults({ stated, plan, view }: CheckContext): Fault[] {
  if (!stated.scenario.policy.expandOnlyIfCovered) return [];
  const promises = expectedRows({ stated, view });
  return [...new Set(plan.expansions.map(({ supplier }) => supplier))].flatMap((supplier) => {
    const own = plan.expansions.filter((row) => row.supplier === supplier);
    const capex = own.reduce((sum, row) => sum + capexOf(stated, row), 0);
    const units = new Map<string, number>();
    for (const row of promises)
      if (row.supplier === supplier) units.set(row.item, (units.get(row.item) ?? 0) + row.promised);
    const revenue = [...units].reduce((sum, [item, all]) => sum + priceOf(stated.pairOf(supplier, item), 0, all), 0);
    if (!exceeds(capex, revenue)) return [];
    const [found, expected] = contrast(capex, revenue);
    const message = `${supplier} expands for € ${found}, promised to it are € ${expected}`;
    return [{ supplier, message, found: capex, expected: revenue }];
  });
}

function standbyFaults({ stated, plan }: CheckContext): Fault[] {
  const expanded = new Set(plan.expansions.map(({ supplier, process }) => JSON.stringify([supplier, process])));
  return plan.awards.flatMap(({ supplier, item }) => {
    const lacking = (stated.pairOf(supplier, item)?.hours ?? []).filter(({ process }) => {
      for (let t = 1; t <= stated.horizon; t++) if (stated.capacity(supplier, process, t) > 0) return false;
      return !expanded.has(JSON.stringify([supplier, process]));
    });
    return lacking.map(({ process }) => ({
      ...{ supplier, item },
      message: `${supplier} is awarded ${item} but has no hours of ${process} and does not expand`,
    }));
  });
}

const optionOf = (
  { scenario }: ScenarioView,
  { supplier, process, option }: Pick<ExpansionPlanRow, 'supplier' | 'process' | 'option'>,
): ExpansionOption | undefined =>
  scenario.expansions.find((own) => own.supplier === supplier && own.process === process && own.option === option);

/** Hours of expansions in place in each period t = 1..T, by supplier, then process; unknown options add none. */
export function expandedHours({
  stated,
  plan,
}: Pick<CheckContext, 'stated' | 'plan'>): ReadonlyMap<string, ReadonlyMap<string, Float64Array>> {
  const hours = new Map<string, Map<string, Float64Array>>();
  for (const row of plan.expansions) {
    const own = optionOf(stated, row);
    const bought: PeriodIndex | undefined = stated.indexOf(row.period);
    if (!own || bought === undefined || bought < 1) continue;
    const processes = entry(hours, row.supplier, () => new Map<string, Float64Array>());
    const series = entry(processes, row.process, () => new Float64Array(stated.horizon + 1));
    for (let t = inPlaceFrom(own, bought); t < series.length; t++) series[t]! += row.count * own.hoursPerPeriod;
  }
  return hours;
}

/** Euro of each row of expansions. */
export const capexOf = (stated: ScenarioView, row: ExpansionPlanRow): number =>
  row.count * (optionOf(stated, row)?.capex ?? 0);
