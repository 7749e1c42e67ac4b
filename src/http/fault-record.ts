import type { LogRecord } from '../services/ports.ts';

/** Most of an error that the log is told. */
const MOST = 4000;

/** What the log is told of a fault at an instant, and of where. */
export const faultRecord = (at: number, error: unknown, where: LogRecord): LogRecord => ({
  ...{ time: new Date(at).toISOString(), level: 'error', ...where },
  error: (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, MOST),
});
