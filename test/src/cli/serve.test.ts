import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerOf, createClient } from '../../../src/client/client.ts';
import { contents, workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
  readonly told: { stdout: string; stderr: string };
  /** Exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** `gilde serve` in a process of its own, once it answers. */
async function served(cwd: string, ...options: string[]): Promise<Started> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--database', 'gilde.db', ...options], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = { stdout: '', stderr: '' };
  const ended = once(child, 'close').then(([code]) => code as number | null);
  child.stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      told.stderr += chunk;
      const found = /answers at (http:\S+);/.exec(told.stderr)?.[1];
      if (found !== undefined) resolve(found);
    });
    ended.then(() => reject(new Error(told.stderr)));
  });
  return { url, child, told, ended };
}

describe('gilde serve', () => {
  test('answers this machine for its local organisation, logs each request as JSON and ends when asked', async () => {
    const { url, child, told, ended } = await served(await workplace());
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const plans = await answerOf(createClient({ url }).v1.plans.$get({ query: {} }));
    expect(plans).toEqual({ ok: true, value: { items: [], hasMore: false, next: null } });
    expect(told.stderr).toMatch(/this machine only, without a token, for the one local organisation org_local\.\n/);
    expect(told.stderr).toContain('Its data is in gilde.db.');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const log = told.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map(({ route, status, organisation }) => [route, status, organisation])).toEqual([
      ['/readyz', 200, null],
      ['/v1/plans', 200, 'org_local'],
    ]);
  });

  test('asks for tokens where others can reach it, and says how to make one', async () => {
    const cwd = await workplace();
    const { url, told, child, ended } = await served(cwd, '--host', '0.0.0.0');
    const here = url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${here}/v1/plans`)).status).toBe(401);
    expect(told.stderr).toMatch(/whoever reaches it and has a token[\s\S]*gilde token issue --organisation/);
    const gilde = (...argv: string[]) => run([...argv, '--database', 'gilde.db'], { cwd, now: Date.now });
    const organisation = (await gilde('organisation', 'add', 'Werf')).stdout.trim();
    const { stdout: secret } = await gilde('token', 'issue', '--organisation', organisation, '--name', 'me');
    const asked = await fetch(`${here}/v1/plans`, { headers: { authorization: `Bearer ${secret.trim()}` } });
    expect(asked.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('refuses a port in use with the option that names another', async () => {
    const cwd = await workplace();
    const { url } = await served(cwd);
    const port = new URL(url).port;
    const child = spawn(process.execPath, [CLI, 'serve', '--port', port, '--database', 'other.db'], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(stderr).toBe(
      `error: port ${port} is in use\nhint: name another one, as --port ${Number(port) + 1}, or 0 for any that is free\n`,
    );
  });

  test('plans a scenario for another process exactly as that would', async () => {
    const cwd = await workplace();
    const { url } = await served(cwd);
    const there = await run(['plan', 'tiny', '--server', url, '--out', 'there'], { cwd, now: Date.now });
    const here = await run(['plan', 'tiny', '--out', 'here'], { cwd });
    expect(there).toEqual({ ...here, stderr: here.stderr.replaceAll('here', 'there') });
    const [left, right] = [await contents(join(cwd, 'there')), await contents(join(cwd, 'here'))];
    expect({ ...left, 'run.json': '' }).toEqual({ ...right, 'run.json': '' });
  });

  test.each([
    [['--port', '70000'], /--port must be from 0 to 65535, got 70000/],
    [['--port', 'http'], /--port must be from 0 to 65535, got http/],
    [['--log', 'xml'], /--log must be text or json, got xml/],
    [['--database', ''], /--database must name a file or a URL/],
  ])('%j is refused', async (options, message) => {
    const refused = await run(['serve', ...options], { env: { GILDE_DATABASE: '/nowhere/gilde.db' } });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });
});
