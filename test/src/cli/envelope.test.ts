import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { envelopeSchema } from '../../../scenarios/wire/envelope-schema.ts';
import { workplace } from './support/folder.ts';
import { engineHere, run } from './support/run.ts';

describe('gilde envelope', () => {
  test('tells from when on which multiple can be delivered, and what holds it back, on 80 columns', async () => {
    const ran = await run(['envelope', 'tiny'], { cwd: await workplace(), columns: 80, env: { NO_COLOR: '1' } });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/envelope-tiny.txt');
  });

  test('prints the same as JSON of its schema, with the multiples that are asked for', async () => {
    const ran = await run(['envelope', 'tiny', '--json', '--multiples', '1,3'], { cwd: await workplace() });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const envelope = envelopeSchema.parse(JSON.parse(ran.stdout));
    // 8 frames a quarter and one on hand: nine of ten units in the first quarter.
    expect(envelope.periods[0]!.multiple).toBeCloseTo(0.9, 6);
    // Beside those that are named stands the multiple of the programme itself.
    expect(envelope.earliest.map(({ multiple }) => multiple)).toEqual([1, 2.5, 3]);
  });

  test('needs a baseline: without one there is nothing to multiply', async () => {
    const cwd = await workplace({
      'scenario.yaml': (text) => text.replace(/\n {4}demand: .*/, ''),
    });
    await writeFile(`${cwd}/tiny/demand.csv`, 'item,period,quantity\nUNIT,2026-Q2,5\n');
    const ran = await run(['envelope', 'tiny'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('no programme states a baseline above 0');
  });

  test('names the rules that leave no plan, with the exit code of an infeasible scenario', async () => {
    const cwd = await workplace({
      'scenario.yaml': (text) => text.replace('rules:', 'rules:\n  - { id: one, rule: member-count, max: 1 }'),
    });
    const ran = await run(['envelope', 'tiny'], { cwd });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('one');
  });

  test.each([
    ['0', '0'],
    ['2,x', '2,x'],
    ['2,,3', '2,,3'],
  ])('refuses --multiples %s', async (given, found) => {
    const ran = await run(['envelope', 'tiny', '--multiples', given], { cwd: await workplace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`--multiples must be numbers above 0 with commas between, got ${found}`);
  });

  test('a stop at once leaves what is known without a search', async () => {
    let interrupt = (): void => {};
    const ran = await run(['envelope', 'tiny', '--json'], {
      cwd: await workplace(),
      onInterrupt: (handler) => {
        interrupt = handler;
        return () => {};
      },
      engine: async (name) => {
        const engine = await engineHere(name);
        return {
          ...engine,
          solve: (...call) => {
            interrupt();
            return engine.solve(...call);
          },
        };
      },
    });
    const { periods } = envelopeSchema.parse(JSON.parse(ran.stdout));
    expect(periods.some(({ hit }) => hit === 'interrupt')).toBe(true);
    for (const { bound, multiple } of periods) expect(bound).toBeGreaterThanOrEqual(multiple ?? 0);
  });
});
