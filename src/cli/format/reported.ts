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

/** What the plan reports without being broken by it, by code; and what is taken as already on its way. */
export function reportedLines(plan: Plan, look: Look): string[] {
  const groups = [...grouped(plan.reported, (row) => row.code)];
  const lines = groups.flatMap(([code, rows]) => group(code, rows, look));
  const items = new Set(plan.pastDue.map((row) => row.item)).size;
  const pastDue = `${count(items, 'item')} due before the start: taken as in the pipeline, not planned (pastDue in plan.json)`;
  return section('Reported', items === 0 ? lines : [...lines, ...hang(pastDue, look.width, 2)], look);
}
