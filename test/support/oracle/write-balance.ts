import { type Output, used } from './bill.ts';
import { atLeast, atMost, constant, type Expression, equal, minus, total, variable } from './linear-program.ts';
import { type Rational, rational, sum } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { type Ledger, ledger, type Sheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** Price of a unit that needs no award: an unquoted buy item, an unrouted product; null for every other item. */
export function freePrice({ bill }: Requirement, item: string): Rational | null {
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

/** With an open pipeline the first lead time can complete no more than full demand, for which alone components are on order. */
function limitToPipeline(sheet: Sheet, { requirement }: Flow, item: string, completed: Output): void {
  const { bill, required } = requirement;
  const { scenario } = bill;
  const row = bill.items.get(item)!;
  if (scenario.policy.pastDue !== 'pipeline' || row.kind !== 'make') return;
  if (!scenario.bom.some((line) => line.parent === item)) return;
  for (const t of spanOf(1, Math.min(row.leadTime, scenario.calendar.periods))) {
    const made = total(spanOf(1, t).map((at) => completed(item, at)));
    const ordered = sum(spanOf(1, t).map((at) => required(item, at)));
    sheet.relations.push(atMost(made, constant(ordered)));
  }
}

interface Flow {
  readonly requirement: Requirement;
  readonly eligible: readonly Source[];
  readonly awarded: readonly Source[];
  readonly made: Made;
  readonly delivered: (item: string, period: number) => Expression;
}

export interface Balance {
  /** Units had without an award. */
  readonly free: Ledger['at'];
  /** Units on hand at the end of a period. */
  readonly stock: Ledger['at'];
}

/**
 * For each item and period 1..T: stock before + completed − used − delivered = stock after ≥ 0. Completed of a package is
 * what its awarded sources make; of an item that needs no award a variable; of a phantom and after T what is needed.
 */
export function writeBalance(sheet: Sheet, flow: Flow): Balance {
  const { requirement, awarded, made, delivered } = flow;
  const { bill } = requirement;
  const [free, stock] = [ledger(), ledger()];
  const completed: Output = (item, period) => {
    if (period > bill.scenario.calendar.periods || bill.items.get(item)!.kind === 'phantom') {
      return total([delivered(item, period), used(bill, completed, item, period)]);
    }
    if (freePrice(requirement, item) !== null) return free.at(item, period);
    return total(awarded.filter((source) => source.item === item).map((source) => made(source, period)));
  };
  for (const item of bill.order) {
    if (bill.items.get(item)!.kind === 'phantom') continue;
    balanceItem(sheet, flow, item, { completed, free, stock });
    limitToPipeline(sheet, flow, item, completed);
  }
  return { free: free.at, stock: stock.at };
}

interface Books {
  readonly completed: Output;
  readonly free: Ledger;
  readonly stock: Ledger;
}

function balanceItem(sheet: Sheet, flow: Flow, item: string, { completed, free, stock }: Books): void {
  const { bill } = flow.requirement;
  const T = bill.scenario.calendar.periods;
  const row = bill.items.get(item)!;
  const unawarded = freePrice(flow.requirement, item) !== null;
  const mayGrow = bill.scenario.policy.stock === 'allowed' && !unawarded;
  const built = bill.scenario.policy.pastDue === 'pipeline' ? bill.leadBelow(item) + 1 : 1;
  const ready = Math.max(firstReady(flow.eligible, item, T), built);
  let before = constant(rational(row.stock));
  for (const t of spanOf(1, T)) {
    const out = total([used(bill, completed, item, t), flow.delivered(item, t)]);
    if (unawarded && row.stock === 0) {
      free.keep(item, t, out);
      continue;
    }
    if (unawarded) free.keep(item, t, variable(sheet.fresh()));
    const held = sheet.fresh();
    const after = variable(held);
    sheet.relations.push(equal(after, minus(total([before, completed(item, t)]), out), held));
    if (!mayGrow) sheet.relations.push(atMost(after, before));
    if (t >= ready && row.safetyStock > 0) sheet.relations.push(atLeast(after, constant(rational(row.safetyStock))));
    stock.keep(item, t, after);
    before = after;
  }
}
