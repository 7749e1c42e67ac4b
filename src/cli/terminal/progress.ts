import cliProgress from 'cli-progress';
import type { PlanProgress } from '../../services/plan-scenario.ts';
import { FIRST_PLAN } from '../../services/timeline.ts';
import { amount, duration, euro, percent, whole } from '../format/number.ts';
import { bar } from '../format/ramp-up.ts';
import { displayWidth, pad, shorten } from '../format/text.ts';
import type { Io } from './io.ts';
import { mayAnimate } from './paint.ts';

/** Where the solve stands, for a person who waits. */
export interface ProgressLine {
  readonly update: (progress: PlanProgress) => void;
  /** Writes a line that stays, above the one that moves. */
  readonly say: (line: string) => void;
  /** From now on the line tells that the solve is asked to end. */
  readonly finish: () => void;
  /** Leaves no trace of the moving line. */
  readonly end: () => void;
}

/** What the line tells, at one moment. */
export interface Moment {
  readonly last: PlanProgress | undefined;
  /** Since the start. */
  readonly seconds: number;
  readonly limit: number;
  /** True: the solve was asked to end with what it has. */
  readonly finishing: boolean;
}

const BARS = [16, 8, 0];
const AIM = { shortfall: 'least shortfall', unprotected: 'least unprotected', cost: 'least cost' };

const aimWords = (last: PlanProgress): string =>
  last.stage === FIRST_PLAN ? 'seeking a first plan' : `${AIM[last.aim]}:`;

function figure(last: PlanProgress, value: number | null): string {
  if (value === null) return '–';
  return last.aim === 'cost' ? euro(value) : amount(value, 'unit');
}

/** What is known of the aim at work, the fullest first, each next one with what matters least left out. */
function standings(last: PlanProgress | undefined, before: string): string[] {
  if (last === undefined) return [before, ''];
  const gap = last.gap === null ? [] : [`gap ${percent(last.gap)}`];
  const aim = aimWords(last);
  if (last.stage === FIRST_PLAN) return [[aim, ...gap].join(', '), aim];
  const value = `${aim} ${figure(last, last.incumbent)}`;
  const bound = `bound ${figure(last, last.bound)}`;
  return [[value, bound, ...gap].join(', '), [value, ...gap].join(', '), value, AIM[last.aim]];
}

/**
 * `████▌           12 s of 60 s  least cost: € 41.2 m, bound € 40.9 m, gap 0.6 %`, as much of it as fits into `width` columns: the bar gives way
 * first, then the bound, then the gap, then the value. `before` stands there until the solve tells anything.
 */
export function progressText(
  { last, seconds, limit, finishing }: Moment,
  width: number,
  before = 'no bound yet',
): string {
  const time = finishing ? `finishing  ${duration(seconds)}` : `${duration(seconds)} of ${duration(limit)}`;
  const drawn = (size: number): string => (size === 0 ? '' : `${pad(bar(seconds, limit, size), size, 'left')} `);
  const heads = finishing ? [time] : BARS.map((size) => drawn(size) + time);
  const texts = standings(last, before).flatMap((standing) => heads.map((head) => `${head}  ${standing}`.trimEnd()));
  return texts.find((text) => displayWidth(text) <= width) ?? shorten(texts.at(-1)!, width);
}

/** What a first Ctrl-C does to the line: it says so, and that it is finishing. */
export const finishing =
  ({ finish, say }: ProgressLine) =>
  (words: string): void => {
    finish();
    say(words);
  };

const SILENT: Omit<ProgressLine, 'say'> = { update: () => {}, finish: () => {}, end: () => {} };

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
  let finishing = false;
  const moment = (): Moment => ({ last, seconds: Math.floor((io.now() - began) / 1000), limit, finishing });
  const line = movingLine(
    io,
    () => title + progressText(moment(), (io.stderr.columns ?? 80) - 1 - title.length, titled?.before()),
  );
  return {
    ...line,
    update: (progress) => {
      last = progress;
    },
    finish: () => {
      finishing = true;
    },
  };
}

/** A line of a terminal's stderr that is written anew five times a second, until it ends without a trace; what is said stays above it. */
export function movingLine(
  io: Pick<Io, 'stderr'>,
  text: () => string,
): { readonly say: (line: string) => void; readonly end: () => void } {
  const line = barOf(io, text);
  line.start(1, 0);
  return {
    say: (own) => {
      line.stop();
      io.stderr.write(`${own}\n`);
      line.start(1, 0);
    },
    end: () => line.stop(),
  };
}

const barOf = ({ stderr }: Pick<Io, 'stderr'>, format: cliProgress.GenericFormatter) =>
  new cliProgress.SingleBar({ stream: stderr, clearOnComplete: true, hideCursor: true, fps: 5, format });

/** A line on stderr that counts what is done, on a terminal alone. */
export function countProgress(
  io: Io,
  title: string,
  what: string,
): { readonly update: (done: number, of: number) => void; readonly end: () => void } {
  if (!mayAnimate(io)) return { update: () => {}, end: () => {} };
  const line = barOf(
    io,
    (_options, { value, total }) =>
      `${title}  ${pad(bar(value, total, 16), 16, 'left')} ${whole(value)} of ${whole(total)} ${what}`,
  );
  let begun = false;
  return {
    update: (done, of) => {
      if (begun) line.update(done);
      else line.start(of, done);
      begun = true;
    },
    end: () => line.stop(),
  };
}
