/**
 * The tables of docs/published.md, measured: `npx tsx test/published/author/table.ts [ENGINE [SECONDS [NAME…]]]` after `npm run build`.
 * ENGINE is highs by default, SECONDS, the time limit of each plan, 600; NAMES choose problems, all by default. The problems of the
 * folder in GILDE_BENCHMARK_DATA, if it is set, stand above the made-up ones. A problem without a plan has a row that says why.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_NAMES } from '../../../solver/engines/engine.ts';
import { publishedIn } from '../../support/published/benchmark-folder.ts';
import { generatedFiles, keptOptima, keptText } from '../../support/published/generated.ts';
import { type Proof, prove } from '../../support/published/prove.ts';

const [, , asked = 'highs', limit = '600', ...names] = process.argv;
const engine = ENGINE_NAMES.find((name) => name === asked);
if (engine === undefined) throw new Error(`there is no engine ${asked}`);
const timeLimit = Number(limit);
const benchmarks = process.env['GILDE_BENCHMARK_DATA'];
const optima = keptOptima();
const problems = [
  ...(benchmarks === undefined ? [] : publishedIn(benchmarks)),
  ...generatedFiles.flatMap(({ file, read }) =>
    read(keptText(file)).map((instance) => ({ instance, optimum: optima[instance.name]!.optimum })),
  ),
].filter(({ instance }) => names.length === 0 || names.includes(instance.name));
const folder = mkdtempSync(join(tmpdir(), 'gilde-published-'));

process.stdout.write(
  '| problem | suppliers × items | optimum | Gilde: value | bound | status | processor s | wall-clock s |\n',
);
process.stdout.write('|---|---:|---:|---:|---:|---|---:|---:|\n');
try {
  for (const { instance, optimum } of problems) {
    const size =
      instance.kind === 'assignment'
        ? `${instance.costs.length} × ${instance.costs[0]!.length}`
        : `${instance.warehouses.length} × ${instance.customers.length}`;
    const row = await prove(instance, folder, { engine, timeLimit }).then(measured, refused);
    process.stdout.write(`| ${[instance.name, size, optimum, ...row].join(' | ')} |\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function measured({ plan, seconds, verified }: Proof): readonly string[] {
  const cost = plan.aims.find(({ aim }) => aim === 'cost');
  const short = plan.aims.find(({ aim }) => aim === 'shortfall')?.value ?? 0;
  const status = [
    plan.status,
    ...(short > 0 ? [`${short.toFixed(3)} short`] : []),
    ...(verified.code === 0 ? [] : ['does not verify']),
  ];
  const figures = [cost?.value.toFixed(3) ?? '', cost?.bound.toFixed(3) ?? '', status.join(', ')];
  return [...figures, seconds.processor.toFixed(1), seconds.wallClock.toFixed(1)];
}

function refused(error: unknown): readonly string[] {
  return ['', '', String(error).split('\n')[0]!, '', ''];
}
