import { periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import { budgetRelations } from './budgets.ts';
import { consortiumRelations } from './consortium-rules.ts';
import {
  atMost,
  constant,
  type Expression,
  type LinearProgram,
  NOTHING,
  type Relation,
  scaled,
  total,
} from './linear-program.ts';
import { type PriceOrder, writeMoney } from './price-rows.ts';
import { promisesOf, writePromises } from './promises.ts';
import type { Purchase } from './purchases.ts';
import { type Firsts, rampRelations } from './ramps.ts';
import { divide, multiply, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { shareRelations } from './share-rules.ts';
import { blankSheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Starts } from './starts.ts';
import { type Balance, freePrice, writeBalance } from './write-balance.ts';
import { writeDeliveries } from './write-deliveries.ts';
import { type Hired, writePeople } from './write-people.ts';
import { type Made, writeProduction } from './write-production.ts';
import { type Shipping, writeShipping } from './write-shipping.ts';

/** The linear program that remains when the awards are fixed, with names for what it decides. */
export interface FlowModel {
  readonly variables: number;
  readonly relations: readonly Relation[];
  readonly shortfall: Expression;
  /** Production, bought items, stock, transport and payments for promises; one-off costs are not in it. */
  readonly cost: {
    readonly production: Expression;
    readonly bought: Expression;
    readonly stock: Expression;
    readonly transport: Expression;
    readonly commitments: Expression;
  };
  /** What a point has to keep that no linear relation says. */
  readonly orders: readonly PriceOrder[];
  readonly made: Made;
  readonly hired: Hired;
  readonly delivered: (item: string, period: number) => Expression;
  readonly stock: Balance['stock'];
  readonly shipments: Shipping['shipments'];
  readonly free: Balance['free'];
}

/** Cost of the stock of every item at the end of every period; stock of items that nothing uses only lies there. */
function holding({ bill }: Requirement, stock: Balance['stock']): Expression {
  const { scenario } = bill;
  const rate = divide(rational(scenario.costs.holdingRate), rational(periodsPerYear(scenario.calendar.period)));
  const periods = spanOf(1, scenario.calendar.periods);
  return total(
    scenario.items.map((row) => {
      const lying = constant(rational(row.stock));
      const amounts = periods.map((t) => (bill.order.includes(row.item) ? stock(row.item, t) : lying));
      return scaled(total(amounts), multiply(rate, rational(row.unitValue ?? 0)));
    }),
  );
}

/** Cost of what is had without an award. */
function bought(requirement: Requirement, free: Balance['free']): Expression {
  const periods = spanOf(1, requirement.bill.scenario.calendar.periods);
  return total(
    requirement.bill.order.flatMap((item) => {
      const price = freePrice(requirement, item);
      return price === null ? [] : periods.map((t) => scaled(free(item, t), price));
    }),
  );
}

/** What is enumerated: awards, and what is bought. */
export interface Decided {
  readonly awarded: readonly Source[];
  readonly purchases?: readonly Purchase[];
  /** When onboardings start; those that are not named, in the first period. */
  readonly starts?: Starts;
}

/**
 * Writes the flow of goods for a set of awards and purchases; `floors` false leaves out what an award obliges to, and budgets; `firsts` says
 * when suppliers begin.
 */
export function flowModel(
  requirement: Requirement,
  eligible: readonly Source[],
  { awarded, purchases = [], starts = new Map() }: Decided,
  floors: boolean,
  firsts: Firsts = new Map(),
): FlowModel {
  const sheet = blankSheet();
  const made = writeProduction(sheet, requirement, awarded, purchases);
  const { delivered, shortfall } = writeDeliveries(sheet, requirement);
  const { free, stock } = writeBalance(sheet, { requirement, eligible, awarded, made, delivered });
  const shipping = writeShipping(sheet, { requirement, awarded, made, free, delivered });
  const money = writeMoney(sheet, made);
  const decided = { awarded, purchases, starts };
  if (floors) sheet.relations.push(...budgetRelations(requirement.bill.scenario, decided, money.spend));
  sheet.relations.push(...shareRelations(requirement, awarded, made, floors));
  sheet.relations.push(...consortiumRelations(requirement, awarded, made, free, money.spend));
  const hired = floors ? writePeople(sheet, requirement, awarded, made) : () => NOTHING;
  sheet.relations.push(...rampRelations(requirement, awarded, made, firsts));
  const periods = spanOf(1, requirement.bill.scenario.calendar.periods);
  const cost = {
    production: total(awarded.map((source) => money.spend(source, 1, periods.length, true))),
    bought: bought(requirement, free),
    stock: holding(requirement, stock),
    transport: shipping.cost,
    commitments: writePromises(sheet, promisesOf(requirement.bill.scenario, eligible), awarded, made),
  };
  return {
    variables: sheet.count(),
    relations: sheet.relations,
    shortfall,
    cost,
    orders: money.orders(),
    made,
    hired,
    delivered,
    stock,
    shipments: shipping.shipments,
    free,
  };
}

/** Least shortfall. */
export const leastShortfall = ({ variables, relations, shortfall }: FlowModel): LinearProgram => ({
  variables,
  relations,
  objective: shortfall,
});

/** Least cost with at most the given shortfall. */
export function leastCost(model: FlowModel, shortfall: Rational): LinearProgram {
  const { production, bought: without, stock, transport, commitments } = model.cost;
  return {
    variables: model.variables,
    relations: [...model.relations, atMost(model.shortfall, constant(shortfall))],
    objective: total([production, without, stock, transport, commitments]),
  };
}
