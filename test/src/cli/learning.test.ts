import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenario } from '../../support/scenario-builder.ts';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const learning = (text: string): string =>
  text.replace('rules:', 'rules:\n  - { id: practice, rule: learning, model: wright, rate: 0.9, floor: 0.5 }');

/** One frame of ten hours, the second takes eight: S1 has 18 hours. */
const frames = scenario({
  periods: 1,
  programmes: [{ product: 'FRAME', demand: { baseline: 1, multiplier: 2, reach: '2026-Q1', shape: 'step' } }],
  routing: [['FRAME', 'welding', 10]],
  items: [{ item: 'FRAME', kind: 'make' }],
  capacity: [['S1', 'welding', 18]],
  rules: [{ rule: 'learning', model: 'crawford', rate: 0.8, floor: 0.1 }],
});

describe('a scenario whose hours fall with what is made', () => {
  test('is refused as a model for other solvers, with the rule by name and what to do', async () => {
    const cwd = await workplace({ 'scenario.yaml': learning });
    const ran = await run(['export', 'tiny', '--mps', 'out.mps'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      'a model for other solvers asks for hours that are known beforehand, but by the rule practice they fall',
    );
    expect(ran.stderr).toContain('take the rule out of a copy of the scenario');
    expect(existsSync(join(cwd, 'out.mps'))).toBe(false);
  });

  test('has an envelope and proposals, which say what is known at their own hours only', async () => {
    const cwd = await workplace();
    const stdin = JSON.stringify(frames);
    const envelope = await run(['envelope', '-'], { cwd, stdin });
    expect(envelope.code).toBe(0);
    expect(envelope.stdout.replaceAll(/\s+/g, ' ')).toContain(
      '“At most” takes the fewest hours that anybody could learn down to. At the hours for a unit that they were found with',
    );
    const proposed = await run(['plan', '-', '--proposals', '2'], { cwd, stdin });
    expect(proposed.code).toBe(0);
    expect(proposed.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'At the hours for a unit that each was made with it is within: cheapest',
    );
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
