import type { Line } from './measure-line.ts';

const HEADER = [
  ...['size', 'strategy', 'columns', 'first plan s', '1 % s', '0.5 % s', 'shortfall gap', 'cost gap', 'above best'],
  ...['peak MB', 'sets s', 'solving s', 'processor s', 'verifying s', 'remarks'],
];

/** The head of the Markdown table. */
export const headLines = (): string => `| ${HEADER.join(' | ')} |\n|---|---|${'---:|'.repeat(HEADER.length - 3)}---|\n`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
/** A share in percent. */
export const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
const reached = (seconds: number | null): string => (seconds === null ? 'not reached' : seconds.toFixed(1));

/** Units that a plan lacks; 0 without a plan. */
const shortOf = ({ aims }: Line): number => aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0;

/** Units that are the same to anybody. */
const A_MILLIONTH = 1e-6;

/** The least cost among the plans with the least shortfall; undefined without a plan. */
export function bestOf(lines: readonly Line[]): Best | undefined {
  const planned = lines.flatMap((line) => (line.cost === null ? [] : [{ cost: line.cost, short: shortOf(line) }]));
  const short = Math.min(...planned.map((plan) => plan.short));
  const costs = planned.filter((plan) => plan.short <= short + A_MILLIONTH).map(({ cost }) => cost);
  return costs.length === 0 ? undefined : { short, cost: Math.min(...costs) };
}

interface Best {
  readonly short: number;
  readonly cost: number;
}

/** How much dearer a plan is than the best of its size in this run; a plan that lacks more cannot be compared. */
function aboveText(line: Line, best: Best | undefined): string {
  if (line.cost === null || best === undefined) return 'no plan';
  return shortOf(line) > best.short + A_MILLIONTH ? 'lacks more' : percent(line.cost / best.cost - 1);
}

/** A line that was measured. */
export function lineText(size: string, strategy: string, line: Line, best: Best | undefined): string {
  const { aims, peakMb, endMb } = line;
  const gapOf = (name: string): string => {
    const aim = aims.find((each) => each.aim === name);
    return aim === undefined ? 'no plan' : percent(aim.gap);
  };
  return row([
    ...[size, strategy, whole(line.columns), reached(line.first), reached(line.onePercent), reached(line.halfPercent)],
    ...[gapOf('shortfall'), gapOf('cost'), aboveText(line, best), `${whole(peakMb)} (${whole(endMb)})`],
    ...[line.sets.toFixed(1), line.solving.toFixed(1), line.processor.toFixed(1)],
    ...[line.holds === null ? 'no plan' : line.verifying.toFixed(1), remarks(line)],
  ]);
}

function remarks(line: Line): string {
  const { status, holds, aims, cost, drawing, notes } = line;
  const short = shortOf(line);
  const proven = aims.find(({ aim }) => aim === 'cost')?.bound ?? 0;
  return [
    status,
    ...(holds === null ? [] : [holds ? 'verified' : 'DOES NOT HOLD']),
    ...(cost === null ? [] : [`€ ${whole(cost)}, at least ${whole(proven)}`]),
    ...(short > A_MILLIONTH ? [`${short.toFixed(1)} units short`] : []),
    `drawn in ${drawing.toFixed(1)} s`,
    ...notes,
  ]
    .join('; ')
    .replaceAll('|', '/');
}

/** A line whose process did not live to tell. */
export const deadText = (size: string, strategy: string, why: string): string =>
  row([size, strategy, ...HEADER.slice(3).map(() => ''), why]);
