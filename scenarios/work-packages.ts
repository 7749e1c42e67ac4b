import type { RowProblem } from './domain/input-problem.ts';
import type { Item, RoutingStep } from './domain/item.ts';
import type { Scenario } from './domain/scenario.ts';
import type { Euro, Units } from './domain/units.ts';
import type { Explosion, GrossNeed, Need } from './explode-bom.ts';
import type { FinalDemand } from './final-demand.ts';
import { grouped } from './grouped.ts';

/** The unit of award: an item with a requirement that suppliers make or sell. */
export interface WorkPackage {
  readonly item: Item;
  /** Its operations; empty where only quotes say how it is made. */
  readonly steps: readonly RoutingStep[];
  /** Gross units due in period t = 1..T at full demand, stock not deducted; required[0] = 0. */
  readonly required: Float64Array;
  /** Sum of `required`. */
  readonly total: Units;
}

/** An item that no rule limits: bought without a quote, or a product that is assembled without a routing. */
interface UnconstrainedItem {
  readonly item: Item;
  readonly required: Float64Array;
  /** unitValue of a bought item, materialCost of an assembly. */
  readonly unitCost: Euro;
}

export interface Requirements {
  /** Sorted by item. */
  readonly packages: readonly WorkPackage[];
  /** Sorted by item; with a requirement in 1..T, or with stock on hand. */
  readonly unconstrained: readonly UnconstrainedItem[];
  /** Under `pastDue: pipeline` what would have been due before period 1 at full demand, by item and period; phantoms left out. */
  readonly pastDue: readonly Need[];
  /** Items that can be neither awarded nor costed. */
  readonly problems: readonly RowProblem[];
}

type Stated = Pick<Scenario, 'calendar' | 'programmes' | 'items' | 'routing' | 'quotes' | 'policy' | 'costs'>;

const byItem = <Row extends { readonly item: Item }>(a: Row, b: Row): number => (a.item.item < b.item.item ? -1 : 1);

/**
 * Gross requirement of every item at full demand, the demand that continues after the horizon included, divided into work packages
 * (made items with a routing or a quote, bought items with a quote), unconstrained items and, by policy, what is past due.
 * Items without a requirement in 1..T are no packages.
 */
export function requirements(scenario: Stated, explosion: Explosion, demand: readonly FinalDemand[]): Requirements {
  const need = grossByItem(scenario, explosion, demand);
  const steps = grouped(scenario.routing, (step) => step.item);
  const quoted = new Set(scenario.quotes.map((quote) => quote.item));
  const products = new Set(scenario.programmes.map((programme) => programme.product));
  const none = new Float64Array(scenario.calendar.periods + 1);
  const packages: WorkPackage[] = [];
  const unconstrained: UnconstrainedItem[] = [];
  const problems = unlisted(scenario, need.planned);
  for (const item of scenario.items) {
    if (item.kind === 'phantom') continue;
    const required = need.planned.get(item.item) ?? none;
    const total = required.reduce((sum, quantity) => sum + quantity, 0);
    const own = steps.get(item.item) ?? [];
    const isPackage = total > 0 && (quoted.has(item.item) || (item.kind === 'make' && own.length > 0));
    problems.push(...itemProblems(item, total, isPackage, products.has(item.item), scenario));
    if (isPackage) packages.push({ item, steps: own, required, total });
    else if (total > 0 || item.stock > 0) {
      unconstrained.push({ item, required, unitCost: item.kind === 'buy' ? (item.unitValue ?? 0) : item.materialCost });
    }
  }
  return {
    packages: packages.sort(byItem),
    unconstrained: unconstrained.sort(byItem),
    pastDue: need.pastDue,
    problems,
  };
}

/** A normalised scenario lists every item; one that is needed but not listed would be lost without a word. */
const unlisted = ({ items }: Stated, planned: ReadonlyMap<string, unknown>): RowProblem[] => {
  const listed = new Set(items.map((item) => item.item));
  return [...planned.keys()]
    .filter((item) => !listed.has(item))
    .map((item) => ({
      code: 'unknown-reference',
      file: 'items.csv',
      column: 'item',
      message: `${item} is needed but is not an item`,
    }));
};

/** Divides the gross needs at period 1: due in the horizon, and past due. */
function grossByItem(
  { calendar, items, policy }: Stated,
  explosion: Explosion,
  demand: readonly FinalDemand[],
): { planned: ReadonlyMap<string, Float64Array>; pastDue: readonly Need[] } {
  const phantoms = new Set(items.filter((item) => item.kind === 'phantom').map((item) => item.item));
  const planned = new Map<string, Float64Array>();
  const pastDue: Need[] = [];
  const visit = ({ item, first, quantities }: GrossNeed): void => {
    if (phantoms.has(item)) return;
    const required = new Float64Array(calendar.periods + 1);
    for (const [k, quantity] of quantities.entries()) {
      const period = first + k;
      if (quantity === 0 || period > calendar.periods) continue;
      if (period >= 1) required[period] = quantity;
      else pastDue.push({ item, period, quantity });
    }
    planned.set(item, required);
  };
  explosion.grossNeeds(demand, visit, policy.pastDue === 'first-period' ? 1 : undefined);
  pastDue.sort((a, b) => (a.item === b.item ? a.period - b.period : a.item < b.item ? -1 : 1));
  return { planned, pastDue };
}

/** What an item that is needed or held in stock lacks. The assembly of a product may be free; any other needs a maker. */
function itemProblems(
  item: Item,
  total: Units,
  isPackage: boolean,
  isProduct: boolean,
  scenario: Stated,
): RowProblem[] {
  const problems: RowProblem[] = [];
  const report = (code: string, file: string, column: string, message: string): void => {
    problems.push({ code, file, column, message, ...(file === 'items.csv' ? { row: { item: item.item } } : {}) });
  };
  if (total > 0 && !isPackage && item.kind === 'make' && !isProduct) {
    report('no-routing', 'routing.csv', 'item', `${item.item} is made and needed but has no routing and no quote`);
  }
  if (total > 0 && !isPackage && item.kind === 'buy' && item.unitValue === undefined) {
    const message = `${item.item} is bought and needed but has no quote and no unitValue, so it has no cost`;
    report('missing-unit-value', 'items.csv', 'unitValue', message);
  }
  const stocked = item.stock > 0 || (isPackage && scenario.policy.stock === 'allowed');
  if (scenario.costs.holdingRate > 0 && stocked && item.unitValue === undefined && !problems.length) {
    const message = `${item.item} can be in stock but has no unitValue, which holdingRate is charged on`;
    report('missing-unit-value', 'items.csv', 'unitValue', message);
  }
  if (item.safetyStock > 0 && !isPackage) {
    const message = `${item.item} has a safetyStock but is no work package (nobody in the consortium makes or quotes it)`;
    report('safety-stock', 'items.csv', 'safetyStock', message);
  } else if (item.safetyStock > 0 && scenario.policy.stock === 'none') {
    const message = `${item.item} has a safetyStock but policy.stock is none`;
    report('safety-stock', 'items.csv', 'safetyStock', message);
  }
  return problems;
}
