import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileUrl } from '../../db/file-copy.node.ts';
import { createDatabaseKeeper } from '../../db/keeper.node.ts';
import { type Child, end, startNode } from '../e2e/child.ts';
import { planNamed } from '../support/storage-samples.ts';

/** Calls `use` with a folder that is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gilde-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keeps plans for those who ask from this machine, each with a document as long as the packed plan of a crane. */
export async function keepPlans(file: string, count: number): Promise<void> {
  const waiting = { now: Date.now, chance: Math.random, sleep, patience: 1000 };
  const opened = await createDatabaseKeeper(waiting, { now: Date.now, randomBytes }).open(
    { url: fileUrl(file) },
    { make: true },
  );
  if (!opened.ok) throw new Error('the database cannot be opened');
  const { contents } = opened;
  const { scenarios, plans } = contents.storeOf((await contents.organisations.local()).id);
  const sha256 = 'a'.repeat(64);
  await scenarios.keep({ sha256, name: 'crane', parent: null, patch: null, document: '{}' });
  for (let k = 0; k < count; k += 1) {
    const plan = planNamed(k.toString(16).padStart(64, '0'), sha256, 250e6 + k);
    await plans.keep({ plan, text: randomBytes(40_000).toString('hex') });
  }
  contents.close();
}

/** The largest resident set of a process so far, in MB, where the system tells it; else 0. */
export function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Starts `gilde serve` over a file and waits until it is ready; answers with how many seconds that took. */
export async function startReady(file: string): Promise<{ readonly child: Child; readonly seconds: number }> {
  const began = performance.now();
  const child = await startNode('--database', file);
  while ((await fetch(`${child.base}/readyz`)).status !== 200) await sleep(1);
  return { child, seconds: (performance.now() - began) / 1000 };
}

/** What is done with a running service, with its peak memory. */
export async function withService<T>(
  file: string,
  use: (base: string) => Promise<T>,
): Promise<{ readonly done: T; readonly peakMb: number }> {
  const { child } = await startReady(file);
  try {
    const done = await use(child.base);
    return { done, peakMb: peakOf(child.process.pid) };
  } finally {
    await end(child);
  }
}
