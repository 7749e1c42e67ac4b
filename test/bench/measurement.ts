/** One measurement: what was done to how many rows, how long it took, and the largest resident set of a process that did nothing else. */
export interface Measurement {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
  /** What came of it, in a few words. */
  readonly result?: string;
}

/** Something to measure, in a process of its own. */
export type Bench = () => Measurement | Promise<Measurement>;

/** Times a run; `run` may say in words what came of it. */
export async function measured(name: string, rows: number, run: () => unknown): Promise<Measurement> {
  const before = performance.now();
  const told = await run();
  const result = typeof told === 'string' ? told : undefined;
  const seconds = (performance.now() - before) / 1000;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { name, rows, seconds, peakMb, ...(result ? { result } : {}) };
}
