import { describe, expect, test } from 'vitest';
import { expectOptimum } from '../support/published/expect-proof.ts';
import { generatedFiles, keptOptima, keptText } from '../support/published/generated.ts';

const optima = keptOptima();
const problems = generatedFiles.flatMap(({ file, read }) => read(keptText(file)));

/** One of each kind, of a few seconds of processor time; the rest are proven in the long run. */
const QUICK = ['splittable-6x15', 'single-source-8x20', 'assignment-c-1'];
const chosen = problems.filter(({ name }) => process.env['GILDE_LONG'] === '1' || QUICK.includes(name));

describe('made-up problems whose optimum CBC has proven', () => {
  test.each(generatedFiles)('$file is what its generator makes', ({ file, text, problems, read }) => {
    expect(keptText(file)).toBe(text());
    expect(read(keptText(file))).toEqual(problems());
  });

  test.each(chosen.map((problem) => ({ problem, name: problem.name })))(
    'the plan of $name costs that optimum, proven by a bound',
    { timeout: 630_000 },
    async ({ problem, name }) => {
      await expectOptimum(problem, optima[name]!.optimum, { engine: 'highs', timeLimit: 600 });
    },
  );
});
