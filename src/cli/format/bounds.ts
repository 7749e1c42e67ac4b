import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { namedAsGivenUp } from '../../../scenarios/soft-rules.ts';
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

/** Whether the wanted gap is reached: `within the wanted gap of 1 %`, or which aims are not. */
function verdict(plan: Plan, scenario: Scenario): string {
  const wanted = `the wanted gap of ${percent(plan.limits.gap)}`;
  const open = plan.aims.filter((aim) => aim.gap > plan.limits.gap + NONE).map((aim) => aim.aim);
  if (open.length === 0) return `within ${wanted}`;
  if (plan.status !== 'optimal') return `${open.join(' and ')} not within ${wanted}`;
  return `within ${wanted}, the shortfall within its tolerance of ${percent(scenario.policy.shortfallTolerance)}`;
}

/** Each aim with what no plan can beat, and who says so. */
export function boundLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  if (plan.aims.length === 0) return [];
  const engine = `${plain(plan.engine.name)} ${plain(plan.engine.version)}`;
  const apart =
    namedAsGivenUp(plan).length === 0 ? '' : ' They speak of the scenario without the soft rules that are given up.';
  const claim = `Bounds are claimed by ${engine}.${apart} Quantities, costs and rules were recomputed and hold.`;
  const lines = [
    ...dimHeader(table(COLUMNS, plan.aims, look.width), look),
    ...hang(claim, look.width, 0).map(look.paint.dim),
  ];
  return section(`Bounds (${verdict(plan, scenario)})`, lines, look);
}
