import type { EarliestPeriod, Envelope, EnvelopePeriod } from '../../../scenarios/domain/envelope.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, percent, prose, times } from './number.ts';
import { bar } from './ramp-up.ts';
import { type Column, table } from './table.ts';
import { displayWidth, hang, plain, wrap } from './text.ts';

const BAR = { least: 8, most: 40 };
const LIMITS = 3;
/** Below what is shown of a multiple. */
const SAME = 5e-3;

/** `2× from 2027-Q1`, with what is not proven: `3× from 2028-Q3, perhaps from 2028-Q1`, `4× not within the horizon`. */
function earliestWords({ multiple, reached, possible }: EarliestPeriod): string {
  const what = times(multiple);
  if (reached === null && possible === null) return `${what} not within the horizon`;
  if (reached === null) return `${what} perhaps from ${possible}, which no plan found shows`;
  if (possible !== null && possible < reached) return `${what} from ${reached}, perhaps from ${possible}`;
  return `${what} from ${reached}`;
}

/** The answer in one sentence. */
function answer(envelope: Envelope): string {
  const { periods, earliest, conflict } = envelope;
  if (periods.every(({ status }) => status === 'infeasible')) {
    const rules = conflict.length === 0 ? '' : `: ${conflict.map(plain).join(', ')}`;
    return `No plan holds all rules and delivers what is asked without a baseline, even with no product made${rules}.`;
  }
  if (periods.every(({ status }) => status === 'unlimited')) return 'Nothing that is stated limits the multiple.';
  if (periods.every(({ multiple }) => multiple === null)) return 'A limit was reached before any multiple was found.';
  return `At the earliest ${earliest.map(earliestWords).join('; ')}.`;
}

const baselineWords = ({ baseline, periods }: Envelope): string => {
  const today = baseline.map(({ product, quantity }) => `${prose(quantity)} ${plain(product)}`).join(', ');
  return `1× is today's ${today} a period. ${count(periods.length, 'period')}; nothing is asked before the period in question, so that stock can be built up.`;
};

const figure = (row: EnvelopePeriod, value: number | null): string => {
  if (row.status === 'infeasible') return 'no plan';
  if (row.status === 'unlimited') return 'no limit';
  return value === null ? '–' : `${value.toFixed(2)}×`;
};

const COLUMNS: Column<EnvelopePeriod>[] = [
  { header: 'From', cell: (row) => row.period },
  { header: 'Multiple', cell: (row) => figure(row, row.multiple), align: 'right' },
  { header: 'At most', cell: (row) => figure(row, row.bound), align: 'right' },
];

function periodLines({ periods }: Envelope, look: Look): string[] {
  const lines = table(COLUMNS, periods, look.width);
  const width = Math.min(BAR.most, Math.max(BAR.least, look.width - Math.max(...lines.map(displayWidth)) - 2));
  const most = Math.max(...periods.map(({ multiple, bound }) => bound ?? multiple ?? 0));
  return dimHeader(lines, look).map((line, at) => {
    const row = periods[at - 1];
    if (row?.multiple == null) return line;
    const solid = bar(row.multiple, most, width);
    const open = Math.max(0, Math.round(((row.bound ?? 0) / most) * width) - solid.length);
    return `${line}  ${solid}${look.paint.dim('░'.repeat(open))}`.trimEnd();
  });
}

/** Consecutive periods of the same multiple. */
function runsOf(periods: readonly EnvelopePeriod[]): readonly (readonly EnvelopePeriod[])[] {
  const runs: EnvelopePeriod[][] = [];
  for (const row of periods) {
    const before = runs.at(-1)?.at(-1);
    const same = before && Math.abs((before.multiple ?? -1) - (row.multiple ?? -1)) < SAME;
    if (same && before.status === row.status) runs.at(-1)!.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** For each run of periods with the same multiple, what holds back the first of them. */
function limitLines({ periods }: Envelope, look: Look): string[] {
  return runsOf(periods).flatMap((run) => {
    const told = run.find(({ limits }) => limits.length > 0);
    if (told === undefined) return [];
    const when = run.length === 1 ? run[0]!.period : `${run[0]!.period} to ${run.at(-1)!.period}`;
    const more = told.limits.length - LIMITS;
    return [
      look.paint.bold(`from ${when}: ${figure(told, told.multiple)}`),
      ...told.limits.slice(0, LIMITS).flatMap(({ words }) => hang(`· ${plain(words)}`, look.width, 2)),
      ...(more > 0 ? [look.paint.dim(`  … and ${more} more (limits in --json)`)] : []),
    ];
  });
}

function openWords({ periods, limits }: Envelope): string {
  const open = periods.filter(({ status }) => status === 'feasible' || status === 'unknown');
  const wanted = `the wanted gap of ${percent(limits.gap)}`;
  if (open.length === 0) return `Every figure is proven within ${wanted}.`;
  const learns = open.every(({ hit }) => hit === 'learning');
  const narrowed = learns ? 'passes of learning have settled' : 'more time with --time narrows them';
  const stopped = open.some(({ hit }) => hit === 'interrupt') ? 'stopped early' : narrowed;
  return `${count(open.length, 'period is', 'periods are')} not within ${wanted} (░: possible, but not shown by a plan; ${stopped}).`;
}

/** What the bounds are for, where a rule lets hours fall, and how close the multiples come at the hours that they were found with. */
function conditionalLines({ periods }: Envelope): string[] {
  const gaps = periods.flatMap(({ conditional }) => (conditional ? [conditional.gap] : []));
  if (gaps.length === 0) return [];
  const proven = '“At most” takes the fewest hours that anybody could learn down to';
  return [
    `${proven}. At the hours for a unit that they were found with, multiples are within ${percent(Math.max(...gaps))} of the largest.`,
  ];
}

/** The envelope for a reader: the earliest quarters in one sentence, then every period and what holds it back. */
export function envelopeLines(envelope: Envelope, look: Look): string[] {
  const head = wrap(answer(envelope), look.width).map(look.paint.bold);
  if (envelope.periods.every(({ multiple }) => multiple === null)) return head;
  return [
    ...head,
    ...wrap(baselineWords(envelope), look.width).map(look.paint.dim),
    ...section('Largest multiple that can be held from a period on', periodLines(envelope, look), look),
    ...[openWords(envelope), ...conditionalLines(envelope)]
      .flatMap((line) => wrap(line, look.width))
      .map(look.paint.dim),
    ...section('What holds it back', limitLines(envelope, look), look),
  ];
}
