import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { expect, onTestFinished, test } from 'vitest';
import { fileUrl } from '../../db/file-copy.node.ts';
import { serveDatabase } from '../support/hrana-server.ts';
import { databaseAt, newFile } from '../support/storage.ts';

const WORKER = fileURLToPath(new URL('storage.worker.ts', import.meta.url));

test('the store works in a Worker, over the web client and without anything of Node', async () => {
  const path = await newFile();
  await databaseAt({ url: fileUrl(path) });
  const url = await serveDatabase(path, 'secret');
  const bundle = await build({
    ...{ entryPoints: [WORKER], bundle: true, write: false, format: 'esm', platform: 'neutral' },
    ...{ conditions: ['workerd', 'worker', 'browser'], mainFields: ['module', 'main'] },
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const worker = new Miniflare({
    ...{ modules: true, script, compatibilityDate: '2026-04-01' },
    bindings: { url, token: 'secret' },
  });
  onTestFinished(() => worker.dispose());
  const document = JSON.stringify({ note: 'Ω≠é🛠'.repeat(20_000) });
  const answer = await worker.dispatchFetch('http://gilde.test/', { method: 'POST', body: document });
  expect(Object.fromEntries(answer.headers)).toMatchObject({ kept: 'true', buffer: 'none', filled: 'false S1,S2' });
  expect(await answer.text()).toBe(document);
});
