import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../src/cli/support/folder.ts';
import { run } from '../src/cli/support/run.ts';

const folder = process.env['GILDE_BENCHMARK_DATA'];
const file = folder === undefined ? undefined : join(folder, 'bom', 'erpnext_demo_bom.json');
const missing =
  file === undefined ? 'GILDE_BENCHMARK_DATA is not set' : existsSync(file) ? undefined : `there is no ${file}`;
if (missing !== undefined) console.warn(`the demonstration BOMs of ERPNext are not rolled up: ${missing}`);

interface Bom {
  readonly item: string;
  readonly items: readonly { readonly item_code: string; readonly qty: number; readonly rate: number }[];
}

/** Bought painted here, at the rate that the BOMs above it state; its own BOM has another one. */
const BOUGHT = 'Base Plate';

const costOf = ({ items }: Bom) => items.reduce((sum, { qty, rate }) => sum + qty * rate, 0);

/** One unit of each windmill, assembled without limit; a BOM below it is a phantom, any other item bought at its rate. */
function windmills(boms: readonly Bom[]) {
  const lines = boms.flatMap(({ item, items }) => items.map((line) => ({ parent: item, ...line })));
  const tops = boms.filter(({ item }) => !lines.some((line) => line.item_code === item));
  const phantoms = boms.filter((bom) => !tops.includes(bom)).map(({ item }) => item);
  const rates = new Map(lines.map(({ item_code, rate }) => [item_code, rate]));
  const bought = [...rates].filter(([item]) => !phantoms.includes(item));
  const programmes = tops.map(({ item }) => `  - { product: ${item}, oem: { name: ERPNext } }`);
  const texts = {
    'scenario.yaml': [
      'name: windmills',
      'calendar: { start: 2026, period: year, periods: 1 }',
      'programmes:',
      ...programmes,
    ],
    'bom.csv': ['parent,item,quantity', ...lines.map((line) => `${line.parent},${line.item_code},${line.qty}`)],
    'items.csv': [
      'item,kind,unitValue',
      ...tops.map(({ item }) => `${item},make,`),
      ...phantoms.map((item) => `${item},phantom,`),
      ...bought.map(([item, rate]) => `${item},buy,${rate}`),
    ],
    'demand.csv': ['item,period,quantity', ...tops.map(({ item }) => `${item},2026,1`)],
    'suppliers.csv': ['supplier', 'S1'],
    'capacity.csv': ['supplier,process,hoursPerPeriod', 'S1,assembly,1'],
  };
  return { tops, texts };
}

describe.skipIf(missing !== undefined)('the demonstration BOMs of ERPNext', () => {
  const boms: Bom[] = missing === undefined ? JSON.parse(readFileSync(file!, 'utf8')) : [];
  const { tops, texts } = windmills(boms.filter(({ item }) => item !== BOUGHT));

  test('a windmill costs the sum of its lines at their published rates, the sub-assembly exploded', async () => {
    const scenario = join(await emptyFolder(), 'windmills');
    await mkdir(scenario);
    for (const [name, text] of Object.entries(texts)) {
      await writeFile(join(scenario, name), `${text.join('\n')}\n`);
    }
    const planned = await run(['plan', scenario, '--json']);
    expect(planned.code, planned.stderr).toBe(0);
    // 223 for the A series, 314 for the C series (its bearing assembly at the published 130), 139 for the S.
    const published = tops.map(costOf);
    expect(published).toEqual([223, 314, 139]);
    const plan = JSON.parse(planned.stdout);
    expect(plan.cost.bought).toBeCloseTo(223 + 314 + 139, 9);
    expect(plan.aims[1].value).toBeCloseTo(223 + 314 + 139, 9);
  });
});
