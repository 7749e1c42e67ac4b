import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, workplace } from './support/folder.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const CLI = join(ROOT, 'dist/cli.js');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const gilde = (cwd: string, ...argv: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...argv], { cwd }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

describe('the built command', () => {
  test('plans the example, keeps the plan and verifies it', async () => {
    const cwd = await workplace();
    const planned = await gilde(cwd, 'plan', 'tiny', '--out', 'out/tiny');
    expect(planned.code, planned.stderr).toBe(0);
    expect(planned.stdout).toMatch(/^4 firms reach 2\.5× by 2026-Q4; /);
    expect(planned.stderr).not.toContain('of 30 s');
    const verified = await gilde(cwd, 'verify', 'out/tiny/plan.json');
    expect(verified.code, verified.stderr).toBe(0);
    expect(verified.stdout).toMatch(/^holds: 2 rules, /);
  });

  test('the same scenario gives the same plan to the byte, work limit included', async () => {
    const cwd = await workplace();
    const first = await gilde(cwd, 'plan', 'tiny', '--work', '1000', '--json');
    const second = await gilde(cwd, 'plan', 'tiny', '--work', '1000', '--json');
    expect(first.stdout.length).toBeGreaterThan(1000);
    expect(second.stdout).toBe(first.stdout);
  });

  test('ends with the code of a refusal', async () => {
    const cwd = await emptyFolder();
    const ran = await gilde(cwd, 'plan', 'nowhere', '--out', 'out');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
