import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { craneBenches } from './crane.ts';
import { explosionBenches } from './explosion.ts';
import { loadBenches } from './load.ts';
import type { Measurement } from './measurement.ts';
import { priceBenches } from './prices.ts';
import { storageBenches } from './storage.ts';

const benches = [...explosionBenches, ...craneBenches, ...priceBenches, ...loadBenches, ...storageBenches];
const chosen = process.argv[2];

if (chosen === undefined) await measureAll();
else process.stdout.write(JSON.stringify(await benches[Number(chosen)]!()));

/** Each bench in a process of its own, so that its peak memory is its own; a Markdown table on stdout. */
async function measureAll(): Promise<void> {
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n\n`);
  process.stdout.write('| what | rows | seconds | peak MB | result |\n|---|---:|---:|---:|---|\n');
  for (const at of benches.keys()) {
    const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(at)], { encoding: 'utf8' });
    const { name, rows, seconds, peakMb, result } = JSON.parse(told) as Measurement;
    const figures = [name, rows.toLocaleString('en'), seconds.toFixed(2), peakMb, result ?? ''];
    process.stdout.write(`| ${figures.join(' | ')} |\n`);
  }
}
