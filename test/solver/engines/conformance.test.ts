import { afterAll, describe, test } from 'vitest';
import type { Engine } from '../../../solver/engines/engine.ts';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { createHighsLoader } from '../../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import { createWorkerEngine } from '../../../solver/engines/worker-engine.node.ts';
import { conformanceCases } from './conformance-cases.ts';

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
