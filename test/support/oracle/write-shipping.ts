import { kilometres } from '../../../scenarios/shipping.ts';
import { type Bill, linesInUse } from './bill.ts';
import { atMost, constant, type Expression, equal, minus, NOTHING, scaled, total, variable } from './linear-program.ts';
import { dueAtFullDemand } from './past-due.ts';
import { divide, multiply, ONE, type Rational, rational, subtract, sum, ZERO } from './rational.ts';
import type { Requirement } from './requirement.ts';
import type { Sheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

interface Flow {
  readonly requirement: Requirement;
  readonly awarded: readonly Source[];
  readonly made: Made;
  readonly free: (item: string, period: number) => Expression;
  readonly delivered: (item: string, period: number) => Expression;
}

/** Units shipped, as a plan lists them. */
export interface Shipment {
  readonly item: string;
  readonly from: string;
  readonly to: string | null;
  readonly consumer: string;
  readonly quantity: Expression;
}

export interface Shipping {
  readonly shipments: readonly Shipment[];
  readonly cost: Expression;
}

type Place = { readonly latitude?: number; readonly longitude?: number };

const distance = (from: Place, to: Place): Rational =>
  rational(
    kilometres(
      { latitude: from.latitude!, longitude: from.longitude! },
      { latitude: to.latitude!, longitude: to.longitude! },
    ),
  );

/** Units of an item in one of its parent's completed in a period: by direct lines, through phantoms, due in the plan; or all that is in it. */
function content(bill: Bill, parent: string, item: string, at: number, deep: boolean): Rational {
  const due = at - bill.items.get(parent)!.leadTime;
  const early = deep || bill.scenario.policy.pastDue === 'first-period';
  return sum(
    linesInUse(bill.scenario, parent, at).map((line) => {
      const gross = divide(rational(line.quantity), subtract(ONE, rational(line.scrap)));
      if (line.item === item) return due >= 1 || early ? gross : ZERO;
      if (!deep && bill.items.get(line.item)!.kind !== 'phantom') return ZERO;
      return multiply(gross, content(bill, line.item, item, due, deep));
    }),
  );
}

/** The assembly that an item is delivered to, where some of it gets there inside something else. */
function detour({ bill }: Requirement, item: string): string | undefined {
  const { deliverTo } = bill.items.get(item)!;
  if (deliverTo === undefined) return undefined;
  const open: Bill = {
    ...bill,
    scenario: { ...bill.scenario, policy: { ...bill.scenario.policy, pastDue: 'first-period' } },
  };
  const [all, direct] = [content(open, deliverTo, item, 1, true), content(open, deliverTo, item, 1, false)];
  return subtract(all, direct).n > 0n ? deliverTo : undefined;
}

/** What one place uses of an item over the horizon; null: the OEM. */
interface Use {
  readonly consumer: string;
  readonly to: string | null;
  readonly used: Expression;
}

/** Each place that uses the item, with what it uses over the horizon. */
function usesOf({ requirement, awarded, made, free, delivered }: Flow, item: string): readonly Use[] {
  const { bill } = requirement;
  const periods = spanOf(1, bill.scenario.calendar.periods);
  const deliverTo = detour(requirement, item);
  const isProduct = (other: string) => bill.scenario.programmes.some(({ product }) => product === other);
  const consumers = bill.order.filter(
    (other) =>
      bill.items.get(other)!.kind === 'make' &&
      (requirement.packages.includes(other) || isProduct(other)) &&
      (deliverTo === undefined || deliverTo === other) &&
      periods.some((t) => content(bill, other, item, t, deliverTo !== undefined).n > 0n),
  );
  const uses = consumers.flatMap((consumer): readonly Use[] => {
    const units = (at: (t: number) => Expression): Expression =>
      total(periods.map((t) => scaled(at(t), content(bill, consumer, item, t, deliverTo !== undefined))));
    const makers = awarded.filter((source) => source.item === consumer);
    if (!requirement.packages.includes(consumer)) {
      return [{ consumer, to: null, used: units((t) => free(consumer, t)) }];
    }
    return makers.map((maker) => ({ consumer, to: maker.supplier, used: units((t) => made(maker, t)) }));
  });
  return isProduct(item)
    ? [...uses, { consumer: item, to: null, used: total(periods.map((t) => delivered(item, t))) }]
    : uses;
}

/** On hand at the start; for what goes to the maker of a larger assembly also what is inside its parts or on its way there. */
function atStart(requirement: Requirement, item: string): Rational {
  const { bill } = requirement;
  const row = bill.items.get(item)!;
  const deliverTo = detour(requirement, item);
  if (deliverTo === undefined) return rational(row.stock);
  const open: Bill = {
    ...bill,
    scenario: { ...bill.scenario, policy: { ...bill.scenario.policy, pastDue: 'first-period' } },
  };
  const inside = bill.order
    .filter((other) => other !== item && content(open, deliverTo, other, 1, true).n > 0n)
    .map((other) => multiply(rational(bill.items.get(other)!.stock), content(open, other, item, 1, true)));
  const early = bill.scenario.policy.pastDue === 'first-period' ? [] : spanOf(1 - bill.beyond, 0);
  const underway = early.map((due) => dueAtFullDemand(requirement, item, due));
  return sum([rational(row.stock), ...inside, ...underway]);
}

/** Where transport is priced: what goes from which maker to which use, over the horizon. */
export function writeShipping(sheet: Sheet, flow: Flow): Shipping {
  const { requirement, awarded, made } = flow;
  const { scenario, items } = requirement.bill;
  const tariff = scenario.costs.transportPerTonneKm;
  const shipments: Shipment[] = [];
  const costs: Expression[] = [];
  if (tariff === 0) return { shipments, cost: NOTHING };
  const firm = (id: string): Place => scenario.suppliers.find((row) => row.supplier === id)!;
  const oem = (product: string): Place => scenario.programmes.find((row) => row.product === product)!.oem!;
  for (const item of requirement.packages) {
    const weight = items.get(item)!.weightKg!;
    if (weight === 0) continue;
    const rate = divide(multiply(rational(tariff), rational(weight)), rational(1000));
    const sources = awarded.filter((source) => source.item === item);
    const sent = new Map<Source, Expression[]>(sources.map((source) => [source, []]));
    const unshipped: Expression[] = [];
    for (const { consumer, to, used } of usesOf(flow, item)) {
      const received = sources.map((source) => {
        const quantity = variable(sheet.fresh());
        const km = distance(firm(source.supplier), to === null ? oem(consumer) : firm(to));
        sent.get(source)!.push(quantity);
        costs.push(scaled(quantity, multiply(rate, km)));
        shipments.push({ item, from: source.supplier, to, consumer, quantity });
        return quantity;
      });
      const rest = sheet.fresh();
      sheet.relations.push(equal(variable(rest), minus(used, total(received)), rest));
      unshipped.push(variable(rest));
    }
    for (const [source, quantities] of sent) {
      const all = total(spanOf(1, scenario.calendar.periods).map((t) => made(source, t)));
      sheet.relations.push(atMost(total(quantities), all));
    }
    if (unshipped.length > 0) sheet.relations.push(atMost(total(unshipped), constant(atStart(requirement, item))));
  }
  return { shipments, cost: total(costs) };
}
