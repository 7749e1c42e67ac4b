import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../src/http/problem.ts';
import { fakeService, type Script, streamed } from '../../support/fake-service.ts';
import { contents, workplace } from './support/folder.ts';
import { type Circumstances, run } from './support/run.ts';

const started = { type: 'started', attempt: 1 };
const progress = (bound: number) => ({
  ...{ type: 'progress', aim: 'cost', stage: 'branch-and-bound', incumbent: 100, bound, gap: 0.1, seconds: 1 },
});

/** A folder with the example `tiny`, a scripted service, and the plan command that asks it. */
async function office(script: Script = {}, circumstances: Circumstances = {}) {
  const cwd = await workplace();
  const service = await fakeService(script);
  const plan = (...options: string[]) =>
    run(['plan', 'tiny', '--server', service.url, ...options], { cwd, ...circumstances });
  return { cwd, service, plan };
}

describe('a plan that a service makes', () => {
  test('is printed and written as one that is made here', async () => {
    const { cwd, plan, service } = await office();
    const there = await plan('--out', 'there');
    const here = await run(['plan', 'tiny', '--out', 'here'], { cwd });
    expect(there).toEqual({ ...here, stderr: here.stderr.replaceAll('here', 'there') });
    const [left, right] = [await contents(join(cwd, 'there')), await contents(join(cwd, 'here'))];
    expect({ ...left, 'run.json': '' }).toEqual({ ...right, 'run.json': '' });
    expect(service.asked).toEqual([
      'POST /v1/scenarios',
      'POST /v1/jobs',
      'GET /v1/jobs/job_1/events',
      'GET /v1/jobs/job_1/plan',
    ]);
  });

  test('of a scenario that does not hold is not asked for', async () => {
    const { cwd, service } = await office();
    const refused = await run(['plan', '-', '--server', service.url], { cwd, stdin: '{"name": 7}' });
    expect(refused.code).toBe(2);
    expect(service.asked).toEqual([]);
  });

  test('keeps its timeline over a line that breaks, which goes on after the last event', async () => {
    const lines = [[streamed(1, started), streamed(2, progress(80))], [streamed(3, progress(90))]];
    const { cwd, plan, service } = await office({ lines });
    expect(await plan('--out', 'out')).toMatchObject({ code: 0 });
    expect(service.seen).toEqual(['0', '2']);
    const { timeline } = JSON.parse(await readFile(join(cwd, 'out', 'run.json'), 'utf8'));
    const told = timeline.map(({ kind, value }: { kind: string; value: number }) => `${kind} ${value}`);
    expect(told.slice(0, 3)).toEqual(['plan 100', 'bound 80', 'bound 90']);
  });

  test('ends early at Ctrl-C, by asking the service for the best so far', async () => {
    let interrupt = (): void => {};
    const onInterrupt: Circumstances['onInterrupt'] = (handler) => {
      interrupt = handler;
      return () => {};
    };
    const refuse: Script['refuse'] = ({ req }) => {
      if (req.path.endsWith('/events')) interrupt();
      return undefined;
    };
    const { plan, service } = await office({ refuse }, { onInterrupt });
    const ran = await plan();
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/^Stopping; no plan has been found yet/);
    expect(service.asked).toContain('DELETE /v1/jobs/job_1');
  });
});

test('what the service started from and found on its way stands in the run', async () => {
  const aims = [
    { aim: 'shortfall', value: 1e6, bound: 0, gap: 1 },
    { aim: 'cost', value: 7, bound: 6, gap: 1 / 7 },
  ];
  const better = { type: 'better', status: 'feasible', aims, seconds: 2 };
  const lines = [[streamed(1, started), streamed(2, { type: 'from', plan: 'd1' } as never), streamed(3, better)]];
  const { cwd, plan } = await office({ lines });
  expect(await plan('--out', 'out')).toMatchObject({ code: 0 });
  const { startedFrom, timeline } = JSON.parse(await readFile(join(cwd, 'out', 'run.json'), 'utf8'));
  expect(startedFrom).toBe('d1');
  expect(timeline[0]).toMatchObject({ seconds: 2, aim: 'shortfall', kind: 'plan', value: 1e6 });
});

describe('a service that has no plan', () => {
  test('says why the job failed', async () => {
    const { plan } = await office({ end: { state: 'failed', fault: 'the plan needs more memory than 2048 MiB' } });
    expect(await plan()).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: 'error: the service has no plan: the plan needs more memory than 2048 MiB\n',
    });
  });

  test('asks for a token', async () => {
    const { plan, cwd } = await office({
      refuse: (context) =>
        context.req.header('authorization') === 'Bearer secret'
          ? undefined
          : context.json(problemOf('unauthenticated', 'no token was sent', 'req_1'), 401),
    });
    const refused = await plan();
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^error: http:\S+: no token was sent\nhint: put a token into GILDE_TOKEN/);
    await writeFile(join(cwd, 'token'), 'secret\n');
    expect((await plan('--token-file', 'token')).code).toBe(0);
  });

  test('names what is wrong with the scenario, in the words of this command line', async () => {
    const errors = [
      { code: 'not-a-number', message: 'not a number', file: 'items.csv', line: 3, column: 'stock', got: 'many' },
    ];
    const { plan } = await office({
      refuse: (context) => context.json(problemOf('bad-input', 'one problem', 'req_1', errors), 422),
    });
    expect((await plan()).stderr).toMatch(
      /^error: http:\S+: one problem\nitems.csv:3: stock: not a number, found many\nhint: Mend/,
    );
  });

  test('failed to answer: its request can be named', async () => {
    const { plan } = await office({
      refuse: (context) => context.json(problemOf('fault', 'the service failed to answer', 'req_7'), 500),
    });
    expect((await plan()).stderr).toMatch(/the service failed to answer\nhint: .*\(request req_7\)\n$/);
  });

  test('is none of Gilde', async () => {
    const { plan } = await office({ refuse: (context) => context.text('hello', 404) });
    expect((await plan()).stderr).toContain('what answers there is no service of Gilde');
  });

  test('is not there', async () => {
    const cwd = await workplace();
    const ran = await run(['plan', 'tiny', '--server', 'http://127.0.0.1:9'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/cannot reach http:\/\/127\.0\.0\.1:9: .+\nhint: start it there by gilde serve/);
  });
});

test.each([
  [['--server', '127.0.0.1:8470'], /--server must be an address as http:\/\/127\.0\.0\.1:8470/],
  [['--server', 'http://127.0.0.1:9/path'], /--server must be an address/],
  [
    ['--server', 'http://127.0.0.1:9', '--from', 'plan.json'],
    /--from is not available with --server\nhint: leave it out/,
  ],
  [['--token-file', 'token'], /--token-file is for --server/],
  [['--server', 'http://127.0.0.1:9', '--token-file', 'none'], /cannot read none: no such file/],
  [['--server', 'http://127.0.0.1:9', '--proposals', '3'], /--proposals is not available with --server yet/],
])('%j is refused before anything is sent', async (options, message) => {
  const cwd = await workplace();
  const ran = await run(['plan', 'tiny', ...options], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toMatch(message);
});
