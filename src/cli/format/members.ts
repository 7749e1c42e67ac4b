import type { MemberRow, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, euro, oneDecimal, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

const MOST = 15;
const SHORT_ROLE = { incumbent: 'incumbent', source: 'source', 'second-source': '2nd', standby: 'standby' };
const ROLES = Object.keys(SHORT_ROLE) as (keyof typeof SHORT_ROLE)[];

/** `source, 2nd`: the roles of a member, the weightier first. */
const roles = (row: MemberRow): string =>
  ROLES.filter((role) => row.roles.includes(role))
    .map((role) => SHORT_ROLE[role])
    .join(', ');

/** The members, most spend first, at most fifteen of them. */
export function memberLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const firms = new Map(scenario.suppliers.map((supplier) => [supplier.supplier, supplier]));
  const items = grouped(plan.awards, (award) => award.supplier);
  const columns: Column<MemberRow>[] = [
    { header: 'Supplier', cell: (row) => plain(row.supplier), least: 8 },
    { header: 'Name', cell: (row) => plain(firms.get(row.supplier)?.name ?? ''), least: 12 },
    { header: 'Place', cell: (row) => plain(firms.get(row.supplier)?.place ?? ''), least: 8 },
    { header: 'Cat', cell: (row) => firms.get(row.supplier)?.category ?? '' },
    { header: 'Roles', cell: roles, least: 11 },
    { header: 'Items', cell: (row) => whole(items.get(row.supplier)?.length ?? 0), align: 'right' },
    { header: 'Share %', cell: (row) => oneDecimal(row.share * 100), align: 'right' },
    { header: 'Spend €', cell: (row) => whole(row.spend), align: 'right' },
  ];
  const rows = [...plan.members].sort((a, b) => b.spend - a.spend);
  const more = rows.length > MOST ? [look.paint.dim(`… and ${rows.length - MOST} more`)] : [];
  const lines = [...dimHeader(table(columns, rows.slice(0, MOST), look.width), look), ...more];
  return rows.length === 0 ? [] : section(`Members (${rows.length})`, lines, look);
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
