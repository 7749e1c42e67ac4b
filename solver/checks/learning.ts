import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { Check, CheckContext } from './check.ts';
import { entry } from './entry.ts';
import type { ScenarioView } from './scenario-view.ts';
import { packagesIn, rulesOf, suppliersIn } from './scope.ts';

type Learning = RuleOf<'learning'>;

/**
 * The rule has no limit of its own, so nothing can break it and its slack is null: what it changes is the hours of every other law, which
 * the checks of capacity, people, growth and the ramp-up take from {@link learnedHours}. A gap beside a bound for the hours of one pass is recomputed
 * by `gaps`.
 */
export const learning: Check = {
  name: 'learning',
  check: ({ stated }) => ({
    faults: [],
    slack: new Map(rulesOf(stated.scenario, 'learning').map(({ id }) => [id, null])),
  }),
};

/** Units after which nothing more is learnt. */
const MOST = 4_194_304;

/** How long unit n of all that were ever made takes, in hours of the very first: on the unit curve, or as what it adds on the average curve. */
function lengthOf({ model, rate }: Learning, n: number): number {
  const slope = Math.log(rate) / Math.log(2);
  if (model === 'crawford') return Math.exp(slope * Math.log(n));
  const total = (units: number) => (units === 0 ? 0 : units * Math.exp(slope * Math.log(units)));
  return total(n) - total(n - 1);
}

/** What a year at today's pace has taught an incumbent, in whole units. */
function madeBefore({ scenario }: ScenarioView, supplier: string, item: string): number {
  const perYear = { month: 12, quarter: 4, year: 1 }[scenario.calendar.period];
  const today = scenario.incumbents.find((row) => row.supplier === supplier && row.item === item);
  return today ? Math.min(MOST, Math.floor(today.quantityPerPeriod * perYear)) : 0;
}

/**
 * By supplier, then item: the part of its stated hours that a unit takes on average in t = 1..T, and the next one would where none is made, for pairs of which a rule speaks. Walks
 * through the units of the plan one by one; a unit that is made over two periods takes the same in both.
 */
export function learnedHours({
  stated,
  view,
}: Pick<CheckContext, 'stated' | 'view'>): (supplier: string, item: string, t: number) => number {
  const rules = rulesOf(stated.scenario, 'learning');
  if (rules.length === 0) return () => 1;
  const spoken = rules.map((rule) => {
    const items = new Set(packagesIn(rule.scope, stated).map(({ item }) => item.item));
    return { rule, items, suppliers: suppliersIn(rule.scope, stated) };
  });
  const parts = new Map<string, Map<string, Float64Array>>();
  for (const { supplier, item, units } of view.volumes) {
    const own = spoken.filter(({ items, suppliers }) => items.has(item) && suppliers.has(supplier));
    if (own.length === 0) continue;
    const taken = walked(
      own.map(({ rule }) => rule),
      madeBefore(stated, supplier, item),
      units,
    );
    entry(parts, supplier, () => new Map<string, Float64Array>()).set(item, taken);
  }
  return (supplier, item, t) => parts.get(supplier)?.get(item)?.[t] ?? 1;
}

function walked(rules: readonly Learning[], before: number, units: Float64Array): Float64Array {
  const firsts = rules.map((rule) => lengthOf(rule, before + 1));
  const partOf = (n: number) =>
    Math.max(
      ...rules.map((rule, at) => Math.max(rule.floor, lengthOf(rule, before + Math.min(n, MOST)) / firsts[at]!)),
    );
  const lowest = Math.max(...rules.map(({ floor }) => floor));
  const taken = new Float64Array(units.length).fill(1);
  let [number, part, leftOfUnit] = [1, partOf(1), 1];
  for (let t = 1; t < units.length; t++) {
    let [left, hours] = [units[t]!, 0];
    while (left > 0) {
      const settled = part <= lowest || number > MOST;
      const step = settled ? left : Math.min(left, leftOfUnit);
      hours += step * part;
      left -= step;
      leftOfUnit -= step;
      if (settled || leftOfUnit > 0) continue;
      number += 1;
      [part, leftOfUnit] = [partOf(number), 1];
    }
    taken[t] = units[t]! > 0 ? hours / units[t]! : part;
  }
  return taken;
}
