import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Check, CheckContext, Fault } from './check.ts';

/** A row as its table is ordered: by the ids, then the period; with all its figures. */
interface Line {
  readonly supplier?: string;
  readonly item?: string;
  readonly certificate?: string;
  readonly period?: string;
  readonly figures: Readonly<Record<string, number | null>>;
}

interface Table {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Periods that its rows may speak of: planned 1..T, after T, or before 1. */
  readonly periods: 'planned' | 'after' | 'before';
  /** True: a row that is zero is left out. */
  readonly sparse: boolean;
}

/**
 * Every row speaks of a supplier, item and period that the scenario knows; each table is sorted by its ids and period without
 * duplicates; every figure is a number, none below zero; rows of production, stock, shortfall and past due need that would be zero
 * are left out.
 */
export const rows: Check = {
  name: 'rows',
  check: (context) => ({
    faults: [
      ...tablesOf(context.plan).flatMap((table) => tableFaults(context, table)),
      ...figureFaults('cost', { ...context.plan.cost }, {}),
      ...context.plan.aims.flatMap(({ aim, value, bound, gap }) => figureFaults(aim, { value, bound, gap }, {})),
    ],
  }),
};

function tablesOf(plan: Plan): readonly Table[] {
  const table = (name: string, lines: readonly Line[], periods: Table['periods'] = 'planned', sparse = false) => ({
    name,
    lines,
    periods,
    sparse,
  });
  const product = ({ product: item, period, required, delivered, backlog, multiple }: Plan['products'][number]) => ({
    item,
    period,
    figures: { required, delivered, backlog, multiple },
  });
  const quantity = ({ item, period, quantity }: Plan['stock'][number]) => ({ item, period, figures: { quantity } });
  return [
    table('products', plan.products.map(product)),
    table('continuation', plan.continuation.map(product), 'after'),
    table(
      'members',
      plan.members.map(({ supplier, spend, share }) => ({ supplier, figures: { spend, share } })),
    ),
    table(
      'awards',
      plan.awards.map(({ supplier, item, share, qualificationCost }) => ({
        supplier,
        item,
        figures: { share, qualificationCost },
      })),
    ),
    table(
      'production',
      plan.production.map(({ supplier, item, period, quantity, unitCost }) => ({
        supplier,
        item,
        period,
        figures: { quantity, unitCost },
      })),
      'planned',
      true,
    ),
    table('stock', plan.stock.map(quantity), 'planned', true),
    table('shortfall', plan.shortfall.map(quantity), 'planned', true),
    table('pastDue', plan.pastDue.map(quantity), 'before', true),
    table(
      'certificates',
      plan.certificates.map(({ supplier, certificate, cost }) => ({ supplier, certificate, figures: { cost } })),
    ),
    table(
      'rampUp',
      plan.rampUp.map(({ period, ...figures }) => ({ period, figures })),
    ),
  ];
}

function tableFaults(context: CheckContext, { name, lines, periods, sparse }: Table): Fault[] {
  const faults: Fault[] = [];
  lines.forEach((line, at) => {
    const { figures, ...ids } = line;
    const where = () => `${name}: ${Object.values(ids).join(' ')}`.trim();
    faults.push(...referenceFaults(context, line, where, periods));
    faults.push(...figureFaults(where, figures, subjectOf(line)));
    if (sparse && figures['quantity'] === 0) {
      faults.push({ ...subjectOf(line), message: `${where()} is zero and has to be left out` });
    }
    const before = at === 0 ? undefined : lines[at - 1]!;
    if (before && compare(context, before, line) >= 0) {
      const why = compare(context, before, line) === 0 ? 'stands twice' : 'is out of order';
      faults.push({ ...subjectOf(line), message: `${where()} ${why}` });
    }
  });
  return faults;
}

function referenceFaults(
  { stated }: CheckContext,
  line: Line,
  where: () => string,
  periods: Table['periods'],
): Fault[] {
  const { supplier, item, period } = line;
  const faults: Fault[] = [];
  const unknown = (what: string) => faults.push({ ...subjectOf(line), message: `${where()} speaks of ${what}` });
  if (supplier !== undefined && !stated.suppliers.has(supplier)) unknown(`the unknown supplier ${supplier}`);
  if (item !== undefined && !stated.items.has(item)) unknown(`the unknown item ${item}`);
  if (period === undefined) return faults;
  const t = stated.indexOf(period);
  const inRange =
    t !== undefined &&
    ((periods === 'before' && t < 1) ||
      (periods === 'planned' && t >= 1 && t <= stated.horizon) ||
      (periods === 'after' && t > stated.horizon));
  if (!inRange) unknown(`${period}, which is not a period of this table`);
  return faults;
}

function figureFaults(
  where: string | (() => string),
  figures: Readonly<Record<string, number | null>>,
  subject: ReturnType<typeof subjectOf>,
): Fault[] {
  const faults: Fault[] = [];
  for (const name of Object.keys(figures)) {
    const value = figures[name];
    if (value === null || (Number.isFinite(value) && (value! >= 0 || name === 'gap'))) continue;
    const place = typeof where === 'string' ? where : where();
    const message = `${place}: ${name} is ${value}, expected a number that is not below zero`;
    faults.push({ ...subject, message, found: String(value) });
  }
  return faults;
}

function subjectOf({ supplier, item, period }: Line): Pick<Fault, 'supplier' | 'item' | 'period'> {
  return {
    ...(supplier !== undefined && { supplier }),
    ...(item !== undefined && { item }),
    ...(period !== undefined && { period }),
  };
}

/** Order by supplier, item, certificate, then period. */
function compare({ stated }: CheckContext, left: Line, right: Line): number {
  for (const key of ['supplier', 'item', 'certificate'] as const) {
    const [a, b] = [left[key] ?? '', right[key] ?? ''];
    if (a !== b) return a < b ? -1 : 1;
  }
  const at = (period: string | undefined) => (period === undefined ? 0 : (stated.indexOf(period) ?? 0));
  return at(left.period) - at(right.period);
}
