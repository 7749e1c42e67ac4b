import type { Item } from '../../../scenarios/domain/item.ts';
import { type CostBreakdown, type Plan, totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { dimHeader, type Look, section } from './look.ts';
import { oneDecimal, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

const LABELS: Record<keyof CostBreakdown, string> = {
  production: 'Production',
  bought: 'Bought without a quote',
  transport: 'Transport',
  onboarding: 'Onboarding',
  qualification: 'Qualification',
  certificates: 'Certificates',
  capex: 'Expansion',
  hiring: 'Hiring',
  stock: 'Holding stock',
  commitments: 'Promised, not bought',
};

const MOST_NAMES = 3;

const named = (items: readonly Item[]): string => {
  const names = items.slice(0, MOST_NAMES).map(({ item }) => plain(item));
  const rest = items.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
};

/** What is in `Bought without a quote`: nobody is awarded for it, so that its price comes from items.csv. */
function boughtWords({ items, quotes, routing }: Scenario): string {
  const quoted = new Set(quotes.map(({ item }) => item));
  const routed = new Set(routing.map(({ item }) => item));
  const loose = items.filter(({ item }) => !quoted.has(item));
  const parts = loose.filter(({ kind, unitValue }) => kind === 'buy' && (unitValue ?? 0) > 0);
  const assemblies = loose.filter((item) => item.kind === 'make' && item.materialCost > 0 && !routed.has(item.item));
  const priced = (of: readonly Item[], words: string): string[] => (of.length === 0 ? [] : [`${words} (${named(of)})`]);
  const what = [
    ...priced(parts, 'items that nobody quoted, at the unitValue of items.csv'),
    ...priced(assemblies, 'material of assemblies that have no routing, at the materialCost of items.csv'),
  ];
  return `${LABELS.bought}: ${what.length === 0 ? 'what nobody is awarded for' : what.join('; ')}.`;
}

/** Cost over the horizon by component, without those that are zero, and the total. */
export function costLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const total = totalCost(plan);
  const parts = Object.keys(LABELS) as (keyof CostBreakdown)[];
  const rows = parts.map((part) => ({ label: LABELS[part], euros: plan.cost[part] })).filter((row) => row.euros !== 0);
  if (rows.length === 0) return [];
  const columns: Column<(typeof rows)[number]>[] = [
    { header: 'Component', cell: (row) => row.label },
    { header: '€', cell: (row) => whole(row.euros), align: 'right' },
    { header: '%', cell: (row) => oneDecimal(total === 0 ? 0 : (row.euros / total) * 100), align: 'right' },
  ];
  const lines = table(columns, [...rows, { label: 'Total', euros: total }], look.width);
  const note = plan.cost.bought === 0 ? [] : hang(boughtWords(scenario), look.width, 0).map(look.paint.dim);
  return section(
    plan.cases ? 'Cost over the horizon, on average over the cases' : 'Cost over the horizon',
    [...dimHeader(lines, look), ...note],
    look,
  );
}
