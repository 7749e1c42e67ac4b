import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import { dimHeader, type Look, section } from './look.ts';
import { percent, prose, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

/** A gap that is below what an engine can tell apart. */
const NONE = 1e-6;

const LABELS = { shortfall: 'Shortfall, units', unprotected: 'Unprotected, units', cost: 'Cost, €' };

const figure = (aim: AimResult, value: number): string => (aim.aim === 'cost' ? whole(value) : prose(value));

const COLUMNS: Column<AimResult>[] = [
  { header: 'Aim', cell: (aim) => LABELS[aim.aim] },
  { header: 'Value', cell: (aim) => figure(aim, aim.value), align: 'right' },
  { header: 'Bound', cell: (aim) => figure(aim, aim.bound), align: 'right' },
  { header: 'Gap', cell: (aim) => percent(aim.gap < NONE ? 0 : aim.gap), align: 'right' },
];

/** Each aim with what no plan can beat, and who says so. */
export function boundLines(plan: Plan, look: Look): string[] {
  if (plan.aims.length === 0) return [];
  const engine = `${plain(plan.engine.name)} ${plain(plan.engine.version)}`;
  const claim = `Bounds are claimed by ${engine}. Quantities, costs and rules were recomputed and hold.`;
  const lines = [
    ...dimHeader(table(COLUMNS, plan.aims, look.width), look),
    ...hang(claim, look.width, 0).map(look.paint.dim),
  ];
  return section(`Bounds (wanted gap ${percent(plan.limits.gap)}, ${plan.status})`, lines, look);
}
