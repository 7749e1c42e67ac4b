import { readyPlan } from '../../../../db/repositories/plan-row.ts';
import { createEdgeEngine } from '../../../../solver/engines/edge.worker.ts';
import type { SolveDocumentInput } from '../../../../src/services/solve-document.ts';
import { solveDocument } from '../../../../src/services/solve-document.ts';
import type { BetterPlan, SolvedJob } from '../../../../src/services/solve-job.ts';

/** What a solve at the edge is asked, and what a Worker answers: the verified plan or a fault, and what was told on the way. */
export type EdgeQuestion = Pick<SolveDocumentInput, 'document' | 'sha256' | 'settings'>;
export interface EdgeAnswer {
  readonly solved: SolvedJob;
  readonly progress: readonly Parameters<SolveDocumentInput['progress']>[0][];
  readonly better: readonly Pick<BetterPlan, 'status' | 'aims'>[];
}

/** One engine for all requests, as in the deployed Worker. */
const engine = createEdgeEngine();

/** A Worker that solves the body of a request as a job of the service does, with the engine and the memory of the edge. */
export default {
  async fetch(request: Request): Promise<Response> {
    const progress: EdgeAnswer['progress'][number][] = [];
    const better: EdgeAnswer['better'][number][] = [];
    const solved = await solveDocument({
      ctx: { engines: [engine], now: Date.now, ready: readyPlan },
      input: {
        ...((await request.json()) as EdgeQuestion),
        stop: new Int32Array(1),
        progress: (event) => void progress.push(event),
        better: ({ status, aims }) => void better.push({ status, aims }),
      },
    });
    return Response.json({ solved, progress, better } satisfies EdgeAnswer);
  },
};
