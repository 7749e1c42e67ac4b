import { periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import { type Output, used } from './bill.ts';
import {
  atLeast,
  atMost,
  constant,
  type Expression,
  equal,
  type LinearProgram,
  minus,
  NOTHING,
  type Relation,
  scaled,
  total,
  variable,
} from './linear-program.ts';
import { divide, isZero, multiply, ONE, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { shareRelations } from './share-rules.ts';
import { capacity, type Source } from './sources.ts';

/** The linear program that remains when the awards are fixed, with names for what it decides. */
export interface FlowModel {
  readonly variables: number;
  readonly relations: readonly Relation[];
  readonly shortfall: Expression;
  /** Production, bought items and stock; one-off costs are not in it. */
  readonly cost: { readonly production: Expression; readonly bought: Expression; readonly stock: Expression };
  readonly made: (source: Source, period: number) => Expression;
  readonly delivered: (item: string, period: number) => Expression;
  readonly stock: (item: string, period: number) => Expression;
}

/** Sheet on which a model is written: numbers variables and collects relations. */
interface Sheet {
  readonly relations: Relation[];
  readonly fresh: () => number;
  readonly count: () => number;
}

function blankSheet(): Sheet {
  let next = 0;
  return { relations: [], fresh: () => next++, count: () => next };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const named = (entries: ReadonlyMap<string, Expression>, item: string, period: number): Expression =>
  entries.get(`${period} ${item}`) ?? NOTHING;

/** Units that each awarded source makes in each period in which it can, and the limits of its hours and its quote. */
function writeProduction(sheet: Sheet, requirement: Requirement, awarded: readonly Source[]): FlowModel['made'] {
  const { scenario } = requirement.bill;
  const periods = range(1, scenario.calendar.periods);
  const entries = new Map<Source, readonly Expression[]>();
  for (const source of awarded) {
    entries.set(source, [NOTHING, ...periods.map((t) => (source.available[t] ? variable(sheet.fresh()) : NOTHING))]);
  }
  const made = (source: Source, period: number): Expression => entries.get(source)?.[period] ?? NOTHING;
  const loads = new Map(
    awarded.flatMap(({ supplier, hours }) =>
      hours.map(({ process }) => [`${supplier}|${process}`, { supplier, process }]),
    ),
  );
  for (const { supplier, process } of loads.values()) {
    for (const t of periods) {
      const load = awarded
        .filter((source) => source.supplier === supplier)
        .flatMap((source) => source.hours.map((step) => ({ source, ...step })))
        .filter((step) => step.process === process)
        .map(({ source, hours }) => scaled(made(source, t), hours));
      sheet.relations.push(atMost(total(load), constant(capacity(scenario, supplier, process, t))));
    }
  }
  for (const source of awarded) {
    if (source.maximum === null) continue;
    sheet.relations.push(atMost(total(periods.map((t) => made(source, t))), constant(source.maximum)));
  }
  return made;
}

/** Deliveries, and the weighted sum of what is missing over the horizon and its continuation. */
function writeDeliveries(sheet: Sheet, { bill, demand, weight }: Requirement) {
  const carried = bill.scenario.policy.backlog === 'carried';
  const entries = new Map<string, Expression>();
  const missing: Expression[] = [];
  for (const item of bill.finals) {
    let before = NOTHING;
    for (const t of range(1, bill.scenario.calendar.periods + bill.beyond)) {
      const due = total([constant(demand(item, t)), before]);
      if (isZero(demand(item, t)) && !carried) continue;
      const delivered = variable(sheet.fresh());
      entries.set(`${t} ${item}`, delivered);
      if (carried) {
        const open = sheet.fresh();
        sheet.relations.push(equal(variable(open), minus(due, delivered), open));
        before = variable(open);
        missing.push(scaled(before, weight(item)));
      } else {
        sheet.relations.push(atMost(delivered, due));
        missing.push(scaled(minus(due, delivered), weight(item)));
      }
    }
  }
  return { delivered: (item: string, period: number) => named(entries, item, period), shortfall: total(missing) };
}

/** Price of a unit that needs no award: an unquoted buy item, an unrouted product; null for every other item. */
function freePrice({ bill }: Requirement, item: string): Rational | null {
  const { scenario } = bill;
  const row = bill.items.get(item)!;
  if (scenario.quotes.some((quote) => quote.item === item)) return null;
  if (row.kind === 'buy') return rational(row.unitValue ?? 0);
  const product = scenario.programmes.some((programme) => programme.product === item);
  const routed = scenario.routing.some((step) => step.item === item);
  return row.kind === 'make' && product && !routed ? rational(row.materialCost) : null;
}

/** First period in which any source of the item can produce; past the horizon when there is none. */
const firstReady = (eligible: readonly Source[], item: string, T: number): number =>
  Math.min(T + 1, ...eligible.filter((source) => source.item === item).map((source) => source.available.indexOf(true)));

interface Flow {
  readonly requirement: Requirement;
  readonly eligible: readonly Source[];
  readonly completed: Output;
  readonly free: Map<string, Expression>;
  readonly delivered: FlowModel['delivered'];
}

/** stock before + completed − used − delivered = stock after, period by period, with the policies of stock. */
function writeBalance(sheet: Sheet, flow: Flow, item: string, stocks: Map<string, Expression>): void {
  const { bill } = flow.requirement;
  const T = bill.scenario.calendar.periods;
  const row = bill.items.get(item)!;
  const unawarded = freePrice(flow.requirement, item) !== null;
  const growing = bill.scenario.policy.stock === 'allowed' && !unawarded;
  const ready = firstReady(flow.eligible, item, T);
  let before = constant(rational(row.stock));
  for (const t of range(1, T)) {
    const out = total([used(bill, flow.completed, item, t), flow.delivered(item, t)]);
    if (unawarded && row.stock === 0) {
      flow.free.set(`${t} ${item}`, out);
      continue;
    }
    if (unawarded) flow.free.set(`${t} ${item}`, variable(sheet.fresh()));
    const held = sheet.fresh();
    const after = variable(held);
    sheet.relations.push(equal(after, minus(total([before, flow.completed(item, t)]), out), held));
    if (!growing) sheet.relations.push(atMost(after, before));
    if (t >= ready && row.safetyStock > 0) sheet.relations.push(atLeast(after, constant(rational(row.safetyStock))));
    stocks.set(`${t} ${item}`, after);
    before = after;
  }
}

/** Cost of the stock of every item at the end of every period; stock of items that nothing uses only lies there. */
function holding({ bill }: Requirement, stock: FlowModel['stock']): Expression {
  const { scenario } = bill;
  const rate = divide(rational(scenario.costs.holdingRate), rational(periodsPerYear(scenario.calendar.period)));
  const periods = range(1, scenario.calendar.periods);
  return total(
    scenario.items.map((row) => {
      const lying = constant(rational(row.stock));
      const amounts = periods.map((t) => (bill.order.includes(row.item) ? stock(row.item, t) : lying));
      return scaled(total(amounts), multiply(rate, rational(row.unitValue ?? 0)));
    }),
  );
}

/** Writes the flow of goods for a set of awards; `floors` false leaves out what an award obliges to. */
export function flowModel(
  requirement: Requirement,
  eligible: readonly Source[],
  awarded: readonly Source[],
  floors: boolean,
): FlowModel {
  const { bill } = requirement;
  const T = bill.scenario.calendar.periods;
  const sheet = blankSheet();
  const made = writeProduction(sheet, requirement, awarded);
  const { delivered, shortfall } = writeDeliveries(sheet, requirement);
  const [free, stocks] = [new Map<string, Expression>(), new Map<string, Expression>()];
  const completed: Output = (item, period) => {
    const phantom = bill.items.get(item)!.kind === 'phantom';
    if (period > T || phantom) return total([delivered(item, period), used(bill, completed, item, period)]);
    if (freePrice(requirement, item) !== null) return named(free, item, period);
    return total(awarded.filter((source) => source.item === item).map((source) => made(source, period)));
  };
  const flow: Flow = { requirement, eligible, completed, free, delivered };
  for (const item of bill.order) {
    if (bill.items.get(item)!.kind !== 'phantom') writeBalance(sheet, flow, item, stocks);
  }
  sheet.relations.push(...shareRelations(requirement, awarded, made, floors));
  const stock = (item: string, period: number): Expression => named(stocks, item, period);
  const periods = range(1, T);
  const cost = {
    production: total(awarded.flatMap((s) => periods.map((t) => scaled(made(s, t), s.unitCost)))),
    bought: total(
      bill.order.flatMap((item) =>
        periods.map((t) => scaled(named(free, item, t), freePrice(requirement, item) ?? ONE)),
      ),
    ),
    stock: holding(requirement, stock),
  };
  return { variables: sheet.count(), relations: sheet.relations, shortfall, cost, made, delivered, stock };
}

/** Least shortfall. */
export const leastShortfall = ({ variables, relations, shortfall }: FlowModel): LinearProgram => ({
  variables,
  relations,
  objective: shortfall,
});

/** Least cost with at most the given shortfall. */
export function leastCost(model: FlowModel, shortfall: Rational): LinearProgram {
  const { production, bought, stock } = model.cost;
  return {
    variables: model.variables,
    relations: [...model.relations, atMost(model.shortfall, constant(shortfall))],
    objective: total([production, bought, stock]),
  };
}
