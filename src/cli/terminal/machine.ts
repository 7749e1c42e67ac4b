import { availableParallelism } from 'node:os';
import type { Machine } from './io.ts';

/** The facts of the machine that a process runs on. */
export const machineOf = ({ version, platform, arch, resourceUsage }: NodeJS.Process): Machine => ({
  node: version,
  platform: `${platform}-${arch}`,
  cpus: availableParallelism(),
  peakMemory: resourceUsage().maxRSS * 1024,
});
