import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const learning = (text: string): string =>
  text.replace('rules:', 'rules:\n  - { id: practice, rule: learning, model: wright, rate: 0.9, floor: 0.5 }');

describe('a scenario whose hours fall with what is made', () => {
  test.each([
    ['the envelope', ['envelope', 'tiny']],
    ['a model for other solvers', ['export', 'tiny', '--mps', 'out.mps']],
    ['a comparison of proposals', ['plan', 'tiny', '--proposals', '2']],
  ])('is refused for %s, with the rule by name', async (what, args) => {
    const cwd = await workplace({ 'scenario.yaml': learning });
    const ran = await run(args, { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      `${what} asks for hours that are known beforehand, but by the rule practice they fall`,
    );
    expect(existsSync(join(cwd, 'out.mps'))).toBe(false);
  });

  test('is planned, with the bounds for whatever is learnt and at its own hours, and verified', async () => {
    const cwd = await workplace({ 'scenario.yaml': learning });
    const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Bounds take the fewest hours that anybody could learn down to.');
    expect(ran.stdout).toContain('each doubling of what a firm has made takes the average hours of');
    expect((await run(['verify', 'out/plan.json'], { cwd })).code).toBe(0);
  });
});
