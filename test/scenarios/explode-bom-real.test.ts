import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explosionOf, shown } from '../support/explosion.ts';
import { inventreeBom } from '../support/inventree-bom.ts';
import { naiveNeeds } from '../support/naive-needs.ts';
import { scenario } from '../support/scenario-builder.ts';

const folder = process.env['GILDE_BENCHMARK_DATA'];
const file = folder === undefined ? undefined : join(folder, 'bom', 'inventree_demo_bom_subset.json');
const missing =
  file === undefined ? 'GILDE_BENCHMARK_DATA is not set' : existsSync(file) ? undefined : `there is no ${file}`;
if (missing !== undefined) console.warn(`the demonstration BOM of InvenTree is not exploded: ${missing}`);

describe.skipIf(missing !== undefined)('the demonstration BOM of InvenTree', () => {
  const bom = missing === undefined ? inventreeBom(JSON.parse(readFileSync(file!, 'utf8'))) : [];

  it('has four levels, each item exploded as by walking every path', () => {
    const stated = scenario({ bom });
    const explosion = explosionOf(stated);
    expect(Math.max(...explosion.levels.values())).toBe(3);
    for (const item of explosion.order) {
      expect(shown(explosion.needsOf(item, 1))).toEqual(shownWalk(naiveNeeds(stated, item, 1, () => '2026-03-31')));
    }
  });
});

const shownWalk = (needs: Record<string, number>) =>
  Object.fromEntries(Object.entries(needs).map(([key, quantity]) => [key, expect.closeTo(quantity, 9)]));
