import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';
import { onTestFinished } from 'vitest';

/** A libSQL server for tests: Hrana 2 over HTTP as its specification has it, as far as the client speaks it, over one file. */

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };
interface Statement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly Value[];
}
type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and'; conds: readonly Condition[] }
  | { type: 'or'; conds: readonly Condition[] }
  | { type: 'is_autocommit' };
interface Step {
  readonly condition?: Condition | null;
  readonly stmt: Statement;
}
type Asked =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: { readonly steps: readonly Step[] } }
  | { type: 'sequence'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'close' };
interface Stream {
  readonly connection: Database.Database;
  readonly texts: Map<number, string>;
}

function bound(value: Value): unknown {
  if (value.type === 'null') return null;
  if (value.type === 'integer') return BigInt(value.value);
  return value.type === 'blob' ? Buffer.from(value.base64, 'base64') : value.value;
}

function told(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') };
}

const textOf = (stream: Stream, { sql, sql_id: id }: { sql?: string; sql_id?: number }): string =>
  sql ?? stream.texts.get(id ?? -1) ?? '';

function execute(stream: Stream, statement: Statement) {
  const prepared = stream.connection.prepare(textOf(stream, statement)).safeIntegers(true);
  const args = (statement.args ?? []).map(bound);
  if (!prepared.reader) {
    const { changes, lastInsertRowid } = prepared.run(args);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) };
  }
  const cols = prepared.columns().map(({ name, type }) => ({ name, decltype: type }));
  const rows = prepared.raw(true).all(args) as unknown[][];
  return { cols, rows: rows.map((row) => row.map(told)), affected_row_count: 0, last_insert_rowid: null };
}

const failure = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  code: String((error as { code?: string }).code ?? 'UNKNOWN'),
});

function batch(stream: Stream, steps: readonly Step[]) {
  const results: (object | null)[] = [];
  const errors: (object | null)[] = [];
  const holds = (condition: Condition): boolean => {
    if (condition.type === 'ok') return (results[condition.step] ?? null) !== null;
    if (condition.type === 'error') return (errors[condition.step] ?? null) !== null;
    if (condition.type === 'not') return !holds(condition.cond);
    if (condition.type === 'is_autocommit') return !stream.connection.inTransaction;
    return condition.type === 'and' ? condition.conds.every(holds) : condition.conds.some(holds);
  };
  for (const { condition, stmt } of steps) {
    let [result, error]: [object | null, object | null] = [null, null];
    if (!condition || holds(condition))
      try {
        result = execute(stream, stmt);
      } catch (thrown) {
        error = failure(thrown);
      }
    results.push(result);
    errors.push(error);
  }
  return { step_results: results, step_errors: errors };
}

function respond(stream: Stream, asked: Asked): object {
  const { type } = asked;
  if (type === 'execute') return { type, result: execute(stream, asked.stmt) };
  if (type === 'batch') return { type, result: batch(stream, asked.batch.steps) };
  if (type === 'sequence') stream.connection.exec(textOf(stream, asked));
  else if (type === 'store_sql') stream.texts.set(asked.sql_id, asked.sql);
  else if (type === 'close_sql') stream.texts.delete(asked.sql_id);
  else stream.connection.close();
  return { type };
}

async function bodyOf(request: IncomingMessage): Promise<{ baton?: string | null; requests: readonly Asked[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Serves a database file until the test ends; who does not name the token is refused. Answers with the URL. */
export async function serveDatabase(path: string, token: string): Promise<string> {
  const { url, close } = await startDatabaseServer(path, token);
  onTestFinished(close);
  return url;
}

/** Serves a database file until `close`; who does not name the token is refused. */
export async function startDatabaseServer(path: string, token: string) {
  const streams = new Map<string, Stream>();
  let opened = 0;
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { message: 'who are you?' });
    if (request.method === 'GET') return answer(request.url === '/v2' ? 200 : 404, {});
    const { baton, requests } = await bodyOf(request);
    if (!baton) opened += 1;
    const id = baton ?? `stream ${opened}`;
    const stream = streams.get(id) ?? { connection: new Database(path), texts: new Map() };
    streams.set(id, stream);
    const results = requests.map((asked) => {
      try {
        return { type: 'ok', response: respond(stream, asked) };
      } catch (error) {
        return { type: 'error', error: failure(error) };
      }
    });
    const closed = requests.some(({ type }) => type === 'close');
    if (closed) streams.delete(id);
    return answer(200, { baton: closed ? null : id, base_url: null, results });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
