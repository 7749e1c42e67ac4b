import { plain } from '../format/text.ts';
import type { Refusal } from '../terminal/exit.ts';

const DAY = 86_400_000;
const MOST_DAYS = 3650;

/**
 * When a token stated as `90d` or `2027-06-30` expires: after so many days, or at the end of that day in UTC. In milliseconds since
 * 1970-01-01 UTC; null where nothing is stated: never.
 */
export function expiryOf(
  stated: string | undefined,
  now: number,
): { readonly ok: true; readonly at: number | null } | Refusal {
  if (stated === undefined) return { ok: true, at: null };
  const days = /^(\d{1,4})d$/.exec(stated)?.[1];
  const at = days === undefined ? endOf(stated) : now + Number(days) * DAY;
  if (at !== undefined && at > now && at <= now + MOST_DAYS * DAY) return { ok: true, at: Math.floor(at) };
  const law = `days from now, as 90d, or a day to come, as 2027-06-30, within ${MOST_DAYS} days`;
  return { ok: false, message: `--expires must be ${law}, got ${plain(stated)}` };
}

function endOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = Date.parse(`${day}T00:00:00Z`);
  // 30 February becomes a day of March, or nothing at all.
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day ? undefined : start + DAY;
}
