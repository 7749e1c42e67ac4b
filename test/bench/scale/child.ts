import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process of the bench printed, or why it printed nothing, in words. */
export type Told = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

const MOST_BYTES = 64 * 2 ** 20;

/** Runs this bundle anew with some arguments, so that memory and faults are its own. */
export function inOwnProcess(argv: readonly string[]): Told {
  const ended = spawnSync(process.execPath, [main(), ...argv], { encoding: 'utf8', maxBuffer: MOST_BYTES });
  return ended.status === 0 ? { ok: true, text: ended.stdout } : { ok: false, why: whyOf(ended) };
}

/** The same, but what it prints goes to stdout at once. Answers why it ended before its time, in words; undefined where it did not. */
export function tellingItself(argv: readonly string[]): string | undefined {
  const stdio = ['ignore', 'inherit', 'pipe'] as const;
  const ended = spawnSync(process.execPath, [main(), ...argv], { encoding: 'utf8', stdio: [...stdio] });
  return ended.status === 0 ? undefined : whyOf(ended);
}

const main = (): string => fileURLToPath(import.meta.url);

function whyOf({ stderr, signal }: Pick<SpawnSyncReturns<string>, 'stderr' | 'signal'>): string {
  const lastWords = stderr.trim();
  if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/i.test(lastWords))
    return 'out of memory';
  if (signal === 'SIGKILL') return 'killed, probably for want of memory';
  return `failed: ${lastWords.split('\n').find((line) => /Error/.test(line)) ?? signal ?? ''}`;
}
