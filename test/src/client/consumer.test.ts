import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { fakeService, streamed } from '../../support/fake-service.ts';
import { emptyFolder } from '../cli/support/folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const run = promisify(execFile);

beforeAll(() => run('npm', ['run', '--silent', 'build:types'], { cwd: ROOT }), 300_000);

/** A project of somebody else that has Gilde among its packages. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, 'node_modules'));
  await symlink(ROOT, join(cwd, 'node_modules', 'gilde'));
  await writeFile(join(cwd, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  return cwd;
}

test('a project of somebody else imports the client, and is told by the compiler what a route takes and answers', async () => {
  const cwd = await project({
    'use.ts': `import { answerOf, createClient, followJob, sendScenario } from 'gilde/client';
const service = { url: 'http://127.0.0.1:8470' };
const client = createClient(service);
const asked = await answerOf(client.v1.jobs.$post({ json: { scenario: 'a1', settings: { gap: 0.02 } } }));
if (asked.ok) {
  const state: 'queued' | 'running' | 'done' | 'stopped' | 'failed' | 'cancelled' = asked.value.state;
  // @ts-expect-error a job has no such field
  console.log(state, asked.value.colour);
} else {
  const code: 'not-found' | string = asked.problem.code;
  // @ts-expect-error there is no such problem
  if (asked.problem.code === 'no-such-problem') console.log(code);
}
// @ts-expect-error the scenario is not named
await client.v1.jobs.$post({ json: {} });
const why = await answerOf(
  client.v1.plans[':digest'].explanation.$post({ param: { digest: 'd1' }, json: { questions: { whyNot: 'S3' } } }),
);
if (why.ok) for (const { words, patch } of why.value.whyNot?.entries ?? []) console.log(words, patch.length);
// @ts-expect-error there is no such question
await client.v1.plans[':digest'].explanation.$post({ param: { digest: 'd1' }, json: { questions: { who: 'S3' } } });
const far = await answerOf(
  client.v1.scenarios[':sha256'].envelope.$post({ param: { sha256: 'a1' }, json: { multiples: [2] } }),
);
if (far.ok) console.log(far.value.earliest.map(({ multiple, reached }) => [multiple, reached]));
const sent = await sendScenario(service, { document: {} });
if (sent.ok) await followJob(service, sent.value.sha256, { event: (event) => console.log(event.type) });
`,
  });
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', 'use.ts'];
  await expect(run(process.execPath, [TSC, ...strict], { cwd }).catch((error) => error.stdout)).resolves.toMatchObject({
    stdout: '',
  });
}, 300_000);

test('a program of somebody else follows a job to its end', async () => {
  const { url } = await fakeService({ lines: [[streamed(1, { type: 'started' })]] });
  const cwd = await project({
    'use.js': `import { followJob } from 'gilde/client';
const told = [];
const job = await followJob({ url: '${url}' }, 'job_1', { event: ({ type }) => told.push(type) });
console.log(JSON.stringify([told, job.ok && job.value.state]));
`,
  });
  const { stdout } = await run(process.execPath, ['--preserve-symlinks-main', 'use.js'], { cwd });
  expect(JSON.parse(stdout)).toEqual([['started'], 'done']);
});
