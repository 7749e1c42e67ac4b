import { shownScenario } from '../../scenarios/demand-cases.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Euro, Fraction } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import { type Flow, flow } from './flow.ts';
import { originLedger } from './origin.ts';
import { planView } from './plan-view.ts';
import { type MaterialView, materialView } from './scenario-view.ts';

/** What an item's cost is made of, from one origin. */
export interface OriginRow {
  readonly item: string;
  /** Country code, or `unknown`. */
  readonly origin: string;
  /** Over the horizon; the sum of all rows is the plan's production and bought items. */
  readonly ownValue: Euro;
  /** Of one unit that the plan completes, without components. */
  readonly ownPerUnit: Euro;
  /** Of one unit with all its components. */
  readonly perUnit: Euro;
  /** perUnit ÷ that of all origins. */
  readonly share: Fraction;
}

type Values = Map<string, Euro>;

/**
 * Component cost by origin, rolled up the bill of materials: of each item that a plan completes, its own value for one unit and that of its components,
 * used as in the periods in which it is completed, in the demand case that the plan's tables show. Components of which the plan completes none come off the shelf and cost nothing here.
 */
export function originRows(scenario: Scenario, plan: Plan): readonly OriginRow[] {
  const stated = materialView(shownScenario(scenario));
  if (!stated) return [];
  const completed = flow(stated, planView(stated, plan));
  const own = new Map<string, Values>();
  for (const { item, origin = 'unknown', value } of originLedger(stated, plan, completed)) {
    const values = entry(own, item, (): Values => new Map());
    values.set(origin, (values.get(origin) ?? 0) + value);
  }
  const perUnit = new Map<string, Values>();
  for (const item of [...stated.structure.order].reverse())
    perUnit.set(item, rolledUp(stated, completed, item, own, perUnit));
  return [...perUnit]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([item, values]) => {
      const units = unitsOf(stated, completed, item);
      const all = [...values.values()].reduce((sum, value) => sum + value, 0);
      return [...values]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([origin, value]) => {
          const ownValue = own.get(item)?.get(origin) ?? 0;
          return {
            item,
            origin,
            ownValue,
            ownPerUnit: ownValue / units,
            perUnit: value,
            share: all > 0 ? value / all : 0,
          };
        });
    });
}

const unitsOf = ({ horizon }: MaterialView, { completed }: Flow, item: string): number =>
  completed(item)?.sum(1, horizon) ?? 0;

/** Euro for one unit by origin; empty for an item of which none is completed. */
function rolledUp(
  stated: MaterialView,
  completed: Flow,
  item: string,
  own: ReadonlyMap<string, Values>,
  perUnit: ReadonlyMap<string, Values>,
): Values {
  const total: Values = new Map();
  const units = unitsOf(stated, completed, item);
  if (units <= 0) return total;
  const add = (origin: string, value: Euro) => total.set(origin, (total.get(origin) ?? 0) + value);
  for (const [origin, value] of own.get(item) ?? []) add(origin, value / units);
  for (let t = 1; t <= stated.horizon; t++) {
    const part = (completed.completed(item)?.at(t) ?? 0) / units;
    if (part === 0) continue;
    for (const usage of stated.structure.usages(item, t))
      for (const [origin, value] of perUnit.get(usage.item) ?? []) add(origin, part * usage.gross * value);
  }
  return total;
}
