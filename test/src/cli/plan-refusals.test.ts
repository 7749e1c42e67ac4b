import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, workplace } from './support/folder.ts';
import { run } from './support/run.ts';

describe('what gilde plan refuses before it reads or solves anything', () => {
  test.each([
    [['--proposals', '0'], '--proposals must be a whole number from 1 to 20, got 0'],
    [['--proposals', '2.5'], '--proposals must be a whole number from 1 to 20, got 2.5'],
    [['--proposals', 'all'], '--proposals must be a whole number from 1 to 20, got all'],
    [['--proposals', '3', '--allowance', '5 %'], '--allowance must be a number in [0, 1], got 5 %'],
    [['--proposals', '3', '--allowance', '-0.1'], '--allowance must be a number in [0, 1], got -0.1'],
    [['--allowance', '0.1'], '--allowance is for --proposals'],
    [['--strategy', 'guess'], '--strategy must be monolithic or kernel, got guess'],
    [['--engine', 'cplex'], 'the engine cplex is not available yet'],
    [['--gap', '1.4'], '--gap must be a number from 0 to below 1, got 1.4'],
    [['--gap', '1 %'], '--gap must be a number from 0 to below 1, got 1 %'],
    [['--time', '0'], '--time must be a number above 0, up to a million, got 0'],
    [['--time', ''], '--time must be a number above 0, up to a million, got '],
    [['--work', '0.5'], '--work must be a whole number from 1 to a million million, got 0.5'],
    [['--seed', '-1'], '--seed must be a whole number from 0 to 2147483647, got -1'],
  ])('%j', async (options, message) => {
    const cwd = await workplace();
    const ran = await run(['plan', 'tiny', ...options, '--out', 'out'], {
      cwd,
      engine: () => Promise.reject(new Error('asked')),
    });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
    expect(ran.stdout).toBe('');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('an engine that the scenario names and that is not available', async () => {
    const cwd = await workplace({ 'scenario.yaml': (text) => text.replace('engine: highs', 'engine: cplex') });
    const ran = await run(['plan', 'tiny'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('cplex');
  });

  test('a folder that is not there, is empty, or is a file', async () => {
    const cwd = await workplace();
    await mkdir(join(cwd, 'empty'));
    const refused = async (path: string, message: string): Promise<void> => {
      const ran = await run(['plan', path], { cwd });
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toMatch(new RegExp(`^error: ${message}.*\\nhint: .*\\n$`));
    };
    await refused('nowhere', 'cannot read nowhere: no such file or directory');
    await refused('empty', 'empty holds no file of a scenario');
    await refused('tiny/scenario.yaml', 'tiny/scenario.yaml is a file, but neither');
  });

  test('a folder to write that cannot be made', async () => {
    const cwd = await workplace();
    await writeFile(join(cwd, 'taken'), '');
    const asked = { cwd, engine: () => Promise.reject(new Error('asked')) };
    expect((await run(['plan', 'tiny', '--out', 'taken'], asked)).stderr).toBe(
      'error: cannot write taken: it is not a directory\n',
    );
    expect((await run(['plan', 'tiny', '--out', 'taken/x'], asked)).stderr).toBe(
      'error: cannot write taken/x: a part of the path is not a directory\n',
    );
  });

  test('names that are empty, as those of a variable that is not set', async () => {
    const cwd = await workplace();
    expect((await run(['plan', ''], { cwd })).stderr).toMatch(/^error: the name of the scenario is empty\nhint: /);
    const ran = await run(['plan', 'tiny', '--out', ''], { cwd });
    expect(ran).toMatchObject({ code: 2, stderr: 'error: --out must name a folder, got nothing\n' });
  });

  test('text on stdin that is not a scenario', async () => {
    const cwd = await emptyFolder();
    expect(await run(['plan', '-'], { cwd, stdin: '{"name":' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: stdin is not JSON at line 1, column 9: /),
    });
    const ran = await run(['plan', '-'], { cwd, stdin: '{"name": 7}' });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^error: \d+ problems in stdin, so nothing was done\nstdin: /);
  });
});
