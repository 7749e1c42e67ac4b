import type { BreakingSet, KindStress, StressReport } from '../../../scenarios/domain/stress.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, percent, prose } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain, wrap } from './text.ts';

const sizeWords = ({ size, atLeast, proof, domains }: KindStress): string => {
  if (proof === 'exact') return size === null ? 'never' : String(size);
  return `${atLeast}–${size ?? domains}${size === null ? '?' : ''}`;
};

const COLUMNS: Column<KindStress>[] = [
  { header: 'Lost', cell: ({ domain }) => plain(domain), least: 8 },
  { header: 'Of', cell: ({ domains }) => String(domains), align: 'right' },
  { header: 'Breaks with', cell: sizeWords, align: 'right' },
  { header: 'Proof', cell: ({ proof, atLeast }) => (proof === 'exact' ? 'exact' : `at least ${atLeast}`) },
  { header: 'From', cell: ({ smallest }) => smallest?.from ?? '–' },
  { header: 'Left', cell: ({ smallest }) => (smallest ? percent(smallest.left) : '–'), align: 'right' },
  { header: 'Which', cell: ({ smallest }) => plain(smallest?.losses.join(' + ') ?? '–'), least: 10 },
];

function assumedWords({ assumed }: StressReport): string {
  const { target, timeToRecover, surge, requalification } = assumed;
  const moved = requalification ? '; moved work is qualified once more' : '';
  return (
    `Assumed: all of a set make nothing for ${count(timeToRecover, 'period')} from the same period on, the others can stretch by ${percent(surge)} (where ` +
    `nothing is asked, as each supplier states); the plan breaks where less than ${percent(target)} of what it delivers of a product is left${moved}.`
  );
}

const setWords = ({ losses, from, left }: BreakingSet): string =>
  `· ${plain(losses.join(' and '))} from ${from}: ${percent(left)} left`;

/** From when on how many break it, runs of periods with the same answer in one line. */
function windowLines({ windows, domains }: KindStress): string[] {
  const words = windows.map(({ size, atLeast }) => {
    if (size === null) return atLeast > domains ? 'no set breaks it' : `at least ${atLeast}`;
    return size === atLeast ? prose(size) : `${prose(atLeast)} to ${prose(size)}`;
  });
  const runs: { from: string; to: string; told: string }[] = [];
  words.forEach((told, at) => {
    const { from } = windows[at]!;
    const last = runs.at(-1);
    if (last?.told === told) last.to = from;
    else runs.push({ from, to: from, told });
  });
  return runs.map(({ from, to, told }) => `· from ${from === to ? from : `${from} to ${to}`}: ${told}`);
}

/** The stress test for a reader: what breaks the plan, in words for each kind, then from when on how many do. */
export function stressLines(report: StressReport, look: Look): string[] {
  return [
    ...report.kinds.flatMap(({ words }) => wrap(plain(words), look.width)).map(look.paint.bold),
    ...wrap(assumedWords(report), look.width).map(look.paint.dim),
    ...section(
      'The fewest that have to be lost at once',
      [...dimHeader(table(COLUMNS, report.kinds, look.width), look)],
      look,
    ),
    ...report.kinds.flatMap((kind) => [
      ...section(
        `Other sets as small, by ${kind.domain}`,
        kind.others.flatMap((other) => hang(setWords(other), look.width, 2)),
        look,
      ),
      ...section(
        `How many break it, by ${kind.domain} and first period`,
        kind.domains === 0 ? [] : windowLines(kind),
        look,
      ),
    ]),
  ];
}
