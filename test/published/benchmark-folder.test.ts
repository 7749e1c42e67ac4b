import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Published, publishedIn } from '../support/published/benchmark-folder.ts';
import { expectOptimum } from '../support/published/expect-proof.ts';

const folder = process.env['GILDE_BENCHMARK_DATA'];
const missing =
  folder === undefined ? 'GILDE_BENCHMARK_DATA is not set' : existsSync(folder) ? undefined : `there is no ${folder}`;
if (missing !== undefined) console.warn(`published problems are not planned: ${missing}`);

/** Takes a few seconds; the others are planned in the long run. */
const QUICK = ['cap41'];
const problems: readonly Published[] = missing === undefined ? publishedIn(folder!) : [];
const chosen = problems.filter(({ instance }) => process.env['GILDE_LONG'] === '1' || QUICK.includes(instance.name));

describe.skipIf(missing !== undefined)('published problems', () => {
  test('the folder has some whose optimum is known', () => {
    expect(problems).not.toEqual([]);
  });

  test.each(chosen.map((problem) => ({ ...problem, name: problem.instance.name })))(
    'the plan of $name costs the published optimum of $optimum ($source)',
    { timeout: 630_000 },
    async ({ instance, optimum }) => {
      await expectOptimum(instance, optimum, { engine: 'highs', timeLimit: 600 });
    },
  );
});
