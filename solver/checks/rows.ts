import type { Check, CheckContext, Fault } from './check.ts';
import { type Line, type Table, tablesOf } from './tables.ts';

/**
 * Every row speaks of a supplier, item and period that the scenario knows; each table is sorted by its ids and period without
 * duplicates; every figure is a number, none but a gap below zero; rows of production, stock, expansions, hires, shortfall and past due
 * need that
 * would be zero are left out.
 */
export const rows: Check = {
  name: 'rows',
  check(context) {
    const faults: Fault[] = [];
    for (const table of tablesOf(context.plan)) tableFaults(context, table, faults);
    const { cost, aims } = context.plan;
    const sums = [{ where: 'cost', figures: { ...cost } }];
    const goals = aims.map(({ aim, value, bound, gap }) => ({ where: aim, figures: { value, bound, gap } }));
    for (const { where, figures } of [...sums, ...goals]) {
      for (const message of figureMessages(figures)) faults.push({ message: `${where}: ${message}` });
    }
    return { faults };
  },
};

function tableFaults(context: CheckContext, table: Table, faults: Fault[]): void {
  let before: Line | undefined;
  for (const line of table.lines) {
    const blame = (message: string, separator = ' '): void => {
      const { figures: _, certificate, consumer, to, process, option, year, ...subject } = line;
      const ids = [line.supplier, line.item, certificate, consumer, to, process, option, line.rule, year, line.period]
        .filter((id) => id !== undefined)
        .join(' ');
      faults.push({ ...subject, message: `${table.name}: ${ids}${separator}${message}` });
    };
    unknownIn(context, line, table.periods, (what) => blame(`speaks of ${what}`));
    for (const message of figureMessages(line.figures)) blame(message, ': ');
    if (table.sparse && (line.figures['quantity'] ?? line.figures['heads']) === 0)
      blame('is zero and has to be left out');
    const order = before ? compare(context, before, line) : -1;
    if (order >= 0) blame(order === 0 ? 'stands twice' : 'is out of order');
    before = line;
  }
}

function unknownIn(
  { stated }: CheckContext,
  line: Line,
  periods: Table['periods'],
  tell: (what: string) => void,
): void {
  const { supplier, item, consumer, to, period } = line;
  if (to !== undefined && !stated.suppliers.has(to)) tell(`the unknown supplier ${to}`);
  if (consumer !== undefined && !stated.items.has(consumer)) tell(`the unknown item ${consumer}`);
  if (supplier !== undefined && !stated.suppliers.has(supplier)) tell(`the unknown supplier ${supplier}`);
  if (item !== undefined && !stated.items.has(item)) tell(`the unknown item ${item}`);
  if (period === undefined) return;
  const t = stated.indexOf(period);
  const when = t === undefined ? 'never' : t < 1 ? 'before' : t > stated.horizon ? 'after' : 'planned';
  if (when !== periods) tell(`${period}, which is not a period of this table`);
}

const NONE: readonly string[] = [];

function figureMessages(figures: Line['figures']): readonly string[] {
  let messages = NONE;
  for (const name in figures) {
    const value = figures[name]!;
    if (value === null || (Number.isFinite(value) && (value >= 0 || name === 'gap'))) continue;
    messages = [...messages, `${name} is ${value}, expected a number that is not below zero`];
  }
  return messages;
}

/** Order by supplier, item, certificate, consumer, place, process, option, rule, year, then period. */
function compare({ stated }: CheckContext, left: Line, right: Line): number {
  const byId =
    textOrder(left.supplier, right.supplier) ||
    textOrder(left.item, right.item) ||
    textOrder(left.certificate, right.certificate) ||
    textOrder(left.consumer, right.consumer) ||
    textOrder(left.to, right.to) ||
    textOrder(left.process, right.process) ||
    textOrder(left.option, right.option) ||
    textOrder(left.rule, right.rule) ||
    (left.year ?? 0) - (right.year ?? 0);
  if (byId !== 0 || left.period === right.period) return byId;
  return (stated.indexOf(left.period ?? '') ?? 0) - (stated.indexOf(right.period ?? '') ?? 0);
}

/** Order by code units, the same on every machine. */
const textOrder = (left = '', right = ''): number => (left === right ? 0 : left < right ? -1 : 1);
