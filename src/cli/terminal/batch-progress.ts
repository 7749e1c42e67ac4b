import type { BatchProgress } from '../../services/batch/run-batch.ts';
import { duration, whole } from '../format/number.ts';
import { bar } from '../format/ramp-up.ts';
import { pad } from '../format/text.ts';
import type { Io } from './io.ts';
import { mayAnimate } from './paint.ts';
import { movingLine } from './progress.ts';

/** Where a batch stands, for a person who waits. */
export interface BatchLine {
  readonly update: (progress: BatchProgress) => void;
  /** Writes a line that stays. */
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** `████▌            45 of 200 cases, 12 kept, 3 without a plan; 4 min to go` */
export function batchWords({ done, of, kept, without, left }: BatchProgress): string {
  const facts = [
    `${whole(done)} of ${whole(of)} cases`,
    ...(kept > 0 ? [`${whole(kept)} kept`] : []),
    ...(without > 0 ? [`${whole(without)} without a plan`] : []),
  ].join(', ');
  const rest = done === of ? '' : `; ${left === null ? 'time to go not known yet' : `${duration(left)} to go`}`;
  return `${pad(bar(done, of, 16), 16, 'left')} ${facts}${rest}`;
}

/** A line on stderr that moves with the batch, on a terminal alone. */
export function batchProgress(io: Io): BatchLine {
  if (!mayAnimate(io)) return { update: () => {}, say: (line) => void io.stderr.write(`${line}\n`), end: () => {} };
  let last: BatchProgress | undefined;
  const line = movingLine(io, () => (last ? batchWords(last) : 'planning the scenario itself'));
  return {
    ...line,
    update: (progress) => {
      last = progress;
    },
  };
}
