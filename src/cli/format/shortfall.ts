import type { Plan, ShortfallRow } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, percent, prose } from './number.ts';
import { table } from './table.ts';
import { hang, plain } from './text.ts';
import { weightedUnits } from './weighted.ts';

/** What one product misses within the horizon. */
export interface Shortage {
  readonly item: string;
  /** `until 2027-Q2`, `in 2027-Q1 and from 2028-Q1 to 2028-Q4`, `in 7 of 20 periods until 2030-Q4` or `throughout`. */
  readonly when: string;
  /** Units lost in all; where the backlog is carried, the largest backlog. */
  readonly quantity: number;
  /** quantity ÷ requirement of the periods that are short. */
  readonly fraction: number;
  readonly causes: readonly string[];
}

type Short = Pick<Plan, 'shortfall' | 'products' | 'rampUp'>;

/** The shortfall by product, largest quantity first. */
export function shortages(plan: Short, scenario: Scenario): Shortage[] {
  const horizon = new Set(plan.rampUp.map((row) => row.period));
  const byItem = grouped(
    plan.shortfall.filter((row) => horizon.has(row.period)),
    (row) => row.item,
  );
  const carried = scenario.policy.backlog === 'carried';
  return [...byItem]
    .map(([item, rows]) => shortageOf(plan, item, rows, carried))
    .sort((a, b) => b.quantity - a.quantity);
}

function shortageOf(plan: Short, item: string, rows: readonly ShortfallRow[], carried: boolean): Shortage {
  const short = new Set(rows.map((row) => row.period));
  const periods = plan.rampUp.map((row) => row.period);
  const required = plan.products.filter((row) => row.product === item && short.has(row.period));
  const missing = rows.map((row) => row.quantity);
  const quantity = carried ? Math.max(...missing) : missing.reduce((sum, units) => sum + units, 0);
  const asked = required.reduce((sum, row) => sum + row.required, 0);
  const when = whenWords(
    periods,
    periods.map((period) => short.has(period)),
  );
  const causes = [...new Set(rows.flatMap((row) => row.causes))];
  return { item, when, quantity, fraction: asked > 0 ? quantity / asked : 1, causes };
}

/** The items that the causes of a shortage begin with (`BOOM: welding is used up …`), in their order. */
export function wantedItems(shortage: Shortage, scenario: Scenario): string[] {
  const known = new Set(scenario.items.map((item) => item.item));
  const named = shortage.causes.map((cause) => cause.slice(0, Math.max(0, cause.indexOf(': '))));
  return [...new Set(named.filter((item) => known.has(item)))];
}

function whenWords(periods: readonly string[], short: readonly boolean[]): string {
  const starts = short.flatMap((is, at) => (is && !short[at - 1] ? [at] : []));
  const ends = short.flatMap((is, at) => (is && !short[at + 1] ? [at] : []));
  if (starts.length <= 2) return starts.map((first, run) => runWords(periods, first, ends[run]!)).join(' and ');
  return `in ${short.filter(Boolean).length} of ${periods.length} periods until ${periods[ends.at(-1)!]}`;
}

function runWords(periods: readonly string[], first: number, last: number): string {
  if (first === 0 && last === periods.length - 1) return 'throughout';
  if (first === last) return `in ${periods[first]}`;
  return first === 0 ? `until ${periods[last]}` : `from ${periods[first]} to ${periods[last]}`;
}

const COLUMNS = [
  { header: 'Product', cell: (row: Shortage) => plain(row.item), least: 12 },
  { header: 'When', cell: (row: Shortage) => row.when, least: 16, wraps: true },
  { header: 'Missing units', cell: (row: Shortage) => prose(row.quantity), align: 'right' as const },
  { header: 'Of requirement', cell: (row: Shortage) => percent(row.fraction), align: 'right' as const },
];

const EXACT = 1e-6;

/** Weighted units required of all products, from the first period to the last that is assumed after the horizon; on average over demand cases. */
function allRequired({ cases, products, continuation }: Plan, scenario: Scenario): number {
  const required = (own: Pick<Plan, 'products' | 'continuation'>) =>
    weightedUnits([...own.products, ...own.continuation], scenario, (row) => row.required);
  return cases?.reduce((sum, own) => sum + own.probability * required(own), 0) ?? required({ products, continuation });
}

/**
 * `up to 1.9 % of the requirement more might be deliverable`: how far the shortfall may be from the least possible, where that is more
 * than the planner tolerates; undefined where it is proven. A carried backlog is counted in each period in which it waits, so that
 * no share of the requirement follows from it: the share of the shortfall is told.
 */
export function openShortfall(plan: Plan, scenario: Scenario): string | undefined {
  const aim = plan.aims.find((result) => result.aim === 'shortfall');
  if (aim === undefined) return undefined;
  const open = (aim.value - aim.bound) / Math.max(allRequired(plan, scenario), EXACT);
  if (open <= Math.max(scenario.policy.shortfallTolerance, EXACT)) return undefined;
  if (scenario.policy.backlog === 'carried') return `up to ${percent(aim.gap)} of it might be avoidable`;
  return `up to ${percent(open)} of the requirement more might be deliverable`;
}

const unproven = (open: string): string =>
  `Not proven to be the least: ${open}. The causes are those of this plan; a better one may have others.`;

/** What is short, whether that is proven, and why. */
export function shortfallLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  const short = shortages(plan, scenario);
  if (short.length === 0) return [];
  const causes = [...new Set(short.flatMap((row) => row.causes))];
  const why = causes.slice(0, 8).flatMap((cause) => hang(`· ${plain(cause)}`, look.width, 2));
  const rest =
    causes.length > 8
      ? [look.paint.dim(`… and ${count(causes.length - 8, 'more cause')} (shortfall in plan.json)`)]
      : [];
  const open = openShortfall(plan, scenario);
  const doubt = open === undefined ? [] : hang(unproven(open), look.width, 0).map(look.paint.yellow);
  return section('Short', [...dimHeader(table(COLUMNS, short, look.width), look), ...doubt, ...why, ...rest], look);
}
