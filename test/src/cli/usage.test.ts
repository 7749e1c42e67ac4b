import { describe, expect, test } from 'vitest';
import { run } from './support/run.ts';

describe('help', () => {
  test.each([
    ['gilde', ['--help']],
    ['plan', ['plan', '--help']],
    ['verify', ['help', 'verify']],
    ['template', ['template', '--help']],
    ['registry-generate', ['registry', 'generate', '--help']],
    ['export', ['export', '--help']],
    ['envelope', ['envelope', '--help']],
    ['curve', ['curve', '--help']],
    ['sheet', ['sheet', '--help']],
    ['backup', ['backup', '--help']],
    ['restore', ['restore', '--help']],
    ['migrate', ['migrate', '--help']],
    ['serve', ['serve', '--help']],
    ['organisation-add', ['organisation', 'add', '--help']],
    ['token-issue', ['token', 'issue', '--help']],
    ['token-list', ['token', 'list', '--help']],
    ['token-revoke', ['token', 'revoke', '--help']],
  ])('of %s starts with examples and fits 80 columns', async (name, argv) => {
    const ran = await run(argv, { columns: 80 });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^Examples:\n/);
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot(`expected/help-${name}.txt`);
  });

  test('--version prints the version alone', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });
});

describe('a command line that cannot be understood ends with 2, prints nothing on stdout and says what was meant', () => {
  test.each([
    [['plna', 'tiny'], /unknown command 'plna'\n\(Did you mean plan\?\)/],
    [['plan', 'tiny', '--sed', '1'], /unknown option '--sed'\n\(Did you mean --seed\?\)/],
    [['plan'], /missing required argument 'scenario'/],
    [['plan', 'a', 'b'], /too many arguments/],
    [['plan', 'tiny', '--gap'], /option '--gap <fraction>' argument missing/],
    [['verify'], /missing required argument 'plan'/],
  ])('%j', async (argv, message) => {
    const ran = await run(argv);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toContain('hint: add --help to see examples and options');
  });

  test('nothing at all', async () => {
    const ran = await run([]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^Examples:\n/);
  });
});
