import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { beforeAll, onTestFinished } from 'vitest';
import { fileUrl } from '../../../db/file-copy.node.ts';
import { serveDatabase } from '../../support/hrana-server.ts';
import { realSurroundings } from '../../support/jobs/real-time.ts';
import { databaseAt, newFile, storeOf } from '../../support/storage.ts';
import { conformance, TERMS, type Workplace } from './conformance.ts';

const WORKER = fileURLToPath(new URL('../../support/jobs/queue.worker.ts', import.meta.url));
let script = '';

beforeAll(async () => {
  const bundle = await build({
    ...{ entryPoints: [WORKER], bundle: true, write: false, format: 'esm', platform: 'neutral' },
    ...{ conditions: ['workerd', 'worker', 'browser'], mainFields: ['module', 'main'], logLevel: 'error' },
  });
  script = bundle.outputFiles[0]?.text ?? '';
});

async function open(): Promise<Workplace> {
  const path = await newFile();
  const database = await databaseAt({ url: fileUrl(path) });
  const { store } = await storeOf(database, 'Werf', realSurroundings);
  const url = await serveDatabase(path, 'secret');
  const edge = new Miniflare({
    ...{ modules: true, script, compatibilityDate: '2026-04-01' },
    bindings: { url, token: 'secret', terms: TERMS, quietFor: 2 * TERMS.pollEvery },
    queueProducers: { JOBS: 'jobs' },
    queueConsumers: {
      jobs: { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 3, retryDelay: 1, deadLetterQueue: 'dead' },
      dead: { maxBatchSize: 10, maxBatchTimeout: 0 },
    },
  });
  await edge.ready;
  const worker = await edge.getWorker();
  const cron = setInterval(() => void worker.scheduled({ cron: '* * * * *' }).catch(() => undefined), TERMS.pollEvery);
  onTestFinished(async () => {
    clearInterval(cron);
    await edge.dispose();
  });
  const call = async (path: string): Promise<void> => {
    await edge.dispatchFetch(`http://gilde.test/${path}`, { method: 'POST' });
  };
  return { store, dispatch: { offer: call }, kill: () => call('kill') };
}

conformance('behind a Cloudflare Queue', open, { close: 'a Worker is not told that it is about to end' });
