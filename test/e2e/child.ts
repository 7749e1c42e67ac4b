import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Tests and benches run at the root of the package. */
const ROOT = process.cwd();
const GILDE = join(ROOT, 'dist/cli.js');

/** Runs the built command to its end; answers with its stdout. */
export const gilde = (...argv: string[]): string =>
  execFileSync(process.execPath, [GILDE, ...argv], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A new organisation of a database and a token of it with every scope. */
export function newToken(database: readonly string[], name: string): string {
  const organisation = /org_\w+/.exec(gilde('organisation', 'add', name, ...database))?.[0] ?? '';
  return gilde('token', 'issue', '--organisation', organisation, '--name', 'journey', ...database).trim();
}

/** A service in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly base: string;
  /** Everything that it wrote on stderr so far. */
  readonly told: () => string;
}

/** Starts a program and waits until it says at which address it answers. Throws with its words where it ends before. */
async function started(
  command: string,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  address: RegExp,
): Promise<Child> {
  const child = spawn(command, argv, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  return new Promise((resolve, reject) => {
    const hear = (part: Buffer): void => {
      text += part.toString();
      const base = address.exec(text)?.[0];
      if (base !== undefined) resolve({ process: child, base, told: () => text });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

const LOOPBACK = /http:\/\/127\.0\.0\.1:\d+/;

/** `gilde serve` over a database. */
export const startNode = (...database: string[]): Promise<Child> =>
  started(process.execPath, [GILDE, 'serve', '--port', '0', ...database], {}, LOOPBACK);

/** `wrangler dev` of the Worker over a libSQL server, offline. */
export const startWorkerd = (url: string, token: string, port: number, state: string): Promise<Child> => {
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const vars = ['--var', `GILDE_DATABASE:${url}`, '--var', `GILDE_DATABASE_TOKEN:${token}`];
  const places = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', state];
  const env = { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: 'true', NO_COLOR: '1' };
  return started(process.execPath, [wrangler, 'dev', ...places, ...vars], env, /Ready on http:\/\/127\.0\.0\.1:\d+/);
};

/** Ends a child as a service manager does, and waits until it is gone. */
export async function end({ process: child }: Child, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
