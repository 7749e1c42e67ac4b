import { periodIndex } from '../../../scenarios/domain/calendar.ts';
import { rampAt } from '../../../scenarios/domain/programme.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { type Bill, readBill, used } from './bill.ts';
import { constant, type Expression, total } from './linear-program.ts';
import { add, isZero, multiply, type Rational, rational, sum, ZERO } from './rational.ts';
import { spanOf } from './span.ts';

/** What is wanted of whom: final demand, and what it requires of every item at full delivery, ignoring stock. */
export interface Requirement {
  readonly bill: Bill;
  /** Units of a final item due in t = 1..T+L at [t]; empty for other items. */
  readonly demand: (item: string, period: number) => Rational;
  readonly weight: (item: string) => Rational;
  /** Σ weight · demand over 1..T+L. */
  readonly weighted: Rational;
  /** Gross requirement in t = 1..T. */
  readonly required: (item: string, period: number) => Rational;
  /** Gross requirement over from..to, by default the whole horizon. */
  readonly volume: (item: string, from?: number, to?: number) => Rational;
  /** Items to be awarded, sorted. */
  readonly packages: readonly string[];
}

/** Final demand of an item in one period of the horizon. */
function demandIn(scenario: Scenario, item: string, period: number): Rational {
  const rows = scenario.demand.filter(
    (row) => row.item === item && periodIndex(scenario.calendar, row.period) === period,
  );
  const ramps = scenario.programmes.filter((p) => p.product === item && p.demand !== undefined);
  return sum([
    ...rows.map((row) => rational(row.quantity)),
    ...ramps.map(({ demand }) => {
      const multiple = rampAt(demand!, periodIndex(scenario.calendar, demand!.reach)!, period);
      return multiply(rational(demand!.baseline), rational(multiple));
    }),
  ]);
}

function remembered<Value>(compute: (item: string, period: number) => Value): (item: string, period: number) => Value {
  const known = new Map<string, Value>();
  return (item, period) => {
    const key = `${period} ${item}`;
    if (!known.has(key)) known.set(key, compute(item, period));
    return known.get(key)!;
  };
}

/** True when firms are to be awarded the item: something to make that somebody makes, or something bought with a quote. */
function isAwarded(scenario: Scenario, item: string): boolean {
  const quoted = scenario.quotes.some((quote) => quote.item === item);
  const kind = scenario.items.find((row) => row.item === item)!.kind;
  return kind !== 'phantom' && (quoted || (kind === 'make' && scenario.routing.some((step) => step.item === item)));
}

/** Explodes final demand level by level, period by period, by the same rule that the balance obeys. */
export function readRequirement(scenario: Scenario): Requirement {
  const bill = readBill(scenario);
  const T = scenario.calendar.periods;
  const demand = remembered((item, period) =>
    !bill.finals.includes(item) || period < 1 || period > T + bill.beyond
      ? ZERO
      : demandIn(scenario, item, Math.min(period, T)),
  );
  const weight = (item: string): Rational =>
    rational(scenario.programmes.find((programme) => programme.product === item)?.weight ?? 1);
  const output = remembered(
    (item, period): Expression => total([constant(demand(item, period)), used(bill, output, item, period)]),
  );
  const required = (item: string, period: number): Rational => output(item, period).constant;
  const volume = (item: string, from = 1, to = T): Rational => sum(spanOf(from, to).map((t) => required(item, t)));
  const weighted = bill.finals
    .flatMap((item) => spanOf(1, T + bill.beyond).map((t) => multiply(weight(item), demand(item, t))))
    .reduce(add, ZERO);
  const packages = bill.order.filter((item) => isAwarded(scenario, item) && !isZero(volume(item))).sort();
  return { bill, demand, weight, weighted, required, volume, packages };
}
