import type { AwardRole, MemberRow, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, euro, oneDecimal, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, pad, plain } from './text.ts';

const MOST = 15;
/** Columns for one role and a comma in a line; and, where the terminal is wide, for the roles of most firms in one line. */
const ROLES_WIDTH = { narrow: 14, wide: 30 };
const WIDE = 90;
const ROLES: readonly AwardRole[] = ['incumbent', 'source', 'second-source', 'standby'];

/** `source, second-source`: the roles of a member, the weightier first. */
const roles = (row: MemberRow): string => ROLES.filter((role) => row.roles.includes(role)).join(', ');

/** `6 +2 standby`: by supplier, items with volume, and those for which it only stands by. */
function itemCounts(plan: Plan): (row: MemberRow) => string {
  const awards = grouped(plan.awards, (award) => award.supplier);
  const counted = (supplier: string, standby: boolean): number =>
    (awards.get(supplier) ?? []).filter((award) => (award.role === 'standby') === standby).length;
  const digits = Math.max(...plan.members.map((row) => whole(counted(row.supplier, false)).length));
  return ({ supplier }) => {
    const idle = counted(supplier, true);
    const working = pad(whole(counted(supplier, false)), digits, 'right');
    return idle === 0 ? working : `${working} +${whole(idle)} standby`;
  };
}

/** People that a member hires over the horizon; nothing where it hires nobody. */
function hires(plan: Plan): (row: MemberRow) => string {
  const rows = grouped(plan.hires, (row) => row.supplier);
  return ({ supplier }) => {
    const heads = (rows.get(supplier) ?? []).reduce((sum, row) => sum + row.heads, 0);
    return heads === 0 ? '' : oneDecimal(heads);
  };
}

/** The members, most spend first, at most fifteen of them; without the columns of which nothing is stated. */
export function memberLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const firms = new Map(scenario.suppliers.map((supplier) => [supplier.supplier, supplier]));
  const columns: Column<MemberRow>[] = [
    { header: 'Supplier', cell: (row) => plain(row.supplier), least: 8 },
    { header: 'Name', cell: (row) => plain(firms.get(row.supplier)?.name ?? ''), least: 12 },
    { header: 'Place', cell: (row) => plain(firms.get(row.supplier)?.place ?? ''), least: 8, optional: true },
    { header: 'Cat', cell: (row) => firms.get(row.supplier)?.category ?? '' },
    { header: 'Roles', cell: roles, least: look.width < WIDE ? ROLES_WIDTH.narrow : ROLES_WIDTH.wide, wraps: true },
    { header: 'Items', cell: itemCounts(plan) },
    { header: 'Hires', cell: hires(plan), align: 'right' },
    { header: 'Share %', cell: (row) => oneDecimal(row.share * 100), align: 'right' },
    { header: 'Spend €', cell: (row) => whole(row.spend), align: 'right' },
  ];
  const rows = [...plan.members].sort((a, b) => b.spend - a.spend);
  const more = rows.length > MOST ? [look.paint.dim(`… and ${rows.length - MOST} more`)] : [];
  const shown = rows.slice(0, MOST);
  const told = columns.filter(({ cell }) => shown.some((row) => cell(row) !== ''));
  const lines = [...dimHeader(table(told, shown, look.width), look), ...more];
  return rows.length === 0 ? [] : section(`Members (${rows.length})`, lines, look);
}

/** What members add to their capacity under the plan. */
export function expansionLines(plan: Plan, look: Look): string[] {
  const lines = plan.expansions.slice(0, MOST).flatMap(({ supplier, process, option, period, count: times }) => {
    const often = times === 1 ? '' : ` ${times} times`;
    return hang(
      `· ${plain(supplier)} adds ${plain(option)}${often} to ${plain(process)}: bought in ${period}`,
      look.width,
      2,
    );
  });
  const more = plan.expansions.length - MOST;
  const rest = more > 0 ? [look.paint.dim(`… and ${count(more, 'more expansion')}`)] : [];
  return section('Expansions', [...lines, ...rest], look);
}

/** Certificates that members obtain under the plan. */
export function certificateLines(plan: Plan, look: Look): string[] {
  const lines = plan.certificates.slice(0, MOST).flatMap((row) => {
    const when = `counts from ${row.firstPeriod}, ${euro(row.cost)}`;
    return hang(
      `· ${plain(row.supplier)} obtains ${plain(row.certificate)}: start in ${row.start}, ${when}`,
      look.width,
      2,
    );
  });
  const more = plan.certificates.length - MOST;
  const rest = more > 0 ? [look.paint.dim(`… and ${count(more, 'more certificate')}`)] : [];
  return section('Certificates to obtain', [...lines, ...rest], look);
}
