import type { Line } from './measure-line.ts';

const HEADER = [
  ...['size', 'strategy', 'columns', 'first plan s', '1 % s', '0.5 % s', 'shortfall gap', 'cost gap', 'above best'],
  ...['peak MB', 'sets s', 'solving s', 'processor s', 'verifying s', 'remarks'],
];

/** The head of the Markdown table. */
export const headLines = (): string => `| ${HEADER.join(' | ')} |\n|---|---|${'---:|'.repeat(HEADER.length - 3)}---|\n`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
const reached = (seconds: number | null): string => (seconds === null ? 'not reached' : seconds.toFixed(1));

/** A line that was measured; `best`: the least cost of its size in this run. */
export function lineText(size: string, strategy: string, line: Line, best: number | undefined): string {
  const { aims, cost, peakMb, endMb } = line;
  const gapOf = (name: string): string => {
    const aim = aims.find((each) => each.aim === name);
    return aim === undefined ? 'no plan' : percent(aim.gap);
  };
  const above = cost === null || best === undefined ? 'no plan' : percent(cost / best - 1);
  return row([
    ...[size, strategy, whole(line.columns), reached(line.first), reached(line.onePercent), reached(line.halfPercent)],
    ...[gapOf('shortfall'), gapOf('cost'), above, `${whole(peakMb)} (${whole(endMb)})`],
    ...[line.sets.toFixed(1), line.solving.toFixed(1), line.processor.toFixed(1)],
    ...[line.holds === null ? 'no plan' : line.verifying.toFixed(1), remarks(line)],
  ]);
}

function remarks({ status, holds, aims, cost, drawing, notes }: Line): string {
  const short = aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0;
  const proven = aims.find(({ aim }) => aim === 'cost')?.bound ?? 0;
  return [
    status,
    ...(holds === null ? [] : [holds ? 'verified' : 'DOES NOT HOLD']),
    ...(cost === null ? [] : [`€ ${whole(cost)}, at least ${whole(proven)}`]),
    ...(short > 1e-6 ? [`${short.toFixed(1)} units short`] : []),
    `drawn in ${drawing.toFixed(1)} s`,
    ...notes,
  ]
    .join('; ')
    .replaceAll('|', '/');
}

/** A line whose process did not live to tell. */
export const deadText = (size: string, strategy: string, why: string): string =>
  row([size, strategy, ...HEADER.slice(3).map(() => ''), why]);
