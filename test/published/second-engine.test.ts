import { describe, expect, test } from 'vitest';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { refusalOf } from '../../solver/plan.ts';
import { emptyFolder } from '../src/cli/support/folder.ts';
import { publishedIn } from '../support/published/benchmark-folder.ts';
import { expectNothingFalse, expectOptimum } from '../support/published/expect-proof.ts';
import { generatedFiles, keptOptima, keptText } from '../support/published/generated.ts';
import type { Instance } from '../support/published/instance.ts';
import { prove } from '../support/published/prove.ts';
import { scenarioTexts } from '../support/published/scenario-texts.ts';

const engine = 'javascript-lp-solver';
const isLong = process.env['GILDE_LONG'] === '1';
const optima = keptOptima();
const kept = generatedFiles.flatMap(({ file, read }) => read(keptText(file)));
const folder = process.env['GILDE_BENCHMARK_DATA'];
const problems: readonly { readonly instance: Instance; readonly optimum: number }[] = [
  ...(folder === undefined ? [] : publishedIn(folder)),
  ...kept.map((instance) => ({ instance, optimum: optima[instance.name]!.optimum })),
];

async function refusal(instance: Instance): Promise<string | undefined> {
  const texts = Object.entries(scenarioTexts(instance));
  const read = await readScenarioFolder(new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)])));
  if (!read.ok) throw new Error(`${instance.name} is no scenario`);
  const engine = createJavascriptLpSolverEngine(() => performance.now());
  return refusalOf({ scenario: read.value, engine, strategy: 'monolithic' });
}

const known = await Promise.all(
  problems.map(async (problem) => ({ ...problem, refused: await refusal(problem.instance) })),
);
const named = known.map((problem) => ({ ...problem, name: problem.instance.name }));
/** A problem is small when the engine takes its model. */
const small = named.filter(({ refused }) => refused === undefined);

/** Takes seconds. */
const QUICK = ['splittable-6x15', 'single-source-5x12', 'single-source-8x20', 'assignment-c-1'];
/** Takes two minutes at most. */
const PROVEN = [...QUICK, 'single-source-12x30', 'assignment-d-1', 'gap1-1', 'gap1-3'];

describe('javascript-lp-solver finds the published optimum of a small problem, as HiGHS does', () => {
  test.each(small.filter(({ name }) => (isLong ? PROVEN : QUICK).includes(name)))(
    '$name: $optimum, proven by a bound',
    { timeout: 630_000 },
    async ({ instance, optimum }) => {
      await expectOptimum(instance, optimum, { engine, timeLimit: 600 });
    },
  );

  test.skipIf(!isLong).each(small.filter(({ name }) => !PROVEN.includes(name)))(
    '$name: $optimum is never denied, though a minute may not be enough to prove it',
    { timeout: 120_000 },
    async ({ instance, optimum }) => {
      await expectNothingFalse(instance, optimum, { engine, timeLimit: 60 });
    },
  );
});

describe('a problem that is too large for javascript-lp-solver', () => {
  const large = named.filter(({ refused }) => refused !== undefined);

  test('is a location problem of 10 × 50 or more', () => {
    const sizes = large.map(({ instance }) =>
      instance.kind === 'assignment' ? 0 : instance.warehouses.length * instance.customers.length,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10 * 50);
  });

  test('is refused in words before it is solved', async () => {
    const { instance } = named.find(({ name }) => name === 'splittable-25x60')!;
    const refused = 'the model has 3085 columns × 3110 rows; javascript-lp-solver takes at most 1,000,000';
    await expect(prove(instance, await emptyFolder(), { engine, timeLimit: 60 })).rejects.toThrow(refused);
  });
});
