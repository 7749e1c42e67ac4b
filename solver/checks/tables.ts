import type { Plan } from '../../scenarios/domain/plan.ts';

/** A row of a plan as its table is ordered: by the ids in the order below, then the period; with all its figures. */
export interface Line {
  readonly supplier?: string;
  readonly item?: string;
  readonly certificate?: string;
  readonly consumer?: string;
  readonly to?: string;
  readonly process?: string;
  readonly option?: string;
  readonly rule?: string;
  readonly year?: number;
  readonly period?: string;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** A table of a plan. */
export interface Table {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Periods that its rows may speak of: 1..T, after T, or before 1. */
  readonly periods: 'planned' | 'after' | 'before';
  /** True: a row that is zero is left out. */
  readonly sparse: boolean;
}

const product = ({
  product: item,
  period,
  required,
  delivered,
  backlog,
  multiple,
}: Plan['products'][number]): Line => ({
  item,
  period,
  figures: { required, delivered, backlog, multiple },
});

const itemPeriod = ({ item, period, quantity }: Plan['stock'][number]): Line => ({
  item,
  period,
  figures: { quantity },
});

/** The tables of a plan, one way to look at them all. */
export function tablesOf(plan: Plan): readonly Table[] {
  const full = (name: string, lines: readonly Line[], periods: Table['periods'] = 'planned'): Table => {
    return { name, lines, periods, sparse: false };
  };
  const sparse = (name: string, lines: readonly Line[], periods: Table['periods'] = 'planned'): Table => {
    return { name, lines, periods, sparse: true };
  };
  const members = plan.members.map(({ supplier, spend, share }) => ({ supplier, figures: { spend, share } }));
  const awards = plan.awards.map(({ supplier, item, share, qualificationCost }) => {
    return { supplier, item, figures: { share, qualificationCost } };
  });
  const production = plan.production.map(({ supplier, item, period, quantity, unitCost }) => {
    return { supplier, item, period, figures: { quantity, unitCost } };
  });
  const certificates = plan.certificates.map(({ supplier, certificate, cost }) => {
    return { supplier, certificate, figures: { cost } };
  });
  return [
    full('products', plan.products.map(product)),
    full('continuation', plan.continuation.map(product), 'after'),
    full('members', members),
    full('awards', awards),
    sparse('production', production),
    sparse(
      'shipments',
      plan.shipments.map(({ item, from: supplier, to, consumer, quantity }) => {
        return { supplier, item, consumer, ...(to !== null && { to }), figures: { quantity } };
      }),
    ),
    sparse('stock', plan.stock.map(itemPeriod)),
    sparse('shortfall', plan.shortfall.map(itemPeriod)),
    sparse('pastDue', plan.pastDue.map(itemPeriod), 'before'),
    sparse(
      'expansions',
      plan.expansions.map(({ count, ...line }) => ({ ...line, figures: { quantity: count } })),
    ),
    full(
      'commitments',
      plan.commitments.map(({ promised, bought, payment, ...line }) => ({
        ...line,
        figures: { promised, bought, payment },
      })),
    ),
    full('certificates', certificates),
    sparse(
      'hires',
      plan.hires.map(({ supplier, period, heads }) => ({ supplier, period, figures: { heads } })),
    ),
    full(
      'rampUp',
      plan.rampUp.map(({ period, ...figures }) => ({ period, figures })),
    ),
  ];
}
