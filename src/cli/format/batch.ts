import { type CaseStatus, METRICS, type MetricName, type Sweep } from '../../../scenarios/domain/sweep.ts';
import { paretoFront } from '../../services/batch/pareto.ts';
import type { CaseRow } from '../../services/batch/run-batch.ts';
import { stableCore } from '../../services/batch/stable-core.ts';
import { figureWords } from './figure.ts';
import { dimHeader, type Look, section } from './look.ts';
import { amount, count, percent, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

/** Cases told one by one. */
const MOST = 20;
/** Figures of a case in the table, where none are named. */
const USUAL: readonly MetricName[] = ['cost', 'shortfall', 'multiple', 'members'];

const WORDS: Readonly<Record<CaseStatus | 'open', string>> = {
  optimal: 'planned',
  feasible: 'planned, short of the wanted gap',
  infeasible: 'infeasible',
  unknown: 'without a plan in time',
  invalid: 'no scenario',
  failed: 'failed',
  open: 'not reached',
};

const statusOf = ({ result }: CaseRow): CaseStatus | 'open' => result?.status ?? 'open';

/** `188 planned, 9 infeasible, 3 failed` */
export function countWords(rows: readonly CaseRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(WORDS[statusOf(row)], (counts.get(WORDS[statusOf(row)]) ?? 0) + 1);
  return [...counts].map(([words, number]) => `${whole(number)} ${words}`).join(', ');
}

/** What came of a batch: how many cases of each kind, the range of each figure, and the cases. */
export function batchLines(sweep: Sweep, rows: readonly CaseRow[], look: Look): string[] {
  const metrics = sweep.metrics ?? USUAL;
  const planned = rows.filter((row) => ['optimal', 'feasible'].includes(statusOf(row)));
  const spread = (sweep.metrics ?? METRICS).flatMap((name) => spreadOf(name, planned));
  return [
    `${count(rows.length, 'case')}: ${countWords(rows)}.`,
    ...section('From the least to the most', dimHeader(table(SPREAD, spread, look.width), look), look),
    ...section('Cases', caseLines(sweep, rows, metrics, look), look),
    ...section('Members', memberLines(rows, look), look),
    ...section('Without a plan', withoutLines(rows, look), look),
  ];
}

/** Firms named at most. */
const MOST_NAMES = 12;

/** Who is in every plan, and who comes and goes. */
function memberLines(rows: readonly CaseRow[], look: Look): string[] {
  const { planned, core, swing } = stableCore(rows);
  if (planned < 2) return [];
  const named = (names: readonly string[]) =>
    names.length > MOST_NAMES
      ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
      : names.join(', ');
  const some = swing.map(({ supplier, cases }) => `${supplier} (${percent(cases / planned)})`);
  return [
    ...hang(`· in all ${planned} plans: ${core.length === 0 ? 'nobody' : named(core)}`, look.width, 2),
    ...(some.length === 0 ? [] : hang(`· in some: ${named(some)}`, look.width, 2)),
  ].map(plain);
}

interface Spread {
  readonly name: MetricName;
  readonly low: number;
  readonly high: number;
  readonly lowIn: number;
  readonly highIn: number;
}

/** The range of a figure, where it differs at all. */
function spreadOf(name: MetricName, rows: readonly CaseRow[]): readonly Spread[] {
  const known = rows.flatMap(({ case: { number }, result }) => {
    const value = result?.metrics[name] ?? null;
    return value === null ? [] : [{ number, value }];
  });
  const [first] = known;
  if (!first) return [];
  const low = known.reduce((least, own) => (own.value < least.value ? own : least), first);
  const high = known.reduce((most, own) => (own.value > most.value ? own : most), first);
  if (figureWords(name, low.value) === figureWords(name, high.value)) return [];
  return [{ name, low: low.value, high: high.value, lowIn: low.number, highIn: high.number }];
}

const SPREAD: Column<Spread>[] = [
  { header: 'Figure', cell: ({ name }) => name },
  { header: 'Least', cell: ({ name, low }) => figureWords(name, low), align: 'right' },
  { header: 'in case', cell: ({ lowIn }) => whole(lowIn), align: 'right' },
  { header: 'Most', cell: ({ name, high }) => figureWords(name, high), align: 'right' },
  { header: 'in case', cell: ({ highIn }) => whole(highIn), align: 'right' },
];

function caseLines(sweep: Sweep, rows: readonly CaseRow[], metrics: readonly MetricName[], look: Look): string[] {
  const front = sweep.pareto && paretoFront(rows, sweep.pareto);
  const columns: Column<CaseRow>[] = [
    { header: 'Case', cell: ({ case: { number } }) => whole(number), align: 'right' },
    ...sweep.axes.map(
      ({ name }): Column<CaseRow> => ({
        header: plain(name),
        cell: ({ case: { values } }) => plain(String(values[name])),
        least: 8,
      }),
    ),
    { header: 'Status', cell: statusOf },
    ...(front ? [{ header: 'Front', cell: ({ case: { number } }: CaseRow) => (front.has(number) ? '●' : '') }] : []),
    ...metrics.map(
      (name): Column<CaseRow> => ({
        header: name,
        cell: ({ result }) => figureWords(name, result?.metrics[name]),
        align: 'right',
      }),
    ),
  ];
  const more = rows.length > MOST ? [look.paint.dim(`… and ${count(rows.length - MOST, 'more case')}`)] : [];
  return [...dimHeader(table(columns, rows.slice(0, MOST), look.width), look), ...more];
}

/** Why cases have no plan, each reason once with how many it is true of. */
function withoutLines(rows: readonly CaseRow[], look: Look): string[] {
  const reasons = new Map<string, number[]>();
  for (const { case: own, result } of rows) {
    if (!result?.reason) continue;
    reasons.set(result.reason, [...(reasons.get(result.reason) ?? []), own.number]);
  }
  const told = [...reasons].slice(0, MOST).flatMap(([reason, numbers]) => {
    const which =
      numbers.length === 1 ? `case ${numbers[0]}` : `${amount(numbers.length, 'case')}, the first is ${numbers[0]}`;
    return hang(`· ${plain(reason)} (${which})`, look.width, 2);
  });
  const more = reasons.size > MOST ? [look.paint.dim(`… and ${count(reasons.size - MOST, 'more reason')}`)] : [];
  return [...told, ...more];
}
