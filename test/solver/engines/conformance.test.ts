import { afterAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../solver/engines/engine.ts';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import { createWorkerEngine } from '../../../solver/engines/worker-engine.node.ts';
import { chain, conformanceCases, exact } from './conformance-cases.ts';

const workerFile = new URL('../../../dist/solver-worker.node.js', import.meta.url).href;
const highs = createHighsEngine(createHighsLoader());
const javascript = createJavascriptLpSolverEngine(() => performance.now());
const threads = [highs, javascript].map((engine) => createWorkerEngine(engine, workerFile));
afterAll(() => Promise.all(threads.map(({ close }) => close())));

interface Row {
  readonly name: string;
  readonly engine: Engine;
  /** Columns of the cover that it solves to the end: javascript-lp-solver has no cuts, and 60 columns take it longer than a test may. */
  readonly cover: number;
}

/** Every engine passes the same cases; none is skipped for any. */
const engines: readonly Row[] = [
  { name: 'highs in this thread', engine: highs, cover: 60 },
  { name: 'highs in a worker thread', engine: threads[0]!, cover: 60 },
  { name: 'javascript-lp-solver in this thread', engine: javascript, cover: 24 },
  { name: 'javascript-lp-solver in a worker thread', engine: threads[1]!, cover: 24 },
];

describe.each(engines)('$name', ({ engine, cover }) => {
  test.each(conformanceCases)('$name', ({ run }) => run(engine, cover));
});

describe('worker threads', () => {
  test('get ready beside whoever asks, and may be ended at once', async () => {
    const engine = createWorkerEngine(highs, workerFile);
    engine.warm?.();
    const model = chain(20);
    expect(await engine.solve(model, exact)).toEqual(await highs.solve(model, exact));
    await engine.close();
    const another = createWorkerEngine(highs, workerFile);
    another.warm?.();
    await another.close();
  });

  test('say how many there are: at least two, for a plan that is completed beside a search', async () => {
    const few = createWorkerEngine(highs, workerFile, 1);
    const many = createWorkerEngine(highs, workerFile, 3);
    expect([few.threads, many.threads]).toEqual([2, 3]);
    await Promise.all([few.close(), many.close()]);
  });
});
