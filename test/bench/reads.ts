import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How many reads there were a second, and how many milliseconds they took: half of them, 99 of 100 and all of them at most so long. */
export interface Reads {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Reads that go on until they are ended, or for some milliseconds. */
interface Reading {
  readonly end: () => Promise<Reads>;
  readonly for: (milliseconds: number) => Promise<Reads>;
}

/** Reads one path again and again over lines that stay open. */
export function readOn(base: string, path: string, lines: number): Reading {
  const agent = new Agent({ keepAlive: true, maxSockets: lines });
  const took: number[] = [];
  let over = false;
  const one = (): Promise<void> =>
    new Promise((done, failed) => {
      request(`${base}${path}`, { agent }, (response) => {
        if (response.statusCode !== 200) failed(new Error(`${path} is answered ${response.statusCode}`));
        response.on('data', () => undefined).on('end', done);
      })
        .on('error', failed)
        .end();
    });
  const line = async (): Promise<void> => {
    while (!over) {
      const began = performance.now();
      await one();
      took.push(performance.now() - began);
    }
  };
  const began = performance.now();
  const all = Promise.all(Array.from({ length: lines }, line));
  // Whoever ends the reads is told; until then a failure must not end the process.
  all.catch(() => undefined);
  const end = async (): Promise<Reads> => {
    const perSecond = took.length / ((performance.now() - began) / 1000);
    over = true;
    await all;
    agent.destroy();
    const sorted = took.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return { perSecond, p50: at(0.5), p99: at(0.99), longest: at(1) };
  };
  return { end, for: (milliseconds) => sleep(milliseconds).then(end) };
}

/** Reads in words. */
export const readWords = ({ perSecond, p50, p99, longest }: Reads): string =>
  `${Math.round(perSecond).toLocaleString('en')} reads a second, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${Math.round(longest)} ms`;
