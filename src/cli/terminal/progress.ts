import cliProgress from 'cli-progress';
import type { PlanProgress } from '../../services/plan-scenario.ts';
import { duration, euro, percent, prose } from '../format/number.ts';
import { bar } from '../format/ramp-up.ts';
import { pad, shorten } from '../format/text.ts';
import type { Io } from './io.ts';
import { mayAnimate } from './paint.ts';

/** Where the solve stands, for a person who waits. */
export interface ProgressLine {
  readonly update: (progress: PlanProgress) => void;
  /** Writes a line that stays, above the one that moves. */
  readonly say: (line: string) => void;
  /** Leaves no trace of the moving line. */
  readonly end: () => void;
}

const BAR = 16;
const AIM = { shortfall: 'least shortfall', unprotected: 'least unprotected', cost: 'least cost' };

/** `████▌           12 s of 60 s  least cost: € 41.2 m, bound € 40.9 m, gap 0.6 %` */
export function progressText(
  last: PlanProgress | undefined,
  seconds: number,
  limit: number,
  before = 'no bound yet',
): string {
  const time = `${pad(bar(seconds, limit, BAR), BAR, 'left')} ${duration(seconds)} of ${duration(limit)}`;
  if (last === undefined) return `${time}  ${before}`;
  const figure = (value: number | null): string => {
    if (value === null) return '–';
    return last.aim === 'cost' ? euro(value) : `${prose(value)} units`;
  };
  const gap = last.gap === null ? '' : `, gap ${percent(last.gap)}`;
  return `${time}  ${AIM[last.aim]}: ${figure(last.incumbent)}, bound ${figure(last.bound)}${gap}`;
}

const SILENT: Omit<ProgressLine, 'say'> = { update: () => {}, end: () => {} };

/** What stands before the moving line, and what it tells before the solve tells anything. */
export interface ProgressTitle {
  readonly title: string;
  readonly before: () => string | undefined;
}

/** A line on stderr that moves with the solve on a terminal; elsewhere nothing but what is said. */
export function startProgress(io: Io, limit: number, titled?: ProgressTitle): ProgressLine {
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  if (!mayAnimate(io)) return { ...SILENT, say };
  const began = io.now();
  const title = titled === undefined ? '' : `${titled.title}  `;
  let last: PlanProgress | undefined;
  const seconds = (): number => Math.floor((io.now() - began) / 1000);
  const line = new cliProgress.SingleBar({
    stream: io.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 5,
    format: () =>
      shorten(title + progressText(last, seconds(), limit, titled?.before()), (io.stderr.columns ?? 80) - 1),
  });
  line.start(limit, 0);
  return {
    update: (progress) => {
      last = progress;
    },
    say: (text) => {
      line.stop();
      say(text);
      line.start(limit, 0);
    },
    end: () => line.stop(),
  };
}
