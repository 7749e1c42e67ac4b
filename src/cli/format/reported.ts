import type { Plan, ReportedRow } from '../../../scenarios/domain/plan.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { type Look, section } from './look.ts';
import { count } from './number.ts';
import { hang, plain } from './text.ts';

const MOST = 3;

function group(code: string, rows: readonly ReportedRow[], look: Look): string[] {
  const shown = rows.slice(0, MOST).flatMap((row) => hang(`· ${plain(row.message)}`, look.width, 2));
  const more = rows.length > MOST ? [look.paint.dim(`  … and ${rows.length - MOST} more (reported in plan.json)`)] : [];
  return [look.paint.yellow(`${plain(code)} (${rows.length})`), ...shown, ...more];
}

const CONFLICT: readonly string[] = ['conflict', 'locked-but-ineligible'];

const explains = (plan: Plan, { code }: ReportedRow): boolean =>
  plan.status === 'infeasible' && CONFLICT.includes(code);

/** Of an infeasible scenario: what the rules of the conflict come up against. */
export const conflictReasons = (plan: Plan): string[] =>
  plan.reported.filter((row) => explains(plan, row)).map(({ message }) => message);

/** What the plan reports without being broken by it, by code; and what is taken as already on its way. */
export function reportedLines(plan: Plan, look: Look): string[] {
  const others = plan.reported.filter((row) => !explains(plan, row));
  const groups = [...grouped(others, (row) => row.code)];
  const lines = groups.flatMap(([code, rows]) => group(code, rows, look));
  const items = new Set(plan.pastDue.map((row) => row.item)).size;
  const pastDue = `${count(items, 'item')} due before the start: taken as in the pipeline, not planned (pastDue in plan.json)`;
  return section('Reported', items === 0 ? lines : [...lines, ...hang(pastDue, look.width, 2)], look);
}
