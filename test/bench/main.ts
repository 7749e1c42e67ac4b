import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { batchBenches } from './batch.ts';
import { craneBenches } from './crane.ts';
import { edgeBenches } from './edge.ts';
import { explosionBenches } from './explosion.ts';
import { loadBenches } from './load.ts';
import type { Bench, Measurement } from './measurement.ts';
import { priceBenches } from './prices.ts';
import { rampUpBenches } from './ramp-up.ts';
import { robustnessBenches } from './robustness.ts';
import { runScale } from './scale/run-scale.ts';
import { runWarm } from './scale/run-warm.ts';
import { writeScenario } from './scale/write-scenario.ts';
import { serviceBenches } from './service.ts';
import { simulationBenches } from './simulate.ts';
import { storageBenches } from './storage.ts';

const groups: Readonly<Record<string, readonly Bench[]>> = {
  ...{
    explosion: explosionBenches,
    crane: craneBenches,
    'ramp-up': rampUpBenches,
    robustness: robustnessBenches,
    prices: priceBenches,
    load: loadBenches,
    storage: storageBenches,
  },
  ...{ service: serviceBenches, edge: edgeBenches, simulate: simulationBenches, batch: batchBenches },
};
/** Groups with arguments and a table of their own; they take hours, so that they are only measured when they are named. */
const alone: Readonly<Record<string, (argv: readonly string[]) => void | Promise<void>>> = {
  ...{ scale: runScale, warm: runWarm, write: writeScenario },
};
/** Groups that take long: only measured when they are named. */
const LONG: readonly string[] = ['batch'];
const [group, line] = process.argv.slice(2);

if (group !== undefined && alone[group] !== undefined) await alone[group](process.argv.slice(3));
else if (group !== undefined && groups[group] === undefined) {
  process.stderr.write(`there is no group ${group}: ${[...Object.keys(groups), ...Object.keys(alone)].join(', ')}\n`);
  process.exitCode = 2;
} else if (group !== undefined && line !== undefined)
  process.stdout.write(JSON.stringify(await groups[group]![Number(line)]!()));
else measureAll(group === undefined ? Object.keys(groups).filter((name) => !LONG.includes(name)) : [group]);

/** Each bench in a process of its own, so that its peak memory is its own; a Markdown table on stdout. */
function measureAll(names: readonly string[]): void {
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n\n`);
  process.stdout.write('| what | rows | seconds | peak MB | result |\n|---|---:|---:|---:|---|\n');
  for (const chosen of names)
    for (const at of groups[chosen]!.keys()) {
      const argv = [fileURLToPath(import.meta.url), chosen, String(at)];
      const told = execFileSync(process.execPath, argv, { encoding: 'utf8' });
      const { name, rows, seconds, peakMb, result } = JSON.parse(told) as Measurement;
      const figures = [name, rows.toLocaleString('en'), seconds.toFixed(2), peakMb, result ?? ''];
      process.stdout.write(`| ${figures.join(' | ')} |\n`);
    }
}
