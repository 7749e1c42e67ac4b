import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process of the bench printed, or why it printed nothing, in words. */
export type Told = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

const MOST_BYTES = 64 * 2 ** 20;

/** Runs this bundle anew with some arguments, so that memory and faults are its own. */
export function inOwnProcess(argv: readonly string[]): Told {
  const main = fileURLToPath(import.meta.url);
  const ended = spawnSync(process.execPath, [main, ...argv], { encoding: 'utf8', maxBuffer: MOST_BYTES });
  if (ended.status === 0) return { ok: true, text: ended.stdout };
  const lastWords = ended.stderr.trim();
  if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/i.test(lastWords))
    return { ok: false, why: 'out of memory' };
  if (ended.signal === 'SIGKILL') return { ok: false, why: 'killed, probably for want of memory' };
  return {
    ok: false,
    why: `failed: ${lastWords.split('\n').find((line) => /Error/.test(line)) ?? ended.signal ?? ''}`,
  };
}
