import type { CostBreakdown, Plan } from '../../../scenarios/domain/plan.ts';
import { totalCost } from './answer.ts';
import { dimHeader, type Look, section } from './look.ts';
import { oneDecimal, whole } from './number.ts';
import { type Column, table } from './table.ts';

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

/** Cost over the horizon by component, without those that are zero, and the total. */
export function costLines(plan: Plan, look: Look): string[] {
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
  return section('Cost over the horizon', dimHeader(lines, look), look);
}
