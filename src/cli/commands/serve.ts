import type { Command } from 'commander';
import type { LogRecord, RunningService } from '../../services/ports.ts';
import { logLine } from '../format/log-line.ts';
import { plain } from '../format/text.ts';
import { databasePlace } from '../terminal/database-place.ts';
import { EXIT, printLines, type Refusal, refuse } from '../terminal/exit.ts';
import type { Io } from '../terminal/io.ts';
import { type DatabaseOptions, refusedBy } from '../terminal/on-database.ts';
import { lookFor } from '../terminal/paint.ts';
import { startLines } from './serve-words.ts';

const EXAMPLES = `Examples:
  gilde serve
  gilde serve --port 9000 --database /srv/gilde/gilde.db
  gilde serve --host 0.0.0.0 --log json
`;

const NOTES = `
On this machine alone (127.0.0.1, the default) it answers without a token, for
one local organisation. With another --host it asks for tokens: see gilde
organisation add and gilde token issue.

The log is one line a request on stdout: text on a terminal, else JSON. Ctrl-C
lets requests finish and gives back the jobs at hand, which the next start goes
on with; a second one ends at once.

Exit codes:
  0  ended as asked
  2  refused: a port in use, a database that cannot be opened, bad usage
  70 a bug`;

interface ServeOptions extends DatabaseOptions {
  readonly port: string;
  readonly host: string;
  readonly log?: string;
}

const MOST_PORT = 65_535;
const LOOPBACK = /^(localhost|127\.0\.0\.1|::1)$/i;

const WORDS: Readonly<Record<string, (host: string, port: number) => Omit<Refusal, 'ok'>>> = {
  EADDRINUSE: (_, port) => ({
    message: `port ${port} is in use`,
    hint: `name another one, as --port ${port + 1}, or 0 for any that is free`,
  }),
  EACCES: (_, port) => ({ message: `port ${port} may not be opened`, hint: 'name one above 1023 by --port' }),
  EADDRNOTAVAIL: (host) => ({ message: `this machine does not have the address ${host}`, hint: 'name another --host' }),
  ENOTFOUND: (host) => ({ message: `there is no host ${host}`, hint: 'name another --host' }),
};

/** Why the operating system does not let the service listen; any other error is a bug and is thrown on. */
function unheard(error: unknown, host: string, port: number): Refusal {
  const words = error instanceof Error && 'code' in error ? WORDS[String(error.code)] : undefined;
  if (words === undefined) throw error;
  return { ok: false, ...words(plain(host), port) };
}

/** Until it is asked to end and has ended; a second time: at once, and then the answer is false. */
function untilEnded(io: Io, service: RunningService): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let asked = false;
    const release = io.onInterrupt(() => {
      if (asked) return leave(false);
      asked = true;
      printLines(io.stderr, ['Ending; requests finish and jobs are given back. Ctrl-C again ends at once.']);
      service.end().then(() => leave(true), reject);
    });
    const leave = (gracefully: boolean): void => {
      release();
      resolve(gracefully);
    };
  });
}

/** `gilde serve`: answers HTTP until it is asked to end. Answers with the exit code. */
async function serve(io: Io, options: ServeOptions): Promise<number> {
  const { host, log: form = io.stdout.isTTY ? 'text' : 'json' } = options;
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : MOST_PORT + 1;
  if (port > MOST_PORT)
    return refuse(io, { ok: false, message: `--port must be from 0 to ${MOST_PORT}, got ${plain(options.port)}` });
  if (form !== 'text' && form !== 'json')
    return refuse(io, { ok: false, message: `--log must be text or json, got ${plain(form)}` });
  const found = databasePlace(io, options.database);
  if (!found.ok) return refuse(io, found);
  const look = lookFor(io, io.stdout);
  const write = form === 'json' ? JSON.stringify : (record: LogRecord) => logLine(record, look);
  const log = (record: LogRecord): void => void io.stdout.write(`${write(record)}\n`);
  const keeper = await io.keeper();
  const opened = await keeper.open(found.place, { make: true }).catch((error) => refusedBy(keeper, found.shown, error));
  if (!opened.ok) return refuse(io, opened);
  const { contents } = opened;
  try {
    const local = LOOPBACK.test(host) ? (await contents.organisations.local()).id : undefined;
    const wanted = { contents, host, port, version: io.version, log, faultWords: keeper.words };
    const service = await io
      .serve({ ...wanted, ...(local !== undefined && { local }) })
      .catch((error) => unheard(error, host, port));
    if ('ok' in service) return refuse(io, service);
    printLines(io.stderr, startLines({ host, port: service.port, version: io.version, local, data: found.shown }));
    return (await untilEnded(io, service)) ? EXIT.done : EXIT.interrupted;
  } finally {
    contents.close();
  }
}

/** Adds `gilde serve`. */
export function addServe(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('serve')
    .summary('answer HTTP: scenarios, jobs, plans')
    .description(
      'Answers HTTP on this machine: opens the database, or makes it, and plans the jobs that are asked for.',
    )
    .option('--port <number>', 'where it listens; 0: any port that is free', '8470')
    .option('--host <address>', 'name or address on which it listens', '127.0.0.1')
    .option('--database <file>', 'file or URL of the database, where it is not the default')
    .option('--log <form>', 'text or json (else text on a terminal, json elsewhere)')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (options: ServeOptions) => finish(await serve(io, options)));
}
