import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/services/ports.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { contents, workplace } from './support/folder.ts';
import { engineHere, run } from './support/run.ts';

const impossible = (text: string): string =>
  text.replace('rules:', 'rules:\n  - { id: one, rule: member-count, max: 1 }');

describe('gilde export', () => {
  test('writes the model of the last aim, with the shortfall as a row, and says so', async () => {
    const cwd = await workplace();
    const ran = await run(['export', 'tiny', '--mps', 'out/tiny.mps'], { cwd });
    expect(ran).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'Wrote out/tiny.mps: least cost, 41 columns (11 whole), 47 rows, 149 entries.\nThe shortfall is capped at 1.\n',
    });
    expect(Object.keys(await contents(join(cwd, 'out')))).toEqual(['tiny.mps']);
    const text = await readFile(join(cwd, 'out/tiny.mps'), 'utf8');
    expect(text).toContain(
      '\n* shortfall: achieved 1, at most 1 in row aim|shortfall\nNAME tiny__synthetic_example_ FREE\n',
    );
    expect(text).toContain('\n RHS aim|shortfall -94\n');
  });

  test('the same scenario gives the same file, by either engine', async () => {
    const cwd = await workplace();
    await run(['export', 'tiny', '--mps', 'a.mps'], { cwd });
    await run(['export', 'tiny', '--mps', 'b.mps'], { cwd, engine: () => engineHere('javascript-lp-solver') });
    expect(await readFile(join(cwd, 'a.mps'), 'utf8')).toBe(await readFile(join(cwd, 'b.mps'), 'utf8'));
  });

  test('Ctrl-C turns the moving line into one that is finishing, and says what the caps are taken from', async () => {
    let interrupt = (): void => {};
    const solve: Engine['solve'] = (model, limits) => {
      interrupt();
      return highs.solve(model, limits);
    };
    const ran = await run(['export', 'tiny', '--mps', 'a.mps'], {
      cwd: await workplace(),
      columns: 100,
      engine: async () => ({ ...highs, solve }),
      onInterrupt: (handler) => {
        interrupt = handler;
        return () => {};
      },
    });
    const [before, after] = ran.stderr.split(
      'Stopping; the caps are taken from the best plan so far, if there is one. Ctrl-C again quits at once.',
    );
    expect(before).toContain('of 30 s');
    expect(after).toContain('finishing  ');
    expect(after).not.toContain('of 30 s');
    expect(ran.stdout).toContain('Wrote a.mps');
  });

  test('rules that cannot hold together end with 3 and leave an earlier file in place', async () => {
    const cwd = await workplace({ 'scenario.yaml': impossible });
    await writeFile(join(cwd, 'tiny.mps'), 'earlier');
    const ran = await run(['export', 'tiny', '--mps', 'tiny.mps'], { cwd });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('error: no plan can hold all rules: one, two-sources. Nothing was written.');
    expect(await readFile(join(cwd, 'tiny.mps'), 'utf8')).toBe('earlier');
  });

  test('a limit that is reached before a plan ends with 4; one reached after says so', async () => {
    const cwd = await workplace();
    const without = async () => ({
      ...highs,
      solve: async () => ({ status: 'undecided', limit: 'time', reason: 'no solution' }) as const,
    });
    const none = await run(['export', 'tiny', '--mps', 'none.mps'], { cwd, engine: without });
    expect(none).toMatchObject({ code: 4, stdout: '' });
    const limited = async () => ({
      ...highs,
      solve: async (...asked: Parameters<typeof highs.solve>) => {
        const outcome = await highs.solve(...asked);
        return outcome.status === 'optimal' ? ({ ...outcome, status: 'feasible', limit: 'time' } as const) : outcome;
      },
    });
    const some = await run(['export', 'tiny', '--mps', 'some.mps'], { cwd, engine: limited });
    expect(some.code).toBe(0);
    expect(some.stdout).toContain('A limit ended the solve of an earlier aim');
  });

  test('what cannot be written or read is refused before the solve', async () => {
    const cwd = await workplace();
    await mkdir(join(cwd, 'folder'));
    const engine = () => Promise.reject(new Error('asked'));
    const refused = async (argv: readonly string[], message: string): Promise<void> => {
      const ran = await run(['export', ...argv], { cwd, engine });
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(message);
    };
    await refused(['tiny'], "required option '--mps <file>' not specified");
    await refused(['tiny', '--mps', ''], '--mps must name a file, got nothing');
    await refused(['tiny', '--mps', 'tiny/scenario.yaml/a.mps'], 'cannot write tiny/scenario.yaml');
    await refused(['tiny', '--mps', 'folder'], 'cannot write folder: it is a directory');
    await refused(['nowhere', '--mps', 'a.mps'], 'nowhere');
  });
});
