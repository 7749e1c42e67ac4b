/**
 * The table of docs/published.md, measured: `npx tsx test/published/author/table.ts [SECONDS [NAME…]]` after `npm run build`. SECONDS is
 * the time limit of each plan, 600 by default; NAMES choose problems, all by default. The problems of the folder in GILDE_BENCHMARK_DATA, if it is set, stand above the made-up ones.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedIn } from '../../support/published/benchmark-folder.ts';
import { generatedFiles, keptOptima, keptText } from '../../support/published/generated.ts';
import { prove } from '../../support/published/prove.ts';

const [, , limit = '600', ...names] = process.argv;
const seconds = Number(limit);
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
    const { plan, seconds: spent, verified } = await prove(instance, folder, seconds);
    const cost = plan.aims.find(({ aim }) => aim === 'cost');
    const size =
      instance.kind === 'assignment'
        ? `${instance.costs.length} × ${instance.costs[0]!.length}`
        : `${instance.warehouses.length} × ${instance.customers.length}`;
    const status = verified.code === 0 ? plan.status : `${plan.status}, does not verify`;
    const figures = [optimum, cost?.value.toFixed(3), cost?.bound.toFixed(3), status];
    const spends = [spent.processor.toFixed(1), spent.wallClock.toFixed(1)];
    process.stdout.write(`| ${[instance.name, size, ...figures, ...spends].join(' | ')} |\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
