import type { Client, InStatement, LibsqlBatchError, ResultSet } from '@libsql/client';

/** What waiting needs from the outside. */
export interface Waiting {
  readonly now: () => number;
  /** At least 0, below 1. */
  readonly chance: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds after which a database that is still busy is an error. */
  readonly patience: number;
}

const SHORTEST = 2;
const LONGEST = 100;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && /^SQLITE_(BUSY|LOCKED)/.test(String((error as LibsqlBatchError).code));

/**
 * Tries again while another process writes: the embedded database answers SQLITE_BUSY at once instead of waiting. Pauses are random
 * up to a limit that doubles, so that writers do not meet again; when patience is over the last error is thrown. What was busy has
 * changed nothing, so that nothing is done twice.
 */
export async function whileBusy<T>(waiting: Waiting, attempt: () => Promise<T>): Promise<T> {
  const end = waiting.now() + waiting.patience;
  for (let longest = SHORTEST; ; longest = Math.min(2 * longest, LONGEST)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waiting.now() >= end) throw error;
    }
    await waiting.sleep(1 + waiting.chance() * longest);
  }
}

const isSelect = (statement: InStatement | [string, unknown?]): boolean =>
  typeof statement === 'object' && 'sql' in statement && /^select /i.test(statement.sql);

const refused = (what: string) => () => Promise.reject(new Error(`${what} is not for this house: write with batch()`));

/**
 * The client behind the retries. A batch that writes takes the write lock when it begins, so that it is busy at its first statement or never.
 * Interactive transactions are refused: one that is open makes every other write of the process fail.
 */
export const patient = (client: Client, waiting: Waiting): Client => ({
  protocol: client.protocol,
  get closed() {
    return client.closed;
  },
  execute: (...call: [InStatement] | [string, unknown?]): Promise<ResultSet> =>
    whileBusy(waiting, () => client.execute(...(call as [InStatement]))),
  batch: (statements) =>
    whileBusy(waiting, () => client.batch(statements, statements.every(isSelect) ? 'read' : 'write')),
  migrate: (statements) => whileBusy(waiting, () => client.migrate(statements)),
  transaction: refused('transaction()'),
  executeMultiple: refused('executeMultiple()'),
  sync: refused('sync()'),
  reconnect: refused('reconnect()'),
  close: () => client.close(),
});
