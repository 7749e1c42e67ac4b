import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { faultWords } from '../../../db/fault.ts';
import { fileUrl } from '../../../db/file-copy.node.ts';
import type { Explanation } from '../../../scenarios/domain/explanation.ts';
import { createThreadHeavy } from '../../../src/jobs/thread-heavy.node.ts';
import type { Store } from '../../../src/services/ports.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { realSurroundings } from '../../support/jobs/real-time.ts';
import { databaseAt, newFile, storeOf } from '../../support/storage.ts';
import { keepTiny } from '../../support/tiny-planned.ts';

const WORKER = fileURLToPath(new URL('../../../dist/heavy-worker.node.js', import.meta.url));

async function opened() {
  const file = await newFile();
  const place = { url: fileUrl(file) };
  const database = await databaseAt(place);
  const { organisation, store } = await storeOf(database, 'Werf', realSurroundings);
  const threads = createThreadHeavy({ workerFile: WORKER, threads: 1, storeOf: () => store });
  onTestFinished(threads.close);
  return { store, heavy: threads.heavy(organisation.id) };
}

test('a scenario that is read and kept in a thread is there for the thread that answers', async () => {
  const { store, heavy } = await opened();
  const source = { zip: zipSync(Object.fromEntries(exampleFiles('tiny'))) };
  const created = await heavy.createScenario({ source });
  if (!created.ok || !('value' in created)) throw new Error('the example is not kept');
  expect(created.value.added).toBe(true);
  expect(await store.scenarios.get(created.value.sha256)).toMatchObject({ name: created.value.name, parent: null });
});

test('a text that is no JSON comes back from its thread with its place, and as malformed', async () => {
  const { heavy } = await opened();
  const source = { json: new TextEncoder().encode('{"name":\n nothing}') };
  expect(await heavy.createScenario({ source })).toMatchObject({ ok: false, malformed: true, problems: [{ line: 2 }] });
});

test('what the database refuses is told in its words, although a thread asked', async () => {
  const full = Object.assign(new Error('disk'), { code: 'SQLITE_FULL' });
  const scenarios = { keep: () => Promise.reject(full) };
  const storeOf = () => ({ scenarios }) as unknown as Store;
  const threads = createThreadHeavy({ workerFile: WORKER, threads: 1, storeOf });
  onTestFinished(threads.close);
  const source = { zip: zipSync(Object.fromEntries(exampleFiles('tiny'))) };
  const created = threads.heavy('org_1').createScenario({ source });
  expect(faultWords(await created.catch((error: unknown) => error))).toBe('no space left for the database');
});

test('a plan is explained in a thread, with an engine of its own', async () => {
  const { store, heavy } = await opened();
  const { plan } = await keepTiny(store);
  const answer = await heavy.explainKept({ digest: plan.digest, questions: { rules: true }, seconds: 60 });
  if (!answer.ok) throw new Error(answer.message);
  const { rules } = JSON.parse(answer.text) as Explanation;
  expect(rules!.map(({ rule }) => rule)).toEqual(['cap-60', 'two-sources']);
});

test('of many questions at a time the last are refused, and what is read need not wait for any', async () => {
  const waiting: ((text: undefined) => void)[] = [];
  const text = () => new Promise<undefined>((done) => void waiting.push(done));
  const storeOf = () => ({ plans: { text } }) as unknown as Store;
  const threads = createThreadHeavy({ workerFile: WORKER, threads: 1, storeOf });
  onTestFinished(threads.close);
  const heavy = threads.heavy('org_1');
  const asked = Array.from({ length: 6 }, () => heavy.explainKept({ digest: 'x', questions: {}, seconds: 1 }));
  expect(await asked.at(-1)).toMatchObject({ ok: false, reason: 'busy' });
  const source = { json: new TextEncoder().encode('{') };
  expect(await heavy.createScenario({ source })).toMatchObject({ ok: false, malformed: true });
  const answer = setInterval(() => waiting.pop()?.(undefined), 5);
  onTestFinished(() => clearInterval(answer));
  for (const first of asked.slice(0, -1)) expect(await first).toMatchObject({ ok: false, reason: 'unknown' });
});
