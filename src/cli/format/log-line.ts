import type { LogRecord } from '../../services/ports.ts';
import type { Look } from './look.ts';
import { plain } from './text.ts';

/** `09:01:12 GET /v1/plans/:digest 200 3 ms`: a record of the log for a person who watches; what else it tells follows as `key=value`. */
export function logLine(record: LogRecord, { paint }: Pick<Look, 'paint'>): string {
  const { time, level, method, route, status, ms, error, requestId, organisation: _, ...rest } = record;
  const at = paint.dim(String(time ?? '').slice(11, 19));
  const more = Object.entries(rest).map(([key, value]) => `${key}=${plain(String(value))}`);
  if (typeof error === 'string') {
    const lines = error.split('\n').map(plain);
    return [`${at} ${paint.red('fault')} ${[lines[0], requestId, ...more].join(' ')}`, ...lines.slice(1)].join('\n');
  }
  const shown = level === 'error' ? paint.red(String(status)) : String(status);
  return [at, method, plain(String(route)), shown, `${ms} ms`, ...more].join(' ');
}
